using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>Reads what a case's assembly may know of it, straight from the database.</summary>
public sealed class AssemblyQueries(
    DefectionDbContext context, ISocieties societies, Standings standings, CurrentPerson person, IVault vault, TimeProvider clock)
{
    /// <summary>How many cases a page of the list holds.</summary>
    public const int PageSize = 20;

    /// <summary>What all pages of a case begin with.</summary>
    public async Task<AssemblyHead> HeadAsync(Standing standing, CancellationToken cancellation = default)
    {
        var id = standing.Case.Id;
        var row = await context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == id)
            .Select(a => new
            {
                a.Reference,
                a.Stage,
                a.StageSince,
                a.AssemblySocietyId,
                Copy = a.Copies.Where(c => c.ReleasedAt != null && c.RecalledAt == null && c.SupersededAt == null)
                    .Select(c => new { c.Id, c.Number, c.ReleasedAt, c.Content }).FirstOrDefault(),
                HasHustings = a.Gatherings.Any(),
                HasDebate = a.Periods.Any(),
                HasBallot = a.Stage == Stage.Ballot && a.Ballots.Any(b => b.Outcome == BallotOutcome.None),
                HasResult = a.Ballots.Any(b => b.Outcome != BallotOutcome.None && b.Outcome != BallotOutcome.Void)
                    || a.Stage == Stage.Accepted || a.Stage == Stage.Rejected,
            })
            .SingleAsync(cancellation);
        var all = await societies.AllAsync(cancellation);
        return new AssemblyHead
        {
            Id = id,
            Reference = row.Reference,
            Stage = row.Stage,
            StageSince = row.StageSince,
            Society = all.FirstOrDefault(s => s.Id == row.AssemblySocietyId)?.Name ?? string.Empty,
            Copy = row.Copy is { } copy ? HeadOf(copy.Id, copy.Number, copy.ReleasedAt!.Value, copy.Content) : null,
            MayRead = standing.LetsIn(ParticipantsMay.Read, all),
            MayAttend = standing.LetsIn(ParticipantsMay.Attend, all),
            HasHustings = row.HasHustings,
            HasDebate = row.HasDebate,
            HasBallot = row.HasBallot,
            HasResult = row.HasResult,
        };
    }

    /// <summary>The copy in force, to be read; nothing while there is none.</summary>
    public async Task<CopyPage?> CopyAsync(AssemblyHead head, CancellationToken cancellation = default)
    {
        if (head.Copy is not { } copy)
        {
            return null;
        }

        var content = await context.Set<AssemblyCopy>().AsNoTracking().Where(c => c.Id == copy.Id).Select(c => c.Content).SingleAsync(cancellation);
        return new CopyPage(head, CopyContent.Read(vault.Open<AssemblyCopy>(copy.Id, nameof(AssemblyCopy.Content), content)));
    }

    /// <summary>The hustings that stands, or the last one that was held; nothing before the first is announced.</summary>
    public async Task<HustingsPage?> HustingsAsync(AssemblyHead head, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var row = await context.Set<Gathering>().AsNoTracking()
            .Where(g => g.ApplicationId == head.Id && g.Outcome != GatheringOutcome.Replaced && g.Outcome != GatheringOutcome.FellAway)
            .OrderByDescending(g => g.Number)
            .Select(g => new { g.Id, g.Number, g.Kind, g.StartsAt, g.EndsAt, g.Place, g.JoiningLink, g.Outcome })
            .FirstOrDefaultAsync(cancellation);
        if (row is null)
        {
            return null;
        }

        var isToCome = row.Outcome == GatheringOutcome.Announced;
        var isOpen = isToCome && now >= row.StartsAt - HustingsPage.OpensBefore && now < row.EndsAt;
        return new HustingsPage(head)
        {
            Id = row.Id,
            Number = row.Number,
            Kind = row.Kind,
            StartsAt = row.StartsAt,
            EndsAt = row.EndsAt,
            Place = row.Place is { } place ? vault.Open<Gathering>(row.Id, nameof(Gathering.Place), place) : null,
            Outcome = row.Outcome,
            IsOver = now >= row.EndsAt,
            JoiningLink = isOpen && row.JoiningLink is { } link ? vault.Open<Gathering>(row.Id, nameof(Gathering.JoiningLink), link) : null,
            IsRoomOpen = isOpen,
        };
    }

    /// <summary>The cases of the reader's assemblies, those to be decided first.</summary>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<AssemblyList> ListAsync(int page, CancellationToken cancellation = default)
    {
        var me = person.Id;
        var all = await societies.AllAsync(cancellation);
        var facts = await person.FactsAsync();
        var mine = facts.Memberships.SelectMany(m => DecisionRoute.Around(m.SocietyId, all)).Select(s => (Guid?)s.Id).ToHashSet();
        var found = context.Set<DefectionApplication>().AsNoTracking()
            .Where(a => mine.Contains(a.AssemblySocietyId) && a.Route.Any(s => s.Answer == CapacityAnswer.Took))
            .Where(a => !context.Set<OriginalOpening>().Any(o => o.ApplicationId == a.Id && o.PersonId == me));
        var total = await found.CountAsync(cancellation);
        var references = await found
            .OrderBy(a => Stages.Open.Contains(a.Stage) ? 0 : 1).ThenByDescending(a => a.StageSince).ThenBy(a => a.Reference)
            .Skip((page - 1) * PageSize).Take(PageSize).Select(a => a.Reference).ToListAsync(cancellation);
        var rows = new List<AssemblyRow>();
        foreach (var reference in references)
        {
            // One rule says who is who on a case; the list only finds candidates.
            if (await standings.OfCaseAsync(reference, me, cancellation) is { } standing && standing.Is(Role.Member, Role.Participant))
            {
                rows.Add(await RowAsync(await HeadAsync(standing, cancellation), cancellation));
            }
        }

        // Whoever may only come to the hustings has nothing to do with what is decided after it.
        return new AssemblyList([.. rows.Where(r => r.Head.MayRead || r.Head is { MayAttend: true, Stage: Stage.Hustings })], page, total);
    }

    private async Task<AssemblyRow> RowAsync(AssemblyHead head, CancellationToken cancellation)
    {
        var row = await context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == head.Id)
            .Select(a => new
            {
                Gathering = a.Gatherings.Where(g => g.Outcome == GatheringOutcome.Announced).OrderByDescending(g => g.Number)
                    .Select(g => new { g.StartsAt, g.EndsAt }).FirstOrDefault(),
                DebateEndsAt = a.Periods.OrderByDescending(p => p.Number).Select(p => (DateTime?)p.EndsAt).FirstOrDefault(),
                a.NoConsensusAt,
                BallotClosesAt = a.Ballots.Where(b => b.Outcome == BallotOutcome.None).Select(b => (DateTime?)b.ClosesAt).FirstOrDefault(),
            })
            .SingleAsync(cancellation);
        return new AssemblyRow(head, AssemblyWords.Of(
            head, clock.Now(), row.Gathering?.StartsAt, row.Gathering?.EndsAt, row.DebateEndsAt, row.NoConsensusAt is not null, row.BallotClosesAt));
    }

    private CopyHead HeadOf(Guid id, int number, DateTime releasedAt, Sealed content)
    {
        var copy = CopyContent.Read(vault.Open<AssemblyCopy>(id, nameof(AssemblyCopy.Content), content));
        return new CopyHead(id, number, releasedAt, copy.NameUsed, copy.Office);
    }
}
