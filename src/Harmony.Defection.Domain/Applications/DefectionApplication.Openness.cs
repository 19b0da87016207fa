using Harmony.Defection.Domain.Deliberation;

namespace Harmony.Defection.Domain.Applications;

/// <content>What pages ask before they offer a step: the facts that close a step which the table opens in this stage.</content>
public sealed partial class DefectionApplication
{
    private const string RecalledSentence = "The assembly’s copy is recalled. Nothing goes on until a new version is released (rule 28).";

    /// <summary>
    /// Why a step that the table opens to the act's role now cannot be taken yet, as the sentence people read; nothing when it can, as far as is
    /// known without what the person is still going to enter.
    /// </summary>
    /// <param name="step">A step that the present stage opens to the role.</param>
    /// <param name="act">Who would take it, in what role, when.</param>
    /// <param name="settings">The limits that hold.</param>
    public string? WhyNotYet(Step step, Act act, ProcessSettings settings) => WhyLinked(step) ?? step switch
    {
        Step.AnswerKeyedForm => Channel == Forms.Channel.Online ? SentOnline : null,
        Step.UnlinkDuplicate => DuplicateOfId is null && Duplicates == 0 ? "No other form is linked to this one." : null,
        Step.PutFinding => adverseFindings.Count == checks.Count ? "Every item was put to the applicant already." : null,
        Step.CompleteVerification => WhyVerificationCannotBeCompleted(act.At),
        Step.ProposeNotGenuine => StandingNotGenuineProposal is null ? null : "A proposal to close this application as not genuine is open already.",
        Step.CloseAsNotGenuine => WhyNotGenuineCannotBeSigned(act.Person, act.At),
        Step.ReopenVerification => WhyVerificationCannotBeReopened(act.At, settings),
        Step.ReleaseCopy or Step.ReleaseCopyAgain => WhyCopyCannotBeReleased(act, settings),
        Step.TakeInCorrections => CorrectionsWaiting.Any() ? null : NoCorrectionWaits,
        Step.RecallCopy => CopyInForce is null ? "No copy is out: there is nothing to recall." : null,
        Step.DeclineResponsibility => WhyTheRouteEnds(),
        Step.ConfirmLackOfCapacity => WhyTheRouteEnds() ?? WhyCapacityCannotBeConfirmed(act.At, settings),
        Step.ConfirmHustingsNotArranged => WhyHustingsCannotBePassedOn(act.At, settings),
        Step.NameAssembly => AssemblySocietyId is null ? null : "The Society whose Members decide is settled already (rule 15).",
        Step.AnnounceHustings or Step.OfferNewDate or Step.RecordHustingsHeld or Step.RecordHustingsOffered => WhyNotInHustings(step, act.At),
        Step.Debate or Step.StatePosition or Step.ExtendPeriod or Step.ProposeFinding or Step.SecondFinding or Step.ChallengeFinding
            or Step.OpenBallot => WhyNotInDeliberation(step, act, settings),
        Step.CastBallot => CopyInForce is null ? RecalledSentence : OpenBallotNow is { } b && b.IsOpen(act.At) ? null : "The ballot is closed.",
        Step.ProposeReopening => ReopeningProposedBy is null ? null : "Reopening is proposed already; the Committee for Resolutions confirms it (rule 28).",
        Step.ConfirmReopening => WhyReopeningCannotBeConfirmed(act.Person),
        _ => null,
    };

    private string? WhyVerificationCannotBeReopened(DateTime now, ProcessSettings settings) =>
        history.Any(h => h.Step == Step.ReopenVerification) ? "An application found not genuine can be reopened once (rule 5)."
        : now > StageSince.AddDays(settings.NotGenuineReopenDays)
            ? $"An application found not genuine can be reopened within {settings.NotGenuineReopenDays} days (rule 5)."
            : null;

    private string? WhyCopyCannotBeReleased(Act act, ProcessSettings settings) => WhyCopyCannotBeReleased(act.Person)
        ?? (act.Role == Role.GeneralSecretary && act.At < CopyToRelease!.PreparedAt.AddDays(settings.SecondPersonDays)
            ? $"The General Secretary may be the second person only when nobody else was free for {settings.SecondPersonDays} days."
            : null);

    private string? WhyTheRouteEnds() => route.Any(s => s.OfferedAt is null)
        ? null
        : "The Society for Elections is the last body on the route; it carries out the duties (P7).";

    private string? WhyNotInHustings(Step step, DateTime now)
    {
        if (step == Step.AnnounceHustings && CurrentGathering is not null)
        {
            return "A date was announced already. Offer a new date instead.";
        }

        if (step != Step.AnnounceHustings && CurrentGathering is null)
        {
            return "No date was announced yet.";
        }

        if (step == Step.AnnounceHustings && AssemblySocietyId is null)
        {
            return "The General Secretary first names the Society whose Members decide (rule 15).";
        }

        if (CopyInForce is null)
        {
            return RecalledSentence;
        }

        return step switch
        {
            Step.RecordHustingsOffered when OfferedDates < 2 => "The applicant is offered one new date before the hustings counts as not attended (rule 9).",
            Step.RecordHustingsHeld or Step.RecordHustingsOffered when now < CurrentGathering!.StartsAt => "This opens once the announced time has come.",
            _ => null,
        };
    }

    private string? WhyNotInDeliberation(Step step, Act act, ProcessSettings settings)
    {
        if (step == Step.ExtendPeriod)
        {
            return CurrentPeriod!.IsOver(act.At) ? "The period is over; it can be extended only while it runs." : null;
        }

        if (CopyInForce is null)
        {
            return RecalledSentence;
        }

        return step switch
        {
            Step.Debate when CurrentPeriod!.IsOver(act.At) => "The period is over; the debate can be read but not added to.",
            Step.StatePosition when !PositionsAreOpen(act.At) => "The time for positions is over.",
            Step.ProposeFinding => WhyNoFindingCanBeProposed(act.At),
            Step.SecondFinding when StandingFinding is not { State: FindingState.Proposed } f || act.At >= f.TakesEffectAt => "No finding waits to be seconded.",
            Step.SecondFinding when StandingFinding!.ProposedBy == act.Person => "Another Member seconds a finding, not whoever proposed it (rule 12).",
            Step.ChallengeFinding when StandingFinding is not { State: not FindingState.Challenged } f || act.At >= f.TakesEffectAt =>
                "There is no finding to challenge now.",
            Step.OpenBallot when NoConsensusAt is null => "A ballot opens only once it is recorded that there is no consensus (P13).",
            _ => null,
        };
    }

    private string? WhyReopeningCannotBeConfirmed(Guid person) =>
        ReopeningProposedBy is null ? "The General Secretary proposes a reopening first (rule 28)."
        : ReopeningProposedBy == person ? "Two people reopen a decision: one for the General Secretary, one for the Committee (rule 28)."
        : null;
}
