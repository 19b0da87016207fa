using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Shared.TagHelpers;
using Harmony.Defection.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>Reads the case that a request is about, and makes its page of it.</summary>
public sealed class CaseQueries(
    DefectionDbContext context,
    IApplications applications,
    WorkQueries work,
    CaseContext current,
    CurrentPerson person,
    ISocieties societies,
    StaffNames names,
    IVault vault,
    ProcessSettings settings,
    TimeProvider clock)
{
    private static readonly Role[] Insiders = [Role.Research, Role.GeneralSecretary];

    /// <summary>The reader's standing on the case.</summary>
    public Standing Standing => current.Standing;

    /// <summary>The case whole.</summary>
    /// <exception cref="ApplicationNotFoundException">It is gone.</exception>
    public async Task<DefectionApplication> CaseAsync(CancellationToken cancellation = default) =>
        await applications.FindAsync(current.Id, cancellation) ?? throw new ApplicationNotFoundException(current.Id);

    /// <summary>The case page.</summary>
    public async Task<CasePage> OpenAsync(CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var application = await CaseAsync(cancellation);
        var row = await work.CaseAsync(application.Id, cancellation);
        var all = await societies.AllAsync(cancellation);
        var readers = await context.Set<OriginalOpening>().AsNoTracking().Where(o => o.ApplicationId == application.Id).OrderBy(o => o.FirstAt)
            .Select(o => o.PersonId).Take(20).ToListAsync(cancellation);
        var told = CaseTimeline.InShort(CaseTimeline.For(application.History, Standing.Roles), 6);
        var known = await names.OfAsync([.. told.Select(t => t.Entry.By), .. readers.Select(r => (Guid?)r), application.ResearcherId], cancellation);
        var steps = CaseSteps.Of(application, Standing.PersonId, Standing.Roles, settings, now);
        var facts = await person.FactsAsync();
        return new CasePage(
            await HeadAsync(application, cancellation),
            application.History.Reached(),
            IsInsider
                ? InsiderFacts(application, row, readers, known, now)
                : ChairFacts(application, row, all, now),
            CaseTurns.Title(steps, application, row, now),
            CaseTurns.Text(steps, application, row, now),
            steps,
            [.. told.Select(t => CaseTimeline.Item(t.Entry, known, Standing.PersonId, Standing.Roles, times: t.Times))],
            facts.Memberships.Any(m => m.Kind == MembershipKind.Member) && !readers.Contains(Standing.PersonId));
    }

    /// <summary>What stands above every page of the case.</summary>
    public async Task<CaseHead> HeadAsync(DefectionApplication application, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var row = await work.CaseAsync(application.Id, cancellation);
        var mayRead = IsInsider || (Standing.Is(Role.SocietySecretary, Role.SocietyForElections) && application.CopyInForce is not null);
        var letters = IsInsider
            ? await context.Set<ApplicantLetter>().CountAsync(l => l.ApplicationId == application.Id, cancellation)
            : 0;
        return new CaseHead(
            application.Reference,
            mayRead ? vault.Open(application, nameof(DefectionApplication.ApplicantName), application.ApplicantName) : null,
            mayRead ? vault.Open(application, nameof(DefectionApplication.Office), application.Office) : null,
            application.Stage,
            $"{application.Channel.Say()} on {UkTime.Say(application.ReceivedOn)}",
            row.DueAt(now, settings),
            now,
            [.. TabsOf(application, letters)],
            Standing.Case.OpenedOriginal);
    }

    /// <summary>Whether the reader works with the original: Research or the General Secretary.</summary>
    private bool IsInsider => Standing.Is(Insiders);

    private IEnumerable<CaseTab> TabsOf(DefectionApplication application, int letters)
    {
        var root = $"/cases/{application.Reference}";
        if (Standing.Is(Role.Research))
        {
            var concluded = application.Checks.Count - application.OpenChecks.Count();
            var checks = application.Checks.Count == 0 ? "Checks" : $"Checks {concluded} of {application.Checks.Count}";
            yield return new CaseTab(checks, $"{root}/checks", OpensOriginal: true);
            yield return new CaseTab($"Contacts {application.Contacts.Count}", $"{root}/contacts", OpensOriginal: true);
            yield return new CaseTab("Form", $"{root}/form", OpensOriginal: true);
        }

        if (IsInsider)
        {
            yield return new CaseTab("Assembly’s copy", $"{root}/copy");
        }
        else if (Standing.Is(Role.SocietySecretary, Role.SocietyForElections) && application.CopyInForce is not null)
        {
            yield return new CaseTab("Released copy", $"/assembly/{application.Reference}");
        }

        yield return new CaseTab("History", $"{root}/history");
        if (IsInsider)
        {
            yield return new CaseTab($"Letters {letters}", $"{root}/letters");
        }
    }

    private List<CaseFact> InsiderFacts(
        DefectionApplication application, WorkRow row, List<Guid> readers, IReadOnlyDictionary<Guid, string> known, DateTime now)
    {
        var last = application.Contacts.Count == 0 ? null : application.Contacts[^1];
        var due = row.AnswerDueAt is { } one && (row.DoubtAnswerDueAt is not { } other || one > other) ? one : row.DoubtAnswerDueAt;
        var mine = Standing.PersonId;
        var on = readers.OrderByDescending(r => r == mine).Select(r => known.Say(r, mine)).ToList();
        return
        [
            DueFact(row, now),
            last is null
                ? new CaseFact("Last contact", "None yet", null)
                : new CaseFact("Last contact", $"{last.Means.Say()}, {UkTime.Say(UkTime.Day(last.TookPlaceAt))}", last.Reached ? "Reached" : "Not reached"),
            row.AwaitsApplicant(now)
                ? new CaseFact("Waiting for the applicant", $"Answer by {UkTime.Say(UkTime.Day(due!.Value))}", UkTime.SayClock(due.Value))
                : new CaseFact("Waiting for the applicant", "Nothing", null),
            on.Count == 0
                ? new CaseFact("Has opened the original", "Nobody yet", application.ResearcherId is null ? null : $"With {known.Say(application.ResearcherId, mine)}")
                : new CaseFact("Has opened the original", string.Join(", ", on), on.Count == 1 ? "Off its roll" : "All off its roll"),
        ];
    }

    private List<CaseFact> ChairFacts(DefectionApplication application, WorkRow row, IReadOnlyList<Society> all, DateTime now)
    {
        string NameOf(Guid? society) => all.FirstOrDefault(s => s.Id == society)?.Name ?? "Not settled yet";
        return
        [
            DueFact(row, now),
            new CaseFact(
                application.ResponsibleSocietyId is null ? "Asked" : "Carries out the duties",
                NameOf(row.AskedSocietyId),
                row.AskedAt is { } asked ? $"Since {UkTime.Say(UkTime.Day(asked))}" : null),
            new CaseFact("Whose Members decide", NameOf(application.AssemblySocietyId), null),
            application switch
            {
                { CurrentPeriod: { } period } => new CaseFact("Decision period", $"Until {UkTime.Say(UkTime.Day(period.EndsAt))}", period.IsOver(now) ? "Over" : "11:59pm, UK time"),
                { CurrentGathering: { } gathering } => new CaseFact("Hustings", UkTime.Say(gathering.StartsAt), "UK time"),
                _ => new CaseFact("Hustings", "Not announced yet", null),
            },
        ];
    }

    private CaseFact DueFact(WorkRow row, DateTime now) => row.DueAt(now, settings) is { } due
        ? new CaseFact("Due", UkTime.SayWithWeekday(UkTime.Day(due)), DueWords.Say(due, now))
        : new CaseFact("Due", row.SuspendedSince is null ? "No day set" : "The clocks stand still", null);
}
