using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Testing;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>Shorter ways for tests through the later stages, and the application on which a step is due.</summary>
internal static class Walk
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, DefectionApplication> Linked = new();

    /// <summary>An act of the Society's secretary.</summary>
    public static Act Chair(DateTime at) => By(Secretary, Role.SocietySecretary, at);

    /// <summary>An act of a Member.</summary>
    public static Act OfMember(DateTime at) => By(Member, Role.Member, at);

    /// <summary>An act of a researcher.</summary>
    public static Act OfResearch(DateTime at) => By(Researcher, Role.Research, at);

    /// <summary>An act of a second researcher.</summary>
    public static Act OfSecond(DateTime at) => By(SecondResearcher, Role.Research, at);

    /// <summary>An act of the General Secretary.</summary>
    public static Act OfGeneralSecretary(DateTime at) => By(GeneralSecretary, Role.GeneralSecretary, at);

    /// <summary>Announces a hustings an hour after the stage began.</summary>
    public static Gathering Announce(this TestData data, DefectionApplication a)
    {
        var at = a.StageSince.AddHours(1);
        return a.AnnounceHustings(Plan(at), Chair(at), Settings, data.Vault);
    }

    /// <summary>Proposes a finding a day into the period, and has it seconded a day later.</summary>
    public static ConsensusFinding Find(this TestData data, DefectionApplication a, FindingKind kind)
    {
        var at = a.CurrentPeriod!.DeclaredAt.AddDays(1);
        var finding = a.ProposeFinding(kind, "How we came to it.", Chair(at), Settings, data.Vault);
        a.SecondFinding(OfMember(at.AddHours(1)));
        return finding;
    }

    /// <summary>Records at its moment that there is no consensus, and opens a ballot an hour later.</summary>
    public static Ballot OpenBallot(DefectionApplication a, bool offersDiscussion = true)
    {
        var moment = a.NextDueAt!.Value;
        a.FindNoConsensus(Act.OfClock(moment), memberBlocks: false);
        return a.OpenBallot(new BallotPlan(Guid.CreateVersion7(), offersDiscussion, 7, 12), Chair(moment.AddHours(1)), Settings);
    }

    /// <summary>The moment at which the open ballot closes, as the clock's act.</summary>
    public static Act Close(DefectionApplication a) => Act.OfClock(a.OpenBallotNow!.ClosesAt);

    /// <summary>The form that was linked to an application to make it ready; a fresh one where none was.</summary>
    public static DefectionApplication LinkedTo(this TestData data, DefectionApplication a) => Linked.GetValueOrDefault(a.Id) ?? data.Received();

    /// <summary>An application in the stage on which the step is due, and an act that may take it.</summary>
    public static (DefectionApplication Application, Act Act) Ready(this TestData data, Transition row)
    {
        var a = data.ApplicationAt(row.From!.Value);
        var at = Prepare(data, row.Step, ref a);
        return (a, new Act(ActorOf(row), row.Whose[0], at ?? a.StageSince.AddHours(2)));
    }

    private static Guid? ActorOf(Transition row) => row.Whose[0] switch
    {
        Role.Research => row.Step is Step.ReleaseCopy or Step.ReleaseCopyAgain or Step.CloseAsNotGenuine ? SecondResearcher : Researcher,
        Role.SocietySecretary => Secretary,
        Role.SocietyForElections => Elections,
        Role.Member => Member,
        Role.GeneralSecretary => GeneralSecretary,
        Role.CommitteeForResolutions => Committee,
        Role.Applicant => Id(99),
        Role.Clock => null,
        _ => throw new InvalidOperationException($"Nobody acts as {row.Whose[0]} in tests."),
    };

    /// <returns>When the step may be taken; nothing where any moment will do.</returns>
    private static DateTime? Prepare(TestData data, Step step, ref DefectionApplication a)
    {
        var soon = a.StageSince.AddHours(1);
        switch (step)
        {
            case Step.UnlinkDuplicate:
                var duplicate = data.Received();
                a.LinkDuplicate(duplicate, OfGeneralSecretary(soon), data.Vault);
                Linked[a.Id] = duplicate;
                return null;
            case Step.AnswerFinding:
                a.PutFinding(Domain.Research.CheckItem.Employment, "A job is missing.", OfResearch(soon), Settings, data.Vault);
                return null;
            case Step.CompleteVerification:
                data.Verify(a);
                return Start.AddDays(3);
            case Step.AnswerNotGenuine or Step.CloseAsNotGenuine:
                a.ProposeNotGenuine(Domain.Research.NotGenuineGround.DidNotSendIt, "Sent by another.", OfResearch(soon), Settings, data.Vault);
                return step == Step.AnswerNotGenuine ? null : soon.AddDays(7);
            case Step.ReleaseCopy or Step.ReleaseCopyAgain:
                a.PrepareCopy(Copy().Write(), OfResearch(soon), data.Vault);
                return null;
            case Step.TakeInCorrections:
                a.CorrectForm(Domain.Research.CorrectedAnswer.Office, "Saltmarket", "Saltmarket and Dene", Act.OfApplicant(a.Id, soon), data.Vault);
                return null;
            case Step.ConfirmLackOfCapacity:
                return a.StageSince.AddDays(14);
            case Step.NameAssembly:
                a = WithoutAssembly(data, a.Stage);
                return null;
            case Step.ConfirmHustingsNotArranged:
                return a.StageSince.AddDays(28);
            case Step.AnswerInvitation or Step.OfferNewDate:
                data.Announce(a);
                return null;
            case Step.RecordHustingsHeld:
                return data.Announce(a).StartsAt;
            case Step.RecordHustingsOffered:
                data.Announce(a);
                return a.OfferNewDate(Plan(soon), Chair(soon), Settings, data.Vault).StartsAt;
            case Step.SecondFinding or Step.ChallengeFinding:
                a.ProposeFinding(FindingKind.ConsensusToAccept, null, Chair(soon), Settings, data.Vault);
                return null;
            case Step.AcceptByConsensus or Step.RejectByConsensus:
                return data.Find(a, step == Step.AcceptByConsensus ? FindingKind.ConsensusToAccept : FindingKind.ConsensusToReject).TakesEffectAt;
            case Step.FindNoConsensus:
                return a.NextDueAt;
            case Step.OpenBallot or Step.OpenBallotOnTime:
                a.FindNoConsensus(Act.OfClock(a.NextDueAt!.Value), memberBlocks: false);
                return step == Step.OpenBallot ? a.NoConsensusAt : a.NextDueAt;
            case Step.RejectOnSecondTie:
                a.ReturnTie(Close(a), Settings);
                return OpenBallot(a).ClosesAt;
            case Step.ReturnEmptyBallotAgain:
                a.ReturnEmptyBallot(Close(a), Settings);
                return OpenBallot(a).ClosesAt;
            case Step.AcceptByBallot or Step.RejectByBallot or Step.DiscussFurther or Step.ReturnTie or Step.ReturnEmptyBallot:
                return a.OpenBallotNow!.ClosesAt;
            case Step.ConfirmReopening:
                a.ProposeReopening("P9: the invitation never went out.", OfGeneralSecretary(soon), data.Vault);
                return null;
            default:
                return null;
        }
    }

    private static DefectionApplication WithoutAssembly(TestData data, Stage stage)
    {
        var a = data.ApplicationAt(Stage.Sanitisation);
        a.PrepareCopy(Copy().Write(), OfResearch(Start.AddDays(3)), data.Vault);
        a.ReleaseCopy([Constituency, Region, ElectionsSociety], null, OfSecond(Start.AddDays(4)), Settings);
        if (stage == Stage.Hustings)
        {
            a.TakeResponsibility(Chair(Start.AddDays(5)));
        }

        return a;
    }
}
