using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>The table is the law: what it allows happens and is recorded, and everything else is refused by the verb itself.</summary>
public sealed class ProcessTableTests
{
    // A vote and the debate leave no entry: what is said or voted is never told by the history.
    private static readonly Step[] WithoutHistory = [Step.Debate, Step.StatePosition, Step.CastBallot];

    private readonly TestData data = new(TestVault.New());
    private readonly Verbs verbs;

    public ProcessTableTests() => verbs = new Verbs(data);

    public static TheoryData<Step> Steps => [.. Enum.GetValues<Step>()];

    [Fact]
    public void Every_step_has_a_row_a_verb_and_words()
    {
        Assert.All(Enum.GetValues<Step>(), step =>
        {
            Assert.Contains(ApplicationProcess.Transitions, t => t.Step == step);
            Assert.True(verbs.All.ContainsKey(step), $"{step} has no verb in these tests.");
            Assert.NotEmpty(step.Label());
            Assert.NotEmpty(step.Past());
        });
    }

    [Fact]
    public void No_row_stands_twice_and_each_names_a_role_and_a_clause()
    {
        Assert.Equal(ApplicationProcess.Transitions.Count, ApplicationProcess.Transitions.DistinctBy(t => (t.Step, t.From)).Count());
        Assert.All(ApplicationProcess.Transitions, t => Assert.NotEmpty(t.Whose));
        Assert.All(ApplicationProcess.Transitions, t => Assert.Matches("^([FPC][0-9]+|rule [0-9]+)$", t.Clause));
    }

    [Fact]
    public void Every_stage_can_be_reached_and_every_open_one_left()
    {
        Assert.All(Enum.GetValues<Stage>(), stage => Assert.Contains(ApplicationProcess.Transitions, t => t.To == stage && t.From != stage));
        Assert.All(Stages.Open, stage => Assert.NotEmpty(ApplicationProcess.Waiting(stage)));
        Assert.All(Enum.GetValues<Stage>().Where(s => !s.IsOpen()), stage => Assert.Empty(ApplicationProcess.Waiting(stage)));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_is_refused_in_every_stage_that_the_table_does_not_name(Step step)
    {
        var role = ApplicationProcess.Transitions.First(t => t.Step == step).Whose[0];
        foreach (var stage in Enum.GetValues<Stage>().Where(stage => ApplicationProcess.Find(step, stage) is null))
        {
            var application = data.ApplicationAt(stage);
            var before = application.History.Count;
            Refusal.Of(
                role == Role.Applicant
                    ? "Your application has moved on, so this cannot be done now. Your page says where it stands."
                    : $"“{step.Label()}” is not open while an application is in the stage “{stage.Say()}”.",
                () => verbs.Take(step, application, By(Id(50), role, application.StageSince.AddDays(60))));
            Assert.Equal(before, application.History.Count);
            Assert.Equal(stage, application.Stage);
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_is_refused_to_every_role_that_the_table_does_not_name(Step step)
    {
        foreach (var row in ApplicationProcess.Transitions.Where(t => t.Step == step && t.From is not null))
        {
            var (application, ready) = data.Ready(row);
            foreach (var role in Enum.GetValues<Role>().Except(row.Whose))
            {
                Refusal.Of(
                    $"“{step.Label()}” is a step for {string.Join(" or ", row.Whose.Select(r => r.Say()))}, not for {role.Say()}.",
                    () => verbs.Take(step, application, ready with { Role = role }));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_that_the_table_allows_is_taken_and_recorded(Step step)
    {
        foreach (var row in ApplicationProcess.Transitions.Where(t => t.Step == step && t.From is not null))
        {
            var (application, act) = data.Ready(row);
            var before = application.History.Count;

            verbs.Take(step, application, act);

            Assert.Equal(row.To, application.Stage);
            if (WithoutHistory.Contains(step))
            {
                Assert.Equal(before, application.History.Count);
                continue;
            }

            var entry = application.History[^1];
            Assert.Equal((before + 1, step, row.From, row.To), (entry.Number, entry.Step, entry.From, entry.To));
            Assert.Equal((act.By, act.Role, act.At), (entry.By, entry.Role, entry.At));
            Assert.Equal(row.Moves ? act.At : application.StageSince, application.StageSince);
        }
    }

    [Fact]
    public void A_form_sent_online_makes_an_application_and_is_its_first_entry()
    {
        var application = data.Received();
        var entry = Assert.Single(application.History);
        Assert.Equal((1, Step.Submit, null, Stage.Received, Role.Applicant), (entry.Number, entry.Step, entry.From, entry.To, entry.Role));
        Assert.Equal((Stage.Received, Start), (application.Stage, application.StageSince));
    }

    [Theory]
    [InlineData(Stage.Received, Role.Research)]
    [InlineData(Stage.Verification, Role.Research)]
    [InlineData(Stage.Sanitisation, Role.Research, Role.GeneralSecretary)]
    [InlineData(Stage.Allocation, Role.SocietySecretary, Role.SocietyForElections)]
    [InlineData(Stage.Hustings, Role.SocietySecretary, Role.SocietyForElections, Role.GeneralSecretary)]
    [InlineData(Stage.Deliberation, Role.Clock, Role.SocietySecretary, Role.SocietyForElections)]
    [InlineData(Stage.Ballot, Role.Clock)]
    [InlineData(Stage.Accepted)]
    public void Whose_turn_it_is_follows_from_the_steps_that_move_it_on(Stage stage, params Role[] roles) =>
        Assert.Equal(roles, ApplicationProcess.Waiting(stage));
}
