using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Hustings;

/// <summary>What gatherings are called.</summary>
public static class GatheringWords
{
    /// <summary>How a gathering is held, as people read it.</summary>
    public static string Say(this GatheringKind kind) => kind switch
    {
        GatheringKind.InPerson => T("In person"),
        GatheringKind.Both => T("In person and online"),
        _ => T("Online"),
    };

    /// <summary>When a gathering is: "Tuesday 8 September 2026, 7pm to 8:30pm, UK time".</summary>
    public static string SayWhen(DateTime startsAt, DateTime endsAt) =>
        T($"{UkTime.SayWithWeekday(startsAt)} to {UkTime.SayClock(endsAt)}, UK time");
}

/// <summary>Deeds of the hustings that invite and tell people (P9 to P11, rules 8 and 9).</summary>
public sealed class HustingsDesk(
    Desk desk, ISocieties societies, Notices notices, ApplicantPost post, ProcessSettings settings, IVault vault)
{
    /// <summary>Announces the hustings; the applicant and the assembly are invited in the same save.</summary>
    /// <exception cref="ProcessRuleException">The plan breaks a rule, or a date stands already.</exception>
    public Task AnnounceAsync(Guid application, GatheringPlan plan, Guid by, Role role, CancellationToken cancellation = default) =>
        InviteAsync(
            application, LetterKind.HustingsInvitation, plan, by, role, (a, act) => a.AnnounceHustings(plan, act, settings, vault), cancellation);

    /// <summary>Offers another date in place of the one announced; everybody is told in the same save.</summary>
    /// <exception cref="ProcessRuleException">The plan breaks a rule, or no date stands.</exception>
    public Task OfferNewDateAsync(Guid application, GatheringPlan plan, Guid by, Role role, CancellationToken cancellation = default) =>
        InviteAsync(application, LetterKind.HustingsMoved, plan, by, role, (a, act) => a.OfferNewDate(plan, act, settings, vault), cancellation);

    /// <summary>Records the hustings as held, or as offered and not attended, and declares the period (P11, rule 9).</summary>
    /// <exception cref="ProcessRuleException">It has not begun, or the period is too short or too long.</exception>
    public Task RecordAsync(
        Guid application, bool held, DateOnly lastDay, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            role,
            async (a, act) =>
            {
                if (held)
                {
                    a.RecordHustingsHeld(lastDay, act, settings);
                }
                else
                {
                    a.RecordHustingsOffered(lastDay, act, settings);
                }

                await notices.PeriodDeclaredAsync(a, act.At, cancellation);
                var society = await societies.AssemblyNameAsync(a, cancellation);
                await post.WriteAsync(
                    a,
                    LetterKind.PeriodDeclared,
                    act.At,
                    ("Society", () => society),
                    ("EndsAt", () => UkTime.SayWithWeekday(a.CurrentPeriod!.EndsAt)));
            },
            cancellation);

    private Task InviteAsync(
        Guid application,
        LetterKind letter,
        GatheringPlan plan,
        Guid by,
        Role role,
        Func<DefectionApplication, Act, Gathering> deed,
        CancellationToken cancellation) =>
        desk.ActAsync(
            application,
            by,
            role,
            async (a, act) =>
            {
                var gathering = deed(a, act);
                await notices.HustingsAsync(a, gathering, act.At, cancellation);
                var society = await societies.AssemblyNameAsync(a, cancellation);
                await post.WriteAsync(
                    a,
                    letter,
                    act.At,
                    ("Society", () => society),
                    ("When", () => GatheringWords.SayWhen(plan.StartsAt, plan.EndsAt)),
                    ("How", () => plan.Kind.Say()),
                    ("Place", () => plan.Place ?? string.Empty));
            },
            cancellation);
}
