using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Domain.Tests.Applications.Walk;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>P6, rules 7 and 28: a second person releases; a recall takes the copy away and stops the clocks.</summary>
public sealed class CopyTests
{
    private const string NotPrepared = "Nothing is prepared yet.";
    private const string AnotherReleases = "Another researcher releases it, not whoever prepared it (rule 7).";
    private const string Recalled = "The assembly’s copy is recalled. Nothing goes on until a new version is released (rule 28).";

    private static readonly DateTime At = Start.AddDays(3);

    private readonly TestData data = new(TestVault.New());

    [Fact]
    public void Nothing_is_released_that_was_not_prepared() =>
        Refusal.Of(NotPrepared, () => Release(data.ApplicationAt(Stage.Sanitisation), OfSecond(At)));

    [Fact]
    public void Whoever_prepared_a_copy_does_not_release_it()
    {
        var application = Prepared();
        Refusal.Of(AnotherReleases, () => Release(application, OfResearch(At.AddDays(1))));
        Assert.Equal(AnotherReleases, application.WhyCopyCannotBeReleased(Researcher));
        Assert.Null(application.WhyCopyCannotBeReleased(SecondResearcher));
    }

    [Fact]
    public void The_General_Secretary_releases_only_when_nobody_was_free_for_seven_days()
    {
        var application = Prepared();
        Refusal.Of(
            "The General Secretary may be the second person only when nobody else was free for 7 days.",
            () => Release(application, OfGeneralSecretary(At.AddDays(7).AddSeconds(-1))));
        Release(application, OfGeneralSecretary(At.AddDays(7)));
        Assert.Equal(Role.GeneralSecretary, application.History[^1].Role);
    }

    [Fact]
    public void Preparing_anew_before_the_release_replaces_what_was_prepared_and_who_prepared_it()
    {
        var application = Prepared();
        application.PrepareCopy(Copy().Write(), OfSecond(At.AddHours(1)), data.Vault);
        Assert.Single(application.Copies);
        Refusal.Of(AnotherReleases, () => Release(application, OfSecond(At.AddDays(1))));
        Release(application, OfResearch(At.AddDays(1)));
    }

    [Fact]
    public void A_release_begins_the_route_with_the_smallest_body()
    {
        var application = data.ApplicationAt(Stage.Allocation);
        Assert.Equal([Constituency, Region, ElectionsSociety], application.Route.Select(s => s.SocietyId));
        Assert.Equal((Constituency, Start.AddDays(4)), (application.CurrentStop!.SocietyId, application.CurrentStop.OfferedAt));
        Assert.Equal(Constituency, application.AssemblySocietyId);
        Assert.Null(application.ResponsibleSocietyId);
    }

    [Fact]
    public void A_new_version_supersedes_the_old_one()
    {
        var application = data.ApplicationAt(Stage.Deliberation);
        ReleaseAgain(application, application.StageSince.AddHours(1));
        Assert.Equal(2, application.CopyInForce!.Number);
        Assert.False(application.Copies[0].IsInForce);
        Assert.Equal(application.StageSince.AddHours(1), application.Copies[0].SupersededAt);
    }

    [Fact]
    public void A_refused_release_leaves_the_copy_in_force()
    {
        var application = data.ApplicationAt(Stage.Hustings);
        application.PrepareCopy(Copy().Write(), OfResearch(application.StageSince), data.Vault);
        Refusal.Of(
            AnotherReleases,
            () => application.ReleaseCopyAgain("It is better.", OfResearch(application.StageSince.AddHours(1)), Settings, data.Vault));
        Assert.Equal(1, application.CopyInForce!.Number);
    }

    [Fact]
    public void A_copy_is_recalled_once()
    {
        var application = data.ApplicationAt(Stage.Deliberation);
        Recall(application, application.StageSince.AddHours(1));
        Assert.Null(application.CopyInForce);
        Assert.Null(application.NextDueAt);
        Refusal.Of("No copy is out: there is nothing to recall.", () => Recall(application, application.StageSince.AddHours(2)));
    }

    [Fact]
    public void While_it_is_recalled_nothing_of_the_deliberation_goes_on()
    {
        var application = data.ApplicationAt(Stage.Deliberation);
        var finding = data.Find(application, FindingKind.ConsensusToAccept);
        var at = application.StageSince.AddDays(3);
        Recall(application, at);
        Refusal.Of(Recalled, () => application.Debate("?", OfMember(at), data.Vault));
        Refusal.Of(Recalled, () => application.StatePosition(null, PositionKind.Agree, null, OfMember(at), data.Vault));
        Refusal.Of(Recalled, () => application.ProposeFinding(FindingKind.NoConsensus, null, Chair(at), Settings, data.Vault));
        Refusal.Of(Recalled, () => application.SecondFinding(OfMember(at)));
        Refusal.Of(Recalled, () => application.ChallengeFinding("No.", OfMember(at), data.Vault));
        Refusal.Of(Recalled, () => application.AcceptByConsensus(Act.OfClock(finding.TakesEffectAt.AddDays(9)), memberBlocks: false));
        Assert.Null(application.WhatThePeriodComesTo(finding.TakesEffectAt.AddDays(9), memberBlocks: false));
    }

    [Fact]
    public void While_it_is_recalled_no_hustings_is_announced_or_recorded()
    {
        var application = data.ApplicationAt(Stage.Hustings);
        var gathering = data.Announce(application);
        Recall(application, application.StageSince.AddHours(2));
        Refusal.Of(Recalled, () => application.OfferNewDate(Plan(Start.AddDays(7)), Chair(Start.AddDays(7)), Settings, data.Vault));
        Refusal.Of(Recalled, () => application.RecordHustingsHeld(UkTime.Day(gathering.EndsAt).AddDays(8), Chair(gathering.EndsAt), Settings));
    }

    [Fact]
    public void While_it_is_recalled_nobody_votes_and_nothing_is_counted()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        var ballot = application.OpenBallotNow!;
        Recall(application, ballot.OpenedAt.AddHours(1));
        Refusal.Of(Recalled, () => application.RequireOpenBallot(OfMember(ballot.OpenedAt.AddHours(2))));
        Refusal.Of(Recalled, () => application.AcceptByBallot(Act.OfClock(ballot.ClosesAt)));
    }

    [Fact]
    public void After_it_the_period_and_its_finding_get_the_lost_time_back_up_to_the_end_of_a_day()
    {
        var application = data.ApplicationAt(Stage.Deliberation);
        var finding = data.Find(application, FindingKind.ConsensusToAccept);
        var (ends, recalled) = (application.CurrentPeriod!.EndsAt, application.StageSince.AddDays(2));
        Recall(application, recalled);
        ReleaseAgain(application, recalled.AddDays(3).AddHours(1));

        var expected = UkTime.EndOfDay(UkTime.Day(ends).AddDays(4));
        Assert.Equal(expected, application.CurrentPeriod.EndsAt);
        Assert.Equal(expected, finding.TakesEffectAt);
        Assert.Equal(expected, application.NextDueAt);
        Assert.Null(application.SuspendedSince);
    }

    [Fact]
    public void After_it_a_ballot_and_the_time_to_open_one_get_the_lost_time_back()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        var closes = application.OpenBallotNow!.ClosesAt;
        Recall(application, application.StageSince.AddDays(1));
        ReleaseAgain(application, application.StageSince.AddDays(3));
        Assert.Equal(UkTime.EndOfDay(UkTime.Day(closes).AddDays(2)), application.OpenBallotNow.ClosesAt);

        var waiting = data.ApplicationAt(Stage.Deliberation);
        waiting.FindNoConsensus(Act.OfClock(waiting.NextDueAt!.Value), memberBlocks: false);
        var due = waiting.NextDueAt!.Value;
        Recall(waiting, due.AddDays(-1));
        ReleaseAgain(waiting, due.AddDays(1));
        Assert.Equal(due.AddDays(2), waiting.NextDueAt);
    }

    [Fact]
    public void A_period_that_was_over_before_the_recall_stays_over()
    {
        var application = data.ApplicationAt(Stage.Deliberation);
        var recalled = application.CurrentPeriod!.EndsAt.AddHours(2);
        Recall(application, recalled);
        var resumed = recalled.AddDays(1).AddHours(15);
        ReleaseAgain(application, resumed);
        Assert.True(application.CurrentPeriod.IsOver(resumed));
        Assert.Equal(resumed.AddHours(-2).AddDays(5), application.NextDueAt);
    }

    private void Recall(DefectionApplication application, DateTime at) => application.RecallCopy("A number was left in.", OfResearch(at), data.Vault);

    private void ReleaseAgain(DefectionApplication application, DateTime at)
    {
        application.PrepareCopy(Copy().Write(), OfResearch(at), data.Vault);
        application.ReleaseCopyAgain("The number is out.", OfSecond(at), Settings, data.Vault);
    }

    private DefectionApplication Prepared()
    {
        var application = data.ApplicationAt(Stage.Sanitisation);
        application.PrepareCopy(Copy().Write(), OfResearch(At), data.Vault);
        return application;
    }

    private static void Release(DefectionApplication application, Act act) =>
        application.ReleaseCopy([Constituency, Region, ElectionsSociety], Constituency, act, Settings);
}
