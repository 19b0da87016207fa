using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>A form that was or is being keyed in.</summary>
public sealed record KeyedRow(Guid Id, Guid KeyedBy, Domain.Forms.Channel Channel, DateOnly ReceivedOn, DateTime BegunAt, DateTime? KeyedAt);

/// <summary>What queues are made of: a few bounded queries of clear columns, whatever the number of cases.</summary>
public sealed class WorkQueries(DefectionDbContext context)
{
    /// <summary>Most cases that one person's queues are made of.</summary>
    public const int Most = 1000;

    /// <summary>Cases that may wait for a person: all open ones for Research and the General Secretary, else those of their bodies.</summary>
    /// <param name="seesAll">Whether every open case may be theirs.</param>
    /// <param name="bodies">The bodies whose secretary they are.</param>
    /// <param name="reviews">Whether they confirm reopenings.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<WorkRow>> CasesAsync(
        bool seesAll, IReadOnlyCollection<Guid> bodies, bool reviews, CancellationToken cancellation = default)
    {
        if (!seesAll && bodies.Count == 0 && !reviews)
        {
            return [];
        }

        var open = Stages.Open;
        return await Project(context.Set<DefectionApplication>()
            .Where(a => a.DuplicateOfId == null)
            .Where(a =>
                (seesAll && (open.Contains(a.Stage) || a.ReopeningProposedBy != null))
                || (reviews && a.ReopeningProposedBy != null)
                || (open.Contains(a.Stage) && a.Route.Any(s => bodies.Contains(s.SocietyId) && s.OfferedAt != null
                    && (s.Answer == CapacityAnswer.None || s.Answer == CapacityAnswer.Took)))))
            .OrderBy(a => a.StageSince).Take(Most).ToListAsync(cancellation);
    }

    /// <summary>One case as queues see it.</summary>
    public Task<WorkRow> CaseAsync(Guid application, CancellationToken cancellation = default) =>
        Project(context.Set<DefectionApplication>().Where(a => a.Id == application)).SingleAsync(cancellation);

    /// <summary>Names and offices of these cases, sealed.</summary>
    public async Task<IReadOnlyDictionary<Guid, (Domain.Privacy.Sealed Name, Domain.Privacy.Sealed Office)>> SealedAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        var rows = await context.Set<DefectionApplication>().AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.ApplicantName, a.Office }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => (r.ApplicantName, r.Office));
    }

    /// <summary>Forms keyed in, or being keyed in, that no second person has confirmed.</summary>
    public async Task<IReadOnlyList<KeyedRow>> KeyedAsync(CancellationToken cancellation = default) =>
        await context.Set<Draft>().AsNoTracking().Where(d => d.KeyedBy != null).OrderBy(d => d.BegunAt).Take(Most)
            .Select(d => new KeyedRow(d.Id, d.KeyedBy!.Value, d.Channel, d.ReceivedOn!.Value, d.BegunAt, d.KeyedAt)).ToListAsync(cancellation);

    /// <summary>How many letters wait to be posted, and when the oldest was written, in UTC.</summary>
    public async Task<(int Count, DateTime? Oldest)> LettersAsync(CancellationToken cancellation = default)
    {
        var waiting = context.Set<ApplicantLetter>().AsNoTracking().Where(l => l.ByPost && l.PostedOn == null);
        return (await waiting.CountAsync(cancellation), await waiting.MinAsync(l => (DateTime?)l.WrittenAt, cancellation));
    }

    /// <summary>Open cases of these assemblies, less those whose original the person opened.</summary>
    public async Task<IReadOnlyList<AssemblyRow>> AssembliesAsync(
        Guid person, IReadOnlyCollection<Guid> societies, CancellationToken cancellation = default)
    {
        Stage[] stages = [Stage.Hustings, Stage.Deliberation, Stage.Ballot];
        return await context.Set<DefectionApplication>().AsNoTracking()
            .Where(a => stages.Contains(a.Stage) && a.AssemblySocietyId != null && societies.Contains(a.AssemblySocietyId.Value) && a.SuspendedSince == null)
            .Where(a => !context.Set<OriginalOpening>().Any(o => o.ApplicationId == a.Id && o.PersonId == person))
            .OrderBy(a => a.NextDueAt).ThenBy(a => a.StageSince).Take(Most)
            .Select(a => new AssemblyRow(
                a.Reference,
                a.Stage,
                a.AssemblySocietyId!.Value,
                a.NextDueAt,
                a.NoConsensusAt,
                a.Gatherings.Where(g => g.Outcome == GatheringOutcome.Announced).Max(g => (DateTime?)g.StartsAt),
                a.Periods.OrderByDescending(p => p.Number).Select(p => (DateTime?)p.EndsAt).FirstOrDefault(),
                a.Findings.Any(f => f.State == FindingState.Proposed)))
            .ToListAsync(cancellation);
    }

    private static IQueryable<WorkRow> Project(IQueryable<DefectionApplication> cases) => cases.AsNoTracking().Select(a => new WorkRow
    {
        Id = a.Id,
        Reference = a.Reference,
        Stage = a.Stage,
        StageSince = a.StageSince,
        ReceivedOn = a.ReceivedOn,
        NextDueAt = a.NextDueAt,
        SuspendedSince = a.SuspendedSince,
        NoConsensusAt = a.NoConsensusAt,
        ResearcherId = a.ResearcherId,
        AssemblySocietyId = a.AssemblySocietyId,
        ReopeningProposedBy = a.ReopeningProposedBy,
        AskedSocietyId = a.Route.Where(s => s.OfferedAt != null && (s.Answer == CapacityAnswer.None || s.Answer == CapacityAnswer.Took))
            .OrderByDescending(s => s.Number).Select(s => (Guid?)s.SocietyId).FirstOrDefault(),
        AskedAt = a.Route.Where(s => s.OfferedAt != null && (s.Answer == CapacityAnswer.None || s.Answer == CapacityAnswer.Took))
            .OrderByDescending(s => s.Number).Select(s => s.OfferedAt).FirstOrDefault(),
        HasNextBody = a.Route.Any(s => s.OfferedAt == null),
        PreparedBy = a.Copies.Where(c => c.ReleasedAt == null).Select(c => (Guid?)c.PreparedBy).FirstOrDefault(),
        PreparedAt = a.Copies.Where(c => c.ReleasedAt == null).Select(c => (DateTime?)c.PreparedAt).FirstOrDefault(),
        DoubtBy = a.NotGenuineProposals.Where(p => !p.IsSettled).Select(p => (Guid?)p.ProposedBy).FirstOrDefault(),
        DoubtAnswerDueAt = a.NotGenuineProposals.Where(p => !p.IsSettled && p.AnsweredAt == null).Select(p => (DateTime?)p.AnswerDueAt).FirstOrDefault(),
        AnswerDueAt = a.AdverseFindings.Where(f => f.AnsweredAt == null).Max(f => (DateTime?)f.AnswerDueAt),
        OpenChecks = a.Checks.Count(c => c.Outcome == CheckOutcome.Open),
        HasCorrection = a.Corrections.Any(c => c.TakenInAt == null),
        HustingsAt = a.Gatherings.Where(g => g.Outcome == GatheringOutcome.Announced).Max(g => (DateTime?)g.StartsAt),
        WasAnnounced = a.Gatherings.Any(g => g.AnnouncedAt >= a.StageSince),
        PeriodEndsAt = a.Periods.OrderByDescending(p => p.Number).Select(p => (DateTime?)p.EndsAt).FirstOrDefault(),
        HasFinding = a.Findings.Any(f => f.State == FindingState.Proposed || f.State == FindingState.Seconded || f.State == FindingState.Challenged),
    });
}

/// <summary>An open case of an assembly, as far as its Members' queue goes.</summary>
public sealed record AssemblyRow(
    string Reference,
    Stage Stage,
    Guid SocietyId,
    DateTime? NextDueAt,
    DateTime? NoConsensusAt,
    DateTime? HustingsAt,
    DateTime? PeriodEndsAt,
    bool HasFindingToSecond);
