using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>The address on the form is confirmed by a code; not confirming it holds nothing up (rule 29, RL2).</summary>
public sealed class ConfirmEmailTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task An_address_is_confirmed_by_the_code_that_is_sent_to_it()
    {
        const string email = "confirms@okafor.example";
        using var browser = await site.BeginAsync();
        await site.GiveEmailAsync(browser, email, confirm: false);
        Assert.Equal("Confirm your e-mail address", browser.Shown.Title);
        Assert.Contains(email, browser.Shown.Words, StringComparison.Ordinal);
        var figures = FormFilling.FiguresIn((await site.LastMailAsync(email)).TextBody);
        Assert.StartsWith("Enter all 6 figures", Assert.Single((await browser.SendAsync(null, ("Code", "12345"))).Errors), StringComparison.Ordinal);
        Assert.StartsWith(
            "This code cannot be used", Assert.Single((await browser.SendAsync(null, ("Code", figures == "000000" ? "000001" : "000000"))).Errors), StringComparison.Ordinal);
        var done = await browser.SendAsync(null, ("Code", figures));
        Assert.Contains("Your e-mail address is confirmed.", done.Words, StringComparison.Ordinal);
        Assert.NotNull((await site.LastDraftAsync()).EmailConfirmedAt);
        Assert.Contains("Confirmed", (await browser.GetAsync("/apply/contact")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_has_to_be_confirmed_again()
    {
        using var browser = await site.BeginAsync();
        await site.GiveEmailAsync(browser, "first@okafor.example", confirm: true);
        await browser.GetAsync("/apply/contact");
        Assert.Equal("/apply/office", (await browser.PostFormAsync("/apply/contact", ("HomePhone", "01632 960119"))).Location);
        await browser.GetAsync("/apply/contact");
        Assert.Equal("/apply/contact/confirm", (await browser.PostFormAsync("/apply/contact", ("Email", "second@okafor.example"))).Location);
        Assert.Null((await site.LastDraftAsync()).EmailConfirmedAt);
    }

    [Fact]
    public async Task A_form_without_a_confirmed_address_says_so_before_it_is_sent_and_can_be_sent()
    {
        using var browser = await site.FillInAsync();
        Assert.Contains("Your e-mail address is not confirmed.", browser.Shown.Words, StringComparison.Ordinal);
        Assert.True(browser.Shown.LeadsTo("/apply/contact/confirm"));
        var draft = await site.LastDraftAsync();
        Assert.Equal("We have your application", (await browser.SendAsync("/apply/send")).Title);
        var application = await site.InDatabaseAsync(d => d.Set<DefectionApplication>().AsNoTracking().SingleAsync(a => a.Id == draft.Id));
        Assert.Equal((false, null), (application.HasEmail, application.EmailConfirmedAt));
    }

    [Fact]
    public async Task Asking_for_another_code_within_the_hour_sends_nothing_and_says_the_same()
    {
        const string email = "again@okafor.example";
        using var browser = await site.BeginAsync();
        await site.GiveEmailAsync(browser, email, confirm: false);
        var first = await site.LastMailAsync(email);
        var soon = await browser.SendAsync("/apply/contact/confirm/again");
        Assert.Equal(first.MessageId, (await site.LastMailAsync(email)).MessageId);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await browser.GetAsync("/apply/contact/confirm");
        var later = await browser.SendAsync("/apply/contact/confirm/again");
        Assert.NotEqual(first.MessageId, (await site.LastMailAsync(email)).MessageId);
        Assert.Equal(soon.Words, later.Words);
    }

    [Fact]
    public async Task Another_form_that_names_the_same_address_is_told_nothing_of_it()
    {
        const string email = "shared@okafor.example";
        var pages = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var browser = await site.BeginAsync();
            await site.GiveEmailAsync(browser, email, confirm: false);
            pages.Add(browser.Shown.Words);
        }

        Assert.Equal(pages[0], pages[1]);
    }

    [Fact]
    public async Task Without_an_address_there_is_nothing_to_confirm()
    {
        using var browser = await site.BeginAsync();
        Assert.Equal("/apply/contact", (await browser.LookAsync("/apply/contact/confirm")).Location);
    }
}
