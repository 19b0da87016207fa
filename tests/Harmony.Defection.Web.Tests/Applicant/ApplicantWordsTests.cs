using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Web.Features.Applicant;

namespace Harmony.Defection.Web.Tests.Applicant;

/// <summary>What the applicant is told of each step (PL6, rule 20).</summary>
public sealed class ApplicantWordsTests
{
    private static readonly DateTime Start = new(2026, 6, 1, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_decision_reads_the_same_however_the_Members_came_to_it()
    {
        Assert.Equal(Said(Step.AcceptByConsensus), Said(Step.AcceptByBallot));
        Assert.Equal(Said(Step.RejectByConsensus), Said(Step.RejectByBallot));
        Assert.Equal(Said(Step.RejectByConsensus), Said(Step.RejectOnSecondTie));
        Assert.Equal(Said(Step.ReturnTie), Said(Step.DiscussFurther));
        Assert.Equal(Said(Step.ReturnTie), Said(Step.ReturnEmptyBallot));
    }

    [Theory]
    [InlineData(Step.Debate)]
    [InlineData(Step.StatePosition)]
    [InlineData(Step.ProposeFinding)]
    [InlineData(Step.SecondFinding)]
    [InlineData(Step.ChallengeFinding)]
    [InlineData(Step.FindNoConsensus)]
    [InlineData(Step.CastBallot)]
    [InlineData(Step.RecordCheck)]
    [InlineData(Step.RecordContact)]
    [InlineData(Step.HandOver)]
    [InlineData(Step.PrepareCopy)]
    [InlineData(Step.RecallCopy)]
    [InlineData(Step.ReleaseCopyAgain)]
    [InlineData(Step.DeclineResponsibility)]
    [InlineData(Step.ConfirmLackOfCapacity)]
    [InlineData(Step.NameAssembly)]
    [InlineData(Step.ProposeReopening)]
    public void What_passes_among_others_leaves_no_line(Step step) => Assert.Null(Said(step));

    private static string? Said(Step step) => ApplicantWords.Timeline(
        new ApplicantFacts
        {
            Reference = "HD-7K3M-Q2",
            Stage = Stage.Deliberation,
            StageSince = Start,
            Steps = [new TakenStep(step, Stage.Deliberation, Stage.Deliberation, Start)],
        },
        []).SingleOrDefault()?.What;
}
