using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Sanitisation;

public sealed class PrepareCopyTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Research = "research@harmony.example";
    private const string Phone = "07700 900310";

    [Theory]
    [InlineData("secretary.general@harmony.example")]
    [InlineData("wexcombe@harmony.example")]
    [InlineData("elections@harmony.example")]
    [InlineData("committee@harmony.example")]
    [InlineData("operations@harmony.example")]
    [InlineData("member@harmony.example")]
    [InlineData("participant@harmony.example")]
    public async Task Nobody_but_Research_finds_the_page(string email)
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Sanitisation);
        using var browser = await site.SignedInAsync(email);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/cases/{reference}/prepare-copy")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync($"/cases/{reference}/prepare-copy/open")).Status);
    }

    [Fact]
    public async Task A_reference_that_does_not_exist_is_not_found()
    {
        using var browser = await site.SignedInAsync(Research);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync("/cases/HD-2222-22/prepare-copy")).Status);
    }

    [Fact]
    public async Task Before_the_original_is_opened_the_page_says_what_that_means_and_shows_none_of_it()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Sanitisation);
        using var browser = await site.SignedInAsync("research.second@harmony.example");

        var before = await browser.GetAsync($"/cases/{reference}/sanitise");

        Assert.Equal("Before you open it", before.Title);
        Assert.DoesNotContain(Phone, before.Text, StringComparison.Ordinal);
        Assert.False(await HasOpenedAsync(id, "research.second@harmony.example"));

        var opened = await browser.SendAsync($"/cases/{reference}/prepare-copy/open");

        Assert.Equal("Prepare the assembly’s copy", opened.Title);
        Assert.Contains(Phone, opened.Text, StringComparison.Ordinal);
        Assert.True(await HasOpenedAsync(id, "research.second@harmony.example"));
    }

    [Fact]
    public async Task Each_text_stands_beside_what_Members_will_read_and_nothing_open_shows_in_that()
    {
        var (browser, _) = await OpenAsync();
        using var kept = browser;

        var pair = browser.Shown.Document.QuerySelectorAll(".hd-pair").First(p => p.TextContent.Contains("tenancy", StringComparison.Ordinal));

        Assert.Contains(Phone, pair.QuerySelector("mark.is-open")!.TextContent, StringComparison.Ordinal);
        var copy = pair.QuerySelector("p.is-copy")!.TextContent;
        Assert.DoesNotContain(Phone, copy, StringComparison.Ordinal);
        Assert.Contains("[phone removed]", copy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeping_without_a_reason_is_refused_beside_the_decision_and_what_was_typed_stays()
    {
        var (browser, path) = await OpenAsync();
        using var kept = browser;
        var number = NumberOf(browser.Shown, Phone);

        var page = await browser.SendAsync(path, ($"Decisions[{number}].Kind", "Keep"), ("Do", "save"));

        Assert.Contains("Say why it may stay", page.Errors);
        Assert.True(page.Document.QuerySelector($"#Decisions_{number}__Keep")!.HasAttribute("checked"));
        Assert.NotNull(page.Document.QuerySelector($"#Decisions_{number}__Reason-error"));
        Assert.StartsWith("Error:", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_number_shows_again_in_the_copy()
    {
        var (browser, path) = await OpenAsync();
        using var kept = browser;
        var number = NumberOf(browser.Shown, Phone);

        var page = await browser.SendAsync(path, ($"Decisions[{number}].Kind", "Keep"), ($"Decisions[{number}].Reason", "It is the council’s own number."), ("Do", "save"));

        Assert.Contains("Your decisions are saved.", page.Words, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("p.is-copy"), p => p.TextContent.Contains(Phone, StringComparison.Ordinal));
        Assert.Contains("1 of ", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_with_an_open_proposal_is_not_prepared_and_says_which_is_open()
    {
        var (browser, path) = await OpenAsync();
        using var kept = browser;
        var number = NumberOf(browser.Shown, Phone);

        var page = await browser.SendAsync(path, ("Do", "prepare"));

        Assert.Contains($"Number {number + 1}: choose whether it is removed or kept", page.Errors);
        Assert.Equal($"#Decisions_{number}__Kind", page.Document.QuerySelectorAll(".govuk-error-summary a").ElementAt(number).GetAttribute("href"));
    }

    [Fact]
    public async Task A_copy_whose_proposals_are_all_decided_waits_for_another_researcher()
    {
        var (browser, path) = await OpenAsync();
        using var kept = browser;

        var page = await browser.PostFormAsync(path, [.. AllRemoved(browser.Shown), ("Do", "prepare")]);

        Assert.Equal(path.Replace("/prepare-copy", string.Empty, StringComparison.Ordinal), page.Location);
        var again = await browser.GetAsync(path);
        Assert.Contains("You prepared this version", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pasted_words_are_removed_wherever_they_stand()
    {
        var (browser, path) = await OpenAsync();
        using var kept = browser;

        var page = await browser.SendAsync(path, ("Words", "five minutes from the weir"), ("Do", "add"));

        var copies = string.Concat(page.Document.QuerySelectorAll("p.is-copy").Select(p => p.TextContent));
        Assert.Contains("[removed]", copies, StringComparison.Ordinal);
        Assert.DoesNotContain("from the weir", copies, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_stand_nowhere_are_refused_and_kept_in_the_field()
    {
        var (browser, path) = await OpenAsync();
        using var kept = browser;

        var page = await browser.SendAsync(path, ("Words", "the green bicycle"), ("Do", "add"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(page.Errors, e => e.StartsWith("Those words stand in none of the texts", StringComparison.Ordinal));
        Assert.Equal("the green bicycle", page.Document.QuerySelector("#Words")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whoever_saves_second_is_told_and_keeps_what_they_typed()
    {
        var (browser, path) = await OpenAsync();
        using var kept = browser;
        var number = NumberOf(browser.Shown, Phone);
        using var other = await site.SignedInAsync(Research);
        await other.GetAsync(path);
        await other.SendAsync(path, ("Words", "five minutes from the weir"), ("Do", "add"));

        var page = await browser.SendAsync(path, ($"Decisions[{number}].Kind", "Keep"), ($"Decisions[{number}].Reason", "It is public."), ("Do", "save"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        var ruling = page.Document.QuerySelectorAll(".hd-ruling").First(r => r.TextContent.Contains(Phone, StringComparison.Ordinal));
        Assert.Equal("It is public.", ruling.QuerySelector("input[maxlength]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_could_not_be_matched_is_rewritten_as_a_statement_and_searched_again()
    {
        var (id, reference) = await WithFindingAsync();
        using var browser = await site.SignedInAsync(Research);
        await browser.GetAsync($"/cases/{reference}/prepare-copy");
        await browser.SendAsync($"/cases/{reference}/prepare-copy/open");

        var page = await browser.SendAsync(
            $"/cases/{reference}/prepare-copy",
            ("Findings[0].Statement", "The school names another start. Its office is at 01632 960777."),
            ("Findings[0].Answer", "The applicant says the first year was a temporary post."),
            ("Do", "save"));

        Assert.Contains(page.Document.QuerySelectorAll(".hd-ruling"), r => r.TextContent.Contains("01632 960777", StringComparison.Ordinal));
        var state = await site.UseAsync<SanitisingDesk, SanitisingState>(async d => await d.OpenAsync(id, await site.Walk.PersonAsync(Research)));
        Assert.Equal("The applicant says the first year was a temporary post.", Assert.Single(state.Findings).Answer);
    }

    [Fact]
    public async Task An_empty_statement_is_refused()
    {
        var (_, reference) = await WithFindingAsync();
        using var browser = await site.SignedInAsync(Research);
        await browser.GetAsync($"/cases/{reference}/prepare-copy");
        await browser.SendAsync($"/cases/{reference}/prepare-copy/open");

        var page = await browser.SendAsync($"/cases/{reference}/prepare-copy", ("Findings[0].Statement", " "), ("Do", "save"));

        Assert.Contains("Write what could not be matched, as a statement", page.Errors);
    }

    [Fact]
    public async Task No_copy_is_prepared_while_verification_goes_on()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Verification);
        using var browser = await site.SignedInAsync(Research);

        var page = await browser.LookAsync($"/cases/{reference}/prepare-copy");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.DoesNotContain(Phone, page.Text, StringComparison.Ordinal);
    }

    private static int NumberOf(Page page, string words) =>
        page.Document.QuerySelectorAll(".hd-ruling").ToList().FindIndex(r => r.TextContent.Contains(words, StringComparison.Ordinal));

    private static IEnumerable<(string, string)> AllRemoved(Page page) =>
        page.Document.QuerySelectorAll(".hd-ruling").Select((_, i) => ($"Decisions[{i}].Kind", "Remove"));

    private async Task<(Browser Browser, string Path)> OpenAsync()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Sanitisation);
        var browser = await site.SignedInAsync(Research);
        await browser.GetAsync($"/cases/{reference}/prepare-copy");
        await browser.SendAsync($"/cases/{reference}/prepare-copy/open");
        return (browser, $"/cases/{reference}/prepare-copy");
    }

    private async Task<(Guid Id, string Reference)> WithFindingAsync()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Verification);
        var researcher = await site.Walk.PersonAsync(Research);
        await site.UseAsync<VerificationDesk, bool>(async d =>
        {
            await d.PutFindingAsync(id, CheckItem.Employment, "The school’s page names another start.", researcher);
            return true;
        });
        site.Walk.Pass(TimeSpan.FromDays(8));
        var vault = site.Services.GetRequiredService<IVault>();
        await site.UseAsync<Desk, DefectionApplication>(desk => desk.ActAsync(id, researcher, Role.Research, (a, act) =>
        {
            foreach (var item in Enum.GetValues<CheckItem>())
            {
                a.RecordCheck(item, new CheckResult(CheckOutcome.Confirmed, "A public page", UkTime.Day(act.At), null), act, vault);
            }

            a.RecordContact(ContactMeans.Phone, act.At.AddMinutes(-5), reached: true, null, act, vault);
            a.CompleteVerification(act);
        }));
        return (id, reference);
    }

    private async Task<bool> HasOpenedAsync(Guid id, string email)
    {
        var person = await site.Walk.PersonAsync(email);
        return await site.InDatabaseAsync(c => c.Set<OriginalOpening>().AnyAsync(o => o.ApplicationId == id && o.PersonId == person));
    }
}
