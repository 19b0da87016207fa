using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>A stretch of a folded text that a finder takes for contact data.</summary>
internal readonly record struct Hit(int Start, int End, ContactKind Kind, string Why);

/// <summary>Finds one kind of contact data, in time linear in the text.</summary>
internal interface IFinder
{
    /// <summary>Everything of its kind, in any order.</summary>
    IEnumerable<Hit> Find(FoldedText text);
}

/// <summary>Patterns that cannot hang: matched without backtracking, and under a time limit all the same (IN6).</summary>
internal static class Patterns
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>A pattern that ignores case.</summary>
    public static Regex AnyCase(string pattern) => Make(pattern, RegexOptions.IgnoreCase);

    /// <summary>A pattern that minds case.</summary>
    public static Regex Exact(string pattern) => Make(pattern, RegexOptions.None);

    /// <summary>The end of a text up to a place: as far as a look backwards goes.</summary>
    public static ReadOnlySpan<char> Before(string text, int at, int most) => text.AsSpan(Math.Max(0, at - most), Math.Min(at, most));

    /// <summary>A text from a place on, as far as a look forwards goes.</summary>
    public static ReadOnlySpan<char> After(string text, int at, int most) => text.AsSpan(at, Math.Min(most, text.Length - at));

    /// <summary>Where a pattern's first match in a stretch begins and ends; nothing where there is none.</summary>
    public static (int Start, int End)? First(this Regex pattern, ReadOnlySpan<char> text)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            return (match.Index, match.Index + match.Length);
        }

        return null;
    }

    private static Regex Make(string pattern, RegexOptions options) =>
        new(pattern, options | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit);
}
