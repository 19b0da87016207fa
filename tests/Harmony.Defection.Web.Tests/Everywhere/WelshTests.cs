using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Tests.Apply;

namespace Harmony.Defection.Web.Tests.Everywhere;

/// <summary>
/// Every public page, in every state a reader can bring it to, asked for in English and in Welsh: what both say alike was left untranslated,
/// unless it is a name or what somebody typed.
/// </summary>
public sealed partial class WelshTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string[] Attributes = ["alt", "aria-label", "title", "placeholder", "label", "data-title"];

    // Names, and words that are the same in both languages.
    private static readonly HashSet<string> Alike = new(StringComparer.Ordinal)
    {
        "Mastodon", "Facebook", "Instagram", "LinkedIn", "YouTube", "TikTok", "Bluesky", "Threads", "Reddit", "WhatsApp", "Telegram", "Discord", "PDF", "ZIP",
        "WCAG 2.2", "English", "Cymraeg",
    };

    [Fact]
    public async Task No_page_that_a_stranger_or_an_applicant_reaches_says_anything_in_English_alone()
    {
        var tokens = await Crawler.FillAsync(site);
        var paths = (await Crawler.FollowAsync(site, null, 2, ["/", .. tokens.Select(t => $"/application/{t}")]))
            .Where(r => r.Page.Headers["Content-Type"].Any(t => t.StartsWith("text/html", StringComparison.Ordinal))).Select(r => r.Path).ToList();

        using var browser = site.NewBrowser();
        var left = await LeftInEnglishAsync(browser, paths);

        Assert.True(left.Count == 0, $"{left.Count} texts are left in English:\n{string.Join('\n', left)}");
        Assert.True(paths.Count > 40, $"Only {paths.Count} pages were read.");
    }

    [Fact]
    public async Task No_page_of_the_form_says_anything_in_English_alone()
    {
        using var browser = await site.FillInAsync();
        IEnumerable<string> paths =
        [
            .. FormMap.Parts.Select(p => p.Path), FormMap.TasksPath, FormMap.CheckPath, FormMap.SavePath, "/apply/office/new", "/apply/area/proof",
            "/apply/contact/confirm", "/apply/return", "/apply/return/email",
        ];

        var left = await LeftInEnglishAsync(browser, paths);

        Assert.True(left.Count == 0, $"{left.Count} texts are left in English:\n{string.Join('\n', left)}");
    }

    private static async Task<IReadOnlyList<string>> LeftInEnglishAsync(Browser browser, IEnumerable<string> paths)
    {
        var left = new List<string>();
        foreach (var path in paths.Where(p => !IsEnglishAlone().IsMatch(p)))
        {
            browser.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("cy");
            var welsh = await browser.GetAsync(path);
            browser.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
            var english = await browser.GetAsync(path);
            if (welsh.Document.DocumentElement.GetAttribute("lang") != "cy")
            {
                left.Add($"{path} is not in Welsh");
                continue;
            }

            var said = SaidOn(english).ToHashSet(StringComparer.Ordinal);
            left.AddRange(SaidOn(welsh).Where(t => said.Contains(t) && !Alike.Contains(t)).Distinct().Select(t => $"{path}: {t}"));
        }

        return left;
    }

    /// <summary>What a page says in its own language, text by text; names, numbers and what was typed are left out.</summary>
    private static IEnumerable<string> SaidOn(Page page) => page.Document.All
        .Where(e => e.LocalName is not ("script" or "style") && !IsOtherwise(e))
        .SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => t.Text).Concat(Attributes.Select(a => e.GetAttribute(a)).OfType<string>()))
        .Select(t => Blank().Replace(t, " ").Trim())
        .Where(t => Word().IsMatch(t));

    private static bool IsOtherwise(IElement element) => element.Closest("[lang='en'], [translate='no'], textarea, .hd-data") is not null;

    [GeneratedRegex(@"^/(policy|sign-in|forgotten|development)|\.(pdf|zip)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsEnglishAlone();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\p{L}{3}", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
