using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Correspondence;

/// <summary>
/// E-mails to the assembly and to secretaries. They say that something waits behind a sign-in, and name nobody. All of one kind about one
/// application replace what was not sent yet.
/// </summary>
public sealed class Notices(ISocieties societies, IOutbox outbox)
{
    /// <summary>A hustings was announced, or moved: the assembly is invited (P9, P10, C1), with an entry for the calendar.</summary>
    public async Task HustingsAsync(DefectionApplication application, Gathering gathering, DateTime now, CancellationToken cancellation = default)
    {
        var entry = EntryOf(application, gathering);
        await ToAssemblyAsync(
            application,
            now,
            "hustings",
            email => new HustingsInvitation(email, gathering.StartsAt, gathering.Kind, entry.Page) { Calendar = entry },
            cancellation);
    }

    /// <summary>
    /// The case ended before a hustings that the assembly was invited to: it goes out of the calendars too. Nothing where none was to come.
    /// </summary>
    public async Task HustingsFellAwayAsync(
        DefectionApplication application, Gathering? gathering, DateTime now, CancellationToken cancellation = default)
    {
        if (gathering is null || gathering.StartsAt <= now)
        {
            return;
        }

        var entry = EntryOf(application, gathering) with { Sequence = gathering.Number, Cancelled = true };
        await ToAssemblyAsync(
            application,
            now,
            "hustings",
            email => new HustingsCancelled(email, gathering.StartsAt, entry.Page) { Calendar = entry },
            cancellation);
    }

    /// <summary>A decision period was declared, or began anew (P11).</summary>
    public async Task PeriodDeclaredAsync(DefectionApplication application, DateTime now, CancellationToken cancellation = default)
    {
        await outbox.CancelAsync(KeyOf("hustings", application), cancellation);
        await ToAssemblyAsync(
            application,
            now,
            "period",
            email => new PeriodDeclared(email, application.CurrentPeriod!.EndsAt, new SitePath($"/assembly/{application.Reference}/debate")),
            cancellation);
    }

    /// <summary>A ballot is open, to everybody on its roll (P13, P14).</summary>
    public async Task BallotOpenedAsync(
        DefectionApplication application, Ballot ballot, IReadOnlyCollection<Guid> roll, DateTime now, CancellationToken cancellation = default)
    {
        await outbox.CancelAsync(KeyOf("period", application), cancellation);
        var addressees = await societies.AddressesAsync(roll, cancellation);
        await outbox.AddAsync(
            [.. addressees.Select(a => new BallotOpened(a.Email, ballot.ClosesAt, new SitePath($"/assembly/{application.Reference}/ballot"))
            {
                About = application.Id,
                Supersedes = KeyOf("ballot", application),
            })],
            cancellation);
    }

    /// <summary>A ballot was counted.</summary>
    public async Task ResultAsync(DefectionApplication application, DateTime now, CancellationToken cancellation = default)
    {
        await outbox.CancelAsync(KeyOf("ballot", application), cancellation);
        await ToAssemblyAsync(
            application,
            now,
            "result",
            email => new ResultPublished(email, new SitePath($"/assembly/{application.Reference}/result")),
            cancellation);
    }

    /// <summary>Something waits for the secretaries of the body that is asked or responsible.</summary>
    public async Task ToSecretariesAsync(DefectionApplication application, DateTime now, CancellationToken cancellation = default)
    {
        if (application.CurrentStop is { } stop)
        {
            var secretaries = await societies.SecretariesAsync(stop.SocietyId, now, cancellation);
            await outbox.AddAsync(
                [.. secretaries.Select(s => new StaffNotice(s.Email, new SitePath($"/cases/{application.Reference}")) { About = application.Id })],
                cancellation);
        }
    }

    /// <summary>The applicant changed or added something that the researcher who has the case needs to see. Unsent ones are replaced.</summary>
    public async Task ToResearcherAsync(DefectionApplication application, CancellationToken cancellation = default)
    {
        if (application.ResearcherId is { } researcher)
        {
            var addressees = await societies.AddressesAsync([researcher], cancellation);
            await outbox.AddAsync(
                [.. addressees.Select(a => new StaffNotice(a.Email, new SitePath($"/cases/{application.Reference}"))
                {
                    About = application.Id,
                    Supersedes = KeyOf("applicant", application),
                })],
                cancellation);
        }
    }

    /// <summary>Every date of one application's hustings has one id, so that a new date moves the entry in the calendar.</summary>
    private static CalendarEntry EntryOf(DefectionApplication application, Gathering gathering) => new(
        application.Gatherings[0].Id,
        gathering.Number - 1,
        gathering.StartsAt,
        gathering.EndsAt,
        new SitePath($"/assembly/{application.Reference}/hustings"));

    private static string KeyOf(string kind, DefectionApplication application) => $"{kind}:{application.Id}";

    private async Task ToAssemblyAsync(
        DefectionApplication application, DateTime now, string kind, Func<string, Letter> letter, CancellationToken cancellation)
    {
        if (application.AssemblySocietyId is not { } assembly)
        {
            return;
        }

        var people = await societies.AssemblyAsync(assembly, UkTime.Day(now), withParticipants: kind == "hustings", cancellation);
        await outbox.AddAsync(
            [.. people.Select(p => letter(p.Email) with { About = application.Id, Supersedes = KeyOf(kind, application) })],
            cancellation);
    }
}
