using System.Globalization;
using System.Text;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>
/// A text as a reader takes it in: look-alike letters, full-width and circled digits, accents, dashes, quotes and odd spaces become plain
/// ones, and invisible characters go. Each character knows which stretch of the original it stands for, so that what is found here can be
/// removed there and nothing else is touched.
/// </summary>
internal sealed class FoldedText
{
    private const string LookAlikes =
        "\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0458j\u0455s\u0410A\u0412B\u0415E\u041AK\u041CM\u041DH\u041EO\u0420P\u0421C\u0422T\u0425X"
        + "\u0406I\u0408J\u0405S\u03BFo\u03B1a\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039AK\u039CM\u039DN\u039FO\u03A1P\u03A4T\u03A5Y\u03A7X\u03C1p\u03BDv\u03C5u\u03BAk\u03B9i\u03C4t\u0501d\u0261g\u04BBh\u0131i\u0269i"
        + "\u00D8O\u00F8o\u0142l\u0141L\u2018'\u2019'\u02BC'\u2032'`'\u00B4'\u201C\"\u201D\"\u201E\"\u2033\"\u2212-\u00B7.\u2027.\u3002.\uFF61.\u22C5.\u00BA\u00B0";

    private static readonly Dictionary<char, char> Plain = LookAlikes.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    private readonly List<int> starts;
    private readonly List<int> ends;

    private FoldedText(string text, List<int> starts, List<int> ends) => (Text, this.starts, this.ends) = (text, starts, ends);

    /// <summary>The folded text, case kept.</summary>
    public string Text { get; }

    /// <summary>Folds a text.</summary>
    public static FoldedText Of(string original)
    {
        var folded = new StringBuilder(original.Length);
        var (starts, ends) = (new List<int>(original.Length), new List<int>(original.Length));
        for (var at = 0; at < original.Length;)
        {
            Rune.DecodeFromUtf16(original.AsSpan(at), out var rune, out var length);
            var plain = Fold(rune, original, at);
            if (plain.Length == 0 && ends.Count > 0 && IsMark(rune))
            {
                ends[^1] = at + length;
            }

            foreach (var c in plain)
            {
                folded.Append(c);
                starts.Add(at);
                ends.Add(at + length);
            }

            at += length;
        }

        return new FoldedText(folded.ToString(), starts, ends);
    }

    /// <summary>The stretch of the original that a stretch of this text stands for.</summary>
    /// <param name="start">Where it begins here.</param>
    /// <param name="end">Where it ends here, exclusive; after <paramref name="start"/>.</param>
    public (int Start, int End) Original(int start, int end) => (starts[start], ends[end - 1]);

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Fold(Rune rune, string original, int at)
    {
        if (rune.IsAscii)
        {
            return rune.Value switch
            {
                '\r' => at + 1 < original.Length && original[at + 1] == '\n' ? "" : "\n",
                '`' => "'",
                '\v' or '\f' => "\n",
                _ => rune.ToString(),
            };
        }

        return rune.Value switch
        {
            0x85 or 0x2028 or 0x2029 => "\n",
            0x1F4DE or 0x1F4F1 or 0x1F4F2 or 0x260E or 0x2706 => "\u260E",
            0x1F4E7 or 0x1F4E8 or 0x1F4E9 or 0x2709 => "\u2709",
            0x1F3E0 or 0x1F3E1 => "\u2302",
            _ => FoldByCategory(rune),
        };
    }

    private static string FoldByCategory(Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format:
                return "";
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark:
                return "";
            case UnicodeCategory.SpaceSeparator:
                return " ";
            case UnicodeCategory.DashPunctuation:
                return "-";
            case UnicodeCategory.DecimalDigitNumber:
                return ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture);
            default:
                break;
        }

        if (rune.IsBmp && Plain.TryGetValue((char)rune.Value, out var plain))
        {
            return plain.ToString();
        }

        var folded = new StringBuilder(2);
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                folded.Append(part.IsBmp ? Plain.GetValueOrDefault((char)part.Value, (char)part.Value) : '\u25A1');
            }
        }

        return folded.ToString();
    }
}
