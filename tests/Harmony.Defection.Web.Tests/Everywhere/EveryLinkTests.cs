using System.Net;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Everywhere;

/// <summary>Every page of the site, as each role reaches it by following links.</summary>
public sealed class EveryLinkTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_link_leads_to_a_page_and_every_page_is_whole()
    {
        var tokens = await Crawler.FillAsync(site);
        var wrong = new List<string>();
        var count = 0;
        foreach (var email in Crawler.Everybody)
        {
            IEnumerable<string> first = email is null ? ["/", .. tokens.Select(t => $"/application/{t}")] : ["/work", "/assembly", "/account"];
            foreach (var reached in await Crawler.FollowAsync(site, email, first))
            {
                count++;
                wrong.AddRange(WrongWith(reached).Select(w => $"{email ?? "a stranger"}: {reached.Path} (from {reached.From}): {w}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(count > 300, $"Only {count} pages were reached.");
    }

    private static IEnumerable<string> WrongWith(Reached reached)
    {
        var page = reached.Page;
        if (page.Status != HttpStatusCode.OK)
        {
            yield return $"answers {(int)page.Status}";
            yield break;
        }

        if (!page.Headers["Content-Type"].Any(t => t.StartsWith("text/html", StringComparison.Ordinal)))
        {
            yield break;
        }

        if (page.Document.QuerySelectorAll("h1").Length != 1)
        {
            yield return "does not have one main title";
        }

        if (page.Document.QuerySelectorAll("[id]").GroupBy(e => e.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            yield return $"has the id {twice.Key} more than once";
        }

        if (page.Document.Forms.Where(f => f.Method == "post").Any(f => f.QuerySelectorAll("input[name=__RequestVerificationToken]").Length != 1))
        {
            yield return "has a form without one antiforgery token";
        }

        if (page.Document.All.FirstOrDefault(e => e.LocalName.StartsWith("hd-", StringComparison.Ordinal)) is { } left)
        {
            yield return $"has a {left.LocalName} that was never drawn";
        }

        if (page.Text.Contains("[sealed]", StringComparison.Ordinal) || page.Text.Contains("Harmony.Defection.", StringComparison.Ordinal))
        {
            yield return "shows something of the program";
        }
    }
}
