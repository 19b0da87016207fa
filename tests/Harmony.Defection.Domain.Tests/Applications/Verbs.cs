using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>The aggregate's verb for each step, called as a desk calls it.</summary>
internal sealed class Verbs
{
    private readonly TestData data;

    /// <summary>Verbs that seal with the test data's vault.</summary>
    public Verbs(TestData data)
    {
        this.data = data;
        All = Table();
    }

    /// <summary>Each step's verb.</summary>
    public IReadOnlyDictionary<Step, Action<DefectionApplication, Act>> All { get; }

    /// <summary>Takes a step.</summary>
    public void Take(Step step, DefectionApplication application, Act act) => All[step](application, act);

    private Dictionary<Step, Action<DefectionApplication, Act>> Table() => new()
    {
        // These two make an application, so on one that is there only the table can be asked.
        [Step.Submit] = (a, act) => a.Allow(Step.Submit, act),
        [Step.ConfirmKeyedForm] = (a, act) => a.Allow(Step.ConfirmKeyedForm, act),
        [Step.AnswerKeyedForm] = (a, act) => a.AnswerKeyedForm(act),
        [Step.ConfirmEmail] = (a, act) => a.ConfirmEmail(act),
        [Step.LinkDuplicate] = (a, act) => a.LinkDuplicate(data.Received(), act, data.Vault),
        [Step.UnlinkDuplicate] = (a, act) => a.UnlinkDuplicate(data.LinkedTo(a), act, data.Vault),
        [Step.BeginVerification] = (a, act) => a.BeginVerification(act),
        [Step.HandOver] = (a, act) => a.HandOver(SecondResearcher, "Two checks are left.", act, data.Vault),
        [Step.RecordContact] = (a, act) => a.RecordContact(ContactMeans.Phone, act.At, true, "We spoke.", act, data.Vault),
        [Step.RecordCheck] = (a, act) =>
            a.RecordCheck(CheckItem.Office, new CheckResult(CheckOutcome.Confirmed, "Council’s page", UkTime.Day(act.At), null), act, data.Vault),
        [Step.PutFinding] = (a, act) => a.PutFinding(CheckItem.Employment, "A job is missing.", act, Settings, data.Vault),
        [Step.AnswerFinding] = (a, act) => a.AnswerFinding(a.AdverseFindings.Select(f => f.Id).FirstOrDefault(), "I forgot it.", act, data.Vault),
        [Step.CorrectForm] = (a, act) => a.CorrectForm(CorrectedAnswer.Employment, "Shop manager", "Shop owner", act, data.Vault),
        [Step.AddDocument] = (a, act) => a.AddDocument(act),
        [Step.CompleteVerification] = (a, act) => a.CompleteVerification(act),
        [Step.ProposeNotGenuine] = (a, act) => a.ProposeNotGenuine(NotGenuineGround.DidNotSendIt, "Somebody else sent it.", act, Settings, data.Vault),
        [Step.AnswerNotGenuine] = (a, act) => a.AnswerNotGenuine("I did send it.", act, data.Vault),
        [Step.CloseAsNotGenuine] = (a, act) => a.CloseAsNotGenuine(act),
        [Step.ReopenVerification] = (a, act) => a.ReopenVerification("The applicant showed a letter.", act, Settings, data.Vault),
        [Step.PrepareCopy] = (a, act) => a.PrepareCopy(Copy().Write(), act, data.Vault),
        [Step.ReleaseCopy] = (a, act) => a.ReleaseCopy([Constituency, Region, ElectionsSociety], Constituency, act, Settings),
        [Step.RecallCopy] = (a, act) => a.RecallCopy("A phone number was left in.", act, data.Vault),
        [Step.ReleaseCopyAgain] = (a, act) => a.ReleaseCopyAgain("The number is out.", act, Settings, data.Vault),
        [Step.TakeInCorrections] = (a, act) => a.TakeInCorrections(a.Corrections.Count, "The copy does not name it.", act, data.Vault),
        [Step.TakeResponsibility] = (a, act) => a.TakeResponsibility(act),
        [Step.DeclineResponsibility] = (a, act) => a.DeclineResponsibility("Nobody has the time.", act, data.Vault),
        [Step.ConfirmLackOfCapacity] = (a, act) => a.ConfirmLackOfCapacity(act, Settings),
        [Step.CarryOutDuties] = (a, act) => a.CarryOutDuties(act),
        [Step.NameAssembly] = (a, act) => a.NameAssembly(Region, "The only one with Members.", act, data.Vault),
        [Step.TellNeeds] = (a, act) => a.TellNeeds(act),
        [Step.AnnounceHustings] = (a, act) => a.AnnounceHustings(Plan(act.At), act, Settings, data.Vault),
        [Step.AnswerInvitation] = (a, act) => a.AnswerInvitation(InvitationAnswer.WillCome, act),
        [Step.OfferNewDate] = (a, act) => a.OfferNewDate(Plan(act.At), act, Settings, data.Vault),
        [Step.RecordHustingsHeld] = (a, act) => a.RecordHustingsHeld(LastDay(act), act, Settings),
        [Step.RecordHustingsOffered] = (a, act) => a.RecordHustingsOffered(LastDay(act), act, Settings),
        [Step.ConfirmHustingsNotArranged] = (a, act) => a.ConfirmHustingsNotArranged(act, Settings),
        [Step.Debate] = (a, act) => a.Debate("What made you change your mind?", act, data.Vault),
        [Step.StatePosition] = (a, act) => a.StatePosition(null, PositionKind.Agree, null, act, data.Vault),
        [Step.ExtendPeriod] = (a, act) => a.ExtendPeriod(
            UkTime.Day(a.CurrentPeriod?.EndsAt ?? act.At).AddDays(3), "A question is still open.", act, Settings, data.Vault),
        [Step.ProposeFinding] = (a, act) => a.ProposeFinding(FindingKind.ConsensusToAccept, "Nobody stands against it.", act, Settings, data.Vault),
        [Step.SecondFinding] = (a, act) => a.SecondFinding(act),
        [Step.ChallengeFinding] = (a, act) => a.ChallengeFinding("I was not heard.", act, data.Vault),
        [Step.AcceptByConsensus] = (a, act) => a.AcceptByConsensus(act, memberBlocks: false),
        [Step.RejectByConsensus] = (a, act) => a.RejectByConsensus(act, memberBlocks: false),
        [Step.FindNoConsensus] = (a, act) => a.FindNoConsensus(act, memberBlocks: false),
        [Step.OpenBallot] = (a, act) => a.OpenBallot(Ballot(), act, Settings),
        [Step.OpenBallotOnTime] = (a, act) => a.OpenBallotOnTime(Ballot(), act, Settings),
        [Step.CastBallot] = (a, act) => a.RequireOpenBallot(act),
        [Step.AcceptByBallot] = (a, act) => a.AcceptByBallot(act),
        [Step.RejectByBallot] = (a, act) => a.RejectByBallot(act),
        [Step.DiscussFurther] = (a, act) => a.DiscussFurther(act, Settings),
        [Step.ReturnTie] = (a, act) => a.ReturnTie(act, Settings),
        [Step.RejectOnSecondTie] = (a, act) => a.RejectOnSecondTie(act),
        [Step.ReturnEmptyBallot] = (a, act) => a.ReturnEmptyBallot(act, Settings),
        [Step.ReturnEmptyBallotAgain] = (a, act) => a.ReturnEmptyBallotAgain(act),
        [Step.Withdraw] = (a, act) => a.Withdraw(act),
        [Step.Lapse] = (a, act) => a.Lapse("The seat was lost.", act, data.Vault),
        [Step.ProposeReopening] = (a, act) => a.ProposeReopening("P9: the invitation never went out.", act, data.Vault),
        [Step.ConfirmReopening] = (a, act) => a.ConfirmReopening(act, Settings),
    };

    private static DateOnly LastDay(Act act) => DecisionPeriod.EarliestLastDay(act.At, Settings.PeriodLeastDays);

    private static BallotPlan Ballot() => new(Guid.CreateVersion7(), true, 7, 12);
}
