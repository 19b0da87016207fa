using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Domain.Tests.Applications.Walk;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>P9 to P11, rules 8, 9 and 27: notice, place and link, one new date, and the period that follows.</summary>
public sealed class HustingsTests
{
    private readonly TestData data = new(TestVault.New());
    private readonly DefectionApplication application;

    public HustingsTests() => application = data.ApplicationAt(Stage.Hustings);

    private DateTime At => application.StageSince.AddHours(1);

    [Fact]
    public void A_hustings_needs_seven_days_notice()
    {
        Refusal.Of("A hustings needs 7 days’ notice (rule 8).", () => Announce(Starting(At.AddDays(7).AddSeconds(-1))));
        Announce(Starting(At.AddDays(7)));
        Assert.Equal(At, application.HustingsAnnouncedAt);
    }

    [Fact]
    public void It_ends_after_it_starts() => Refusal.Of(
        "A hustings ends after it starts.", () => Announce(Starting(At.AddDays(8)) with { EndsAt = At.AddDays(8) }));

    [Theory]
    [InlineData(GatheringKind.InPerson, null, "https://meet.example/dene", "A hustings in person needs a place.")]
    [InlineData(GatheringKind.Both, " ", "https://meet.example/dene", "A hustings in person needs a place.")]
    [InlineData(GatheringKind.Online, "Dene Hall", null, "A hustings online needs a joining link.")]
    [InlineData(GatheringKind.Both, "Dene Hall", "", "A hustings online needs a joining link.")]
    public void It_has_what_people_need_to_come(GatheringKind kind, string? place, string? link, string sentence) =>
        Refusal.Of(sentence, () => Announce(Starting(At.AddDays(8)) with { Kind = kind, Place = place, JoiningLink = link }));

    [Theory]
    [InlineData(GatheringKind.InPerson, "Dene Hall", null)]
    [InlineData(GatheringKind.Online, null, "https://meet.example/dene")]
    public void It_may_be_in_person_or_online_alone(GatheringKind kind, string? place, string? link)
    {
        Announce(Starting(At.AddDays(8)) with { Kind = kind, Place = place, JoiningLink = link });
        Assert.Equal(kind, application.CurrentGathering!.Kind);
    }

    [Fact]
    public void One_date_stands_at_a_time_and_a_new_one_takes_its_place()
    {
        Refusal.Of("No date was announced yet.", () => Offer(At));
        data.Announce(application);
        Refusal.Of("A date was announced already. Offer a new date instead.", () => Announce(Starting(At.AddDays(9))));
        Offer(At.AddDays(1));
        Assert.Equal([GatheringOutcome.Replaced, GatheringOutcome.Announced], application.Gatherings.Select(g => g.Outcome));
        Assert.Equal(At, application.HustingsAnnouncedAt);
    }

    [Fact]
    public void A_new_date_that_breaks_a_rule_leaves_the_old_one_standing()
    {
        var first = data.Announce(application);
        Refusal.Of(
            "A hustings needs 7 days’ notice (rule 8).",
            () => application.OfferNewDate(Starting(At.AddDays(2)), Chair(At), Settings, data.Vault));
        Assert.Same(first, application.CurrentGathering);
    }

    [Fact]
    public void The_applicant_answers_until_it_begins()
    {
        Refusal.Of("There is no invitation to answer now.", () => Answer(At));
        var gathering = data.Announce(application);
        Answer(gathering.StartsAt.AddSeconds(-1));
        Assert.Equal(InvitationAnswer.AsksForAnotherTime, gathering.Answer);
        Refusal.Of("There is no invitation to answer now.", () => Answer(gathering.StartsAt));
    }

    [Fact]
    public void It_is_recorded_once_its_time_has_come()
    {
        const string NotYet = "This opens once the announced time has come.";
        Refusal.Of("No date was announced yet.", () => Record(At.AddDays(30)));
        var gathering = data.Announce(application);
        Refusal.Of(NotYet, () => Record(gathering.StartsAt.AddSeconds(-1)));
        Record(gathering.StartsAt);
        Assert.Equal(GatheringOutcome.Held, gathering.Outcome);
    }

    [Fact]
    public void It_counts_as_not_attended_only_after_one_new_date()
    {
        var first = data.Announce(application);
        Refusal.Of(
            "The applicant is offered one new date before the hustings counts as not attended (rule 9).",
            () => application.RecordHustingsOffered(LastDay(first.EndsAt), Chair(first.EndsAt), Settings));
        var second = Offer(first.StartsAt.AddDays(-1));
        application.RecordHustingsOffered(LastDay(second.EndsAt), Chair(second.EndsAt), Settings);
        Assert.Equal((Stage.Deliberation, GatheringOutcome.NotAttended), (application.Stage, second.Outcome));
    }

    [Fact]
    public void The_period_that_follows_has_seven_full_days_and_28_at_the_most()
    {
        var held = data.Announce(application).EndsAt;
        Refusal.Of(
            "The decision period lasts at least 7 full days (P11).",
            () => application.RecordHustingsHeld(LastDay(held).AddDays(-1), Chair(held), Settings));
        Refusal.Of(
            "The decision period lasts at most 28 days; it can be extended later (rule 10).",
            () => application.RecordHustingsHeld(UkTime.Day(held).AddDays(29), Chair(held), Settings));
        Assert.Equal(GatheringOutcome.Announced, application.CurrentGathering!.Outcome);

        application.RecordHustingsHeld(UkTime.Day(held).AddDays(28), Chair(held), Settings);
        Assert.Equal((1, held), (application.CurrentPeriod!.Number, application.CurrentPeriod.DeclaredAt));
        Assert.Equal(application.CurrentPeriod.EndsAt.AddDays(5), application.NextDueAt);
    }

    [Fact]
    public void A_body_that_announces_none_in_28_days_lacks_capacity_once_the_General_Secretary_confirms()
    {
        var since = application.StageSince;
        Refusal.Of(
            "A body has 28 days to announce the hustings (rule 27).",
            () => application.ConfirmHustingsNotArranged(OfGeneralSecretary(since.AddDays(28).AddSeconds(-1)), Settings));
        application.ConfirmHustingsNotArranged(OfGeneralSecretary(since.AddDays(28)), Settings);
        Assert.Equal((Stage.Allocation, Region), (application.Stage, application.CurrentStop!.SocietyId));
        Assert.Null(application.ResponsibleSocietyId);
        Assert.Equal(Constituency, application.AssemblySocietyId);
    }

    [Fact]
    public void A_hustings_that_was_announced_goes_ahead()
    {
        data.Announce(application);
        Refusal.Of(
            "A date was announced: the hustings goes ahead.",
            () => application.ConfirmHustingsNotArranged(OfGeneralSecretary(At.AddDays(60)), Settings));
    }

    private static GatheringPlan Starting(DateTime at) =>
        new(GatheringKind.Both, at, at.AddHours(1), "Dene Community Hall", "https://meet.example/dene");

    private static DateOnly LastDay(DateTime at) => DecisionPeriod.EarliestLastDay(at, Settings.PeriodLeastDays);

    private void Announce(GatheringPlan plan) => application.AnnounceHustings(plan, Chair(At), Settings, data.Vault);

    private Gathering Offer(DateTime at) => application.OfferNewDate(Plan(at), Chair(at), Settings, data.Vault);

    private void Answer(DateTime at) => application.AnswerInvitation(InvitationAnswer.AsksForAnotherTime, Act.OfApplicant(application.Id, at));

    private void Record(DateTime at) => application.RecordHustingsHeld(LastDay(at), Chair(at), Settings);
}
