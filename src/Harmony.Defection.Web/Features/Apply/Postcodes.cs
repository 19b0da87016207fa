using System.Text.RegularExpressions;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>
/// Postcodes of the United Kingdom, the Crown dependencies, the territories and the forces' post office (BFPO), typed in any case, with spaces
/// or dashes anywhere, and with the letters O and I where figures belong or the other way about.
/// </summary>
public static partial class Postcodes
{
    /// <summary>The shapes of the first part: A a letter, 9 a figure.</summary>
    private static readonly string[] Shapes = ["A9", "A99", "AA9", "A9A", "AA99", "AA9A"];

    /// <summary>The postcode in its one form, such as "WX4 7PD"; nothing where it is none.</summary>
    public static string? Read(string? typed)
    {
        var letters = string.Concat((typed ?? string.Empty).Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit))
            .ToUpperInvariant();
        if (Forces().IsMatch(letters))
        {
            return $"BFPO {letters[4..]}";
        }

        if (letters.Length is < 5 or > 7)
        {
            return null;
        }

        var (first, last) = (letters[..^3], letters[^3..]);
        if (last == "1ZZ" && first.All(char.IsAsciiLetter))
        {
            return $"{first} {last}";
        }

        if (letters == "GIR0AA")
        {
            return "GIR 0AA";
        }

        // The letters of the second part are never O or I, so that only its figure can be a slip.
        var inward = char.IsAsciiLetter(last[1]) && char.IsAsciiLetter(last[2]) ? Fitted(last, "9AA") : null;
        return inward is not null && Outward(first) is { } outward ? $"{outward} {inward}" : null;
    }

    /// <summary>The first part as it is, or with one slip mended.</summary>
    private static string? Outward(string typed) => Shapes.Select(shape => Fitted(typed, shape)).OfType<string>()
        .Select(fitted => (Fitted: fitted, Slips: fitted.Zip(typed).Count(pair => pair.First != pair.Second)))
        .Where(found => found.Slips <= 1).OrderBy(found => found.Slips).Select(found => found.Fitted).FirstOrDefault();

    /// <summary>
    /// The characters with O and 0, I and 1 taken for what a shape asks for; nothing where they do not fit it. No place by one letter alone is
    /// O or I, and no letter after a figure.
    /// </summary>
    private static string? Fitted(string typed, string shape)
    {
        if (typed.Length != shape.Length || (shape[0] == 'A' && shape[1] == '9' && !char.IsAsciiLetter(typed[0])))
        {
            return null;
        }

        var fitted = string.Concat(typed.Zip(shape, (c, kind) => (kind, c) switch
        {
            ('9', 'O') => '0',
            ('9', 'I' or 'L') => '1',
            ('A', '0') => 'O',
            ('A', '1') => 'I',
            _ => c,
        }));
        if (shape.EndsWith("9A", StringComparison.Ordinal) && fitted[^1] is ('I' or 'O'))
        {
            return null;
        }

        return fitted.Zip(shape).All(pair => pair.Second == '9' ? char.IsAsciiDigit(pair.First) : char.IsAsciiLetter(pair.First)) ? fitted : null;
    }

    [GeneratedRegex("^BFPO[0-9]{1,4}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Forces();
}
