using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Testing.Site;

/// <summary>A page that somebody reached by following links.</summary>
/// <param name="Email">Who; nothing for a stranger.</param>
/// <param name="Path">Its path.</param>
/// <param name="From">The page that leads there.</param>
/// <param name="Page">The page.</param>
public sealed record Reached(string? Email, string Path, string From, Page Page);

/// <summary>Follows every link of the site, as somebody with a role sees it.</summary>
public static partial class Crawler
{
    private const int Most = 400;

    /// <summary>The people who, between them, see every kind of page.</summary>
    public static IReadOnlyList<string?> Everybody { get; } =
    [
        null, "member@harmony.example", "participant@harmony.example", "wexcombe@harmony.example", "research@harmony.example",
        "research.second@harmony.example", "secretary.general@harmony.example", "elections@harmony.example", "operations@harmony.example",
    ];

    /// <summary>Makes an application in every stage.</summary>
    /// <returns>The token of a fresh link of each.</returns>
    public static async Task<IReadOnlyList<string>> FillAsync(TestSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var ids = new List<Guid>();
        foreach (var (stage, number) in Enum.GetValues<Stage>().Order().Reverse().Select((s, i) => (s, i)))
        {
            ids.Add((await site.ApplicationAtAsync(stage, number, email: $"applicant{number}@defector.example")).Id);
        }

        await using var scope = site.Services.CreateAsyncScope();
        var post = scope.ServiceProvider.GetRequiredService<ApplicantPost>();
        List<string> tokens = [.. ids.Select(id => post.NewLink(id, site.Clock.Now()))];
        await scope.ServiceProvider.GetRequiredService<IApplications>().SaveAsync();
        return tokens;
    }

    /// <summary>Every page that can be reached by links from some first pages.</summary>
    public static Task<IReadOnlyList<Reached>> FollowAsync(TestSite site, string? email, params IEnumerable<string> first) =>
        FollowAsync(site, email, int.MaxValue, first);

    /// <summary>The pages that can be reached by links from some first pages, so many of each shape.</summary>
    public static async Task<IReadOnlyList<Reached>> FollowAsync(TestSite site, string? email, int ofEachShape, IEnumerable<string> first)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var browser = email is null ? site.NewBrowser() : await site.SignedInAsync(email);
        var reached = new List<Reached>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Queue<(string Path, string From)>(first.Select(p => (p, "the start")));
        while (ahead.Count > 0 && reached.Count < Most)
        {
            var (path, from) = ahead.Dequeue();
            if (!known.Add(path) || known.Count(k => ShapeOf(k) == ShapeOf(path)) > ofEachShape)
            {
                continue;
            }

            var page = await browser.GetAsync(path);
            reached.Add(new Reached(email, path, from, page));
            foreach (var link in page.Document.QuerySelectorAll("a[href]:not([download])").Select(a => a.GetAttribute("href")!.Split('#')[0]))
            {
                if (link.StartsWith('/') && !link.StartsWith("/development/components", StringComparison.Ordinal))
                {
                    ahead.Enqueue((link, path));
                }
            }
        }

        return reached;
    }

    /// <summary>The path with ids, references and tokens taken out: pages of one kind have one shape.</summary>
    public static string ShapeOf(string path) => Variable().Replace(path.Split('?')[0], "*");

    [GeneratedRegex("HD-[0-9A-Z]{4}-[0-9A-Z]{2}|[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/application/)[a-z0-9]{26}|(?<=/checks/)[a-z-]+")]
    private static partial Regex Variable();
}
