using System.Text;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>Puts what was typed in order: no space around it, no control characters; an empty answer is none.</summary>
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
            clean.Append(keepLines && c == '\n' ? c : char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c);
        }

        return clean.ToString();
    }
}
