using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>Makes a person's queues: which case stands in which list, in what order, with what name.</summary>
public sealed class WorkDesk(
    WorkQueries queries, ISocieties societies, StaffNames names, IVault vault, ProcessSettings settings, TimeProvider clock)
{
    /// <summary>The list of everything that is the reader's to do.</summary>
    public const string Everything = "all";

    /// <summary>The queues of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="view">The list to show; an unknown one shows everything.</param>
    /// <param name="page">The page of it, from 1.</param>
    /// <param name="cancellation">Stops the queries.</param>
    public async Task<WorkPage> OpenAsync(PersonFacts person, string? view, int page, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var all = await societies.AllAsync(cancellation);
        var items = await ItemsAsync(person, all, now, cancellation);
        var toDo = items.Where(i => i.IsToDo).DistinctBy(i => i.Case?.Id ?? i.Id).ToList();
        WorkView[] views =
        [
            new(Everything, "Everything to do", toDo.Count),
            .. ListsOf(person).Select(l => new WorkView(l.Key, l.Title, items.Count(i => i.List.Key == l.Key))).Where(v => v.Count > 0 || v.Key == view),
        ];
        var shown = views.FirstOrDefault(v => v.Key == view) ?? views[0];
        var listed = (shown.Key == Everything ? toDo : items.Where(i => i.List.Key == shown.Key))
            .OrderByDescending(i => i.IsLate(now)).ThenBy(i => i.IsLate(now) ? 0 : i.List.Order).ThenBy(i => i.DueAt ?? DateTime.MaxValue).ToList();
        page = Math.Clamp(page, 1, Math.Max(1, (listed.Count + WorkPage.Size - 1) / WorkPage.Size));
        var lines = await LinesAsync([.. listed.Skip((page - 1) * WorkPage.Size).Take(WorkPage.Size)], person, all, now, cancellation);
        return new WorkPage(
            now,
            views,
            shown with { Count = listed.Count },
            [.. lines.GroupBy(l => l.Group).Select(g => new WorkGroup(g.Key, g.First().Line.DueAt <= now, [.. g.Select(x => x.Line)]))],
            page,
            await MattersAsync(person, all, now, cancellation),
            ListsOf(person).Any(),
            person.Holds(Role.Research) || person.Holds(Role.GeneralSecretary));
    }

    private static IEnumerable<WorkList> ListsOf(PersonFacts person)
    {
        if (person.Holds(Role.Research) || person.Holds(Role.GeneralSecretary))
        {
            yield return WorkList.ToConfirm;
        }

        if (person.Holds(Role.GeneralSecretary))
        {
            yield return WorkList.ToFinish;
            yield return WorkList.ToPost;
        }

        foreach (var duty in Duties.ListsOf(person))
        {
            yield return WorkList.Of(duty);
        }
    }

    private async Task<IReadOnlyList<WorkItem>> ItemsAsync(
        PersonFacts person, IReadOnlyList<Society> all, DateTime now, CancellationToken cancellation)
    {
        var isElections = person.Holds(Role.SocietyForElections);
        Guid[] bodies =
        [
            .. person.Holdings.Where(h => h.Role == Role.SocietySecretary).Select(h => h.SocietyId).OfType<Guid>(),
            .. all.Where(s => isElections && s.Kind == SocietyKind.Elections).Select(s => s.Id),
        ];
        var seesAll = person.Holds(Role.Research) || person.Holds(Role.GeneralSecretary);
        var rows = await queries.CasesAsync(seesAll, bodies, person.Holds(Role.CommitteeForResolutions), cancellation);
        var items = rows.SelectMany(r => Duties.Of(r, person, all, settings, now)
            .Select(d => new WorkItem(WorkList.Of(d), r.Id, d.IsToDo(), d.WaitsFor(), DueAt(d, r, now), r, $"/cases/{r.Reference}", null, null))).ToList();
        if (seesAll)
        {
            items.AddRange(Keyed(await queries.KeyedAsync(cancellation), person, now));
        }

        if (person.Holds(Role.GeneralSecretary))
        {
            var (count, oldest) = await queries.LettersAsync(cancellation);
            items.AddRange(Enumerable.Repeat(
                new WorkItem(
                    WorkList.ToPost,
                    Guid.Empty,
                    IsToDo: true,
                    "General Secretary",
                    oldest?.AddDays(1),
                    null,
                    "/post",
                    count == 1 ? "One letter to post" : $"{count} letters to post",
                    "To applicants without an e-mail address"),
                count > 0 ? 1 : 0));
        }

        return items;
    }

    private DateTime? DueAt(Duty duty, WorkRow row, DateTime now) => duty switch
    {
        Duty.ReleaseCopy => row.PreparedAt?.AddDays(settings.SecondPersonDays),
        Duty.SignNotGenuine or Duty.ConfirmReopening or Duty.ReopeningUnderWay or Duty.CopyRecalled => null,
        Duty.OpenBallot or Duty.ProposeFinding or Duty.NobodyOnRoll => row.NextDueAt,
        _ => row.DueAt(now, settings),
    };

    private IEnumerable<WorkItem> Keyed(IEnumerable<KeyedRow> rows, PersonFacts person, DateTime now)
    {
        foreach (var row in rows)
        {
            var title = row.Channel == Channel.Post ? "A form that came by post" : "A form that came by e-mail";
            var note = $"Received on {UkTime.Say(row.ReceivedOn)}";
            var standInAt = row.KeyedAt?.AddDays(settings.SecondPersonDays);
            if (row.KeyedAt is null && person.Holds(Role.GeneralSecretary))
            {
                yield return new WorkItem(
                    WorkList.ToFinish, row.Id, true, "General Secretary", null, null, $"/keying/{row.Id}", title, note);
            }
            else if (row.KeyedAt is not null && row.KeyedBy != person.PersonId && (person.Holds(Role.Research) || now >= standInAt))
            {
                yield return new WorkItem(
                    WorkList.ToConfirm, row.Id, true, "Second person", standInAt, null, $"/keying/{row.Id}/confirm", title, note);
            }
        }
    }

    private async Task<IReadOnlyList<(string Group, WorkLine Line)>> LinesAsync(
        IReadOnlyList<WorkItem> items, PersonFacts person, IReadOnlyList<Society> all, DateTime now, CancellationToken cancellation)
    {
        var cases = items.Select(i => i.Case).OfType<WorkRow>().Where(r => MayReadName(r, person, all)).Select(r => r.Id).Distinct().ToList();
        var opened = cases.Count == 0
            ? new Dictionary<Guid, (Sealed, Sealed)>()
            : await queries.SealedAsync(cases, cancellation);
        var people = await names.OfAsync(items.Select(i => i.Case?.ResearcherId), cancellation);
        return [.. items.Select(i => (i.IsLate(now) ? "Overdue" : i.List.Title, Line(i)))];

        WorkLine Line(WorkItem item)
        {
            if (item.Case is not { } row)
            {
                return new WorkLine(item.Href, item.Title!, null, item.Note, item.WaitsFor, item.IsToDo, item.DueAt, item.List.Title, null);
            }

            var known = opened.TryGetValue(row.Id, out var cells);
            var name = known ? vault.Open<DefectionApplication>(row.Id, nameof(DefectionApplication.ApplicantName), cells.Item1) : row.Reference;
            var office = known ? vault.Open<DefectionApplication>(row.Id, nameof(DefectionApplication.Office), cells.Item2) : null;
            var with = row.AskedSocietyId is { } asked
                ? all.FirstOrDefault(s => s.Id == asked)?.Name
                : row.ResearcherId is null ? null : people.Say(row.ResearcherId, person.PersonId);
            return new WorkLine(
                item.Href, name, known ? row.Reference : null, office, item.WaitsFor, item.IsToDo, item.DueAt, item.List.Title, with);
        }
    }

    /// <summary>The name is for those who verify or post, and for the body that was given the copy, while one is in force.</summary>
    private static bool MayReadName(WorkRow row, PersonFacts person, IReadOnlyList<Society> all) =>
        person.Holds(Role.Research) || person.Holds(Role.GeneralSecretary) || (row.SuspendedSince is null && Duties.IsChair(row, person, all));

    private async Task<IReadOnlyList<AssemblyMatter>> MattersAsync(
        PersonFacts person, IReadOnlyList<Society> all, DateTime now, CancellationToken cancellation)
    {
        if (person.Memberships.Count == 0)
        {
            return [];
        }

        var around = person.Memberships.SelectMany(m => DecisionRoute.Around(m.SocietyId, all)).Select(s => s.Id).ToHashSet();
        var votes = person.Memberships.Where(m => m.Kind == MembershipKind.Member)
            .SelectMany(m => DecisionRoute.Around(m.SocietyId, all)).Select(s => s.Id).ToHashSet();
        var rows = await queries.AssembliesAsync(person.PersonId, around, cancellation);
        return [.. rows.SelectMany(r => Of(r))];

        IEnumerable<AssemblyMatter> Of(AssemblyRow row)
        {
            var isMember = votes.Contains(row.SocietyId);
            var society = all.Single(s => s.Id == row.SocietyId);
            var mayRead = isMember || society.ParticipantsMayRead;
            if (row.Stage == Stage.Hustings && row.HustingsAt is { } at && now < at && (isMember || society.ParticipantsMayAttend))
            {
                yield return Matter("hustings", "Hustings announced", at);
            }

            if (row.Stage == Stage.Deliberation && row.NoConsensusAt is null && now < row.PeriodEndsAt && mayRead)
            {
                yield return Matter("debate", "Debate and positions", row.PeriodEndsAt);
            }

            if (row.Stage == Stage.Deliberation && row.HasFindingToSecond && now < row.NextDueAt && isMember)
            {
                yield return Matter("debate", "A finding waits to be seconded", row.NextDueAt);
            }

            if (row.Stage == Stage.Ballot && now < row.NextDueAt && isMember)
            {
                yield return Matter("ballot", "Ballot open", row.NextDueAt);
            }

            AssemblyMatter Matter(string page, string what, DateTime? until) => new($"/assembly/{row.Reference}/{page}", what, row.Reference, society.Name, until);
        }
    }

    private sealed record WorkList(string Key, string Title, int Order)
    {
        public static WorkList ToConfirm { get; } = new("keyed-forms-to-confirm", "Keyed forms to confirm", -3);

        public static WorkList ToFinish { get; } = new("keyed-forms-to-finish", "Keyed forms to finish", -2);

        public static WorkList ToPost { get; } = new("letters-to-post", "Letters to post", -1);

        public static WorkList Of(Duty duty) => new(duty.Say().ToLowerInvariant().Replace(' ', '-'), duty.Say(), (int)duty);
    }

    private sealed record WorkItem(
        WorkList List, Guid Id, bool IsToDo, string WaitsFor, DateTime? DueAt, WorkRow? Case, string Href, string? Title, string? Note)
    {
        public bool IsLate(DateTime now) => DueAt <= now;
    }
}
