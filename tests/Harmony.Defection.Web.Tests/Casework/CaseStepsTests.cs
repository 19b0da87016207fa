using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using Harmony.Defection.Web.Features.Casework;

namespace Harmony.Defection.Web.Tests.Casework;

public sealed class CaseStepsTests
{
    private static readonly TestData Data = new(TestVault.New());

    public static TheoryData<Stage, Role> Everybody
    {
        get
        {
            var all = new TheoryData<Stage, Role>();
            foreach (var stage in Enum.GetValues<Stage>())
            {
                foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Clock or Role.Applicant)))
                {
                    all.Add(stage, role);
                }
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(Everybody))]
    public void Every_step_of_a_role_is_either_linked_or_closed_with_a_reason(Stage stage, Role role)
    {
        var application = Data.ApplicationAt(stage);

        var steps = Of(application, TestData.Id(55), role);

        Assert.Equal(
            ApplicationProcess.OpenTo(role, stage).Select(t => t.Step).Order(),
            steps.All.Select(s => s.Step).Order());
        Assert.All(steps.All, s => Assert.True(s.IsOpen || s.NotYet!.EndsWith('.'), $"{s.Step}: {s.NotYet}"));
        Assert.True(steps.Main is null or { IsOpen: true });
    }

    [Theory]
    [InlineData(Stage.Received, Role.Research, Step.BeginVerification)]
    [InlineData(Stage.Verification, Role.Research, Step.RecordCheck)]
    [InlineData(Stage.Sanitisation, Role.Research, Step.PrepareCopy)]
    [InlineData(Stage.Allocation, Role.SocietySecretary, Step.TakeResponsibility)]
    [InlineData(Stage.Allocation, Role.SocietyForElections, Step.CarryOutDuties)]
    [InlineData(Stage.Hustings, Role.SocietySecretary, Step.AnnounceHustings)]
    [InlineData(Stage.Deliberation, Role.SocietySecretary, Step.ProposeFinding)]
    public void The_red_button_is_the_step_that_brings_the_case_on(Stage stage, Role role, Step expected) =>
        Assert.Equal(expected, Of(Data.ApplicationAt(stage), TestData.Id(55), role).Main?.Step);

    [Theory]
    [InlineData(Stage.Allocation, Role.GeneralSecretary)]
    [InlineData(Stage.Deliberation, Role.Research)]
    [InlineData(Stage.Accepted, Role.GeneralSecretary)]
    public void Where_the_case_waits_for_somebody_else_there_is_no_red_button(Stage stage, Role role) =>
        Assert.Null(Of(Data.ApplicationAt(stage), TestData.Id(55), role).Main);

    [Fact]
    public void Once_every_check_is_concluded_verification_can_be_completed()
    {
        var application = Data.ApplicationAt(Stage.Verification);
        Data.Verify(application);

        var steps = Of(application, TestData.Researcher, Role.Research, TestData.Start.AddDays(3));

        Assert.Equal(Step.CompleteVerification, steps.Main?.Step);
    }

    [Fact]
    public void What_was_contradicted_is_to_be_put_to_the_applicant_next()
    {
        var application = Data.ApplicationAt(Stage.Verification);
        Data.Verify(application);
        var act = TestData.By(TestData.Researcher, Role.Research, TestData.Start.AddDays(3));
        application.RecordCheck(
            CheckItem.Employment, new CheckResult(CheckOutcome.Contradicted, "The school’s page", new DateOnly(2026, 6, 3), null), act, Data.Vault);

        Assert.Equal(Step.PutFinding, Of(application, TestData.Researcher, Role.Research, act.At).Main?.Step);
    }

    [Fact]
    public void A_steps_page_follows_from_its_name_and_from_whose_it_is()
    {
        Assert.Equal("/cases/HD-7K3M-Q2/announce-hustings", CaseSteps.PathOf(Step.AnnounceHustings, Role.SocietySecretary, "HD-7K3M-Q2"));
        Assert.Equal("/assembly/HD-7K3M-Q2/state-position", CaseSteps.PathOf(Step.StatePosition, Role.Member, "HD-7K3M-Q2"));
    }

    private static CaseSteps Of(DefectionApplication application, Guid person, Role role, DateTime? now = null) =>
        CaseSteps.Of(application, person, new HashSet<Role> { role }, TestData.Settings, now ?? application.StageSince.AddHours(1));
}
