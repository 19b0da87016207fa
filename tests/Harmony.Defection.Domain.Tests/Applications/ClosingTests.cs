using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Domain.Tests.Applications.Walk;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>Rules 21 and 28: what a withdrawal ends, and how a decision is opened again by two people.</summary>
public sealed class ClosingTests
{
    private readonly TestData data = new(TestVault.New());

    [Fact]
    public void Withdrawal_voids_an_open_ballot_and_stops_every_clock()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        var at = application.StageSince.AddHours(1);
        application.Withdraw(Act.OfApplicant(application.Id, at));
        Assert.Equal((BallotOutcome.Void, at), (application.Ballots[0].Outcome, application.Ballots[0].ConcludedAt));
        Assert.Null(application.NextDueAt);
        Assert.Null(application.OpenBallotNow);
    }

    [Fact]
    public void Withdrawal_ends_a_hustings_a_finding_a_doubt_and_a_recall()
    {
        var invited = data.ApplicationAt(Stage.Hustings);
        data.Announce(invited);
        invited.Withdraw(Act.OfApplicant(invited.Id, invited.StageSince.AddHours(3)));
        Assert.Equal(GatheringOutcome.FellAway, invited.Gatherings[0].Outcome);

        var debated = data.ApplicationAt(Stage.Deliberation);
        data.Find(debated, FindingKind.ConsensusToAccept);
        debated.ProposeNotGenuine(
            Domain.Research.NotGenuineGround.DidNotSendIt, "?", OfResearch(debated.StageSince.AddDays(3)), Settings, data.Vault);
        debated.RecallCopy("A number was left in.", OfResearch(debated.StageSince.AddDays(3)), data.Vault);
        debated.Withdraw(Act.OfApplicant(debated.Id, debated.StageSince.AddDays(4)));
        Assert.Equal(FindingState.FellAway, debated.Findings[0].State);
        Assert.Null(debated.StandingNotGenuineProposal);
        Assert.Null(debated.SuspendedSince);
        Assert.Null(debated.NextDueAt);
    }

    [Fact]
    public void A_lapse_keeps_its_reason_sealed()
    {
        var application = data.ApplicationAt(Stage.Lapsed);
        Assert.NotNull(application.History[^1].Note);
        Assert.DoesNotContain("seat", application.History[^1].Note!.Value.Cipher, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Accepted)]
    [InlineData(Stage.Rejected)]
    public void A_decision_is_opened_again_by_two_people(Stage stage)
    {
        var application = data.ApplicationAt(stage);
        var at = application.StageSince.AddDays(1);
        Refusal.Of("The General Secretary proposes a reopening first (rule 28).", () => Confirm(application, Committee, at));
        Propose(application, at);
        Refusal.Of("Reopening is proposed already; the Committee for Resolutions confirms it (rule 28).", () => Propose(application, at));
        Refusal.Of(
            "Two people reopen a decision: one for the General Secretary, one for the Committee (rule 28).",
            () => Confirm(application, GeneralSecretary, at));
        Confirm(application, Committee, at);
        Assert.Equal((Stage.Deliberation, 2), (application.Stage, application.CurrentPeriod!.Number));
        Assert.Null(application.ReopeningProposedBy);
        Assert.Null(application.StandingFinding);
        Assert.Equal(application.CurrentPeriod.EndsAt.AddDays(5), application.NextDueAt);
    }

    [Fact]
    public void Nothing_is_carried_over_into_a_decision_made_anew_not_even_a_tie()
    {
        var application = data.ApplicationAt(Stage.Ballot);
        application.ReturnTie(Close(application), Settings);
        OpenBallot(application);
        application.RejectByBallot(Close(application));
        Propose(application, application.StageSince.AddDays(1));
        Confirm(application, Committee, application.StageSince.AddDays(2));
        OpenBallot(application);
        Assert.Equal(Step.ReturnTie, application.WhatTheBallotComesTo(BallotOutcome.Tie, Settings));
    }

    private void Propose(DefectionApplication application, DateTime at) =>
        application.ProposeReopening("P9: the invitation never went out.", OfGeneralSecretary(at), data.Vault);

    private static void Confirm(DefectionApplication application, Guid person, DateTime at) =>
        application.ConfirmReopening(By(person, Role.CommitteeForResolutions, at), Settings);
}
