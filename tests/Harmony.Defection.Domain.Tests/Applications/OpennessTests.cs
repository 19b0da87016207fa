using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;

namespace Harmony.Defection.Domain.Tests.Applications;

public sealed class OpennessTests
{
    private static readonly TestData Data = new(TestVault.New());

    private static readonly Dictionary<Step, Action<DefectionApplication, Act>> Verbs = new()
    {
        [Step.PutFinding] = (a, act) => a.PutFinding(CheckItem.Phone, "Nobody answers.", act, TestData.Settings, Data.Vault),
        [Step.CompleteVerification] = (a, act) => a.CompleteVerification(act),
        [Step.ProposeNotGenuine] = (a, act) => a.ProposeNotGenuine(NotGenuineGround.DidNotSendIt, "A doubt.", act, TestData.Settings, Data.Vault),
        [Step.CloseAsNotGenuine] = (a, act) => a.CloseAsNotGenuine(act),
        [Step.ReopenVerification] = (a, act) => a.ReopenVerification("Look again.", act, TestData.Settings, Data.Vault),
        [Step.ReleaseCopy] = (a, act) => a.ReleaseCopy([TestData.Constituency, TestData.ElectionsSociety], TestData.Constituency, act, TestData.Settings),
        [Step.ReleaseCopyAgain] = (a, act) => a.ReleaseCopyAgain("A name was left in.", act, TestData.Settings, Data.Vault),
        [Step.RecallCopy] = (a, act) => a.RecallCopy("A name was left in.", act, Data.Vault),
        [Step.DeclineResponsibility] = (a, act) => a.DeclineResponsibility(null, act, Data.Vault),
        [Step.ConfirmLackOfCapacity] = (a, act) => a.ConfirmLackOfCapacity(act, TestData.Settings),
        [Step.ConfirmHustingsNotArranged] = (a, act) => a.ConfirmHustingsNotArranged(act, TestData.Settings),
        [Step.NameAssembly] = (a, act) => a.NameAssembly(TestData.Region, "Nobody else.", act, Data.Vault),
        [Step.AnnounceHustings] = (a, act) => a.AnnounceHustings(TestData.Plan(act.At), act, TestData.Settings, Data.Vault),
        [Step.OfferNewDate] = (a, act) => a.OfferNewDate(TestData.Plan(act.At), act, TestData.Settings, Data.Vault),
        [Step.RecordHustingsHeld] = (a, act) => a.RecordHustingsHeld(DecisionPeriod.EarliestLastDay(act.At, 7), act, TestData.Settings),
        [Step.RecordHustingsOffered] = (a, act) => a.RecordHustingsOffered(DecisionPeriod.EarliestLastDay(act.At, 7), act, TestData.Settings),
        [Step.Debate] = (a, act) => a.Debate("I heard a straight answer.", act, Data.Vault),
        [Step.StatePosition] = (a, act) => a.StatePosition(null, PositionKind.Agree, null, act, Data.Vault),
        [Step.ExtendPeriod] = (a, act) => a.ExtendPeriod(UkTime.Day(a.CurrentPeriod!.EndsAt).AddDays(2), "More time.", act, TestData.Settings, Data.Vault),
        [Step.ProposeFinding] = (a, act) => a.ProposeFinding(FindingKind.ConsensusToAccept, null, act, TestData.Settings, Data.Vault),
        [Step.SecondFinding] = (a, act) => a.SecondFinding(act),
        [Step.ChallengeFinding] = (a, act) => a.ChallengeFinding("I do not agree.", act, Data.Vault),
        [Step.OpenBallot] = (a, act) => a.OpenBallot(new BallotPlan(Guid.CreateVersion7(), true, 7, 12), act, TestData.Settings),
        [Step.CastBallot] = (a, act) => a.RequireOpenBallot(act),
        [Step.ProposeReopening] = (a, act) => a.ProposeReopening("P11: a day short.", act, Data.Vault),
        [Step.ConfirmReopening] = (a, act) => a.ConfirmReopening(act, TestData.Settings),
    };

    public static TheoryData<Stage, int> Moments
    {
        get
        {
            var all = new TheoryData<Stage, int>();
            foreach (var stage in Enum.GetValues<Stage>())
            {
                foreach (var days in (int[])[0, 5, 16, 40])
                {
                    all.Add(stage, days);
                }
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(Moments))]
    public void What_is_said_of_a_step_beforehand_is_what_its_verb_does(Stage stage, int daysOn)
    {
        foreach (var row in ApplicationProcess.Transitions.Where(t => t.From == stage && Verbs.ContainsKey(t.Step)))
        {
            foreach (var role in row.Whose.Where(r => r is not (Role.Clock or Role.Applicant)))
            {
                var application = Data.ApplicationAt(stage);
                var act = TestData.By(TestData.Id(55), role, application.StageSince.AddDays(daysOn).AddMinutes(1));
                var said = application.WhyNotYet(row.Step, act, TestData.Settings);

                var done = Record.Exception(() => Verbs[row.Step](application, act));

                Assert.True(
                    said == (done as ProcessRuleException)?.Message && done is null or ProcessRuleException,
                    $"{row.Step} for {role}, {daysOn} days into {stage}: said “{said}”, did “{done?.Message}”");
            }
        }
    }

    [Fact]
    public void Whoever_prepared_a_copy_is_told_that_another_releases_it()
    {
        var application = Data.ApplicationAt(Stage.Sanitisation);
        application.PrepareCopy(TestData.Copy().Write(), TestData.By(TestData.Researcher, Role.Research, application.StageSince), Data.Vault);

        Assert.Contains("Another researcher", Why(TestData.Researcher, Role.Research, 0), StringComparison.Ordinal);
        Assert.Null(Why(TestData.SecondResearcher, Role.Research, 0));
        Assert.Contains("nobody else was free for 7 days", Why(TestData.GeneralSecretary, Role.GeneralSecretary, 6), StringComparison.Ordinal);
        Assert.Null(Why(TestData.GeneralSecretary, Role.GeneralSecretary, 7));

        string? Why(Guid person, Role role, int days) =>
            application.WhyNotYet(Step.ReleaseCopy, TestData.By(person, role, application.StageSince.AddDays(days)), TestData.Settings);
    }

    [Fact]
    public void A_recalled_copy_closes_everything_that_the_assembly_does()
    {
        var application = Data.ApplicationAt(Stage.Deliberation);
        var now = application.StageSince.AddHours(1);
        application.RecallCopy("A name was left in.", TestData.By(TestData.Researcher, Role.Research, now), Data.Vault);

        foreach (var step in (Step[])[Step.Debate, Step.StatePosition, Step.ProposeFinding, Step.OpenBallot])
        {
            Assert.Contains("is recalled", application.WhyNotYet(step, TestData.By(TestData.Member, Role.Member, now), TestData.Settings), StringComparison.Ordinal);
        }
    }
}
