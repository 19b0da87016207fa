namespace Harmony.Defection.Domain.Applications;

/// <summary>What steps are called: on the button that takes them, and in the timeline once taken.</summary>
public static class StepWords
{
    private static readonly Dictionary<Step, (string Label, string Past)> Words = new()
    {
        [Step.Submit] = ("Send the application", "Application received online"),
        [Step.ConfirmKeyedForm] = ("Confirm the keyed form", "Keyed form confirmed by a second person"),
        [Step.AnswerKeyedForm] = ("Confirm what was keyed in", "The applicant answered whether the form was keyed in as they wrote it"),
        [Step.LinkDuplicate] = ("Link a duplicate", "A form of the same applicant linked as a duplicate"),
        [Step.UnlinkDuplicate] = ("Set a linked duplicate free", "A linked form set free again"),
        [Step.BeginVerification] = ("Begin verification", "Verification begun"),
        [Step.HandOver] = ("Hand over the case", "Case handed over"),
        [Step.RecordContact] = ("Record a conversation", "Contact with the applicant recorded"),
        [Step.RecordCheck] = ("Record a check", "Check recorded"),
        [Step.PutFinding] = ("Ask about something we could not match", "Something we could not match put to the applicant"),
        [Step.AnswerFinding] = ("Answer a question", "The applicant answered"),
        [Step.CorrectForm] = ("Correct a mistake", "The applicant corrected an answer"),
        [Step.AddDocument] = ("Add a document", "The applicant added a document"),
        [Step.CompleteVerification] = ("Complete verification", "Verification completed"),
        [Step.ProposeNotGenuine] = ("Propose to close as not genuine", "Closing as not genuine proposed"),
        [Step.AnswerNotGenuine] = ("Answer the doubt", "The applicant answered the doubt"),
        [Step.CloseAsNotGenuine] = ("Close as not genuine", "Closed as not genuine"),
        [Step.ReopenVerification] = ("Reopen verification", "Verification reopened"),
        [Step.PrepareCopy] = ("Prepare the assembly’s copy", "Assembly’s copy prepared"),
        [Step.ReleaseCopy] = ("Release the assembly’s copy", "Assembly’s copy released"),
        [Step.RecallCopy] = ("Recall the assembly’s copy", "Assembly’s copy recalled"),
        [Step.ReleaseCopyAgain] = ("Release a new version", "New version of the assembly’s copy released"),
        [Step.TakeInCorrections] = ("Take in the applicant’s corrections", "The applicant’s corrections taken in"),
        [Step.TakeResponsibility] = ("Take responsibility", "Responsibility taken"),
        [Step.DeclineResponsibility] = ("Decline for lack of capacity", "Declined for lack of capacity"),
        [Step.ConfirmLackOfCapacity] = ("Confirm lack of capacity", "Lack of capacity confirmed"),
        [Step.CarryOutDuties] = ("Carry out the duties", "The Society for Elections carries out the duties"),
        [Step.NameAssembly] = ("Name the Society whose Members decide", "The Society whose Members decide named by hand"),
        [Step.TellNeeds] = ("Tell us what you need", "The applicant said what they need"),
        [Step.ConfirmEmail] = ("Confirm the e-mail address", "The applicant confirmed their e-mail address"),
        [Step.AnnounceHustings] = ("Announce the hustings", "Hustings announced"),
        [Step.AnswerInvitation] = ("Answer the invitation", "The applicant answered the invitation"),
        [Step.OfferNewDate] = ("Offer a new date", "New date offered"),
        [Step.RecordHustingsHeld] = ("Record the hustings as held", "Hustings held; decision period declared"),
        [Step.RecordHustingsOffered] = ("Record as offered and not attended", "Hustings offered and not attended; decision period declared"),
        [Step.ConfirmHustingsNotArranged] = ("Confirm that no hustings was arranged", "No hustings arranged; passed on for lack of capacity"),
        [Step.Debate] = ("Add to the debate", "Debated"),
        [Step.StatePosition] = ("State your position", "Position stated"),
        [Step.ExtendPeriod] = ("Extend the period", "Decision period extended"),
        [Step.ProposeFinding] = ("Propose a finding", "Finding proposed"),
        [Step.SecondFinding] = ("Second the finding", "Finding seconded"),
        [Step.ChallengeFinding] = ("Challenge the finding", "Finding challenged"),
        [Step.AcceptByConsensus] = ("Accept by consensus", "Accepted by consensus"),
        [Step.RejectByConsensus] = ("Reject by consensus", "Not accepted, by consensus"),
        [Step.FindNoConsensus] = ("Record that there is no consensus", "No consensus"),
        [Step.OpenBallot] = ("Open the ballot", "Ballot opened"),
        [Step.OpenBallotOnTime] = ("Open the ballot when its time has come", "Ballot opened by the clock"),
        [Step.CastBallot] = ("Vote", "Voted"),
        [Step.AcceptByBallot] = ("Accept by ballot", "Accepted by ballot"),
        [Step.RejectByBallot] = ("Reject by ballot", "Not accepted, by ballot"),
        [Step.DiscussFurther] = ("Discuss further", "The ballot asked for further discussion"),
        [Step.ReturnTie] = ("Return a tie to deliberation", "The ballot was tied; a fresh period began"),
        [Step.RejectOnSecondTie] = ("Reject on a second tie", "Not accepted: tied a second time"),
        [Step.ReturnEmptyBallot] = ("Return an empty ballot to deliberation", "No votes; a fresh period began"),
        [Step.ReturnEmptyBallotAgain] = ("Pass on after a second empty ballot", "No votes a second time; passed on for lack of capacity"),
        [Step.Withdraw] = ("Withdraw the application", "Withdrawn by the applicant"),
        [Step.Lapse] = ("Close as lapsed", "Lapsed: no longer a sitting official"),
        [Step.ProposeReopening] = ("Propose to reopen the decision", "Reopening of the decision proposed"),
        [Step.ConfirmReopening] = ("Reopen the decision", "Decision reopened for a fault of process"),
    };

    /// <summary>What the button that takes the step says.</summary>
    public static string Label(this Step step) => Words[step].Label;

    /// <summary>What the timeline says once the step is taken.</summary>
    public static string Past(this Step step) => Words[step].Past;
}
