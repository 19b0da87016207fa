using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Applications;

/// <content>What ends an application early, what opens a decision again, and what the clock waits for: rules 21, 27 and 28.</content>
public sealed partial class DefectionApplication
{
    /// <summary>Days after the period's end in which a finding may be proposed, as the period was declared.</summary>
    public int FindingDays { get; private set; }

    /// <summary>Days after "no consensus" at which the clock opens the ballot, as the period was declared.</summary>
    public int OpenBallotDays { get; private set; }

    /// <summary>Who proposed to reopen the decision, while the Committee has not confirmed (rule 28).</summary>
    public Guid? ReopeningProposedBy { get; private set; }

    /// <summary>The applicant takes the application back; running deadlines end and an open ballot is void (rule 21).</summary>
    public void Withdraw(Act act)
    {
        Take(Step.Withdraw, act);
        CloseWhatWasRunning(act.At);
    }

    /// <summary>The applicant no longer holds office, so there is nothing left to decide (F1).</summary>
    public void Lapse(string reason, Act act, IVault vault)
    {
        Take(Step.Lapse, act, reason, vault);
        CloseWhatWasRunning(act.At);
    }

    /// <summary>The General Secretary proposes to reopen a decision for a fault of process (rule 28).</summary>
    /// <param name="clauseAndFault">The clause that was not kept, and how.</param>
    /// <param name="act">The General Secretary's act.</param>
    /// <param name="vault">Seals the reason.</param>
    /// <exception cref="ProcessRuleException">It is proposed already.</exception>
    public void ProposeReopening(string clauseAndFault, Act act, IVault vault)
    {
        Allow(Step.ProposeReopening, act);
        Require(ReopeningProposedBy is null, "Reopening is proposed already; the Committee for Resolutions confirms it (rule 28).");
        ReopeningProposedBy = act.Person;
        Take(Step.ProposeReopening, act, clauseAndFault, vault);
    }

    /// <summary>The Committee for Resolutions confirms: deliberation begins anew, with nothing carried over (rule 28).</summary>
    /// <exception cref="ProcessRuleException">Nobody proposed it, or the same person did.</exception>
    public void ConfirmReopening(Act act, ProcessSettings settings)
    {
        Allow(Step.ConfirmReopening, act);
        Require(ReopeningProposedBy is not null, "The General Secretary proposes a reopening first (rule 28).");
        Require(ReopeningProposedBy != act.Person, "Two people reopen a decision: one for the General Secretary, one for the Committee (rule 28).");
        ReopeningProposedBy = null;
        BeginFreshPeriod(act.At, settings);
        Take(Step.ConfirmReopening, act);
    }

    private void CloseWhatWasRunning(DateTime at)
    {
        CurrentGathering?.Conclude(GatheringOutcome.FellAway);
        StandingFinding?.Conclude(FindingState.FellAway);
        OpenBallotNow?.Conclude(BallotOutcome.Void, at);
        StandingNotGenuineProposal?.Settle();
        SuspendedSince = null;
        NextDueAt = null;
    }

    /// <summary>When the clock next has something to do (rule 27); nothing while a recalled copy stops it (rule 28).</summary>
    private DateTime? ReckonNextDue() => (SuspendedSince, Stage) switch
    {
        ({ }, _) => null,
        (_, Stage.Deliberation) when NoConsensusAt is { } at => at.AddDays(OpenBallotDays),
        (_, Stage.Deliberation) when StandingFinding is { } finding => finding.TakesEffectAt,
        (_, Stage.Deliberation) when CurrentPeriod is { } period => period.EndsAt.AddDays(FindingDays),
        (_, Stage.Ballot) => OpenBallotNow?.ClosesAt,
        _ => null,
    };
}
