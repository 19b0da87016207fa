using System.Net;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>F14 and F15: public accounts by platform and name or link; of private ones their existence only.</summary>
public sealed class AccountTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Path = "/apply/accounts";

    [Fact]
    public async Task A_link_tells_platform_and_name_and_is_kept()
    {
        using var browser = await site.BeginAsync();
        await browser.AnswerAsync(Path, ("Name", "bsky.app/profile/marged.example"), ("HasPrivateAccounts", "false"));
        var account = Assert.Single((await site.LastAnswersAsync()).Accounts!.Accounts);
        Assert.Equal(("Bluesky", "@marged.example", "https://bsky.app/profile/marged.example"), (account.Platform, account.Name, account.Link));
    }

    [Theory]
    [InlineData("", "", "", "Enter the account’s name on that platform, or a link to it|Choose the platform")]
    [InlineData("", "", "@marged", "Choose the platform")]
    [InlineData("another", "", "@marged", "Enter the platform’s name")]
    [InlineData("Friendface", "", "@marged", "Choose the platform from the list, or choose “Another platform” and name it")]
    [InlineData("Facebook", "", "https://bsky.app/profile/marged", "The link below is to another platform. Choose that one, or check the link")]
    [InlineData("Facebook", "", "https://face book/marged", "Enter a whole link, like https://mastodon.example/@margedokafor, or the account’s name alone")]
    [InlineData("Facebook", "", "javascript:alert(1)", "Enter a whole link, like https://mastodon.example/@margedokafor, or the account’s name alone")]
    [InlineData("Facebook", "", "https://user:word@facebook.com/m", "Enter a whole link, like https://mastodon.example/@margedokafor, or the account’s name alone")]
    public async Task A_wrong_account_is_named_and_what_was_typed_stays(string platform, string other, string name, string messages)
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync(Path);
        var page = await browser.PostFormAsync(Path, ("Platform", platform), ("OtherPlatform", other), ("Name", name), ("HasPrivateAccounts", "true"), ("Another", "true"));
        Assert.Equal(messages.Split('|').Order(StringComparer.Ordinal), page.Errors.Order(StringComparer.Ordinal));
        Assert.Equal(name, page.Document.QuerySelector("[name=Name]")!.GetAttribute("value"));
        Assert.Null((await site.LastAnswersAsync()).Accounts);
    }

    [Fact]
    public async Task An_account_is_changed_and_removed()
    {
        using var browser = await site.BeginAsync();
        await browser.AnswerAsync(Path, ("Platform", "another"), ("OtherPlatform", "Pillowfort <i>"), ("Name", "marged"), ("HasPrivateAccounts", "true"));
        var account = Assert.Single((await site.LastAnswersAsync()).Accounts!.Accounts);
        Assert.Equal("Pillowfort <i>", account.Platform);
        var change = $"{Path}/{account.Id}";
        Assert.Equal("Pillowfort <i>", (await browser.GetAsync(change)).Document.QuerySelector("[name=OtherPlatform]")!.GetAttribute("value"));
        await browser.SendAsync(change, ("Platform", "Mastodon"), ("OtherPlatform", ""), ("Name", "@marged@mastodon.example"));
        account = Assert.Single((await site.LastAnswersAsync()).Accounts!.Accounts);
        Assert.Equal(("Mastodon", "@marged@mastodon.example"), (account.Platform, account.Name));
        await browser.GetAsync($"{change}/remove");
        await browser.SendAsync($"{change}/remove");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(change)).Status);
    }

    [Theory]
    [InlineData("Facebook", "", "Marged (private)", "This seems to name a private account. We ask only whether you have any: leave its name out.")]
    [InlineData("another", "WhatsApp", "Marged", "This platform is mostly for private messages. List the account only if everybody can read it.")]
    [InlineData("Facebook", "", "marged@okafor.example", "This seems to have an e-mail address in it. Local Members read this answer: your address belongs under “How we reach you”.")]
    public async Task What_seems_private_is_pointed_at_and_not_refused(string platform, string other, string name, string sentence)
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync(Path);
        var page = await browser.PostFormAsync(Path, ("Platform", platform), ("OtherPlatform", other), ("Name", name), ("HasPrivateAccounts", "true"));
        Assert.Empty(page.Errors);
        Assert.Contains(sentence, page.Document.QuerySelector(".hd-second")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await browser.PostFormAsync(Path, ("Keep", "true"))).Location);
        Assert.Single((await site.LastAnswersAsync()).Accounts!.Accounts);
    }

    [Fact]
    public async Task The_promise_and_its_consequence_stand_in_full_where_private_accounts_are_asked_for()
    {
        using var browser = await site.BeginAsync();
        var page = await browser.GetAsync(Path);
        var release = await site.InDatabaseAsync(d => Task.FromResult(d.Set<FormRelease>().OrderByDescending(r => r.Number).First()));
        Assert.Contains(release.PrivateAccounts, page.Words, StringComparison.Ordinal);
        Assert.Contains("a breach of it could mean reselection", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, page.Document.QuerySelectorAll("[name=HasPrivateAccounts]").Length);
    }
}
