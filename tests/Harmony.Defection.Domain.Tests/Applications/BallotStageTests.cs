using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Domain.Tests.Applications.Walk;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>P13, P14, rules 14 to 17: when a ballot opens and closes, and what its results lead to.</summary>
public sealed class BallotStageTests
{
    private readonly TestData data = new(TestVault.New());

    [Fact]
    public void No_ballot_opens_before_no_consensus_is_recorded()
    {
        var application = data.ApplicationAt(Stage.Deliberation);
        Refusal.Of(
            "A ballot opens only once it is recorded that there is no consensus (P13).",
            () => application.OpenBallot(BallotOf(7), Chair(application.CurrentPeriod!.EndsAt), Settings));
    }

    [Fact]
    public void It_is_open_for_three_days_at_least_and_for_somebody()
    {
        var application = Undecided();
        var act = Chair(application.NoConsensusAt!.Value);
        Refusal.Of("A ballot is open for at least 3 days (rule 14).", () => application.OpenBallot(BallotOf(2), act, Settings));
        Refusal.Of("Nobody is on the roll, so no ballot can open (rule 15).", () => application.OpenBallot(BallotOf(3) with { RollSize = 0 }, act, Settings));
        var ballot = application.OpenBallot(BallotOf(3), act, Settings);
        Assert.Equal(UkTime.EndOfDay(UkTime.Day(act.At).AddDays(3)), ballot.ClosesAt);
        Assert.Equal(ballot.ClosesAt, application.NextDueAt);
    }

    [Fact]
    public void The_clock_opens_it_seven_days_after_no_consensus_and_not_before()
    {
        var application = Undecided();
        var due = application.NoConsensusAt!.Value.AddDays(7);
        Refusal.Of(
            "The secretary still has time to open the ballot (rule 27).",
            () => application.OpenBallotOnTime(BallotOf(7), Act.OfClock(due.AddSeconds(-1)), Settings));
        application.OpenBallotOnTime(BallotOf(7), Act.OfClock(due), Settings);
        Assert.Equal(Stage.Ballot, application.Stage);
    }

    [Fact]
    public void Accept_and_Reject_are_always_on_it_and_Discuss_further_where_the_Society_sets_it()
    {
        Assert.Equal([BallotOption.Accept, BallotOption.Reject, BallotOption.DiscussFurther], OpenBallot(data.ApplicationAt(Stage.Deliberation)).Options);
        Assert.Equal([BallotOption.Accept, BallotOption.Reject], OpenBallot(data.ApplicationAt(Stage.Deliberation), offersDiscussion: false).Options);
    }

    [Fact]
    public void A_vote_may_be_cast_from_its_opening_until_the_moment_it_closes()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        var ballot = application.OpenBallotNow!;
        Assert.Same(ballot, application.RequireOpenBallot(OfMember(ballot.OpenedAt)));
        Assert.Same(ballot, application.RequireOpenBallot(OfMember(ballot.ClosesAt.AddSeconds(-1))));
        Refusal.Of("The ballot is closed.", () => application.RequireOpenBallot(OfMember(ballot.ClosesAt)));
    }

    [Fact]
    public void Nothing_is_counted_before_it_closes()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        var early = Act.OfClock(application.OpenBallotNow!.ClosesAt.AddSeconds(-1));
        const string Early = "Nothing is counted before the ballot closes (rule 14).";
        Refusal.Of(Early, () => application.AcceptByBallot(early));
        Refusal.Of(Early, () => application.RejectByBallot(early));
        Refusal.Of(Early, () => application.DiscussFurther(early, Settings));
        Refusal.Of(Early, () => application.ReturnTie(early, Settings));
        Refusal.Of(Early, () => application.ReturnEmptyBallot(early, Settings));
    }

    [Theory]
    [InlineData(BallotOutcome.Accept, Step.AcceptByBallot)]
    [InlineData(BallotOutcome.Reject, Step.RejectByBallot)]
    [InlineData(BallotOutcome.DiscussFurther, Step.DiscussFurther)]
    [InlineData(BallotOutcome.Tie, Step.ReturnTie)]
    [InlineData(BallotOutcome.Empty, Step.ReturnEmptyBallot)]
    public void Each_result_of_a_first_ballot_leads_to_its_step(BallotOutcome outcome, Step step) =>
        Assert.Equal(step, data.ApplicationAt(Stage.Ballot).WhatTheBallotComesTo(outcome, Settings));

    [Fact]
    public void A_ballot_that_decides_nothing_begins_a_fresh_period_of_the_shortest_length()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        var close = Close(application);
        application.DiscussFurther(close, Settings);
        Assert.Equal((2, close.At), (application.CurrentPeriod!.Number, application.CurrentPeriod.DeclaredAt));
        Assert.True(application.CurrentPeriod.EndsAt - close.At >= TimeSpan.FromDays(7));
        Assert.Equal(application.CurrentPeriod.EndsAt.AddDays(5), application.NextDueAt);
        Assert.Null(application.NoConsensusAt);
    }

    [Fact]
    public void Discuss_further_is_offered_until_it_was_a_result_once()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        application.DiscussFurther(Close(application), Settings);
        Assert.False(OpenBallot(application).OffersDiscussion);
    }

    [Fact]
    public void A_second_tie_is_a_rejection_unless_the_Party_set_it_otherwise()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        Refusal.Of("Only a second tie is a rejection (rule 16).", () => application.RejectOnSecondTie(Close(application)));
        application.ReturnTie(Close(application), Settings);
        OpenBallot(application);
        Assert.Equal(Step.RejectOnSecondTie, application.WhatTheBallotComesTo(BallotOutcome.Tie, Settings));
        Assert.Equal(Step.ReturnTie, application.WhatTheBallotComesTo(BallotOutcome.Tie, Settings with { SecondTieRejects = false }));
        application.RejectOnSecondTie(Close(application));
        Assert.Equal(Stage.Rejected, application.Stage);
    }

    [Fact]
    public void A_second_empty_ballot_counts_as_lack_of_capacity()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        Refusal.Of("Only a second empty ballot counts as lack of capacity (rule 17).", () => application.ReturnEmptyBallotAgain(Close(application)));
        application.ReturnEmptyBallot(Close(application), Settings);
        OpenBallot(application);
        Assert.Equal(Step.ReturnEmptyBallotAgain, application.WhatTheBallotComesTo(BallotOutcome.Empty, Settings));
        application.ReturnEmptyBallotAgain(Close(application));
        Assert.Equal((Stage.Allocation, CapacityAnswer.LacksCapacity), (application.Stage, application.Route[0].Answer));
        Assert.Equal(Region, application.CurrentStop!.SocietyId);
        Assert.Null(application.NextDueAt);
    }

    [Fact]
    public void A_ballot_that_was_not_counted_leads_nowhere() => Assert.Throws<ArgumentOutOfRangeException>(
        () => data.ApplicationAt(Stage.Ballot).WhatTheBallotComesTo(BallotOutcome.Void, Settings));

    private static BallotPlan BallotOf(int days) => new(Guid.CreateVersion7(), true, days, 12);

    private DefectionApplication Undecided()
    {
        var application = data.ApplicationAt(Stage.Deliberation);
        application.FindNoConsensus(Act.OfClock(application.NextDueAt!.Value), memberBlocks: false);
        return application;
    }
}
