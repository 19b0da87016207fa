using System.Net;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>Rule 7 and F12, F15 on the form: what is pointed at, in which words, that nothing is lost, and that it can be kept.</summary>
public sealed class SecondLookTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Phone = "This seems to have a phone number in it. Local Members read this answer: your numbers belong under “How we reach you”.";
    private const string Private = "This seems to name a private account. We ask only whether you have any: leave its name out.";

    [Theory]
    [InlineData("/apply/reasons", "Why", "Ring me on 07700 900346.", Phone)]
    [InlineData("/apply/reasons", "Why", "Write to marged at okafor.example, marged@okafor.example.", "This seems to have an e-mail address in it. Local Members read this answer: your address belongs under “How we reach you”.")]
    [InlineData("/apply/reasons", "Why", "My private account is @marged_o.", Private)]
    [InlineData("/apply/area", "Statement", "I live in Chandlers Row, WX4 7PD.", "This seems to have a postal address or a postcode in it. Local Members read this answer: your address belongs under “How we reach you”.")]
    [InlineData("/apply/employment", "Gaps", "Ask me on 07700 900346 what I did.", Phone)]
    public async Task Contact_data_in_a_free_text_is_pointed_at_and_can_be_kept_or_changed(string path, string field, string typed, string sentence)
    {
        using var browser = await site.BeginAsync();
        await site.AnswerOfficeAsync(browser);
        var values = (await site.PartsAsync()).Single(p => p.Path == path).Values.Select(v => v.Name == field ? (field, typed) : v).ToArray();
        await browser.GetAsync(path);
        var before = (await site.LastDraftAsync()).Version;
        var page = await browser.PostFormAsync(path, values);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Errors);
        Assert.Contains(sentence, page.Document.QuerySelector(".hd-second")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(sentence, page.Document.QuerySelectorAll($"#{field}-look p:not([hidden])").Select(p => p.TextContent));
        Assert.Contains($"{field}-look", page.Document.QuerySelector($"#{field}")!.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Equal($"#{field}", page.Document.QuerySelector(".hd-second a")!.GetAttribute("href"));
        Assert.Equal(typed, page.Document.QuerySelector($"#{field}")!.TextContent.Trim());
        Assert.Equal(before, (await site.LastDraftAsync()).Version);

        Assert.NotNull((await browser.PostFormAsync(path, ("Keep", "true"))).Location);
        await browser.GetAsync(path);
        Assert.NotNull((await browser.PostFormAsync(path, [.. values.Where(v => v.Item1 is "Basis" or "LivedSince.Month" or "LivedSince.Year"), (field, "Nothing of the kind.")])).Location);
    }

    [Fact]
    public async Task The_script_finds_its_sentences_waiting_beside_each_free_text()
    {
        using var browser = await site.BeginAsync();
        await site.AnswerOfficeAsync(browser);
        foreach (var (path, field) in new[] { ("/apply/reasons", "Why"), ("/apply/area", "Statement"), ("/apply/employment", "Gaps") })
        {
            var page = await browser.GetAsync(path);
            var place = page.Document.QuerySelector($"[data-watch={field}]")!;
            Assert.Equal("polite", place.GetAttribute("aria-live"));
            Assert.Equal(["phone", "email", "postcode"], place.QuerySelectorAll("p[hidden]").Select(p => p.GetAttribute("data-kind")));
            Assert.Null(page.Document.QuerySelector("[name=Keep]"));
        }
    }

    [Fact]
    public async Task A_gap_in_the_history_is_pointed_at_once_the_list_is_complete_and_may_stay_unexplained()
    {
        using var browser = await site.BeginAsync();
        (string, string)[] job = [("Title", "Shop manager"), ("Employer", "Saltmarket Bookshop"), ("Started.Month", "3"), ("Started.Year", "2015"), ("Left.Month", "8"), ("Left.Year", "2018")];
        await browser.AnswerAsync("/apply/employment", [.. job, ("Another", "true")]);
        var page = await browser.PostFormAsync("/apply/employment", ("Title", "Clerk"), ("Employer", "Dene School"), ("Started.Month", "2"), ("Started.Year", "2019"));
        Assert.Empty(page.Errors);
        Assert.Contains("No job is listed between August 2018 and February 2019.", page.Document.QuerySelector(".hd-second")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Clerk", page.Document.QuerySelector("[name=Title]")!.GetAttribute("value"));

        Assert.NotNull((await browser.PostFormAsync("/apply/employment", ("Keep", "true"))).Location);
        Assert.Equal(2, (await site.LastAnswersAsync()).Employment!.Jobs.Count);
        var again = await browser.GetAsync("/apply/employment");
        Assert.Contains("That is no fault", again.Words, StringComparison.Ordinal);
        Assert.NotNull((await browser.PostFormAsync("/apply/employment", ("Gaps", "I looked for work."))).Location);
    }

    [Theory]
    [InlineData("/apply/employment", "Another", "/apply/employment")]
    [InlineData("/apply/employment", "Later", "/apply/save")]
    [InlineData("/apply/accounts", "Another", "/apply/accounts")]
    [InlineData("/apply/accounts", "Later", "/apply/save")]
    [InlineData("/apply/reasons", "Later", "/apply/save")]
    public async Task An_answer_that_is_kept_leads_where_the_button_pressed_first_would_have(string path, string button, string leadsTo)
    {
        using var browser = await site.BeginAsync();
        await site.AnswerOfficeAsync(browser);
        await browser.GetAsync(path);
        var page = await browser.PostFormAsync(path, [.. Doubtful[path], (button, "true")]);
        Assert.Empty(page.Errors);
        var keep = page.Document.QuerySelector("[name=Keep]")!;
        Assert.Equal(leadsTo, (await browser.PostFormAsync(path, ("Keep", keep.GetAttribute("value")!))).Location);
    }

    private static readonly Dictionary<string, (string, string)[]> Doubtful = new(StringComparer.Ordinal)
    {
        ["/apply/employment"] =
        [
            ("Title", "Clerk"), ("Employer", "Dene School"), ("Started.Month", "2"), ("Started.Year", "2019"), ("Gaps", "Ask me on 07700 900346 what I did."),
        ],
        ["/apply/accounts"] = [("Platform", "Mastodon"), ("Name", "@marged private account"), ("HasPrivateAccounts", "false")],
        ["/apply/reasons"] = [("Why", "Ring me on 07700 900346.")],
    };
}
