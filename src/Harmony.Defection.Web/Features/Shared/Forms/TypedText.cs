using System.Globalization;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>Reads the small things people type into the parts of a date or a time.</summary>
internal static class TypedText
{
    private static readonly string[][] Months = [MonthsIn(Languages.British), MonthsIn(Languages.Cymraeg)];

    /// <summary>A whole number of digits only; nothing for anything else.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A month, as a number or by the first three letters or more of its name, English or Welsh: no two begin alike.</summary>
    public static int? Month(string? text)
    {
        var word = text?.Trim().TrimEnd('.') ?? string.Empty;
        if (Number(word) is { } number)
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        var found = word.Length < 3 ? -1 : Months
            .Select(names => Array.FindIndex(names, m => m.StartsWith(word, StringComparison.OrdinalIgnoreCase))).Max();
        return found >= 0 ? found + 1 : string.Equals(word, "sept", StringComparison.OrdinalIgnoreCase) ? 9 : null;
    }

    /// <summary>A year of four digits. Two digits could mean two centuries and are refused.</summary>
    public static int? Year(string? text) => text?.Trim().Length == 4 && Number(text) is >= 1000 and var year ? year : null;

    /// <summary>The month's name in the reader's language: "June".</summary>
    public static string NameOf(int month) => Languages.Spoken.DateTimeFormat.MonthNames[month - 1];

    /// <summary>The same words with a capital at the start.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string[] MonthsIn(CultureInfo culture) => culture.DateTimeFormat.MonthNames[..12];
}
