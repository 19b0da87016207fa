using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Domain.Applications;

/// <content>The ballot: P13, P14, rules 14 to 17.</content>
public sealed partial class DefectionApplication
{
    private readonly List<Ballot> ballots = [];

    /// <summary>Every ballot of this application, oldest first.</summary>
    public IReadOnlyList<Ballot> Ballots => ballots;

    /// <summary>The ballot that is open, or closed and not yet counted.</summary>
    public Ballot? OpenBallotNow => ballots.FirstOrDefault(b => b.Outcome == BallotOutcome.None);

    /// <summary>Whether "Discuss further" was a ballot's result before; it may be once (rule 14).</summary>
    public bool HasDiscussedFurther => ballots.Any(b => b.Outcome == BallotOutcome.DiscussFurther);

    /// <summary>The secretary opens the ballot once "no consensus" is recorded (P13).</summary>
    /// <param name="plan">The ballot's id, options, length and roll.</param>
    /// <param name="act">The secretary's act.</param>
    /// <param name="settings">The ballot's shortest length.</param>
    /// <exception cref="ProcessRuleException">There is no recorded "no consensus", the ballot is too short, or nobody is on the roll.</exception>
    public Ballot OpenBallot(BallotPlan plan, Act act, ProcessSettings settings) => Open(Step.OpenBallot, plan, act, settings);

    /// <summary>The clock opens the ballot that nobody opened in time (rule 27).</summary>
    /// <exception cref="ProcessRuleException">Its time has not come, or nobody is on the roll.</exception>
    public Ballot OpenBallotOnTime(BallotPlan plan, Act act, ProcessSettings settings)
    {
        Allow(Step.OpenBallotOnTime, act);
        Require(NoConsensusAt is { } at && act.At >= at.AddDays(OpenBallotDays), "The secretary still has time to open the ballot (rule 27).");
        return Open(Step.OpenBallotOnTime, plan, act, settings);
    }

    /// <summary>Whether a vote may be cast now, which the box asks before it takes one (P14).</summary>
    /// <exception cref="ProcessRuleException">No ballot is open.</exception>
    public Ballot RequireOpenBallot(Act act)
    {
        Allow(Step.CastBallot, act);
        RequireCopyInForce();
        var ballot = OpenBallotNow;
        Require(ballot is not null && ballot.IsOpen(act.At), "The ballot is closed.");
        return ballot!;
    }

    /// <summary>The step that follows from a closed ballot (rules 14, 16 and 17).</summary>
    public Step WhatTheBallotComesTo(BallotOutcome outcome, ProcessSettings settings) => outcome switch
    {
        BallotOutcome.Accept => Step.AcceptByBallot,
        BallotOutcome.Reject => Step.RejectByBallot,
        BallotOutcome.DiscussFurther => Step.DiscussFurther,
        BallotOutcome.Tie => settings.SecondTieRejects && WasBefore(BallotOutcome.Tie) ? Step.RejectOnSecondTie : Step.ReturnTie,
        BallotOutcome.Empty => WasBefore(BallotOutcome.Empty) ? Step.ReturnEmptyBallotAgain : Step.ReturnEmptyBallot,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A ballot that was not counted leads nowhere."),
    };

    /// <summary>The ballot was won by Accept (P13, P15).</summary>
    /// <exception cref="ProcessRuleException">The ballot has not closed.</exception>
    public void AcceptByBallot(Act act) => CloseBallot(Step.AcceptByBallot, BallotOutcome.Accept, act);

    /// <summary>The ballot was won by Reject (P13, P18).</summary>
    /// <exception cref="ProcessRuleException">The ballot has not closed.</exception>
    public void RejectByBallot(Act act) => CloseBallot(Step.RejectByBallot, BallotOutcome.Reject, act);

    /// <summary>The ballot was won by "Discuss further": a fresh period begins (rule 14).</summary>
    /// <exception cref="ProcessRuleException">The ballot has not closed.</exception>
    public void DiscussFurther(Act act, ProcessSettings settings)
    {
        CloseBallot(Step.DiscussFurther, BallotOutcome.DiscussFurther, act);
        BeginFreshPeriodAfter(act, settings);
    }

    /// <summary>A tie is left: it is never drawn by lot; a fresh period begins (rule 16).</summary>
    /// <exception cref="ProcessRuleException">The ballot has not closed.</exception>
    public void ReturnTie(Act act, ProcessSettings settings)
    {
        CloseBallot(Step.ReturnTie, BallotOutcome.Tie, act);
        BeginFreshPeriodAfter(act, settings);
    }

    /// <summary>A second tie is a rejection (rule 16).</summary>
    /// <exception cref="ProcessRuleException">The ballot has not closed, or no ballot was tied before.</exception>
    public void RejectOnSecondTie(Act act)
    {
        Allow(Step.RejectOnSecondTie, act);
        Require(WasBefore(BallotOutcome.Tie), "Only a second tie is a rejection (rule 16).");
        CloseBallot(Step.RejectOnSecondTie, BallotOutcome.Tie, act);
    }

    /// <summary>Nobody voted, or all ballots were blank: a fresh period begins (rule 17).</summary>
    /// <exception cref="ProcessRuleException">The ballot has not closed.</exception>
    public void ReturnEmptyBallot(Act act, ProcessSettings settings)
    {
        CloseBallot(Step.ReturnEmptyBallot, BallotOutcome.Empty, act);
        BeginFreshPeriodAfter(act, settings);
    }

    /// <summary>Nobody voted a second time: that counts as lack of capacity (rule 17).</summary>
    /// <exception cref="ProcessRuleException">The ballot has not closed, or no ballot was empty before.</exception>
    public void ReturnEmptyBallotAgain(Act act)
    {
        Allow(Step.ReturnEmptyBallotAgain, act);
        Require(WasBefore(BallotOutcome.Empty), "Only a second empty ballot counts as lack of capacity (rule 17).");
        CloseBallot(Step.ReturnEmptyBallotAgain, BallotOutcome.Empty, act);
        NoConsensusAt = null;
        PassOn(CapacityAnswer.LacksCapacity, act.At);
        NextDueAt = ReckonNextDue();
    }

    /// <summary>Whether a ballot came to this before; nothing counts that lies before a reopening (rule 28).</summary>
    private bool WasBefore(BallotOutcome outcome)
    {
        var reopened = history.LastOrDefault(h => h.Step == Step.ConfirmReopening)?.At ?? DateTime.MinValue;
        return ballots.Any(b => b.Outcome == outcome && b.OpenedAt >= reopened);
    }

    private Ballot Open(Step step, BallotPlan plan, Act act, ProcessSettings settings)
    {
        Allow(step, act);
        RequireCopyInForce();
        Require(NoConsensusAt is not null, "A ballot opens only once it is recorded that there is no consensus (P13).");
        Require(plan.Days >= settings.BallotLeastDays, $"A ballot is open for at least {settings.BallotLeastDays} days (rule 14).");
        Require(plan.RollSize > 0, "Nobody is on the roll, so no ballot can open (rule 15).");
        var ballot = Ballot.Open(
            plan.BallotId, Id, ballots.Count + 1, plan.OffersDiscussion && !HasDiscussedFurther, plan.RollSize, act.At, plan.Days);
        ballots.Add(ballot);
        Take(step, act);
        return ballot;
    }

    private void CloseBallot(Step step, BallotOutcome outcome, Act act)
    {
        Allow(step, act);
        RequireCopyInForce();
        Require(OpenBallotNow is { } open && act.At >= open.ClosesAt, "Nothing is counted before the ballot closes (rule 14).");
        OpenBallotNow!.Conclude(outcome, act.At);
        Take(step, act);
    }

    private void BeginFreshPeriodAfter(Act act, ProcessSettings settings)
    {
        BeginFreshPeriod(act.At, settings);
        NextDueAt = ReckonNextDue();
    }
}
