using System.Globalization;
using System.Text;

namespace Harmony.Defection.Infrastructure.Privacy;

/// <summary>
/// The one normal form of each kind of value that can be looked up, so that two ways of writing the same thing give the same keyed hash.
/// </summary>
public static class Normalise
{
    private const string UnitedKingdom = "+44";

    /// <summary>An e-mail address: without space around it, in lower case.</summary>
    public static string Email(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }

    /// <summary>
    /// A phone number: digits behind a plus sign. A number without a country is the United Kingdom's; the "(0)" that people put after a
    /// country code goes.
    /// </summary>
    public static string Phone(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var trimmed = typed.Trim().Replace("(0)", string.Empty, StringComparison.Ordinal);
        var digits = string.Concat(trimmed.Where(char.IsDigit).Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));
        if (trimmed.StartsWith('+'))
        {
            return "+" + WithoutTrunkZero(digits);
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            return "+" + WithoutTrunkZero(digits[2..]);
        }

        return digits.StartsWith('0') ? UnitedKingdom + digits[1..] : UnitedKingdom + digits;
    }

    /// <summary>A day: year, month and day in digits.</summary>
    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The words of a name, each once, without accents and in lower case. An apostrophe joins (O'Neill, oneill), a hyphen or space parts.
    /// </summary>
    public static IReadOnlyList<string> NameWords(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in Fold(typed).Append(' '))
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(character);
            }
            else if (word.Length > 0 && !IsApostrophe(character))
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words.Distinct(StringComparer.Ordinal).ToList();
    }

    /// <summary>Lower case without accents; letters that only look whole (ø, ł, ß) in their plain spelling.</summary>
    public static string Fold(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var folded = new StringBuilder(typed.Length);
        foreach (var character in typed.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(character switch
            {
                'ß' => "ss",
                'ø' => "o",
                'ł' => "l",
                'đ' or 'ð' => "d",
                'þ' => "th",
                'æ' => "ae",
                'œ' => "oe",
                'ı' => "i",
                _ => character.ToString(),
            });
        }

        return folded.ToString();
    }

    private static string WithoutTrunkZero(string digits) =>
        digits.StartsWith("440", StringComparison.Ordinal) ? "44" + digits[3..] : digits;

    private static bool IsApostrophe(char character) => character is '\'' or '\u2019' or '\u2018' or '\u02bc' or '`';
}
