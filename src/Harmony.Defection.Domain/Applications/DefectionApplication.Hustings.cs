using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Domain.Applications;

/// <content>The hustings: P9 to P11, rules 8, 9 and 27.</content>
public sealed partial class DefectionApplication
{
    private readonly List<Gathering> gatherings = [];

    /// <summary>Every date that was announced, oldest first.</summary>
    public IReadOnlyList<Gathering> Gatherings => gatherings;

    /// <summary>The date that stands, if one was announced.</summary>
    public Gathering? CurrentGathering => gatherings.LastOrDefault(g => g.Outcome == GatheringOutcome.Announced);

    /// <summary>How many dates the body now responsible has offered.</summary>
    private int OfferedDates => gatherings.Count(g => g.AnnouncedAt >= StageSince);

    /// <summary>When the first date was announced, in UTC: the day by which somebody must have joined to be on the roll (rule 15).</summary>
    public DateTime? HustingsAnnouncedAt => gatherings.Count == 0 ? null : gatherings[0].AnnouncedAt;

    /// <summary>The secretary announces the hustings; the applicant and the assembly are invited (P9, P10).</summary>
    /// <exception cref="ProcessRuleException">
    /// Less than 7 days' notice, no place or link, no assembly to invite, no copy for it to read, or a date stands already.
    /// </exception>
    public Gathering AnnounceHustings(GatheringPlan plan, Act act, ProcessSettings settings, IVault vault)
    {
        Allow(Step.AnnounceHustings, act);
        Require(CurrentGathering is null, "A date was announced already. Offer a new date instead.");
        var gathering = AddGathering(plan, act, settings, vault);
        Take(Step.AnnounceHustings, act);
        return gathering;
    }

    /// <summary>The applicant answers the invitation (P9).</summary>
    /// <exception cref="ProcessRuleException">No date stands, or it has begun.</exception>
    public void AnswerInvitation(InvitationAnswer answer, Act act)
    {
        Allow(Step.AnswerInvitation, act);
        Require(CurrentGathering is { } g && act.At < g.StartsAt, T("There is no invitation to answer now."));
        CurrentGathering!.TakeAnswer(answer);
        Take(Step.AnswerInvitation, act);
    }

    /// <summary>The secretary offers another date in place of the one announced; everybody is told (P10, rule 9).</summary>
    /// <exception cref="ProcessRuleException">No date stands, or the new one breaks the rules of the first.</exception>
    public Gathering OfferNewDate(GatheringPlan plan, Act act, ProcessSettings settings, IVault vault)
    {
        Allow(Step.OfferNewDate, act);
        RequireDate();
        var replaced = CurrentGathering!;
        var gathering = AddGathering(plan, act, settings, vault);
        replaced.Conclude(GatheringOutcome.Replaced);
        Take(Step.OfferNewDate, act);
        return gathering;
    }

    /// <summary>The secretary records the hustings as held and declares the decision period (P11).</summary>
    /// <param name="lastDay">The period's last UK day.</param>
    /// <param name="act">The secretary's act.</param>
    /// <param name="settings">The period's limits.</param>
    /// <exception cref="ProcessRuleException">The gathering has not begun, or the period is too short or too long.</exception>
    public void RecordHustingsHeld(DateOnly lastDay, Act act, ProcessSettings settings) =>
        Conclude(Step.RecordHustingsHeld, GatheringOutcome.Held, lastDay, act, settings);

    /// <summary>
    /// The secretary records that the hustings was offered, a second time too, and not attended, and declares the period (rule 9, P11).
    /// </summary>
    /// <exception cref="ProcessRuleException">Only one date was offered, it has not begun, or the period is too short or too long.</exception>
    public void RecordHustingsOffered(DateOnly lastDay, Act act, ProcessSettings settings)
    {
        Allow(Step.RecordHustingsOffered, act);
        RequireDate();
        Require(OfferedDates > 1, "The applicant is offered one new date before the hustings counts as not attended (rule 9).");
        Conclude(Step.RecordHustingsOffered, GatheringOutcome.NotAttended, lastDay, act, settings);
    }

    /// <summary>Why it cannot be confirmed yet that no hustings was arranged; nothing when it can.</summary>
    public string? WhyHustingsCannotBePassedOn(DateTime now, ProcessSettings settings) =>
        OfferedDates > 0 ? "A date was announced: the hustings goes ahead."
        : now < StageSince.AddDays(settings.AnnounceHustingsDays)
            ? $"A body has {settings.AnnounceHustingsDays} days to announce the hustings (rule 27)."
            : null;

    /// <summary>No hustings was announced in time, which the General Secretary confirms to be lack of capacity (rule 27).</summary>
    /// <exception cref="ProcessRuleException">The body still has time, or has announced one.</exception>
    public void ConfirmHustingsNotArranged(Act act, ProcessSettings settings)
    {
        Allow(Step.ConfirmHustingsNotArranged, act);
        if (WhyHustingsCannotBePassedOn(act.At, settings) is { } refusal)
        {
            throw new ProcessRuleException(refusal);
        }

        PassOn(CapacityAnswer.LacksCapacity, act.At);
        Take(Step.ConfirmHustingsNotArranged, act);
    }

    private Gathering AddGathering(GatheringPlan plan, Act act, ProcessSettings settings, IVault vault)
    {
        Require(AssemblySocietyId is not null, "The General Secretary first names the Society whose Members decide (rule 15).");
        RequireCopyInForce();
        Require(
            plan.StartsAt >= act.At.AddDays(settings.HustingsNoticeDays),
            $"A hustings needs {settings.HustingsNoticeDays} days’ notice (rule 8).");
        Require(plan.EndsAt > plan.StartsAt, "A hustings ends after it starts.");
        Require(plan.Kind == GatheringKind.Online || !string.IsNullOrWhiteSpace(plan.Place), "A hustings in person needs a place.");
        Require(plan.Kind == GatheringKind.InPerson || !string.IsNullOrWhiteSpace(plan.JoiningLink), "A hustings online needs a joining link.");
        var gathering = Gathering.Announce(Id, gatherings.Count + 1, plan, act, vault);
        gatherings.Add(gathering);
        return gathering;
    }

    private void Conclude(Step step, GatheringOutcome outcome, DateOnly lastDay, Act act, ProcessSettings settings)
    {
        Allow(step, act);
        RequireCopyInForce();
        RequireDate();
        Require(act.At >= CurrentGathering!.StartsAt, "This opens once the announced time has come.");
        var gathering = CurrentGathering!;
        DeclarePeriod(lastDay, act.At, settings);
        gathering.Conclude(outcome);
        Take(step, act);
    }

    private void RequireDate() => Require(CurrentGathering is not null, "No date was announced yet.");

    private void RequireCopyInForce() =>
        Require(CopyInForce is not null, RecalledSentence);
}
