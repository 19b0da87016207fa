using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Applications;

/// <content>The decision period and the finding that ends it: P11 to P13, rules 10 to 13 and 27.</content>
public sealed partial class DefectionApplication
{
    private readonly List<DecisionPeriod> periods = [];
    private readonly List<ConsensusFinding> findings = [];

    /// <summary>Every declared period, oldest first.</summary>
    public IReadOnlyList<DecisionPeriod> Periods => periods;

    public IReadOnlyList<ConsensusFinding> Findings => findings;

    /// <summary>The newest period, running or over.</summary>
    public DecisionPeriod? CurrentPeriod => periods.Count == 0 ? null : periods[^1];

    /// <summary>A finding that waits for its moment.</summary>
    public ConsensusFinding? StandingFinding => findings.FirstOrDefault(f => f.Stands);

    /// <summary>When "no consensus" was recorded for the newest period, in UTC: what opens a ballot (P13).</summary>
    public DateTime? NoConsensusAt { get; private set; }

    /// <summary>The period is extended openly, with a reason; never shortened (rule 10).</summary>
    /// <exception cref="ProcessRuleException">It is over, the new day is not later, or it would be too long.</exception>
    public void ExtendPeriod(DateOnly lastDay, string reason, Act act, ProcessSettings settings, IVault vault)
    {
        Allow(Step.ExtendPeriod, act);
        var period = CurrentPeriod!;
        Require(!period.IsOver(act.At), "The period is over; it can be extended only while it runs.");
        Require(UkTime.EndOfDay(lastDay) > period.EndsAt, "A period is extended, never shortened (rule 10).");
        Require(
            UkTime.EndOfDay(lastDay) <= UkTime.EndOfDay(UkTime.Day(period.DeclaredAt).AddDays(settings.PeriodMostDaysExtended)),
            $"With all extensions a period lasts at most {settings.PeriodMostDaysExtended} days (rule 10).");
        period.ExtendTo(lastDay);
        StandingFinding?.WaitUntil(period.EndsAt);
        Take(Step.ExtendPeriod, act, reason, vault);
    }

    /// <summary>Adds to the debate (P12).</summary>
    /// <exception cref="ProcessRuleException">The period is over.</exception>
    public Contribution Debate(string text, Act act, IVault vault)
    {
        Allow(Step.Debate, act);
        RequireCopyInForce();
        Require(!CurrentPeriod!.IsOver(act.At), "The period is over; the debate can be read but not added to.");
        return Contribution.Of(CurrentPeriod, text, act, vault);
    }

    /// <summary>States or changes a person's position. A Member's position may still change while a finding cools off (rules 11 and 13).</summary>
    /// <param name="existing">The person's position in this period, if there is one.</param>
    /// <param name="kind">Where they stand now.</param>
    /// <param name="reason">Why; a block needs one.</param>
    /// <param name="act">The Member's or Participant's act.</param>
    /// <param name="vault">Seals the reason.</param>
    /// <returns>The position: the existing one, changed, or a new one.</returns>
    /// <exception cref="ProcessRuleException">The time for positions is over, or a block has no reason.</exception>
    public Position StatePosition(Position? existing, PositionKind kind, string? reason, Act act, IVault vault)
    {
        Allow(Step.StatePosition, act);
        RequireCopyInForce();
        Require(PositionsAreOpen(act.At), "The time for positions is over.");
        Require(kind != PositionKind.Block || !string.IsNullOrWhiteSpace(reason), "A block needs a reason (rule 11).");
        if (existing is null)
        {
            return Position.Of(CurrentPeriod!, kind, reason, act, vault);
        }

        existing.Change(kind, reason, act, vault);
        return existing;
    }

    /// <summary>Whether positions may be stated or changed: while the period runs, and while a finding waits for its moment.</summary>
    public bool PositionsAreOpen(DateTime now) =>
        NoConsensusAt is null && CurrentPeriod is { } period && (!period.IsOver(now) || (StandingFinding is { } f && now < f.TakesEffectAt));

    /// <summary>Why no finding can be proposed now; nothing when one can.</summary>
    public string? WhyNoFindingCanBeProposed(DateTime now) =>
        NoConsensusAt is not null ? "It is recorded that there is no consensus."
        : StandingFinding is not null ? "A finding stands already; it takes effect at its moment, or turns to “no consensus”."
        : now >= CurrentPeriod!.EndsAt.AddDays(FindingDays) ? "The time for a finding is over (rule 27)."
        : null;

    /// <summary>The secretary proposes a finding on the process (P12, rule 12).</summary>
    /// <exception cref="ProcessRuleException">A finding stands, "no consensus" is recorded, or the time is over.</exception>
    public ConsensusFinding ProposeFinding(FindingKind kind, string? statement, Act act, ProcessSettings settings, IVault vault)
    {
        Allow(Step.ProposeFinding, act);
        RequireCopyInForce();
        if (WhyNoFindingCanBeProposed(act.At) is { } refusal)
        {
            throw new ProcessRuleException(refusal);
        }

        var finding = ConsensusFinding.Propose(CurrentPeriod!, kind, statement, act, settings.CoolingOffDays, vault);
        findings.Add(finding);
        Take(Step.ProposeFinding, act);
        return finding;
    }

    /// <summary>Another Member seconds the finding (rule 12).</summary>
    /// <exception cref="ProcessRuleException">No finding waits for a second, or the Member proposed it.</exception>
    public void SecondFinding(Act act)
    {
        Allow(Step.SecondFinding, act);
        RequireCopyInForce();
        Require(StandingFinding is { State: FindingState.Proposed } f && act.At < f.TakesEffectAt, "No finding waits to be seconded.");
        Require(StandingFinding!.ProposedBy != act.Person, "Another Member seconds a finding, not whoever proposed it (rule 12).");
        StandingFinding.Second(act);
        Take(Step.SecondFinding, act);
    }

    /// <summary>A Member challenges the finding, which turns it to "no consensus" (rule 12).</summary>
    /// <exception cref="ProcessRuleException">No finding stands, or its moment has come.</exception>
    public void ChallengeFinding(string reason, Act act, IVault vault)
    {
        Allow(Step.ChallengeFinding, act);
        RequireCopyInForce();
        Require(
            StandingFinding is { State: not FindingState.Challenged } f && act.At < f.TakesEffectAt,
            "There is no finding to challenge now.");
        StandingFinding!.TakeChallenge(reason, act, vault);
        Take(Step.ChallengeFinding, act);
    }

    /// <summary>The step that the clock takes when the finding's moment, or the last day for a finding, has come; nothing before.</summary>
    /// <param name="now">The present moment, in UTC.</param>
    /// <param name="memberBlocks">Whether a Member's block stands.</param>
    public Step? WhatThePeriodComesTo(DateTime now, bool memberBlocks)
    {
        if (Stage != Stage.Deliberation || CurrentPeriod is null || NoConsensusAt is not null || SuspendedSince is not null || NextDueAt is null || now < NextDueAt)
        {
            return null;
        }

        return StandingFinding switch
        {
            { State: FindingState.Seconded, Kind: FindingKind.ConsensusToAccept } when !memberBlocks => Step.AcceptByConsensus,
            { State: FindingState.Seconded, Kind: FindingKind.ConsensusToReject } when !memberBlocks => Step.RejectByConsensus,
            _ => Step.FindNoConsensus,
        };
    }

    /// <summary>The finding to accept takes effect (P12, P15).</summary>
    /// <exception cref="ProcessRuleException">Its moment has not come, it was not seconded, or a block or challenge stands.</exception>
    public void AcceptByConsensus(Act act, bool memberBlocks) => TakeEffect(Step.AcceptByConsensus, act, memberBlocks);

    /// <summary>The finding not to accept takes effect (P12, P18).</summary>
    /// <exception cref="ProcessRuleException">Its moment has not come, it was not seconded, or a block or challenge stands.</exception>
    public void RejectByConsensus(Act act, bool memberBlocks) => TakeEffect(Step.RejectByConsensus, act, memberBlocks);

    /// <summary>It is recorded that there is no consensus, which opens the way to a ballot (P13, rules 12 and 27).</summary>
    /// <exception cref="ProcessRuleException">The moment has not come, or a finding of consensus takes effect instead.</exception>
    public void FindNoConsensus(Act act, bool memberBlocks)
    {
        RequireMoment(Step.FindNoConsensus, act, memberBlocks);
        StandingFinding?.Conclude(StandingFinding.Kind == FindingKind.NoConsensus && StandingFinding.State == FindingState.Seconded
            ? FindingState.TookEffect
            : FindingState.FellAway);
        NoConsensusAt = act.At;
        Take(Step.FindNoConsensus, act);
    }

    private void TakeEffect(Step step, Act act, bool memberBlocks)
    {
        RequireMoment(step, act, memberBlocks);
        StandingFinding!.Conclude(FindingState.TookEffect);
        Take(step, act);
    }

    private void RequireMoment(Step step, Act act, bool memberBlocks)
    {
        Allow(step, act);
        RequireCopyInForce();
        Require(WhatThePeriodComesTo(act.At, memberBlocks) == step, $"“{step.Label()}” is not what follows now from the period and its finding (rule 12).");
    }

    private void DeclarePeriod(DateOnly lastDay, DateTime at, ProcessSettings settings)
    {
        Require(
            lastDay >= DecisionPeriod.EarliestLastDay(at, settings.PeriodLeastDays),
            $"The decision period lasts at least {settings.PeriodLeastDays} full days (P11).");
        Require(
            lastDay <= UkTime.Day(at).AddDays(settings.PeriodMostDays),
            $"The decision period lasts at most {settings.PeriodMostDays} days; it can be extended later (rule 10).");
        BeginPeriod(lastDay, at, settings);
    }

    private void BeginPeriod(DateOnly lastDay, DateTime at, ProcessSettings settings)
    {
        NoConsensusAt = null;
        FindingDays = settings.FindingDays;
        OpenBallotDays = settings.OpenBallotDays;
        periods.Add(DecisionPeriod.Declare(Id, periods.Count + 1, at, lastDay));
    }

    /// <summary>A fresh period of the shortest length begins, for a ballot that decided nothing or a decision reopened.</summary>
    private void BeginFreshPeriod(DateTime at, ProcessSettings settings) =>
        BeginPeriod(DecisionPeriod.EarliestLastDay(at, settings.PeriodLeastDays), at, settings);
}
