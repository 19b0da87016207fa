using Harmony.Defection.Testing.Site;
using Microsoft.Playwright;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>One page of every kind, for each role: axe finds nothing, and at 320 px nothing stands out at the side.</summary>
public sealed class EveryPageTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task Every_kind_of_page_is_accessible_and_fits_a_narrow_phone()
    {
        var tokens = await Crawler.FillAsync(site);
        var wrong = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var email in Crawler.Everybody)
        {
            IEnumerable<string> first = email is null ? ["/", .. tokens.Select(t => $"/application/{t}")] : ["/work", "/assembly", "/account"];
            var pages = (await Crawler.FollowAsync(site, email, first))
                .Where(r => r.Page.Headers["Content-Type"].Any(t => t.StartsWith("text/html", StringComparison.Ordinal)))
                .Where(r => !r.Path.EndsWith("/html", StringComparison.Ordinal) && seen.Add(Crawler.ShapeOf(r.Path)))
                .ToList();
            await using var visitor = email is null ? await site.OpenAsync("stranger", width: 320) : await site.SignedInAsync(email, width: 320);
            foreach (var page in pages)
            {
                await visitor.Page.GotoAsync(page.Path);
                wrong.AddRange(await visitor.FindingsAsync());
                var width = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                if (width > 320)
                {
                    wrong.Add($"{visitor.Page.Url} is {width} px wide");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_question_of_the_form_weighs_less_than_100_kB_with_all_that_it_loads()
    {
        await using var visitor = await site.OpenAsync("applicant");
        await visitor.GoAsync("/");
        await visitor.PressAsync("Start your application");
        await visitor.GoAsync("/apply/name");
        var session = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        var bytes = new List<double>();
        session.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes.Add(finished!.Value.GetProperty("encodedDataLength").GetDouble());

        await visitor.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.True(bytes.Count >= 4, $"Only {bytes.Count} answers were counted: page, style, script and mark were to be loaded.");
        Assert.InRange(bytes.Sum(), 1, 100_000);
    }
}
