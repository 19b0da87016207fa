using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Tests.Applications;
using Harmony.Defection.Testing;

namespace Harmony.Defection.Domain.Tests.Sanitisation;

public class SanitisingDeskTests
{
    private const string Reasons = "Ring 01632 960346; planning ref 21/01234/OUT was the last straw.";

    private readonly Office office = new();
    private readonly DefectionApplication application;
    private readonly SanitisingDesk desk;

    public SanitisingDeskTests()
    {
        application = office.Data.ApplicationAt(Stage.Sanitisation);
        var answers = TestData.Answers() with { Reasons = new ReasonsAnswer(Reasons) };
        office.Applications.Keep(application, ApplicationForm.Of(application.Id, answers, office.Data.Vault));
        office.MoveTo(TestData.Start.AddDays(3));
        desk = new SanitisingDesk(
            office.Desk, office.Applications, new Works(office), office.Societies, office.Notices, TestData.Settings, office.Data.Vault);
    }

    [Fact]
    public async Task The_first_opening_finds_what_is_to_be_removed_and_a_second_changes_nothing()
    {
        var state = await desk.OpenAsync(application.Id, TestData.Researcher);
        var again = await desk.OpenAsync(application.Id, TestData.Researcher);

        var ruling = Assert.Single(state.Rulings);
        Assert.Equal(("Reasons", "[phone removed]", RulingKind.Open), (ruling.Field, ruling.Mark, ruling.Kind));
        Assert.Equal(state.Rulings, again.Rulings);
        Assert.Single(office.Applications.Added.OfType<SanitisingWork>());
    }

    [Fact]
    public async Task No_copy_is_prepared_while_a_proposal_is_open()
    {
        await desk.OpenAsync(application.Id, TestData.Researcher);

        var refusal = await Assert.ThrowsAsync<ProcessRuleException>(() => desk.PrepareAsync(application.Id, TestData.Researcher));

        Assert.Equal("1 proposal is still to be decided.", refusal.Message);
        Assert.Empty(application.Copies);
    }

    [Fact]
    public async Task A_prepared_copy_holds_no_removed_value_and_leaves_the_rest()
    {
        await desk.OpenAsync(application.Id, TestData.Researcher);
        await desk.RuleAsync(application.Id, 0, RulingKind.Remove, null, TestData.Researcher);
        await desk.PrepareAsync(application.Id, TestData.Researcher);

        var copy = CopyContent.Read(office.Data.Vault.Open(
            new(nameof(AssemblyCopy), application.Copies[0].Id, nameof(AssemblyCopy.Content)), application.Copies[0].Content));

        Assert.Equal("Ring [phone removed]; planning ref 21/01234/OUT was the last straw.", copy.Reasons);
    }

    [Fact]
    public async Task The_copy_has_the_applicants_corrections_beside_the_answers_and_those_of_contact_data_never()
    {
        await desk.OpenAsync(application.Id, TestData.Researcher);
        await desk.RuleAsync(application.Id, 0, RulingKind.Remove, null, TestData.Researcher);
        var later = TestData.Start.AddDays(3).AddHours(1);
        application.CorrectForm(CorrectedAnswer.Reasons, Reasons, "It was 2019, as 07700 900346 can tell.", Act.OfApplicant(application.Id, later), office.Data.Vault);
        application.CorrectForm(CorrectedAnswer.Address, "9 Chandlers Row", "11 Chandlers Row", Act.OfApplicant(application.Id, later), office.Data.Vault);
        var next = TestData.By(TestData.Researcher, Role.Research, TestData.Start.AddDays(4));
        application.RecordCheck(CheckItem.Address, new CheckResult(CheckOutcome.NotNeeded, null, null, null), next, office.Data.Vault);
        application.CompleteVerification(next);
        office.MoveTo(next.At);
        var refusal = await Assert.ThrowsAsync<ProcessRuleException>(() => desk.PrepareAsync(application.Id, TestData.Researcher));
        Assert.StartsWith("The applicant has corrected an answer since you began", refusal.Message, StringComparison.Ordinal);

        var state = await desk.OpenAsync(application.Id, TestData.Researcher);
        Assert.Equal(1, state.OpenRulings);
        await desk.RuleAsync(application.Id, state.Rulings.Count - 1, RulingKind.Remove, null, TestData.Researcher);
        await desk.PrepareAsync(application.Id, TestData.Researcher);
        var copy = CopyContent.Read(office.Data.Vault.Open(
            new(nameof(AssemblyCopy), application.Copies[0].Id, nameof(AssemblyCopy.Content)), application.Copies[0].Content));
        Assert.Equal((CorrectedAnswer.Reasons, "It was 2019, as [phone removed] can tell."), (Assert.Single(copy.Corrections).Answer, copy.Corrections[0].Text));
    }

    [Fact]
    public async Task Keeping_needs_a_reason()
    {
        await desk.OpenAsync(application.Id, TestData.Researcher);

        await Assert.ThrowsAsync<ProcessRuleException>(() => desk.RuleAsync(application.Id, 0, RulingKind.Keep, " ", TestData.Researcher));
        var state = await desk.RuleAsync(application.Id, 0, RulingKind.Keep, "It is the council’s switchboard.", TestData.Researcher);

        Assert.Equal(Reasons, state.Sanitise(state.Texts.Single(t => t.Field == "Reasons")));
    }

    [Fact]
    public async Task A_researcher_can_remove_what_nobody_proposed()
    {
        await desk.OpenAsync(application.Id, TestData.Researcher);

        var state = await desk.AddAsync(application.Id, "Reasons", "the last straw", TestData.Researcher);

        Assert.Equal(
            "Ring [phone removed]; planning ref 21/01234/OUT was [removed].", state.Sanitise(state.Texts.Single(t => t.Field == "Reasons")));
        await Assert.ThrowsAsync<ProcessRuleException>(() => desk.AddAsync(application.Id, "Reasons", "no such words", TestData.Researcher));
        await Assert.ThrowsAsync<ProcessRuleException>(() => desk.AddAsync(application.Id, "Reasons", 60, 10, TestData.Researcher));
    }

    [Fact]
    public async Task A_decision_on_an_older_version_is_refused()
    {
        await desk.OpenAsync(application.Id, TestData.Researcher);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => desk.RuleAsync(application.Id, 0, RulingKind.Remove, null, TestData.Researcher, expectedVersion: 7));
    }

    [Fact]
    public async Task No_work_begins_before_verification_is_done()
    {
        var early = office.Data.ApplicationAt(Stage.Verification);
        office.Applications.Keep(early, ApplicationForm.Of(early.Id, TestData.Answers(), office.Data.Vault));

        await Assert.ThrowsAsync<ProcessRuleException>(() => desk.OpenAsync(early.Id, TestData.Researcher));
    }

    [Fact]
    public void The_copy_holds_nothing_of_the_form_but_what_is_listed()
    {
        var answers = TestData.Answers() with
        {
            Name = new NameAnswer("Used Name", "PLANTED legal", "PLANTED previous"),
            Contact = new ContactAnswer("PLANTED", "PLANTED", true, "PLANTED", "PLANTED", "PLANTED", "PLANTED", "PLANTED", "PLANTED"),
        };
        answers = answers with
        {
            Offices = answers.Offices! with { Held = [TestData.Office() with { PublicPage = "PLANTED page" }] },
            Area = answers.Area! with { RuleShown = "PLANTED rule" },
        };

        var texts = CopyBuilder.TextsOf(answers, []);
        var copy = CopyBuilder.Build(answers, [], [], texts.ToDictionary(t => t.Field, t => t.Text, StringComparer.Ordinal)).Write();

        Assert.DoesNotContain("PLANTED", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("1983", copy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_was_not_searched_makes_no_copy() =>
        Assert.Throws<KeyNotFoundException>(() => CopyBuilder.Build(TestData.Answers(), [], [], new Dictionary<string, string>(StringComparer.Ordinal)));

    private sealed class Works(Office office) : ISanitisingWorks
    {
        public Task<SanitisingWork?> FindAsync(Guid application, CancellationToken cancellation = default) =>
            Task.FromResult(office.Applications.Added.OfType<SanitisingWork>().SingleOrDefault(w => w.Id == application));

        public Task RecordOpeningAsync(Guid application, Guid person, CancellationToken cancellation = default) => Task.CompletedTask;
    }
}
