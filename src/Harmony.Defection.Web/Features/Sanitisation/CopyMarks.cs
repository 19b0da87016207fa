using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Sanitisation;

namespace Harmony.Defection.Web.Features.Sanitisation;

/// <summary>A stretch of a text: plain, or standing for something that was removed or proposed.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Kind">What was decided, for a proposal in an original.</param>
/// <param name="Number">The proposal's number, for a proposal in an original.</param>
/// <param name="IsMark">Whether it stands in the place of something removed.</param>
public sealed record Stretch(string Text, RulingKind? Kind = null, int? Number = null, bool IsMark = false);

/// <summary>What was removed of one kind.</summary>
/// <param name="What">The kind in a word or two.</param>
/// <param name="Count">How often.</param>
public sealed record RemovedCount(string What, int Count);

/// <summary>The marks that stand in a copy in place of what was removed.</summary>
public static partial class CopyMarks
{
    /// <summary>A text of a copy, with its marks apart.</summary>
    public static IReadOnlyList<Stretch> Split(string text)
    {
        var stretches = new List<Stretch>();
        var at = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            Add(text[at..mark.Index]);
            stretches.Add(new Stretch(mark.Value, IsMark: true));
            at = mark.Index + mark.Length;
        }

        Add(text[at..]);
        return stretches;

        void Add(string plain)
        {
            if (plain.Length > 0)
            {
                stretches.Add(new Stretch(plain));
            }
        }
    }

    /// <summary>How much of each kind was removed from a copy, the most first.</summary>
    public static IReadOnlyList<RemovedCount> Count(CopyContent copy) =>
    [
        .. TextsOf(copy).OfType<string>().SelectMany(t => Mark().Matches(t)).GroupBy(m => Say(m.Groups["what"].Value), StringComparer.Ordinal)
            .Select(g => new RemovedCount(g.Key, g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.What, StringComparer.Ordinal),
    ];

    private static IEnumerable<string?> TextsOf(CopyContent copy) =>
    [
        copy.NameUsed, .. copy.Offices.SelectMany(o => new[] { o.Office, o.SitsAs }), copy.Party, .. copy.Employment, copy.EmploymentGaps, copy.LinksStatement, .. copy.PublicAccounts, copy.Reasons,
        .. copy.Findings.SelectMany(f => new[] { f.Statement, f.Answer }), .. copy.Corrections.Select(c => c.Text),
    ];

    private static string Say(string what) => what.Length == 0 ? "Added by a researcher" : char.ToUpperInvariant(what[0]) + what[1..];

    [GeneratedRegex(@"\[(?:(?<what>[\p{L}\- ]{1,30}) )?removed\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
