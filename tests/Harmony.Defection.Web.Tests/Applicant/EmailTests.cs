using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Tests.Apply;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Applicant;

/// <summary>An e-mail address is confirmed, added and changed after sending: nothing but a code goes to one that is not confirmed (rule 29, RL2).</summary>
public sealed class EmailTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task An_address_that_was_not_confirmed_before_sending_is_confirmed_on_the_own_page_and_then_written_to()
    {
        const string email = "after@okafor.example";
        var (id, _, token) = await SentWithoutConfirmingAsync(email);
        site.Clock.Advance(TimeSpan.FromHours(1));
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync($"/application/{token}");
        Assert.Contains("E-mail address not confirmed", page.Words, StringComparison.Ordinal);
        Assert.Contains("Until you do, our letters come by post", page.Words, StringComparison.Ordinal);
        Assert.True(page.LeadsTo($"/application/{token}/email"));

        await browser.GetAsync($"/application/{token}/email");
        var asked = await browser.SendAsync(null);
        Assert.Equal("Type in the code from the e-mail", asked.Title);
        var mail = (await site.LastMailAsync(email)).TextBody;
        Assert.DoesNotContain("/application/", mail, StringComparison.Ordinal);
        Assert.Contains("/code", mail, StringComparison.Ordinal);
        Assert.Equal("Where to type in your code", (await browser.GetAsync("/code")).Title);

        await browser.GetAsync($"/application/{token}/confirm-email");
        Assert.Equal(["Enter the code from the e-mail"], (await browser.SendAsync(null, ("Code", " "))).Errors);
        Assert.StartsWith("This code cannot be used", Assert.Single((await browser.SendAsync(null, ("Code", Wrong(mail)))).Errors), StringComparison.Ordinal);
        var done = await browser.SendAsync(null, ("Code", FormFilling.FiguresIn(mail)));
        Assert.Contains("Your e-mail address is confirmed.", done.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("E-mail address not confirmed", done.Words, StringComparison.Ordinal);
        Assert.Contains("You confirmed your e-mail address", done.Words, StringComparison.Ordinal);
        var a = await site.InDatabaseAsync(d => d.Set<DefectionApplication>().AsNoTracking().Include(x => x.Corrections).SingleAsync(x => x.Id == id));
        Assert.True(a.HasEmail && a.EmailConfirmedAt is not null);
        Assert.Empty(a.Corrections);

        await browser.GetAsync($"/application/{token}/withdraw");
        await browser.SendAsync(null);
        Assert.False(await site.InDatabaseAsync(d => d.Set<ApplicantLetter>().AnyAsync(l => l.ApplicationId == id && l.Kind == LetterKind.Withdrawal && l.ByPost)));
        Assert.Contains("/application/", (await site.LastMailAsync(email)).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_stands_beside_the_form_and_is_written_to_only_once_it_is_confirmed()
    {
        const string first = "before@okafor.example", second = "later@okafor.example";
        var (id, reference, token) = await site.ApplicationAtAsync(Stage.Received, email: first);
        using var browser = site.NewBrowser();
        Assert.Equal($"/application/{token}/email", (await browser.LookAsync($"/application/{token}/correct-form/email")).Location);
        await browser.GetAsync($"/application/{token}/email");
        Assert.Equal(["Enter an e-mail address, like name@example.org"], (await browser.PostFormAsync($"/application/{token}/email", ("Email", "nobody"))).Errors);
        var shared = await browser.PostFormAsync($"/application/{token}/email", ("Email", "me@wexcombe.gov.uk"));
        Assert.StartsWith("People at your council", Assert.Single(shared.Errors), StringComparison.Ordinal);
        await browser.SendAsync($"/application/{token}/email", ("Email", second));
        var again = await browser.GetAsync($"/application/{token}");
        Assert.Contains("Until you do, we go on writing to the one before.", again.Words, StringComparison.Ordinal);
        using var research = await site.SignedInAsync("research@harmony.example");
        await research.GetAsync($"/cases/{reference}");
        await research.SendAsync($"/cases/{reference}/begin-verification");
        Assert.Contains("They have not confirmed it yet", (await research.GetAsync($"/cases/{reference}/contacts")).Words, StringComparison.Ordinal);

        await AskForLinkAsync(reference, second);
        Assert.True(await site.InDatabaseAsync(d => d.Set<Domain.Applicant.LinkRequest>().AllAsync(r => r.ApplicationId != id || r.ByPost)));
        var figures = FormFilling.FiguresIn((await site.LastMailAsync(second)).TextBody);
        await browser.GetAsync($"/application/{token}/confirm-email");
        await browser.SendAsync(null, ("Code", figures));
        Assert.Contains("They confirmed it by a code", (await research.GetAsync($"/cases/{reference}/contacts")).Words, StringComparison.Ordinal);
        await AskForLinkAsync(reference, first);
        Assert.False(await MailedLinkAsync(id));
        await AskForLinkAsync(reference, second);
        Assert.True(await MailedLinkAsync(id));
        Assert.Contains("/application/", (await site.LastMailAsync(second)).TextBody, StringComparison.Ordinal);
        var correction = await site.InDatabaseAsync(d => d.Set<Correction>().AsNoTracking().SingleAsync(c => c.ApplicationId == id));
        Assert.Equal(CorrectedAnswer.Email, correction.Answer);
    }

    [Fact]
    public async Task The_limits_are_those_of_the_form_and_every_address_gets_the_same_answer()
    {
        const string email = "limits@okafor.example";
        var (_, _, token) = await SentWithoutConfirmingAsync(email);
        var (_, _, other) = await SentWithoutConfirmingAsync("somebody@okafor.example");
        using var browser = site.NewBrowser();
        await browser.GetAsync($"/application/{token}/email");
        await browser.SendAsync(null);
        var first = await site.LastMailAsync(email);

        // Another application that names the same address is told the same, and the address gets no second message.
        await browser.GetAsync($"/application/{other}/email");
        var same = await browser.SendAsync(null, ("Email", email));
        Assert.Equal("Type in the code from the e-mail", same.Title);
        await browser.SendAsync($"/application/{other}/confirm-email/again");
        Assert.Equal(first.MessageId, (await site.LastMailAsync(email)).MessageId);

        await browser.GetAsync($"/application/{token}/confirm-email");
        for (var i = 0; i < EmailedCode.MostTries; i++)
        {
            await browser.SendAsync(null, ("Code", Wrong(first.TextBody)));
        }

        var worn = await browser.SendAsync(null, ("Code", FormFilling.FiguresIn(first.TextBody)));
        Assert.StartsWith("This code cannot be used", Assert.Single(worn.Errors), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await browser.SendAsync($"/application/{token}/confirm-email/again");
        var second = await site.LastMailAsync(email);
        site.Clock.Advance(TimeSpan.FromMinutes(EmailedCode.Minutes));
        await browser.GetAsync($"/application/{token}/confirm-email");
        var late = await browser.SendAsync(null, ("Code", FormFilling.FiguresIn(second.TextBody)));
        Assert.Equal(worn.Errors, late.Errors);
    }

    [Fact]
    public async Task A_closed_application_has_no_address_to_confirm_and_one_without_an_address_may_be_given_one()
    {
        var (id, _, _) = await site.ApplicationAtAsync(Stage.Withdrawn);
        var closed = await site.FreshLinkAsync(id);
        var (_, _, none) = await site.ApplicationAtAsync(Stage.Received, email: null);
        using var browser = site.NewBrowser();
        Assert.Equal($"/application/{closed}", (await browser.LookAsync($"/application/{closed}/email")).Location);
        Assert.Equal($"/application/{closed}", (await browser.LookAsync($"/application/{closed}/confirm-email")).Location);
        await browser.GetAsync($"/application/{closed}/link");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/application/{closed}/email", ("Email", "x@okafor.example"))).Status);

        var page = await browser.GetAsync($"/application/{none}");
        Assert.Contains("You gave no e-mail address.", page.Words, StringComparison.Ordinal);
        Assert.Equal($"/application/{none}/email", (await browser.LookAsync($"/application/{none}/confirm-email")).Location);
        Assert.Equal("Add an e-mail address", (await browser.GetAsync($"/application/{none}/email")).Title);
    }

    private static string Wrong(string? mail) => FormFilling.FiguresIn(mail) == "000000" ? "000001" : "000000";

    private async Task<(Guid Id, string Reference, string Token)> SentWithoutConfirmingAsync(string email)
    {
        using var browser = await site.FillInAsync();
        await site.GiveEmailAsync(browser, email, confirm: false);
        await browser.GetAsync("/apply/check");
        var draft = await site.LastDraftAsync();
        await browser.SendAsync("/apply/send");
        var reference = await site.InDatabaseAsync(d => d.Set<DefectionApplication>().Where(a => a.Id == draft.Id).Select(a => a.Reference).SingleAsync());
        return (draft.Id, reference, await site.FreshLinkAsync(draft.Id));
    }

    private async Task AskForLinkAsync(string reference, string email)
    {
        using var browser = site.NewBrowser();
        await browser.GetAsync("/lost-link");
        await browser.PostFormAsync("/lost-link", ("Reference", reference), ("Email", email));
    }

    private Task<bool> MailedLinkAsync(Guid id) => site.InDatabaseAsync(d => d.Set<Domain.Applicant.LinkRequest>().AnyAsync(r => r.ApplicationId == id && !r.ByPost));
}
