using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Domain.Tests.Applications.Walk;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>P2 to P5 and rule 4: every item checked, the applicant spoken with, and heard on what could not be matched.</summary>
public sealed class VerificationTests
{
    private const string NoConversation = "Nobody has recorded a conversation in which the applicant was reached (P4).";
    private const string NoSource = "Nothing is confirmed or contradicted without its source and the day it was seen (rule 4).";
    private const string StillTime = "The applicant still has time to answer what was put to them (rule 4).";

    private static readonly DateTime At = Start.AddDays(2);

    private readonly TestData data = new(TestVault.New());
    private readonly DefectionApplication application;

    public VerificationTests() => application = data.ApplicationAt(Stage.Verification);

    [Fact]
    public void Verification_begins_with_a_researcher_and_an_open_check_for_each_item()
    {
        Assert.Equal(Researcher, application.ResearcherId);
        Assert.Equal(Enum.GetValues<CheckItem>(), application.Checks.Select(c => c.Item));
        Assert.Equal(12, application.OpenChecks.Count());
    }

    [Fact]
    public void An_application_with_open_checks_cannot_leave_verification()
    {
        Refusal.Of(
            "12 checks are still open: every check must be concluded before verification can be completed (P5).",
            () => application.CompleteVerification(OfResearch(At)));
        data.Verify(application);
        Record(CheckItem.Office, CheckOutcome.Open, null, null);
        Refusal.Of(
            "One check is still open: every check must be concluded before verification can be completed (P5).",
            () => application.CompleteVerification(OfResearch(At)));
    }

    [Fact]
    public void An_application_without_a_conversation_cannot_leave_verification()
    {
        ConcludeAll();
        Refusal.Of(NoConversation, () => application.CompleteVerification(OfResearch(At)));
        application.RecordContact(ContactMeans.Phone, At, reached: false, "No answer.", OfResearch(At), data.Vault);
        Refusal.Of(NoConversation, () => application.CompleteVerification(OfResearch(At)));
        application.RecordContact(ContactMeans.Video, At, reached: true, null, OfResearch(At), data.Vault);
        application.CompleteVerification(OfResearch(At));
        Assert.Equal(Stage.Sanitisation, application.Stage);
    }

    [Theory]
    [InlineData(CheckOutcome.CouldNotBeChecked)]
    [InlineData(CheckOutcome.NotNeeded)]
    public void A_check_may_be_concluded_without_a_source_where_there_was_none(CheckOutcome outcome)
    {
        Record(CheckItem.Employment, outcome, null, null);
        var check = application.Checks.Single(c => c.Item == CheckItem.Employment);
        Assert.Equal((outcome, Researcher, At), (check.Outcome, check.ConcludedBy, check.ConcludedAt));
    }

    [Theory]
    [InlineData(CheckOutcome.Confirmed, null, true)]
    [InlineData(CheckOutcome.Confirmed, " ", true)]
    [InlineData(CheckOutcome.Contradicted, "Council’s page", false)]
    public void Nothing_is_confirmed_or_contradicted_without_a_source_and_its_day(CheckOutcome outcome, string? source, bool hasDay) =>
        Refusal.Of(NoSource, () => Record(CheckItem.Office, outcome, source, hasDay ? UkTime.Day(At) : null));

    [Fact]
    public void A_source_is_not_seen_in_the_future() => Refusal.Of(
        "The day a source was seen cannot be in the future.",
        () => Record(CheckItem.Office, CheckOutcome.Confirmed, "Council’s page", UkTime.Day(At).AddDays(1)));

    [Fact]
    public void A_check_that_is_opened_again_is_nobody_s()
    {
        Record(CheckItem.Office, CheckOutcome.Confirmed, "Council’s page", UkTime.Day(At));
        Record(CheckItem.Office, CheckOutcome.Open, null, null);
        var check = application.Checks.Single(c => c.Item == CheckItem.Office);
        Assert.Null(check.ConcludedBy);
        Assert.Null(check.ConcludedAt);
        Assert.Null(check.Source);
    }

    [Fact]
    public void A_conversation_is_recorded_after_it_took_place() => Refusal.Of(
        "A conversation is recorded after it took place.",
        () => application.RecordContact(ContactMeans.Phone, At.AddSeconds(1), true, null, OfResearch(At), data.Vault));

    [Fact]
    public void What_was_contradicted_is_put_to_the_applicant_before_verification_is_completed()
    {
        data.Verify(application);
        Record(CheckItem.Employment, CheckOutcome.Contradicted, "Companies House", UkTime.Day(At));
        Refusal.Of(
            "What was contradicted must be put to the applicant before verification can be completed (rule 4).",
            () => application.CompleteVerification(OfResearch(At)));
    }

    [Fact]
    public void The_applicant_has_seven_days_to_answer_and_their_answer_ends_the_wait()
    {
        data.Verify(application);
        var finding = application.PutFinding(CheckItem.Employment, "A job is missing.", OfResearch(At), Settings, data.Vault);
        Assert.Equal(At.AddDays(7), finding.AnswerDueAt);
        Refusal.Of(StillTime, () => application.CompleteVerification(OfResearch(At.AddDays(7).AddSeconds(-1))));
        Assert.Null(application.WhyVerificationCannotBeCompleted(At.AddDays(7)));

        application.AnswerFinding(finding.Id, "I forgot it.", Act.OfApplicant(application.Id, At.AddDays(1)), data.Vault);
        Assert.Equal(At.AddDays(1), finding.AnsweredAt);
        application.CompleteVerification(OfResearch(At.AddDays(1)));
    }

    [Fact]
    public void A_finding_is_put_once_and_answered_once()
    {
        var finding = application.PutFinding(CheckItem.Employment, "A job is missing.", OfResearch(At), Settings, data.Vault);
        Refusal.Of(
            "This item was put to the applicant already.",
            () => application.PutFinding(CheckItem.Employment, "Another is missing.", OfResearch(At), Settings, data.Vault));
        var applicant = Act.OfApplicant(application.Id, At.AddDays(1));
        application.AnswerFinding(finding.Id, "I forgot it.", applicant, data.Vault);
        Refusal.Of("You have answered this already.", () => application.AnswerFinding(finding.Id, "No, wait.", applicant, data.Vault));
    }

    [Fact]
    public void A_case_is_handed_to_another_researcher_with_a_note()
    {
        Refusal.Of(
            "The case is with this researcher already.",
            () => application.HandOver(Researcher, null, OfResearch(At), data.Vault));
        application.HandOver(SecondResearcher, "Two checks are left.", OfResearch(At), data.Vault);
        Assert.Equal(SecondResearcher, application.ResearcherId);
        Assert.NotNull(application.History[^1].Note);
    }

    private void ConcludeAll()
    {
        foreach (var item in Enum.GetValues<CheckItem>())
        {
            Record(item, CheckOutcome.Confirmed, "Council’s page", UkTime.Day(At));
        }
    }

    private void Record(CheckItem item, CheckOutcome outcome, string? source, DateOnly? seenOn) =>
        application.RecordCheck(item, new CheckResult(outcome, source, seenOn, null), OfResearch(At), data.Vault);
}
