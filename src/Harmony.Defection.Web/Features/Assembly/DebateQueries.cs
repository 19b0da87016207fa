using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>Reads the debate, the positions and the finding of a decision period.</summary>
public sealed class DebateQueries(DefectionDbContext context, IVault vault, TimeProvider clock)
{
    /// <summary>The debate of a period; nothing where there is no such period, or a reopening has set it aside (rule 28).</summary>
    /// <param name="head">The case.</param>
    /// <param name="standing">Who the reader is on it.</param>
    /// <param name="number">The period's number; nothing for the newest.</param>
    /// <param name="page">The page of contributions, from 1; nothing for the last.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<DebatePage?> FindAsync(
        AssemblyHead head, Standing standing, int? number, int? page, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var application = await WithPeriodsAsync(head.Id, cancellation);
        var reopenedAt = await ReopenedAtAsync(head.Id, cancellation);
        var periods = application.Periods.Where(p => p.DeclaredAt >= reopenedAt).ToList();
        var period = number is null ? periods.LastOrDefault() : periods.Find(p => p.Number == number);
        if (period is null)
        {
            return null;
        }

        var total = await context.Set<Contribution>().CountAsync(c => c.PeriodId == period.Id, cancellation);
        var last = Math.Max(1, (total + DebatePage.PageSize - 1) / DebatePage.PageSize);
        var shown = Math.Clamp(page ?? 1, 1, last);
        var mine = await MyPositionAsync(period.Id, standing.PersonId, cancellation);
        var isNow = head.Stage == Stage.Deliberation && period == application.CurrentPeriod;
        var finding = application.Findings.LastOrDefault(f => f.PeriodId == period.Id);
        var isFindingOpen = isNow && finding is { Stands: true } && now < finding.TakesEffectAt;
        var isOver = period.IsOver(now);
        return new DebatePage(head)
        {
            Period = period.Number,
            DeclaredAt = period.DeclaredAt,
            EndsAt = period.EndsAt,
            IsOver = isOver,
            WasExtended = period.Extensions > 0,
            Others = [.. periods.Where(p => p != period).Select(p => p.Number)],
            Contributions = await ContributionsAsync(period.Id, shown, cancellation),
            Total = total,
            Page = shown,
            Sums = isOver ? await SumsAsync(period.Id, cancellation) : null,
            Reasons = isOver ? await ReasonsAsync(period.Id, cancellation) : [],
            Finding = finding is null ? null : ViewOf(finding, standing.PersonId),
            IsNoConsensus = isNow && application.NoConsensusAt is not null,
            CanDebate = isNow && !isOver && standing.RoleFor(Step.Debate) is not null,
            CanState = isNow && application.PositionsAreOpen(now) && standing.RoleFor(Step.StatePosition) is not null,
            CanSecond = isFindingOpen && finding!.State == FindingState.Proposed && finding.ProposedBy != standing.PersonId && standing.Is(Role.Member),
            CanChallenge = isFindingOpen && finding!.State != FindingState.Challenged && standing.Is(Role.Member),
            IsChair = isNow && standing.Is(Role.SocietySecretary, Role.SocietyForElections),
            Position = mine ?? new(),
            HasPosition = mine is not null,
            Today = UkTime.Day(now).DayNumber - UkTime.Day(period.DeclaredAt).DayNumber + 1,
        };
    }

    /// <summary>Whether a person's newest contribution to the present debate has these very words: a form that was sent twice.</summary>
    public async Task<bool> IsSaidAsync(Guid application, Guid by, string text, CancellationToken cancellation = default)
    {
        var newest = await context.Set<Contribution>().AsNoTracking().Where(c => c.ApplicationId == application)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => new { c.Id, c.By, c.Text }).FirstOrDefaultAsync(cancellation);
        return newest is not null && newest.By == by && vault.Open<Contribution>(newest.Id, nameof(Contribution.Text), newest.Text) == text;
    }

    private Task<DefectionApplication> WithPeriodsAsync(Guid id, CancellationToken cancellation) =>
        context.Set<DefectionApplication>().AsNoTracking()
            .Include(a => a.Periods.OrderBy(p => p.Number)).Include(a => a.Findings.OrderBy(f => f.ProposedAt))
            .AsSplitQuery().SingleAsync(a => a.Id == id, cancellation);

    private async Task<DateTime> ReopenedAtAsync(Guid id, CancellationToken cancellation) =>
        await context.Set<HistoryEntry>().Where(h => h.ApplicationId == id && h.Step == Step.ConfirmReopening)
            .OrderByDescending(h => h.Number).Select(h => (DateTime?)h.At).FirstOrDefaultAsync(cancellation) ?? DateTime.MinValue;

    private async Task<List<Said>> ContributionsAsync(Guid period, int page, CancellationToken cancellation)
    {
        var rows = await context.Set<Contribution>().AsNoTracking().Where(c => c.PeriodId == period)
            .OrderBy(c => c.At).ThenBy(c => c.Id).Skip((page - 1) * DebatePage.PageSize).Take(DebatePage.PageSize)
            .Select(c => new { c.Id, c.By, c.Role, c.At, c.Text }).ToListAsync(cancellation);
        var people = rows.Select(r => r.By).Distinct().ToList();
        var names = (await context.Users.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation))
            .ToDictionary(p => p.Id, p => vault.Open<Person>(p.Id, nameof(Person.Name), p.Name));
        return
        [
            .. rows.Select(r => new Said(
                names.GetValueOrDefault(r.By, "Somebody who has left"), r.Role, r.At, vault.Open<Contribution>(r.Id, nameof(Contribution.Text), r.Text))),
        ];
    }

    private async Task<PositionForm?> MyPositionAsync(Guid period, Guid person, CancellationToken cancellation)
    {
        var row = await context.Set<Position>().AsNoTracking().Where(p => p.PeriodId == period && p.By == person)
            .Select(p => new { p.Id, p.Kind, p.Reason }).SingleOrDefaultAsync(cancellation);
        return row is null
            ? null
            : new PositionForm { Kind = row.Kind, Reason = row.Reason is { } reason ? vault.Open<Position>(row.Id, nameof(Position.Reason), reason) : null };
    }

    private async Task<List<PositionSum>> SumsAsync(Guid period, CancellationToken cancellation)
    {
        var counts = await context.Set<Position>().AsNoTracking().Where(p => p.PeriodId == period)
            .GroupBy(p => new { p.Kind, p.Role }).Select(g => new { g.Key.Kind, g.Key.Role, Number = g.Count() }).ToListAsync(cancellation);
        return
        [
            .. Enum.GetValues<PositionKind>().Select(kind => new PositionSum(
                kind,
                counts.Where(c => c.Kind == kind && c.Role == Role.Member).Sum(c => c.Number),
                counts.Where(c => c.Kind == kind && c.Role == Role.Participant).Sum(c => c.Number))),
        ];
    }

    private async Task<List<PositionReason>> ReasonsAsync(Guid period, CancellationToken cancellation)
    {
        var rows = await context.Set<Position>().AsNoTracking().Where(p => p.PeriodId == period && p.Reason != null)
            .Select(p => new { p.Id, p.Kind, p.Role, p.Reason }).ToListAsync(cancellation);

        // In the order of their words, which says nothing of who wrote them or when.
        return
        [
            .. rows.Select(r => new PositionReason(r.Kind, r.Role, vault.Open<Position>(r.Id, nameof(Position.Reason), r.Reason!.Value)))
                .OrderByDescending(r => r.Kind).ThenBy(r => r.Text, StringComparer.Ordinal),
        ];
    }

    private FindingView ViewOf(ConsensusFinding finding, Guid reader) => new()
    {
        Kind = finding.Kind,
        State = finding.State,
        Statement = finding.Statement is { } statement ? vault.Open(finding, nameof(finding.Statement), statement) : null,
        Challenge = finding.Challenge is { } challenge ? vault.Open(finding, nameof(finding.Challenge), challenge) : null,
        IsOwn = finding.ProposedBy == reader,
        TakesEffectAt = finding.TakesEffectAt,
    };
}
