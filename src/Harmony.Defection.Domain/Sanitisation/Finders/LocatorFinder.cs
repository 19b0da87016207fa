using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>What pins a home on a map: words of three, grid references, coordinates, plus codes, links to maps.</summary>
internal sealed class LocatorFinder : IFinder
{
    private static readonly Regex Slashed = Patterns.AnyCase(@"///[ ]?\p{L}{2,24}[ ]?[. ,][ ]?\p{L}{2,24}[ ]?[. ,][ ]?\p{L}{2,24}\b");

    private static readonly Regex Worded = Patterns.AnyCase(@"\b\p{L}{3,24}\.\p{L}{3,24}\.\p{L}{3,24}\b");

    private static readonly Regex WordCue = Patterns.AnyCase(@"\b(?:what ?(?:3|three) ?words|w3w|(?:three|3)[ -]words?)\b");

    private static readonly Regex MapLink = Patterns.AnyCase(
        @"\b(?:https?://)?(?:www\.)?(?:w3w\.co|what3words\.com|maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.[a-z.]{2,6}|google\.[a-z.]{2,6}/maps|maps\.apple\.com|"
        + @"openstreetmap\.org|osm\.org|streetmap\.co\.uk|plus\.codes)/[^\s)>\x22]{1,200}|\bgeo:-?[0-9.]{1,12},-?[0-9.]{1,12}");

    private static readonly Regex Grid = Patterns.Exact(
        @"\b[HNOST][A-HJ-Z][ ]?[0-9]{2,5}[ ,-][ ]?[0-9]{2,5}\b|\b[HNOST][A-HJ-Z][ ]?(?:[0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{10})\b"
        + @"|\b[A-HJ-Z][ ]?[0-9]{3,5}[ ]?[0-9]{3,5}\b|\b[0-9]{6}[ ]?[,/ ][ ]?[0-9]{6,7}\b|\b[0-9]{1,2}[C-X][ ]?[A-HJ-NP-Z]{2}[ ]?[0-9]{4,5}[ ]?[0-9]{4,5}\b");

    private static readonly Regex GridCue = Patterns.AnyCase(@"\b(?:grid|o\.?s\.?|map|n\.?g\.?r|easting|eastings|mgrs|utm|osgb)\b[^.!?\n]{0,40}\z");

    private static readonly Regex Coordinates = Patterns.AnyCase(
        @"[+-]?\b[0-9]{1,2}\.[0-9]{3,12}[ ]?\u00B0?[ ]?[NS]?[ ]?[,;/ ][ ]{0,2}[+-]?[0-9]{1,3}\.[0-9]{3,12}(?:[ ]?\u00B0)?(?:[ ]?[EW]\b)?"
        + @"|\b[0-9]{1,3}[ ]?\u00B0[ ]?[0-9]{1,2}(?:\.[0-9]{1,6})?[ ]?'?[ ]?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?[ ]?(?:\x22|''))?[ ]?[NSEW](?:[ ]?[,;/ ]?[ ]?[0-9]{1,3}[ ]?\u00B0[ ]?[0-9]{1,2}(?:\.[0-9]{1,6})?[ ]?'?[ ]?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?[ ]?(?:\x22|''))?[ ]?[NSEW]\b)?"
        + @"|\blat(?:itude)?[ :=.]{0,3}[+-]?[0-9]{1,2}\.[0-9]{2,12}[ ,;/&]{0,3}(?:and )?lon(?:g(?:itude)?)?[ :=.]{0,3}[+-]?[0-9]{1,3}\.[0-9]{2,12}");

    private static readonly Regex PlusCode = Patterns.Exact(@"\b(?:[2-9][2-9CFGHJMPQRVWX]{3}[ ])?[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b");

    private static readonly Regex Property = Patterns.AnyCase(@"\bUPRN[ :.#]{0,3}(?:is |no\.? |number )?[0-9]{6,12}\b");

    private static readonly Regex PropertyNumber = Patterns.Exact(@"[0-9]{6,12}\z");

    private static readonly Regex Eastings = Patterns.AnyCase(
        @"\beastings?[ :=]{0,3}[0-9]{5,7}[ ,;/&]{0,3}(?:and )?northings?[ :=]{0,3}[0-9]{5,7}\b|\bE[ ]?[0-9]{6}[ ,;/]{1,3}N[ ]?[0-9]{6,7}\b");

    private static readonly Regex ThreeWords = Patterns.AnyCase(
        @"\b(?:what ?(?:3|three) ?words|w3w)(?:[ ](?:address|location|code|square))?(?:[ ]?[:=-]|[ ](?:is|are))?[ ]{1,2}([a-z]{3,20}[ ./,-]{1,2}[a-z]{3,20}[ ./,-]{1,2}[a-z]{3,20})(?:[.,;!?)\n]|\z)");

    private static readonly Regex Talk = Patterns.AnyCase(
        @"\b(?:the|and|for|not|app|are|was|has|have|with|our|their|very|best|good|great|used|using|every|all|from|that|this|when|how|which|emergency|ambulance|service|services)\b");

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text)
    {
        var whole = text.Text;
        var hits = All(Slashed, whole, "It is a three-word place.")
            .Concat(All(MapLink, whole, "It is a link to a place on a map."))
            .Concat(All(Coordinates, whole, "These are coordinates."))
            .Concat(All(Eastings, whole, "It is a grid reference."))
            .Concat(All(PlusCode, whole, "It is a plus code."));
        foreach (var hit in hits)
        {
            yield return hit;
        }

        foreach (Match match in Property.Matches(whole))
        {
            var number = PropertyNumber.Match(match.Value);
            yield return new Hit(match.Index + number.Index, match.Index + match.Length, ContactKind.Locator, "It numbers one property.");
        }

        foreach (Match match in ThreeWords.Matches(whole))
        {
            if (!Talk.IsMatch(match.Groups[1].ValueSpan))
            {
                yield return new Hit(match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length, ContactKind.Locator, "It is a three-word place.");
            }
        }

        foreach (Match cue in WordCue.Matches(whole))
        {
            var from = Math.Max(0, cue.Index - 80);
            foreach (Match match in Worded.Matches(whole[from..Math.Min(whole.Length, cue.Index + cue.Length + 80)]))
            {
                yield return new Hit(from + match.Index, from + match.Index + match.Length, ContactKind.Locator, "It is a three-word place.");
            }
        }

        foreach (Match match in Grid.Matches(whole))
        {
            var apart = char.IsUpper(match.Value[0]) && char.IsUpper(match.Value[1]) && HasEqualHalves(match.Value);
            if (apart || GridCue.IsMatch(Patterns.Before(whole, match.Index, 60)))
            {
                yield return new Hit(match.Index, match.Index + match.Length, ContactKind.Locator, "It is a grid reference.");
            }
        }
    }

    private static bool HasEqualHalves(string reference)
    {
        var parts = reference[2..].Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && parts[0].Length == parts[1].Length && parts[0].Length >= 3 && !(parts[0].Length == 4 && parts.All(p => p[0] is '1' or '2'));
    }

    private static IEnumerable<Hit> All(Regex pattern, string text, string why) =>
        pattern.Matches(text).Select(match => new Hit(match.Index, match.Index + match.Length, ContactKind.Locator, why));
}
