using System.Net;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Account;

public sealed class SignInTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_comes_back_to_the_page_they_wanted()
    {
        using var browser = site.NewBrowser();
        var asked = await browser.GetAsync("/operations");
        Assert.Equal("Sign in", asked.Title);

        var sent = await browser.PostFormAsync("/sign-in", ("Email", "operations@harmony.example"), ("Password", SampleWorld.Password));
        Assert.Equal("/operations", sent.Location);
    }

    [Fact]
    public async Task Whoever_works_for_Operations_alone_comes_to_its_page()
    {
        using var browser = await site.SignedInAsync("operations@harmony.example");
        Assert.Equal("/operations", (await browser.LookAsync("/work")).Location);
    }

    [Fact]
    public async Task A_return_address_outside_this_site_is_not_followed()
    {
        foreach (var outside in (string[])["//evil.example", "/\\evil.example", "https://evil.example/"])
        {
            using var browser = site.NewBrowser();
            await browser.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(outside));
            var sent = await browser.PostFormAsync("/sign-in", ("Email", "member@harmony.example"), ("Password", SampleWorld.Password));
            Assert.Equal("/work", sent.Location);
        }
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer_and_keep_the_address()
    {
        var words = new List<string>();
        foreach (var email in (string[])["member@harmony.example", "nobody@harmony.example"])
        {
            using var browser = site.NewBrowser();
            await browser.GetAsync("/sign-in");
            var refused = await browser.PostFormAsync("/sign-in", ("Email", email), ("Password", "not the password"));
            Assert.Equal(HttpStatusCode.OK, refused.Status);
            Assert.Equal(email, refused.Document.QuerySelector("#Email")?.GetAttribute("value"));
            Assert.DoesNotContain("not the password", refused.Text, StringComparison.Ordinal);
            words.Add(refused.Words);
        }

        Assert.Equal(words[0], words[1]);
    }

    [Fact]
    public async Task Missing_answers_are_named_beside_their_fields_and_in_the_summary()
    {
        using var browser = site.NewBrowser();
        await browser.GetAsync("/sign-in");
        var refused = await browser.PostFormAsync("/sign-in");
        Assert.Equal(["Enter your e-mail address", "Enter your password"], refused.Errors);
        Assert.StartsWith("Error:", refused.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_every_session_at_once()
    {
        using var here = await site.SignedInAsync("member.two@harmony.example");
        using var elsewhere = await site.SignedInAsync("member.two@harmony.example");
        await here.GetAsync("/assembly");
        var gone = await here.PostFormAsync("/sign-out");
        Assert.Equal("\"cache\", \"storage\"", Assert.Single(gone.Headers["Clear-Site-Data"]));
        site.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Sign in", (await elsewhere.GetAsync("/assembly")).Title);
    }

    [Fact]
    public async Task A_link_by_mail_sets_a_password_once()
    {
        var (id, code) = await site.UseAsync<UserManager<Person>, (Guid, string)>(async people =>
        {
            var person = (await people.FindByEmailAsync("member.three@harmony.example"))!;
            var path = (await new AccountLinks(people, site.Clock).ResetAsync(person, "member.three@harmony.example")).Link.Value!;
            return (person.Id, path.Split('/')[^1]);
        });
        var link = $"/account/password/{id}/{code}";
        using var browser = site.NewBrowser();
        await browser.GetAsync(link);
        var common = await browser.PostFormAsync(null, ("NewPassword", "password1234"));
        Assert.Contains("harder to guess", Assert.Single(common.Errors), StringComparison.Ordinal);

        var set = await browser.SendAsync(null, ("NewPassword", "three herons on a wall"));
        Assert.Contains("Your password is set", set.Words, StringComparison.Ordinal);
        Assert.Equal("That link no longer works", (await browser.GetAsync(link)).Title);
        await browser.GetAsync("/sign-in");
        Assert.Equal("/work", (await browser.PostFormAsync(
            "/sign-in", ("Email", "member.three@harmony.example"), ("Password", "three herons on a wall"))).Location);
    }

    [Fact]
    public async Task Signing_in_and_being_refused_leave_entries_in_the_trail()
    {
        using var browser = await site.SignedInAsync("member.four@harmony.example");
        await browser.GetAsync("/operations");
        var actions = await site.InDatabaseAsync(d => d.Set<AuditEntry>().Select(e => e.Action).Distinct().ToListAsync());
        Assert.Contains("account.signed-in", actions);
        Assert.Contains("access.refused", actions);
    }

    [Fact]
    public async Task The_page_for_a_forgotten_password_says_the_same_to_everybody()
    {
        var words = new List<string>();
        foreach (var email in (string[])["member.five@harmony.example", "nobody@harmony.example"])
        {
            using var browser = site.NewBrowser();
            await browser.GetAsync("/account/forgotten");
            words.Add((await browser.SendAsync("/account/forgotten", ("Email", email))).Words);
        }

        Assert.Equal(words[0], words[1]);
    }
}
