namespace Harmony.Defection.Domain.Forms;

/// <summary>What a link to an account says: the platform, and the account's name on it.</summary>
/// <param name="Platform">The platform, by its name in <see cref="SocialPlatforms.Names"/>; nothing where the link is of none of them.</param>
/// <param name="Name">The account's name; nothing where the link does not tell.</param>
public sealed record AccountLink(string? Platform, string? Name);

/// <summary>The platforms on which officials are commonly found, and what their links look like (F14).</summary>
public static class SocialPlatforms
{
    // Hosts, what stands before the account's name in the path, and the sign that the platform puts before it.
    private static readonly (string Platform, string[] Hosts, string[] Before, string Sign)[] Known =
    [
        ("Bluesky", ["bsky.app"], ["profile"], "@"),
        ("Facebook", ["facebook.com", "fb.com", "fb.me"], ["", "groups", "pg"], ""),
        ("Instagram", ["instagram.com"], [""], "@"),
        ("LinkedIn", ["linkedin.com"], ["in", "company"], ""),
        ("Mastodon", [], [], ""),
        ("Nextdoor", ["nextdoor.co.uk", "nextdoor.com"], ["profile", "pages"], ""),
        ("Reddit", ["reddit.com"], ["user", "u", "r"], ""),
        ("Snapchat", ["snapchat.com"], ["add", "@"], "@"),
        ("Substack", ["substack.com"], ["@"], "@"),
        ("Telegram", ["t.me", "telegram.me"], ["", "s"], "@"),
        ("Threads", ["threads.net", "threads.com"], ["@"], "@"),
        ("TikTok", ["tiktok.com"], ["@"], "@"),
        ("Tumblr", ["tumblr.com"], ["", "blog"], "@"),
        ("Twitch", ["twitch.tv"], [""], ""),
        ("X, formerly Twitter", ["x.com", "twitter.com"], [""], "@"),
        ("YouTube", ["youtube.com", "youtu.be"], ["@", "c", "channel", "user"], ""),
    ];

    /// <summary>Their names, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(k => k.Platform)];

    /// <summary>What a link says. A path like /@name on any other site is taken for Mastodon, which has thousands of sites.</summary>
    public static AccountLink Read(Uri link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var parts = link.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToList();
        var host = link.Host.ToLowerInvariant();
        foreach (var (platform, hosts, before, sign) in Known)
        {
            if (Array.Exists(hosts, h => host == h || host.EndsWith("." + h, StringComparison.Ordinal)))
            {
                return new AccountLink(platform, NameIn(parts, before) is { } name ? name[0] == '@' ? name : sign + name : null);
            }
        }

        return parts.Count > 0 && parts[0].Length > 1 && parts[0][0] == '@'
            ? new AccountLink("Mastodon", parts[0].LastIndexOf('@') > 0 ? parts[0] : $"{parts[0]}@{host}")
            : new AccountLink(null, null);
    }

    private static string? NameIn(List<string> parts, string[] before) => parts switch
    {
        [] => null,
        [var one, ..] when one.Length > 1 && one[0] == '@' && before.Contains("@") => one,
        [var first, var second, ..] when before.Contains(first) => second,
        [var first, ..] when before.Contains("") && !first.EndsWith(".php", StringComparison.OrdinalIgnoreCase) => first,
        _ => null,
    };
}
