using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Domain.Tests.Applications.Walk;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>P3 and rule 5: two researchers, one of three grounds, the applicant heard first, and one way back.</summary>
public sealed class NotGenuineTests
{
    private static readonly DateTime At = Start.AddDays(2);

    private readonly TestData data = new(TestVault.New());

    [Fact]
    public void Closing_begins_with_a_proposal() => Refusal.Of(
        "Closing as not genuine begins with a researcher’s proposal, which the applicant may answer (rule 5).",
        () => data.ApplicationAt(Stage.Verification).CloseAsNotGenuine(OfSecond(At)));

    [Fact]
    public void Two_different_researchers_sign() => Refusal.Of(
        "Two different researchers must sign (rule 5).",
        () => Proposed().CloseAsNotGenuine(OfResearch(At.AddDays(8))));

    [Fact]
    public void The_applicant_has_seven_days_to_answer_first()
    {
        var application = Proposed();
        Refusal.Of("The applicant still has time to answer (rule 5).", () => application.CloseAsNotGenuine(OfSecond(At.AddDays(7).AddSeconds(-1))));
        application.CloseAsNotGenuine(OfSecond(At.AddDays(7)));
        Assert.Equal(Stage.NotGenuine, application.Stage);
        Assert.Null(application.NextDueAt);
        Assert.True(Assert.Single(application.NotGenuineProposals).IsSettled);
    }

    [Fact]
    public void An_answer_ends_the_wait()
    {
        var application = Proposed();
        application.AnswerNotGenuine("I did send it.", Act.OfApplicant(application.Id, At.AddDays(1)), data.Vault);
        Assert.Null(application.WhyNotGenuineCannotBeSigned(SecondResearcher, At.AddDays(1)));
        Refusal.Of(
            "There is nothing left to answer here.",
            () => application.AnswerNotGenuine("I did.", Act.OfApplicant(application.Id, At.AddDays(1)), data.Vault));
    }

    [Fact]
    public void One_proposal_stands_at_a_time() => Refusal.Of(
        "A proposal to close this application as not genuine is open already.",
        () => Propose(Proposed()));

    [Fact]
    public void It_is_reopened_within_28_days_and_once()
    {
        var application = Closed(Stage.Verification);
        var closed = application.StageSince;
        Refusal.Of(
            "An application found not genuine can be reopened within 28 days (rule 5).",
            () => Reopen(application, closed.AddDays(28).AddSeconds(1)));
        Reopen(application, closed.AddDays(28));
        Assert.Equal(Stage.Verification, application.Stage);

        Propose(application);
        application.CloseAsNotGenuine(OfSecond(closed.AddDays(40)));
        Refusal.Of("An application found not genuine can be reopened once (rule 5).", () => Reopen(application, closed.AddDays(41)));
    }

    [Fact]
    public void Reopened_from_deliberation_it_begins_again_and_no_assembly_reads_the_old_copy()
    {
        var application = Closed(Stage.Deliberation);
        Reopen(application, application.StageSince.AddDays(1));
        Assert.Null(application.CopyInForce);
        Assert.Null(application.AssemblySocietyId);
        Assert.Null(application.ResponsibleSocietyId);
        Assert.Empty(application.Route);

        data.Verify(application);
        application.CompleteVerification(OfResearch(application.StageSince.AddDays(1)));
        application.PrepareCopy(Copy().Write(), OfResearch(application.StageSince), data.Vault);
        application.ReleaseCopy([Constituency, Region, ElectionsSociety], Constituency, OfSecond(application.StageSince), Settings);
        Assert.Equal(2, application.CopyInForce!.Number);
        Assert.Equal(Constituency, application.CurrentStop!.SocietyId);
    }

    [Fact]
    public void Closing_ends_what_was_running()
    {
        var application = data.ApplicationAt(Stage.Deliberation);
        data.Find(application, Domain.Deliberation.FindingKind.ConsensusToAccept);
        Propose(application);
        application.CloseAsNotGenuine(OfSecond(application.NotGenuineProposals[0].AnswerDueAt));
        Assert.Null(application.StandingFinding);
        Assert.Null(application.NextDueAt);
    }

    private DefectionApplication Proposed()
    {
        var application = data.ApplicationAt(Stage.Verification);
        application.ProposeNotGenuine(NotGenuineGround.DidNotSendIt, "Somebody else sent it.", OfResearch(At), Settings, data.Vault);
        return application;
    }

    private DefectionApplication Closed(Stage from)
    {
        var application = data.ApplicationAt(from);
        Propose(application);
        application.CloseAsNotGenuine(OfSecond(application.StageSince.AddDays(8)));
        return application;
    }

    private void Propose(DefectionApplication application) => application.ProposeNotGenuine(
        NotGenuineGround.DidNotSendIt, "Somebody else sent it.", OfResearch(application.StageSince.AddHours(1)), Settings, data.Vault);

    private void Reopen(DefectionApplication application, DateTime at) =>
        application.ReopenVerification("The applicant showed a letter.", OfGeneralSecretary(at), Settings, data.Vault);
}
