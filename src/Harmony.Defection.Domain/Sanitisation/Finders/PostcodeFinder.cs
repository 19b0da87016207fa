using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>
/// Full postcodes of the United Kingdom, the Crown dependencies and the territories, forces' post offices, and foreign codes whose form gives
/// them away. An outward code by itself names an area and stays.
/// </summary>
internal sealed class PostcodeFinder : IFinder
{
    private static readonly HashSet<string> Areas = new(
        ("AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GX GY HA HD "
        + "HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S "
        + "SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly Regex British = Patterns.AnyCase(@"\b[A-Z]{1,2}[0-9][0-9A-Z]?[ \t._-]{0,4}\n?[0-9O][A-Z]{2}\b");

    private static readonly Regex Spaced =
        Patterns.AnyCase(@"\b[A-Z][ .-](?:[A-Z][ .-])?[0-9](?:[ .-][0-9A-Z])?[ .-]{1,3}[0-9][ .-][A-Z][ .-][A-Z]\b");

    private static readonly Regex Others = Patterns.AnyCase(
        @"\bB\.?F\.?P\.?O\.?[ \t]*(?:No\.?[ \t]*|number[ \t]*)?[0-9]{1,4}\b"
        + @"|\bGIR[ \t]?0AA\b"
        + @"|\b(?:ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)[ \t]?1ZZ\b"
        + @"|\b(?:KY[1-3]-[0-9]{4}|AI-2640|VG ?11[1-6]0|MSR ?[0-9]{4})\b");

    private static readonly Regex Foreign = Patterns.Exact(
        @"\b(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W)[ \t]?[0-9AC-FHKNPRTV-Y]{4}\b"
        + @"|\b[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][ \t-]?[0-9][ABCEGHJ-NPRSTV-Z][0-9]\b");

    private static readonly Regex Ordinal = Patterns.AnyCase(@"[0-9](?:st|nd|rd|th|am|pm)\z");

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text)
    {
        foreach (Match match in British.Matches(text.Text))
        {
            if (IsBritish(match.Value))
            {
                yield return new Hit(match.Index, match.Index + match.Length, ContactKind.Postcode, "It has the form of a postcode.");
            }
        }

        foreach (Match match in Spaced.Matches(text.Text))
        {
            yield return new Hit(match.Index, match.Index + match.Length, ContactKind.Postcode, "It is a postcode with its letters apart.");
        }

        foreach (Match match in Others.Matches(text.Text))
        {
            yield return new Hit(match.Index, match.Index + match.Length, ContactKind.Postcode, "It has the form of a postcode.");
        }

        foreach (Match match in Foreign.Matches(text.Text))
        {
            if (match.Value[^4..].Any(char.IsLetter) && match.Value[^4..].Any(char.IsDigit))
            {
                yield return new Hit(match.Index, match.Index + match.Length, ContactKind.Postcode, "It has the form of a foreign postcode.");
            }
        }
    }

    private static bool IsBritish(string code)
    {
        var letters = code.TakeWhile(char.IsLetter).Count();
        var known = Areas.Contains(code[..letters]);
        var tidy = code.All(c => !char.IsLower(c));
        var apart = !char.IsLetterOrDigit(code[^4]);
        return tidy ? known || (apart && letters == 2) : known && !Ordinal.IsMatch(code);
    }
}
