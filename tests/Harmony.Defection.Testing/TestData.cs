using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Testing;

/// <summary>
/// Applications as they really come about: every stage is reached by the verbs that lead there, each at a plausible time.
/// </summary>
public sealed class TestData(IVault vault)
{
    /// <summary>When the form of every test application comes in: a Monday in summer time, 10:00 UTC.</summary>
    public static readonly DateTime Start = new(2026, 6, 1, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>People and bodies, each with an id of their own.</summary>
    public static readonly Guid
        Researcher = Id(1), SecondResearcher = Id(2), GeneralSecretary = Id(3), Secretary = Id(4), Member = Id(5), OtherMember = Id(6),
        Elections = Id(7), Committee = Id(8), Constituency = Id(11), Region = Id(12), ElectionsSociety = Id(13);

    /// <summary>The Party's defaults.</summary>
    public static ProcessSettings Settings { get; } = new();

    /// <summary>The vault the applications are sealed with.</summary>
    public IVault Vault => vault;

    /// <summary>An act at a moment.</summary>
    public static Act By(Guid person, Role role, DateTime at) => new(person, role, at);

    /// <summary>Complete answers, all invented.</summary>
    public static FormAnswers Answers(Guid release = default) => new()
    {
        Name = new NameAnswer("Marged Okafor", "Margaret Okafor-Lloyd", null),
        DateOfBirth = new DateOnly(1983, 2, 14),
        Contact = new ContactAnswer(
            "01632 960346", "07700 900346", false, "marged@okafor.example", "9 Chandlers Row", null, "Wexcombe", null, "WX4 7PD"),
        Offices = new OfficesAnswer([Office()], Id(100), null, IsAnswered: true),
        Area = new AreaAnswer(AreaBasis.Residence, new MonthYear(6, 2024), "I have lived in Wexcombe since June 2024.", "12 months"),
        Employment = new EmploymentAnswer(
            [new Job(Id(101), "Shop manager", "Saltmarket Bookshop", new MonthYear(3, 2019), null)], false, null, true),
        Accounts = new AccountsAnswer([new PublicAccount(Id(102), "Mastodon", "@margedokafor")], true, true),
        Reasons = new ReasonsAnswer("I have learnt that listening needs a party that votes on what it hears."),
        Undertakings = new UndertakingsAnswer(release, Start),
    };

    /// <summary>A borough councillor’s office.</summary>
    public static OfficeAnswer Office() => new(
        Id(100), DefaultOfficeKinds.Named("Borough councillor"), null, "Wexcombe Borough Council", "Saltmarket", Constituency, null, new MonthYear(5, 2023),
        new MonthYear(5, 2027), null);

    /// <summary>An application in a stage.</summary>
    public DefectionApplication ApplicationAt(Stage stage)
    {
        var application = Received();
        switch (stage)
        {
            case Stage.Received:
                break;
            case Stage.Withdrawn:
                application.Withdraw(Act.OfApplicant(application.Id, Start.AddHours(1)));
                break;
            case Stage.Lapsed:
                application.Lapse("The seat was lost.", By(GeneralSecretary, Role.GeneralSecretary, Start.AddHours(1)), vault);
                break;
            case Stage.NotGenuine:
                Begin(application);
                application.ProposeNotGenuine(
                    NotGenuineGround.DidNotSendIt, "Somebody else seems to have sent this.", By(Researcher, Role.Research, Start.AddDays(1)), Settings, vault);
                application.CloseAsNotGenuine(By(SecondResearcher, Role.Research, Start.AddDays(8)));
                break;
            default:
                WalkTo(application, stage);
                break;
        }

        return application;
    }

    /// <summary>An application that has just come in.</summary>
    public DefectionApplication Received() => DefectionApplication.Submit(
        new Submission(
            Guid.CreateVersion7(), Reference.New(), Channel.Online, UkTime.Day(Start), Id(20), "Borough councillor", false, Constituency,
            "Marged Okafor", "Borough councillor, Saltmarket ward, Wexcombe Borough Council", true),
        Act.OfApplicant(Id(99), Start),
        vault);

    /// <summary>Takes the case and begins verification, the next day.</summary>
    public static void Begin(DefectionApplication application) => application.BeginVerification(By(Researcher, Role.Research, Start.AddDays(1)));

    /// <summary>Confirms every check and records a conversation.</summary>
    public void Verify(DefectionApplication application)
    {
        var act = By(Researcher, Role.Research, Start.AddDays(2));
        foreach (var item in Enum.GetValues<CheckItem>())
        {
            application.RecordCheck(item, new CheckResult(CheckOutcome.Confirmed, "Council’s page", UkTime.Day(act.At), null), act, vault);
        }

        application.RecordContact(ContactMeans.Phone, act.At.AddMinutes(-30), true, "We spoke for half an hour.", act, vault);
    }

    /// <summary>Prepares the copy and releases it by another researcher.</summary>
    public void Release(DefectionApplication application)
    {
        application.PrepareCopy(Copy().Write(), By(Researcher, Role.Research, Start.AddDays(3)), vault);
        application.ReleaseCopy(
            [Constituency, Region, ElectionsSociety], Constituency, By(SecondResearcher, Role.Research, Start.AddDays(4)), Settings);
    }

    /// <summary>The content of a copy.</summary>
    public static CopyContent Copy()
    {
        var answers = Answers();
        return CopyBuilder.Build(
            answers, [], [], CopyBuilder.TextsOf(answers, []).ToDictionary(t => t.Field, t => t.Text, StringComparer.Ordinal));
    }

    /// <summary>A hustings ten days after it is announced.</summary>
    public static GatheringPlan Plan(DateTime announcedAt) => new(
        GatheringKind.Both, announcedAt.AddDays(10), announcedAt.AddDays(10).AddHours(1), "Dene Community Hall", "https://meet.example/dene");

    /// <summary>An id that reads like its number.</summary>
    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private static Act ByChair(DateTime at) => By(Secretary, Role.SocietySecretary, at);

    private void WalkTo(DefectionApplication application, Stage stage)
    {
        Begin(application);
        if (stage == Stage.Verification)
        {
            return;
        }

        Verify(application);
        application.CompleteVerification(By(Researcher, Role.Research, Start.AddDays(2)));
        if (stage == Stage.Sanitisation)
        {
            return;
        }

        Release(application);
        if (stage == Stage.Allocation)
        {
            return;
        }

        application.TakeResponsibility(ByChair(Start.AddDays(5)));
        if (stage == Stage.Hustings)
        {
            return;
        }

        var announced = Start.AddDays(6);
        application.AnnounceHustings(Plan(announced), ByChair(announced), Settings, vault);
        var held = announced.AddDays(10).AddHours(2);
        application.RecordHustingsHeld(DecisionPeriod.EarliestLastDay(held, Settings.PeriodLeastDays), ByChair(held), Settings);
        switch (stage)
        {
            case Stage.Deliberation:
                return;
            case Stage.Accepted:
                Conclude(application, FindingKind.ConsensusToAccept);
                return;
            case Stage.Rejected:
                Conclude(application, FindingKind.ConsensusToReject);
                return;
            default:
                var noConsensus = application.NextDueAt!.Value;
                application.FindNoConsensus(Act.OfClock(noConsensus), memberBlocks: false);
                application.OpenBallot(new BallotPlan(Guid.CreateVersion7(), true, 7, 12), ByChair(noConsensus.AddHours(1)), Settings);
                return;
        }
    }

    private void Conclude(DefectionApplication application, FindingKind kind)
    {
        application.ProposeFinding(kind, "Nobody stood against it.", ByChair(application.CurrentPeriod!.DeclaredAt.AddDays(1)), Settings, vault);
        application.SecondFinding(By(Member, Role.Member, application.CurrentPeriod.DeclaredAt.AddDays(2)));
        var moment = Act.OfClock(application.NextDueAt!.Value);
        if (kind == FindingKind.ConsensusToAccept)
        {
            application.AcceptByConsensus(moment, memberBlocks: false);
        }
        else
        {
            application.RejectByConsensus(moment, memberBlocks: false);
        }
    }
}
