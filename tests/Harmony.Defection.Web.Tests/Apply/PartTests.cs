using System.Net;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>Each part of the form: what it refuses, in which words, and that nothing typed is lost.</summary>
public sealed class PartTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "/apply/name", "NameUsed", " ", "Enter your full name" },
        { "/apply/date-of-birth", "Born.Year", "2012", "You must be 18 or over to apply. Check the year" },
        { "/apply/date-of-birth", "Born.Day", "30", "February 1983 has only 28 days" },
        { "/apply/contact", "MobilePhone", "12", "Enter a mobile number, like 07700 900001. Put the country’s code first if it is not a UK number" },
        { "/apply/contact", "Email", "not an address", "Enter an e-mail address, like name@example.org, or leave it empty" },
        { "/apply/contact", "Postcode", "WX4", "Enter a full UK postcode, like WX4 7PD. If you live in another country, name it under the postcode" },
        { "/apply/office/new", "Kind", "", "Choose the kind of office you hold" },
        { "/apply/office/new", "SocietyId", "00000000-0000-0000-0000-000000000001", "Choose a Society from the list" },
        { "/apply/office", "Party", "", "Enter the party you belong to now" },
        { "/apply/office/new", "TermEnds.Year", "2025", "Your term must still be running: this form is for people who hold office now" },
        { "/apply/office/new", "PublicPage", "javascript:alert(1)//a.b", "Enter the address of a web page, like www.wexcombe.example/councillors" },
        { "/apply/area", "Statement", "", "Describe your residence or your links in a few words" },
        { "/apply/area", "LivedSince.Year", "2031", "The month since when you have lived there cannot be in the future" },
        { "/apply/employment", "Employer", "", "Enter the name of the employer" },
        { "/apply/accounts", "HasPrivateAccounts", "", "Say whether you have private accounts" },
        { "/apply/undertakings", "Consensus", "", "Tick the box on Party Consensus if you agree. Without it an application cannot be sent" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_wrong_answer_is_named_and_nothing_typed_is_lost(string path, string field, string typed, string message)
    {
        using var browser = await site.BeginAsync();
        var parts = await site.PartsAsync();
        await site.AnswerOfficeAsync(browser);
        var values = parts.Single(p => p.Path == path).Values.Select(v => v.Name == field ? (field, typed) : v).Where(v => v.Item2.Length > 0 || path.StartsWith("/apply/office", StringComparison.Ordinal)).ToArray();
        await browser.GetAsync(path);
        var page = await browser.PostFormAsync(path, values);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(message, Assert.Single(page.Errors));
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        var target = page.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")!;
        Assert.NotNull(page.Document.QuerySelector(target));
        foreach (var (name, value) in values.Where(v => (v.Item1, v.Item2) != ("SocietyId", typed)))
        {
            Assert.Contains(Shown(page, name), shown => shown == value);
        }
    }

    [Fact]
    public async Task Another_Society_shows_its_own_rule_before_the_part_on_the_area_is_done_again()
    {
        using var browser = await site.BeginAsync();
        var parts = await site.PartsAsync();
        await site.AnswerOfficeAsync(browser);
        await browser.AnswerAsync("/apply/area", parts.Single(p => p.Path == "/apply/area").Values);
        var other = await site.SocietyAsync(SampleWorld.DeneVale);
        var office = (await site.LastAnswersAsync()).MainOffice!;
        await browser.AnswerAsync($"/apply/office/{office.Id}", ("SocietyId", other.Id.ToString()));
        Assert.False((await site.LastAnswersAsync()).Has(FormPart.Area));
        var page = await browser.GetAsync("/apply/area");
        Assert.Contains(other.AreaRule(), page.Words, StringComparison.Ordinal);
        await browser.SendAsync("/apply/area");
        var answer = (await site.LastAnswersAsync()).Area!;
        Assert.Equal((other.AreaRule(), "I have lived by the weir since June 2024."), (answer.RuleShown, answer.Statement));
    }

    [Fact]
    public async Task A_rule_that_changes_is_shown_and_asked_again_and_the_one_kept_is_the_one_that_was_read()
    {
        using var browser = await site.FillInAsync();
        var rule = await ChangeRuleAsync(7);
        Assert.Equal("/apply/tasks", (await browser.LookAsync("/apply/check")).Location);
        var page = await browser.GetAsync("/apply/area");
        Assert.Contains("You answered this under another rule", page.Words, StringComparison.Ordinal);
        Assert.Contains(rule, page.Words, StringComparison.Ordinal);

        var newer = await ChangeRuleAsync(8);
        var stale = await browser.PostFormAsync("/apply/area");
        Assert.Equal("The rule on this page has changed since you opened it. Read the one in force now, then save again", Assert.Single(stale.Errors));
        Assert.Contains(newer, stale.Words, StringComparison.Ordinal);
        Assert.NotNull((await browser.PostFormAsync("/apply/area")).Location);
        Assert.Equal(newer, (await site.LastAnswersAsync()).Area!.RuleShown);
        Assert.Equal("Check your answers", (await browser.GetAsync("/apply/check")).Title);
    }

    private async Task<string> ChangeRuleAsync(int months)
    {
        using var operations = await site.SignedInAsync("operations@harmony.example");
        var path = $"/operations/societies/{(await site.SocietyAsync(SampleWorld.Wexcombe)).Id}";
        await operations.GetAsync(path);
        await operations.SendAsync(path, ("ResidenceMonths", months.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return (await site.SocietyAsync(SampleWorld.Wexcombe)).AreaRule();
    }

    [Fact]
    public async Task Jobs_are_added_changed_and_removed_one_by_one()
    {
        using var browser = await site.BeginAsync();
        var job = (await site.PartsAsync()).Single(p => p.Path == "/apply/employment").Values;
        await browser.AnswerAsync("/apply/employment", [.. job, ("Another", "true")]);
        Assert.False((await site.LastAnswersAsync()).Has(FormPart.Employment));
        await browser.AnswerAsync(
            "/apply/employment", ("Title", "Shop manager"), ("Employer", "Saltmarket Bookshop"), ("Started.Month", "3"), ("Started.Year", "2015"), ("Left.Month", "8"), ("Left.Year", "2019"));
        var answer = (await site.LastAnswersAsync()).Employment!;
        Assert.Equal((2, true), (answer.Jobs.Count, answer.IsAnswered));

        var change = $"/apply/employment/{answer.Jobs[1].Id}";
        await browser.GetAsync(change);
        var wrong = await browser.PostFormAsync(change, ("Left.Year", "2014"));
        Assert.Equal("The year you left must be 2015 or later, because you started in March 2015", Assert.Single(wrong.Errors));
        await browser.SendAsync(change, ("Left.Year", "2018"));
        Assert.Equal("March 2015 to August 2018", (await site.LastAnswersAsync()).Employment!.Jobs[1].Span());

        await browser.GetAsync(change + "/remove");
        await browser.SendAsync(change + "/remove");
        Assert.Single((await site.LastAnswersAsync()).Employment!.Jobs);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(change)).Status);
    }

    [Fact]
    public async Task Somebody_without_a_job_says_so()
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync("/apply/employment");
        Assert.Equal("Enter a job, or say further down that there is none to list", Assert.Single((await browser.PostFormAsync("/apply/employment")).Errors));
        Assert.NotNull((await browser.PostFormAsync("/apply/employment", ("NoJobs", "true"))).Location);
        Assert.True((await site.LastAnswersAsync()).Has(FormPart.Employment));
    }

    [Fact]
    public async Task The_undertakings_show_the_Kernel_in_full_and_what_follows_from_a_breach()
    {
        using var browser = await site.BeginAsync();
        var page = await browser.GetAsync("/apply/undertakings");
        var kernel = page.Document.QuerySelector(".hd-kernel")!;
        Assert.Null(kernel.Closest("details"));
        foreach (var sentence in SampleTexts.Form.Kernel.Split('\n').Select(l => l.Split("**")[^1].TrimStart('#', ' ', '1', '2', '3', '4', '.').Trim()).Where(l => l.Length > 0))
        {
            Assert.Contains(sentence, kernel.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("mandatory reselection", page.Words, StringComparison.Ordinal);
        Assert.Contains("Sample", page.Words, StringComparison.Ordinal);
        Assert.Contains("Defection Form, sample, released", page.Words, StringComparison.Ordinal);
        Assert.Contains(page.Document.QuerySelectorAll("h2"), h => h.TextContent.StartsWith("Apart from these", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_that_looks_like_a_page_stays_text()
    {
        const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(1)</script>";
        using var browser = await site.BeginAsync();
        await browser.AnswerAsync("/apply/name", ("NameUsed", Hostile));
        var parts = await site.PartsAsync();
        foreach (var (path, values) in parts.Where(p => p.Path != "/apply/name"))
        {
            await browser.AnswerAsync(path, [.. values.Select(v => v.Name is "Statement" or "Why" or "Body" or "Employer" ? (v.Name, Hostile) : v)]);
        }

        var check = await browser.GetAsync("/apply/check");
        Assert.Equal("Check your answers", check.Title);
        Assert.Empty(check.Document.QuerySelectorAll("img[onerror], main script"));
        Assert.Contains(Hostile, check.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_says_who_sees_the_answer_and_bears_name_and_date_of_release()
    {
        using var browser = await site.BeginAsync();
        await site.AnswerOfficeAsync(browser);
        foreach (var (path, _) in (await site.PartsAsync()).Append(("/apply/area/proof", [])))
        {
            var page = await browser.GetAsync(path);
            Assert.True(page.Document.QuerySelector(".hd-sees") is not null, path);
            Assert.Contains("Harmony Party", page.Document.QuerySelector(".hd-top__name")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("released 27 April 2025", page.Document.QuerySelector(".hd-top__name")!.TextContent, StringComparison.Ordinal);
            Assert.Single(page.Document.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task Looking_at_the_form_changes_nothing()
    {
        using var browser = await site.BeginAsync();
        var before = await site.LastDraftAsync();
        foreach (var path in (string[])["/", "/apply", "/apply/tasks", "/apply/name", "/apply/employment", "/apply/area/proof", "/apply/undertakings", "/apply/discard", "/apply/sent"])
        {
            await browser.GetAsync(path);
        }

        var after = await site.LastDraftAsync();
        Assert.Equal((before.Id, before.Version, before.ChangedAt), (after.Id, after.Version, after.ChangedAt));
    }

    private static IEnumerable<string?> Shown(Page page, string name) => page.Document.QuerySelectorAll($"[name='{name}']").Select(e => e switch
    {
        AngleSharp.Html.Dom.IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
        AngleSharp.Html.Dom.IHtmlInputElement input => input.Value,
        AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value,
        _ => null,
    });
}
