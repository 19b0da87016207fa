using System.Net;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>Leaving the form and coming back to it, by the shown code or one by e-mail, and the time after which it closes (AZ7, IN1).</summary>
public sealed class SaveAndReturnTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_code_is_shown_on_the_page_to_save_which_every_question_leads_to()
    {
        using var browser = await site.BeginAsync();
        var tasks = browser.Shown;
        Assert.True(tasks.LeadsTo("/apply/save"));
        Assert.Contains("Kept for you until 1 July 2026", tasks.Words, StringComparison.Ordinal);
        foreach (var (path, _) in await site.PartsAsync())
        {
            Assert.True((await browser.GetAsync(path)).LeadsTo("/apply/save"), path);
        }

        var save = await browser.GetAsync("/apply/save");
        Assert.Equal("Save and come back later", save.Title);
        Assert.Contains("Wednesday 1 July 2026", save.Words, StringComparison.Ordinal);
        Assert.Equal(CodeOn(tasks), CodeOn(save));
        Assert.Matches("^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$", CodeOn(save));
        Assert.Contains("no-store", Assert.Single(save.Headers["Cache-Control"]), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(save.Headers["Referrer-Policy"]));
    }

    [Fact]
    public async Task Saving_for_later_keeps_what_was_typed_and_never_asks_for_what_was_not()
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync("/apply/name");
        Assert.Equal("question", browser.Shown.Document.QuerySelector("button[name=Later]")!.GetAttribute("form"));
        Assert.Equal("Save and come back later", (await browser.SendAsync("/apply/name", ("Later", "true"))).Title);
        await browser.GetAsync("/apply/name");
        Assert.Equal("Save and come back later", (await browser.SendAsync("/apply/name", ("NameUsed", "Rowan Adeyemi"), ("Later", "true"))).Title);
        Assert.Equal("Rowan Adeyemi", (await site.LastAnswersAsync()).Name!.NameUsed);
        await browser.GetAsync("/apply/date-of-birth");
        var wrong = await browser.SendAsync("/apply/date-of-birth", ("Born.Day", "31"), ("Born.Month", "2"), ("Born.Year", "1983"), ("Later", "true"));
        Assert.Single(wrong.Errors);
        Assert.True(wrong.LeadsTo("/apply/save"));
    }

    [Fact]
    public async Task The_shown_code_opens_the_form_in_another_browser_however_it_is_typed()
    {
        using var first = await site.BeginAsync();
        await first.AnswerAsync("/apply/name", ("NameUsed", "Rowan Adeyemi"));
        var code = CodeOn(await first.GetAsync("/apply/save"));

        using var second = site.NewBrowser();
        await second.GetAsync("/apply/return");
        var back = await second.SendAsync("/apply/return", ("Code", code.Replace('-', ' ').ToLowerInvariant().Replace('0', 'o').Replace('1', 'l')));
        Assert.Equal("Your application", back.Title);
        Assert.Equal(code, CodeOn(back));
        Assert.Equal("Rowan Adeyemi", (await second.GetAsync("/apply/name")).Document.QuerySelector("#NameUsed")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_wrong_code_opens_nothing_and_stays_as_it_was_typed()
    {
        using var browser = site.NewBrowser();
        await browser.GetAsync("/apply/return");
        var wrong = await browser.SendAsync("/apply/return", ("Code", "48RK-T6WD-0J1N-7YHC"));
        Assert.Equal(["No form is kept under this code. Check each group, or have a code sent by e-mail"], wrong.Errors);
        Assert.Equal("48RK-T6WD-0J1N-7YHC", wrong.Document.QuerySelector("#Code")!.GetAttribute("value"));
        Assert.StartsWith("Enter all 16", Assert.Single((await browser.SendAsync("/apply/return", ("Code", "48RK-T6WD"))).Errors), StringComparison.Ordinal);
        Assert.Equal(["Enter your code"], (await browser.SendAsync("/apply/return", ("Code", " "))).Errors);
        Assert.Equal("/", (await browser.LookAsync("/apply/tasks")).Location);
    }

    [Fact]
    public async Task A_new_code_takes_the_place_of_the_one_before()
    {
        using var browser = await site.BeginAsync();
        var first = CodeOn(await browser.GetAsync("/apply/save"));
        var second = CodeOn(await browser.SendAsync("/apply/save/new-code"));
        Assert.NotEqual(first, second);
        using var elsewhere = site.NewBrowser();
        await elsewhere.GetAsync("/apply/return");
        Assert.Single((await elsewhere.SendAsync("/apply/return", ("Code", first))).Errors);
        Assert.Equal("Your application", (await elsewhere.SendAsync("/apply/return", ("Code", second))).Title);
    }

    [Fact]
    public async Task Closing_the_form_closes_it_in_every_browser_and_a_kept_cookie_no_longer_opens_it()
    {
        using var first = await site.BeginAsync();
        var code = CodeOn(await first.GetAsync("/apply/save"));
        using var second = site.NewBrowser();
        await second.GetAsync("/apply/return");
        await second.SendAsync("/apply/return", ("Code", code));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await first.GetAsync("/apply/save");
        var closed = await first.SendAsync("/apply/leave");
        Assert.Contains("The form is closed.", closed.Words, StringComparison.Ordinal);
        Assert.Equal("/", (await first.LookAsync("/apply/name")).Location);
        Assert.Equal("/apply/return", (await second.LookAsync("/apply/name")).Location);

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await second.GetAsync("/apply/return");
        Assert.Equal("Your application", (await second.SendAsync("/apply/return", ("Code", code))).Title);
    }

    [Fact]
    public async Task A_code_by_e_mail_opens_the_form_of_a_confirmed_address()
    {
        const string email = "returns@okafor.example";
        using var browser = await site.BeginAsync();
        await site.GiveEmailAsync(browser, email, confirm: true);
        site.Clock.Advance(TimeSpan.FromHours(1));

        using var elsewhere = site.NewBrowser();
        await elsewhere.GetAsync("/apply/return/email");
        var asked = await elsewhere.SendAsync("/apply/return/email", ("Email", email));
        Assert.Equal("Enter the code", asked.Title);
        var mail = await site.LastMailAsync(email);
        Assert.Equal("You have a new message", mail.Subject);
        var back = await elsewhere.SendAsync("/apply/return/code", ("Code", FormFilling.FiguresIn(mail.TextBody)));
        Assert.Equal("Your application", back.Title);
        Assert.Contains("This browser does not hold it", back.Words, StringComparison.Ordinal);
        Assert.Equal("/apply/return/email", (await elsewhere.LookAsync("/apply/return/code")).Location);
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_get_the_same_pages_and_the_same_answer_to_wrong_codes()
    {
        const string known = "known@okafor.example";
        using (var browser = await site.BeginAsync())
        {
            await site.GiveEmailAsync(browser, known, confirm: true);
        }

        site.Clock.Advance(TimeSpan.FromHours(1));
        var seen = new List<string>();
        foreach (var email in (string[])[known, "nobody@okafor.example"])
        {
            using var browser = site.NewBrowser();
            await browser.GetAsync("/apply/return/email");
            var posted = await browser.PostFormAsync("/apply/return/email", ("Email", email));
            var page = await browser.GetAsync(posted.Location!);
            var pages = $"{posted.Status} {posted.Location} {page.Words}";
            for (var i = 0; i < EmailedCode.MostTries + 1; i++)
            {
                var wrong = await browser.PostFormAsync("/apply/return/code", ("Code", "000000"));
                pages += $"{wrong.Status} {wrong.Words}";
            }

            seen.Add(pages);
        }

        Assert.Equal(seen[0], seen[1]);
        Assert.DoesNotContain(known, seen[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_the_pages_to_return_changes_nothing()
    {
        using var browser = await site.BeginAsync();
        var before = await site.LastDraftAsync();
        foreach (var path in (string[])["/apply/save", "/apply/return", "/apply/return/email", "/apply/return/code", "/apply/contact/confirm"])
        {
            await browser.GetAsync(path);
        }

        var after = await site.LastDraftAsync();
        Assert.Equal((before.Version, before.ReturnCodeHash), (after.Version, after.ReturnCodeHash));
    }

    [Fact]
    public async Task A_form_that_is_not_used_closes_by_the_servers_clock_and_use_keeps_it_open()
    {
        using var browser = await site.BeginAsync();
        var code = CodeOn(browser.Shown);
        for (var i = 0; i < 3; i++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(119));
            Assert.Equal(HttpStatusCode.OK, (await browser.LookAsync("/apply/name")).Status);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(120));
        Assert.Equal("/apply/return", (await browser.LookAsync("/apply/name")).Location);
        Assert.Contains("closed in this browser", (await browser.GetAsync("/apply/name")).Words, StringComparison.Ordinal);
        Assert.Equal("Your application", (await browser.SendAsync("/apply/return", ("Code", code))).Title);
    }

    [Fact]
    public async Task Without_script_too_a_question_says_how_long_the_form_stays_open_and_can_be_asked_for_more()
    {
        using var browser = await site.BeginAsync();
        var page = await browser.GetAsync("/apply/name");
        Assert.Contains("The form closes in this browser after 2 hours without use.", page.Words, StringComparison.Ordinal);
        var dialog = page.Document.QuerySelector("dialog")!;
        Assert.Equal(("7200", "300"), (dialog.GetAttribute("data-closes-after"), dialog.GetAttribute("data-warns-before")));
        Assert.Equal("/apply/tasks", (await browser.PostFormAsync("/apply/stay")).Location);
    }

    [Fact]
    public async Task What_is_saved_after_the_form_closed_is_kept_and_saved_once_the_code_is_given()
    {
        using var browser = await site.BeginAsync();
        var code = CodeOn(browser.Shown);
        await browser.GetAsync("/apply/reasons");
        site.Clock.Advance(TimeSpan.FromHours(3));
        const string typed = "Two lines,\nand “quotes” <b>and more</b>.";
        var asked = await browser.SendAsync("/apply/reasons", ("Why", typed));
        Assert.Equal("Come back to your form", asked.Title);
        Assert.Contains("What you have just typed is not lost", asked.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("and more", asked.Text, StringComparison.Ordinal);
        Assert.Null((await site.LastAnswersAsync()).Reasons);

        Assert.Single((await browser.SendAsync("/apply/return", ("Code", "48RK-T6WD-0J1N-7YHC"))).Errors);
        var open = await browser.SendAsync("/apply/return", ("Code", code));
        Assert.Equal("Your form is open again", open.Title);
        await browser.SendAsync("/apply/reasons");
        Assert.Equal(typed, (await site.LastAnswersAsync()).Reasons!.Why);
    }

    [Fact]
    public async Task What_was_kept_is_not_put_into_another_persons_form()
    {
        using var other = await site.BeginAsync();
        var code = CodeOn(other.Shown);
        using var browser = await site.BeginAsync();
        await browser.GetAsync("/apply/reasons");
        site.Clock.Advance(TimeSpan.FromHours(3));
        await browser.SendAsync("/apply/reasons", ("Why", "Mine"));
        Assert.Equal("Your application", (await browser.SendAsync("/apply/return", ("Code", code))).Title);
    }

    private static string CodeOn(Page page) => page.Document.QuerySelector(".hd-code")!.TextContent.Trim();
}
