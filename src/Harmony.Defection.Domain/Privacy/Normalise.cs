using System.Globalization;
using System.Text;

namespace Harmony.Defection.Domain.Privacy;

/// <summary>
/// The one normal form of each kind of value that can be looked up, so that two ways of writing the same thing give the same keyed hash.
/// </summary>
public static class Normalise
{
    private const string UnitedKingdom = "+44";
    private const int RelayPrefixLength = 5;

    /// <summary>Digits after which letters or signs begin an extension.</summary>
    private const int LeastDigits = 7;

    /// <summary>An e-mail address: without space around it, in lower case.</summary>
    public static string Email(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }

    /// <summary>
    /// A phone number: digits behind a plus sign, without its extension. A number without a country is the United Kingdom's; the "(0)" that
    /// people put after a country code goes, and so does the prefix of the text relay (18001, 18002).
    /// </summary>
    public static string Phone(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var trimmed = typed.Trim().Replace("(0)", string.Empty, StringComparison.Ordinal);
        var digits = PhoneDigits(trimmed);
        if (IsRelayed(digits))
        {
            return Phone(digits[RelayPrefixLength..]);
        }

        if (trimmed.Contains('+', StringComparison.Ordinal) || trimmed.Contains('\uff0b', StringComparison.Ordinal))
        {
            return "+" + WithoutTrunkZero(digits);
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            return "+" + WithoutTrunkZero(digits[2..]);
        }

        if (digits.Length == 12 && digits.StartsWith("44", StringComparison.Ordinal))
        {
            return "+" + digits;
        }

        return digits.StartsWith('0') ? UnitedKingdom + digits[1..] : UnitedKingdom + digits;
    }

    /// <summary>A day: year, month and day in digits.</summary>
    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The words of a name, each once, without accents and in lower case. A hyphen or space parts. An apostrophe joins, and its parts are words
    /// too, so that O'Neill is found as oneill, as neill, and as written.
    /// </summary>
    public static IReadOnlyList<string> NameWords(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var words = new List<string>();
        foreach (var piece in Parted(Fold(typed), c => !char.IsLetterOrDigit(c) && !IsApostrophe(c)))
        {
            var parts = Parted(piece, IsApostrophe);
            words.Add(string.Concat(parts));
            words.AddRange(parts);
        }

        return [.. words.Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)];
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

    /// <summary>Whether digits begin with the prefix of the text relay and a whole number follows.</summary>
    private static bool IsRelayed(string digits) =>
        digits.Length >= RelayPrefixLength + 9
        && (digits.StartsWith("18001", StringComparison.Ordinal) || digits.StartsWith("18002", StringComparison.Ordinal));

    /// <summary>The digits of a number, of any script, up to its extension.</summary>
    private static string PhoneDigits(string typed)
    {
        var digits = new StringBuilder();
        foreach (var character in typed)
        {
            if (char.IsDigit(character))
            {
                digits.Append((char)('0' + (int)char.GetNumericValue(character)));
            }
            else if (digits.Length >= LeastDigits && (char.IsLetter(character) || character is '#' or ',' or ';'))
            {
                break;
            }
        }

        return digits.ToString();
    }

    private static List<string> Parted(string text, Func<char, bool> parts)
    {
        var pieces = new List<string> { string.Empty };
        foreach (var character in text)
        {
            if (parts(character))
            {
                pieces.Add(string.Empty);
            }
            else
            {
                pieces[^1] += character;
            }
        }

        return pieces;
    }

    private static string WithoutTrunkZero(string digits) =>
        digits.StartsWith("440", StringComparison.Ordinal) ? "44" + digits[3..] : digits;

    private static bool IsApostrophe(char character) => character is '\'' or '\u2019' or '\u2018' or '\u02bc' or '`';
}
