using System.Net;
using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Features.Wording;
using Harmony.Defection.Web.Tests.Apply;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Applicant;

/// <summary>Corrections, documents and needs, from the applicant's page to those who read them (P5, P9, rule 29).</summary>
public sealed class RecordTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Researcher = "research@harmony.example", Chair = "wexcombe@harmony.example";

    private IVault Vault => site.Services.GetRequiredService<IVault>();

    [Fact]
    public async Task A_correction_stands_beside_the_form_for_the_applicant_and_for_Research()
    {
        var (id, reference, token) = await site.ApplicationAtAsync(Stage.Verification);
        using var browser = site.NewBrowser();
        var path = $"/application/{token}/correct-form";
        Assert.True((await browser.GetAsync($"/application/{token}")).LeadsTo(path));
        Assert.True((await browser.GetAsync(path)).LeadsTo($"{path}/employment"));
        Assert.Contains("Dene Primary School", (await browser.GetAsync($"{path}/employment")).Words, StringComparison.Ordinal);
        Assert.Equal(["Write what your answer should be"], (await browser.PostFormAsync(browser.Own, ("ShouldBe", "  "))).Errors);
        Assert.Equal(["Use 2000 characters or fewer"], (await browser.PostFormAsync(browser.Own, ("ShouldBe", new string('x', 2001)))).Errors);
        var done = await browser.SendAsync(browser.Own, ("ShouldBe", "Teaching assistant since 2018, not 2019."));
        Assert.Contains("We have your correction", done.Words, StringComparison.Ordinal);
        var form = await browser.GetAsync($"/application/{token}/form");
        Assert.Contains("Teaching assistant since 2018, not 2019.", form.Words, StringComparison.Ordinal);
        Assert.Contains("Dene Primary School", form.Words, StringComparison.Ordinal);

        var stored = await site.InDatabaseAsync(d => d.Set<Correction>().AsNoTracking().SingleAsync(c => c.ApplicationId == id));
        Assert.DoesNotContain("2018", stored.ShouldBe.Cipher, StringComparison.Ordinal);
        Assert.Contains("Dene Primary School", Vault.Open(stored, nameof(Correction.Was), stored.Was), StringComparison.Ordinal);
        using var research = await site.SignedInAsync(Researcher);
        foreach (var page in (string[])["checks/employment", "form"])
        {
            Assert.Contains("Teaching assistant since 2018", (await research.GetAsync($"/cases/{reference}/{page}")).Words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Teaching assistant since 2018", (await research.GetAsync($"/cases/{reference}/checks/phone")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_made_in_Welsh_keeps_in_English_what_the_form_says()
    {
        var (id, _, token) = await site.ApplicationAtAsync(Stage.Verification);
        using var browser = site.NewBrowser();
        await browser.GetAsync($"/application/{token}");
        await browser.SendAsync(LanguageController.Path, (LanguageButton.Field, Languages.Welsh));
        Assert.Contains("Cynghorydd bwrdeistref", (await browser.GetAsync($"/application/{token}/correct-form/office")).Words, StringComparison.Ordinal);
        await browser.SendAsync(browser.Own, ("ShouldBe", "Ward Quayside."));

        var stored = await site.InDatabaseAsync(d => d.Set<Correction>().AsNoTracking().SingleAsync(c => c.ApplicationId == id));
        var was = Vault.Open(stored, nameof(Correction.Was), stored.Was);
        Assert.Contains("Borough councillor", was, StringComparison.Ordinal);
        Assert.DoesNotContain("Cynghorydd", was, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_can_be_corrected_and_shows_what_the_form_says()
    {
        var (_, _, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        foreach (var answer in Enum.GetValues<CorrectedAnswer>().Where(a => a != CorrectedAnswer.Email))
        {
            var page = await browser.GetAsync($"/application/{token}/correct-form/{Kebab.Of(answer)}");
            Assert.Equal((HttpStatusCode.OK, answer.Say()), (page.Status, page.Title));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/application/{token}/correct-form/stage")).Status);
    }

    [Fact]
    public async Task After_the_release_Research_finds_a_correction_in_its_queue_and_takes_it_in()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Allocation, 2);
        using var browser = site.NewBrowser();
        await browser.GetAsync($"/application/{await site.FreshLinkAsync(id)}/correct-form/office");
        await browser.SendAsync(browser.Own, ("ShouldBe", "I sit for Upper and Lower Dene."));
        using var research = await site.SignedInAsync(Researcher);
        Assert.Contains("Corrections to take in", (await research.GetAsync("/work")).Words, StringComparison.Ordinal);
        var path = $"/cases/{reference}/take-in-corrections";
        Assert.True((await research.GetAsync($"/cases/{reference}")).LeadsTo(path));
        Assert.Contains("I sit for Upper and Lower Dene.", (await research.GetAsync(path)).Words, StringComparison.Ordinal);
        Assert.Equal(["Write what follows for the copy that Members read"], (await research.PostFormAsync(path, ("Note", string.Empty))).Errors);
        await browser.GetAsync($"/application/{await site.FreshLinkAsync(id)}/correct-form/reasons");
        await browser.SendAsync(browser.Own, ("ShouldBe", "I was asked to."));
        var unread = await research.PostFormAsync(path, ("Note", "The copy names the ward alone."));
        Assert.StartsWith("The applicant has corrected something more in the meantime.", Assert.Single(unread.Errors), StringComparison.Ordinal);
        Assert.Contains("I was asked to.", unread.Words, StringComparison.Ordinal);
        await research.SendAsync(path, ("Note", "The copy names the ward alone."));
        Assert.Contains("No correction waits", (await research.GetAsync(path)).Words, StringComparison.Ordinal);
        using var chair = await site.SignedInAsync(Chair);
        Assert.Equal(HttpStatusCode.NotFound, (await chair.GetAsync(path)).Status);
        Assert.DoesNotContain("Lower Dene", (await chair.GetAsync($"/cases/{reference}/history")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Accepted)]
    [InlineData(Stage.Rejected)]
    [InlineData(Stage.Withdrawn)]
    public async Task Once_it_is_closed_nothing_is_corrected_added_or_asked_for(Stage stage)
    {
        var (id, _, _) = await site.ApplicationAtAsync(stage);
        var token = await site.FreshLinkAsync(id);
        using var browser = site.NewBrowser();
        Assert.Equal("Nothing can be corrected now", (await browser.GetAsync($"/application/{token}/correct-form")).Title);
        Assert.Equal("Documents you sent", (await browser.GetAsync($"/application/{token}/add-document")).Title);
        Assert.Contains("nothing more is arranged", (await browser.GetAsync($"/application/{token}/tell-needs")).Words, StringComparison.Ordinal);
        await browser.GetAsync($"/application/{token}/link");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/application/{token}/correct-form/office", ("ShouldBe", "x"))).Status);
        await browser.GetAsync($"/application/{token}/link");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/application/{token}/tell-needs", ("Other", "x"))).Status);
    }

    [Fact]
    public async Task Documents_go_to_Research_and_to_nobody_else()
    {
        var (id, reference, token) = await site.ApplicationAtAsync(Stage.Verification, 1);
        var other = await site.ApplicationAtAsync(Stage.Received, 2);
        using var browser = site.NewBrowser();
        var refused = await browser.AddDocumentsAsync(token, ("letter.pdf", "MZ not a pdf"u8.ToArray()), ("empty.pdf", []), ("bill.pdf", FormFilling.Pdf));
        Assert.Equal(2, refused.Errors.Count);
        Assert.StartsWith("“letter.pdf” is not a PDF", refused.Errors[0], StringComparison.Ordinal);
        var file = await site.InDatabaseAsync(d => d.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.ApplicationId == id && f.Purpose == FilePurpose.Evidence));
        var path = $"/application/{token}/documents/{file.Id}";
        Assert.True((await browser.GetAsync($"/application/{token}/add-document")).LeadsTo(path));
        var own = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.StartsWith("attachment", own.Headers["Content-Disposition"].Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/application/{other.Token}/documents/{file.Id}")).Status);
        using var research = await site.SignedInAsync(Researcher);
        Assert.Contains("bill.pdf", (await research.GetAsync($"/cases/{reference}/form")).Words, StringComparison.Ordinal);
        Assert.Contains("added a document", (await research.GetAsync($"/cases/{reference}/history")).Words, StringComparison.Ordinal);
        Assert.Equal(["Choose a file first"], (await browser.AddDocumentsAsync(token)).Errors);
    }

    [Fact]
    public async Task Ten_documents_are_the_most_and_a_refused_one_leaves_nothing_behind()
    {
        var (id, _, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        await browser.AddDocumentsAsync(token, [.. Enumerable.Range(1, FileRoom.Most).Select(i => ($"{i}.pdf", FormFilling.Pdf))]);
        var before = Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories).Count(f => f.Contains("files", StringComparison.Ordinal));
        var more = await browser.AddDocumentsAsync(token, ("more.pdf", FormFilling.Pdf));
        Assert.Equal("“more.pdf” was not added: 10 files are the most. Tell us about it when we speak with you", Assert.Single(more.Errors));
        Assert.Equal(10, await site.InDatabaseAsync(d => d.Set<StoredFile>().CountAsync(f => f.ApplicationId == id)));
        Assert.Equal(before, Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories).Count(f => f.Contains("files", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Documents_together_have_the_same_most_as_proof_on_the_form()
    {
        var (id, _, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        byte[] large = [.. FormFilling.Pdf, .. new byte[9_900_000]];
        await browser.AddDocumentsAsync(token, ("1.pdf", large), ("2.pdf", large), ("3.pdf", large));
        await browser.AddDocumentsAsync(token, ("4.pdf", large), ("5.pdf", large), ("6.pdf", large));
        var page = await browser.AddDocumentsAsync(token, ("7.pdf", large), ("8.pdf", FormFilling.Pdf));
        Assert.Equal("“7.pdf” was not added: all files together may have 60 MB. Choose a smaller file", Assert.Single(page.Errors));
        Assert.Equal(7, await site.InDatabaseAsync(d => d.Set<StoredFile>().CountAsync(f => f.ApplicationId == id)));
    }

    [Fact]
    public async Task Whoever_arranges_the_meeting_reads_what_is_needed_there_and_never_how_to_reach_the_applicant()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        var path = $"/application/{await site.FreshLinkAsync(id)}/tell-needs";
        using var browser = site.NewBrowser();
        await browser.GetAsync(path);
        var refused = await browser.PostFormAsync(path, ("Needs", "StepFree"), ("Other", "Ring 07700 900346 when I arrive"), ("Reach", "After six"));
        Assert.StartsWith("Take out “07700 900346”", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Ring 07700 900346 when I arrive", refused.Document.QuerySelector("#Other")!.TextContent, StringComparison.Ordinal);
        await browser.SendAsync(path, ("Needs", "StepFree"), ("Needs", "Captions"), ("Other", "A chair with arms"), ("Reach", "Text me on 07700 900346, after six"));
        var again = await browser.GetAsync(path);
        Assert.Equal(2, again.Document.QuerySelectorAll("input[type=checkbox][checked]").Length);

        using var chair = await site.SignedInAsync(Chair);
        var arrangement = await chair.GetAsync($"/cases/{reference}/hustings");
        Assert.All(["Step-free access", "Captions", "A chair with arms"], need => Assert.Contains(need, arrangement.Words, StringComparison.Ordinal));
        var announce = await chair.GetAsync($"/cases/{reference}/announce-hustings");
        Assert.Contains("A chair with arms", announce.Words, StringComparison.Ordinal);
        foreach (var page in (string[])["", "/hustings", "/announce-hustings", "/history"])
        {
            Assert.DoesNotContain("after six", (await chair.GetAsync($"/cases/{reference}{page}")).Text, StringComparison.OrdinalIgnoreCase);
        }

        using var research = await site.SignedInAsync(Researcher);
        Assert.Contains("after six", (await research.GetAsync($"/cases/{reference}/contacts")).Words, StringComparison.Ordinal);
        using var member = await site.SignedInAsync("member@harmony.example");
        Assert.DoesNotContain("chair with arms", (await member.GetAsync($"/assembly/{reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_that_the_pages_do_not_show_change_nothing()
    {
        var (id, _, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        await browser.GetAsync($"/application/{token}/link");
        await browser.ForgeAsync(
            $"/application/{token}/correct-form/office",
            ("ShouldBe", "right"), ("Stage", "Accepted"), ("TakenInAt", "2026-01-01"), ("EmailConfirmedAt", "2020-01-01"), ("ApplicationId", $"{Guid.NewGuid()}"));
        await browser.GetAsync($"/application/{token}/link");
        await browser.ForgeAsync($"/application/{token}/tell-needs", ("Other", "a chair"), ("Id", $"{Guid.NewGuid()}"), ("IsOpen", "false"), ("Link", "x"));
        var a = await site.InDatabaseAsync(d => d.Set<DefectionApplication>().AsNoTracking().Include(x => x.Corrections).SingleAsync(x => x.Id == id));
        Assert.Equal((Stage.Received, (DateTime?)null), (a.Stage, Assert.Single(a.Corrections).TakenInAt));
        Assert.NotEqual(2020, a.EmailConfirmedAt?.Year);
        Assert.Equal(1, await site.InDatabaseAsync(d => d.Set<ApplicantNeeds>().CountAsync(n => n.Id == id)));
    }
}
