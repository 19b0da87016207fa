using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>Reads decisions and counted ballots. What must be protected is not handed on to any page (rule 18).</summary>
public sealed class ResultQueries(DefectionDbContext context, IVault vault)
{
    /// <summary>The result of a case; nothing while there is none, or where there is no such ballot.</summary>
    /// <param name="head">The case.</param>
    /// <param name="number">The ballot's number; nothing for the newest, or for the decision by consensus.</param>
    /// <param name="page">The page of the box, from 1.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<ResultPage?> FindAsync(AssemblyHead head, int? number, int page, CancellationToken cancellation = default)
    {
        var ballots = await context.Set<Ballot>().AsNoTracking()
            .Where(b => b.ApplicationId == head.Id && b.Outcome != BallotOutcome.None && b.Outcome != BallotOutcome.Void)
            .OrderBy(b => b.Number).ToListAsync(cancellation);
        var consensus = number is null ? await ConsensusAsync(head, cancellation) : null;
        var ballot = consensus is not null ? null : number is null ? ballots.LastOrDefault() : ballots.Find(b => b.Number == number);
        if (consensus is null && ballot is null)
        {
            return null;
        }

        var counted = ballot is null ? null : await CountedAsync(head, ballot, cancellation);
        return new ResultPage(head)
        {
            Consensus = consensus,
            Ballot = counted,
            Others = [.. ballots.Where(b => b != ballot).Select(b => b.Number)],
            IsLatest = number is null || ballot == ballots[^1],
            Page = Math.Clamp(page, 1, Math.Max(1, ((counted?.Box.Count ?? 0) + ResultPage.PageSize - 1) / ResultPage.PageSize)),
            LookUp = new LookUpForm { Ballot = counted?.Number ?? 0 },
        };
    }

    /// <summary>The finding by which the case was decided; nothing where a ballot decided, or nothing has.</summary>
    private async Task<FindingView?> ConsensusAsync(AssemblyHead head, CancellationToken cancellation)
    {
        var kind = head.Stage switch
        {
            Stage.Accepted => FindingKind.ConsensusToAccept,
            Stage.Rejected => FindingKind.ConsensusToReject,
            _ => (FindingKind?)null,
        };
        var last = await context.Set<HistoryEntry>().AsNoTracking().Where(h => h.ApplicationId == head.Id && h.To == head.Stage && h.From != h.To)
            .OrderByDescending(h => h.Number).Select(h => (Step?)h.Step).FirstOrDefaultAsync(cancellation);
        if (kind is null || last is not (Step.AcceptByConsensus or Step.RejectByConsensus))
        {
            return null;
        }

        var finding = await context.Set<ConsensusFinding>().AsNoTracking()
            .Where(f => f.ApplicationId == head.Id && f.State == FindingState.TookEffect && f.Kind == kind)
            .OrderByDescending(f => f.TakesEffectAt).FirstAsync(cancellation);
        return new FindingView
        {
            Kind = finding.Kind,
            State = finding.State,
            Statement = finding.Statement is { } statement ? vault.Open(finding, nameof(finding.Statement), statement) : null,
            IsOwn = false,
            TakesEffectAt = finding.TakesEffectAt,
        };
    }

    private async Task<CountedBallot> CountedAsync(AssemblyHead head, Ballot ballot, CancellationToken cancellation)
    {
        var box = await context.Set<PublishedBallot>().AsNoTracking().Where(b => b.BallotId == ballot.Id).ToListAsync(cancellation);
        var result = BallotResult.Of(ballot, box);
        var step = await context.Set<HistoryEntry>().AsNoTracking().Where(h => h.ApplicationId == head.Id && h.At == ballot.ConcludedAt && h.From == Stage.Ballot)
            .Select(h => (Step?)h.Step).FirstOrDefaultAsync(cancellation);
        return new CountedBallot
        {
            Id = ballot.Id,
            Number = ballot.Number,
            Outcome = ballot.Outcome,
            IsProtected = result.IsProtected,
            CountedAt = ballot.ConcludedAt!.Value,
            Options = ballot.Options,
            IsSecondTie = step == Step.RejectOnSecondTie,
            IsSecondEmpty = step == Step.ReturnEmptyBallotAgain,
            RollSize = result.IsProtected ? null : ballot.RollSize,
            Count = result.IsProtected ? null : result.Count,
            Box = result.IsProtected ? [] : [.. box.OrderBy(b => b.Tracker, StringComparer.Ordinal)],
        };
    }
}
