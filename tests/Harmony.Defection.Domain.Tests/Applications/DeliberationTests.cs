using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Domain.Tests.Applications.Walk;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>P11 to P13, rules 10 to 13 and 27: the period, positions, and the finding that takes effect at its end and never before.</summary>
public sealed class DeliberationTests
{
    private const string NotYet = "“Accept by consensus” is not what follows now from the period and its finding (rule 12).";

    private readonly TestData data = new(TestVault.New());
    private readonly DefectionApplication application;

    public DeliberationTests() => application = data.ApplicationAt(Stage.Deliberation);

    private DecisionPeriod Period => application.CurrentPeriod!;

    [Fact]
    public void A_period_is_extended_openly_and_never_shortened()
    {
        var last = UkTime.Day(Period.EndsAt);
        Refusal.Of("A period is extended, never shortened (rule 10).", () => Extend(last, Period.DeclaredAt.AddDays(1)));
        Refusal.Of("A period is extended, never shortened (rule 10).", () => Extend(last.AddDays(-1), Period.DeclaredAt.AddDays(1)));
        Extend(last.AddDays(3), Period.DeclaredAt.AddDays(1));
        Assert.Equal((UkTime.EndOfDay(last.AddDays(3)), 1), (Period.EndsAt, Period.Extensions));
        Assert.Equal(Period.EndsAt.AddDays(5), application.NextDueAt);
        Assert.NotNull(application.History[^1].Note);
    }

    [Fact]
    public void With_all_extensions_it_lasts_56_days_at_the_most()
    {
        var declared = UkTime.Day(Period.DeclaredAt);
        Refusal.Of(
            "With all extensions a period lasts at most 56 days (rule 10).",
            () => Extend(declared.AddDays(57), Period.DeclaredAt.AddDays(1)));
        Extend(declared.AddDays(56), Period.DeclaredAt.AddDays(1));
    }

    [Fact]
    public void A_period_that_is_over_is_neither_extended_nor_debated_in()
    {
        Refusal.Of("The period is over; it can be extended only while it runs.", () => Extend(UkTime.Day(Period.EndsAt).AddDays(2), Period.EndsAt));
        Refusal.Of(
            "The period is over; the debate can be read but not added to.",
            () => application.Debate("One more thing.", OfMember(Period.EndsAt), data.Vault));
        Assert.Equal(Role.Member, application.Debate("One more thing.", OfMember(Period.EndsAt.AddSeconds(-1)), data.Vault).Role);
    }

    [Fact]
    public void An_extension_moves_a_finding_to_the_new_end()
    {
        var finding = data.Find(application, FindingKind.ConsensusToAccept);
        Extend(UkTime.Day(Period.EndsAt).AddDays(4), finding.ProposedAt.AddDays(1));
        Assert.Equal(Period.EndsAt, finding.TakesEffectAt);
        Assert.Equal(Period.EndsAt, application.NextDueAt);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_block_needs_a_reason(string? reason)
    {
        var act = OfMember(Period.DeclaredAt.AddDays(1));
        Refusal.Of("A block needs a reason (rule 11).", () => application.StatePosition(null, PositionKind.Block, reason, act, data.Vault));
    }

    [Fact]
    public void A_position_may_change_and_is_told_apart_by_role()
    {
        var position = application.StatePosition(
            null, PositionKind.Concern, "I wonder.", By(Member, Role.Participant, Period.DeclaredAt.AddDays(1)), data.Vault);
        Assert.Equal(Role.Participant, position.Role);
        var changed = application.StatePosition(position, PositionKind.Agree, null, OfMember(Period.DeclaredAt.AddDays(2)), data.Vault);
        Assert.Same(position, changed);
        Assert.Equal((PositionKind.Agree, Role.Member), (changed.Kind, changed.Role));
        Assert.Null(changed.Reason);
    }

    [Fact]
    public void Positions_close_with_the_period_or_with_a_finding_that_cools_off()
    {
        const string Over = "The time for positions is over.";
        Refusal.Of(Over, () => application.StatePosition(null, PositionKind.Agree, null, OfMember(Period.EndsAt), data.Vault));
        var finding = Propose(FindingKind.ConsensusToAccept, Period.EndsAt.AddDays(-1));
        application.StatePosition(null, PositionKind.Block, "Not heard.", OfMember(finding.TakesEffectAt.AddSeconds(-1)), data.Vault);
        Refusal.Of(Over, () => application.StatePosition(null, PositionKind.Agree, null, OfMember(finding.TakesEffectAt), data.Vault));
    }

    [Fact]
    public void A_finding_takes_effect_at_the_end_of_the_period_and_never_before()
    {
        var finding = data.Find(application, FindingKind.ConsensusToAccept);
        Assert.Equal(Period.EndsAt, finding.TakesEffectAt);
        Refusal.Of(NotYet, () => application.AcceptByConsensus(Act.OfClock(Period.EndsAt.AddSeconds(-1)), memberBlocks: false));
        application.AcceptByConsensus(Act.OfClock(Period.EndsAt), memberBlocks: false);
        Assert.Equal((Stage.Accepted, FindingState.TookEffect), (application.Stage, finding.State));
        Assert.Null(application.NextDueAt);
    }

    [Theory]
    [InlineData(-6, 0)]
    [InlineData(-5, 0)]
    [InlineData(-4.99, 0.01)]
    [InlineData(-1, 4)]
    [InlineData(2, 7)]
    public void A_finding_of_the_last_five_days_or_later_cools_off_for_five(double proposed, double effect)
    {
        var end = new DateTime(2026, 6, 24, 22, 59, 59, DateTimeKind.Utc);
        Assert.Equal(end.AddDays(effect), ConsensusFinding.EffectOf(end.AddDays(proposed), end, 5), TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 2)]
    public void Without_cooling_off_it_takes_effect_at_the_end_or_at_once(int proposed, int effect)
    {
        var end = new DateTime(2026, 6, 24, 22, 59, 59, DateTimeKind.Utc);
        Assert.Equal(end.AddDays(effect), ConsensusFinding.EffectOf(end.AddDays(proposed), end, null));
    }

    [Fact]
    public void One_finding_stands_at_a_time()
    {
        Propose(FindingKind.ConsensusToAccept, Period.DeclaredAt.AddDays(1));
        Refusal.Of(
            "A finding stands already; it takes effect at its moment, or turns to “no consensus”.",
            () => Propose(FindingKind.ConsensusToReject, Period.DeclaredAt.AddDays(2)));
    }

    [Fact]
    public void A_finding_may_be_proposed_until_five_days_after_the_end_as_the_period_was_declared()
    {
        Assert.Null(application.WhyNoFindingCanBeProposed(Period.EndsAt.AddDays(5).AddSeconds(-1)));
        Assert.Equal("The time for a finding is over (rule 27).", application.WhyNoFindingCanBeProposed(Period.EndsAt.AddDays(5)));
        Assert.Equal(5, application.FindingDays);

        application.FindNoConsensus(Act.OfClock(application.NextDueAt!.Value), memberBlocks: false);
        Refusal.Of("It is recorded that there is no consensus.", () => Propose(FindingKind.ConsensusToAccept, Period.EndsAt.AddDays(1)));
    }

    [Fact]
    public void A_change_of_the_settings_does_not_bind_a_period_that_was_declared_before()
    {
        var shorter = Settings with { FindingDays = 1 };
        var act = Chair(Period.EndsAt.AddDays(3));
        application.ProposeFinding(FindingKind.ConsensusToAccept, null, act, shorter, data.Vault);
        Assert.NotNull(application.StandingFinding);
    }

    [Fact]
    public void Another_Member_seconds_it()
    {
        Refusal.Of("No finding waits to be seconded.", () => application.SecondFinding(OfMember(Period.DeclaredAt.AddDays(1))));
        Propose(FindingKind.ConsensusToAccept, Period.DeclaredAt.AddDays(1));
        Refusal.Of(
            "Another Member seconds a finding, not whoever proposed it (rule 12).",
            () => application.SecondFinding(By(Secretary, Role.Member, Period.DeclaredAt.AddDays(2))));
        application.SecondFinding(OfMember(Period.DeclaredAt.AddDays(2)));
        Refusal.Of("No finding waits to be seconded.", () => application.SecondFinding(OfMember(Period.DeclaredAt.AddDays(3))));
    }

    [Fact]
    public void A_finding_that_nobody_seconds_turns_to_no_consensus()
    {
        var finding = Propose(FindingKind.ConsensusToAccept, Period.DeclaredAt.AddDays(1));
        Refusal.Of(NotYet, () => application.AcceptByConsensus(Act.OfClock(Period.EndsAt), memberBlocks: false));
        application.FindNoConsensus(Act.OfClock(Period.EndsAt), memberBlocks: false);
        Assert.Equal((FindingState.FellAway, Period.EndsAt), (finding.State, application.NoConsensusAt));
    }

    [Fact]
    public void A_Member_s_block_at_its_moment_turns_it_to_no_consensus()
    {
        data.Find(application, FindingKind.ConsensusToAccept);
        Refusal.Of(NotYet, () => application.AcceptByConsensus(Act.OfClock(Period.EndsAt), memberBlocks: true));
        Assert.Equal(Step.FindNoConsensus, application.WhatThePeriodComesTo(Period.EndsAt, memberBlocks: true));
    }

    [Fact]
    public void A_Member_s_challenge_turns_it_to_no_consensus()
    {
        const string Nothing = "There is no finding to challenge now.";
        Refusal.Of(Nothing, () => Challenge(Period.DeclaredAt.AddDays(1)));
        var finding = data.Find(application, FindingKind.ConsensusToReject);
        Refusal.Of(Nothing, () => Challenge(finding.TakesEffectAt));
        Challenge(finding.TakesEffectAt.AddSeconds(-1));
        Refusal.Of(Nothing, () => Challenge(finding.TakesEffectAt.AddSeconds(-1)));
        Assert.Equal(Step.FindNoConsensus, application.WhatThePeriodComesTo(Period.EndsAt, memberBlocks: false));
    }

    [Fact]
    public void A_seconded_finding_of_no_consensus_takes_effect_as_such()
    {
        var finding = data.Find(application, FindingKind.NoConsensus);
        application.FindNoConsensus(Act.OfClock(Period.EndsAt), memberBlocks: false);
        Assert.Equal(FindingState.TookEffect, finding.State);
        Assert.Equal(Period.EndsAt.AddDays(7), application.NextDueAt);
    }

    [Fact]
    public void Without_a_finding_the_clock_waits_five_days_after_the_end()
    {
        Refusal.Of(
            "“Record that there is no consensus” is not what follows now from the period and its finding (rule 12).",
            () => application.FindNoConsensus(Act.OfClock(Period.EndsAt), memberBlocks: false));
        Assert.Equal(Period.EndsAt.AddDays(5), application.NextDueAt);
        application.FindNoConsensus(Act.OfClock(Period.EndsAt.AddDays(5)), memberBlocks: false);
    }

    private ConsensusFinding Propose(FindingKind kind, DateTime at) => application.ProposeFinding(kind, "How we came to it.", Chair(at), Settings, data.Vault);

    private void Challenge(DateTime at) => application.ChallengeFinding("I was not heard.", OfMember(at), data.Vault);

    private void Extend(DateOnly lastDay, DateTime at) => application.ExtendPeriod(lastDay, "A question is open.", Chair(at), Settings, data.Vault);
}
