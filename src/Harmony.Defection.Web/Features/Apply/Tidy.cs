using System.Text;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>
/// Puts what was typed in order: no space around it, no control characters and none that turn the direction of writing; an empty answer is
/// none.
/// </summary>
public static class Tidy
{
    /// <summary>One line: every run of space is one space.</summary>
    public static string? Line(string? typed)
    {
        var words = Clean(typed, keepLines: false).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : string.Join(' ', words);
    }

    /// <summary>Several lines, their breaks kept.</summary>
    public static string? Text(string? typed)
    {
        var text = Clean(typed?.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), keepLines: true).Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Clean(string? typed, bool keepLines)
    {
        var clean = new StringBuilder(typed?.Length ?? 0);
        foreach (var c in typed ?? string.Empty)
        {
            if (!IsUnseen(c))
            {
                clean.Append(keepLines && c == '\n' ? c : char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return clean.ToString();
    }

    /// <summary>Characters that nobody sees and that turn the direction of what stands after them, or hide one word in another.</summary>
    private static bool IsUnseen(char c) => c is '\u200b' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2069') or '\ufeff';
}
