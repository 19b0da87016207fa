using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>
/// Addresses up to but not including the town: numbers and names of streets, houses, flats, moorings, boxes. A street spoken of as a place
/// stays; what makes an address of it is a number, a postcode behind it, or words before it such as "I live at".
/// </summary>
internal sealed class AddressFinder : IFinder
{
    private static readonly PostcodeFinder Postcodes = new();

    private static readonly Regex Box = Patterns.AnyCase(
        @"\b(?:P\.?[ ]?O\.?[ ]?Box|Post Office Box|Blwch (?:Post|SP)|Private Bag|Freepost)[ ]?(?:No\.?[ ]?)?[A-Z]{0,3}[ -]?[0-9]{1,6}[A-Z]?\b|\bPoste Restante\b");

    private static readonly Regex HomeNumber = Patterns.AnyCase(
        @"\b(?:live|lives|lived|living|reside|resides|resided|home is|house is|neighbours? at)\b[^.!?;\n]{0,40}\b(?:number|no\.?)[ ]([0-9]{1,4}[a-z]?)\b");

    private static readonly Regex Continental = Patterns.Exact(
        @"\b\p{Lu}[\p{L}-]{2,30}(?:strasse|str\.|straat|gasse|weg|allee|laan|gracht|plein|platz|vej|gade|gatan|vagen)[ ][0-9]{1,4}[a-z]?\b"
        + @"|\b(?:Via|Viale|Piazza|Calle|Avenida|Rua|Rue|Plaza|Ulica|Ul\.)(?:[ ](?:de|del|della|di|da|do|la|du|des))?(?:[ ]\p{Lu}[\p{L}-]{1,30}){1,3},?[ ][0-9]{1,4}[a-z]?\b");

    private static readonly Regex ForeignCode = Patterns.Exact(
        @"\A[ ]?,?[ \n]{1,2}(?:[\p{L}' .-]{2,30},?[ \n]{1,2})?(?:[A-Z]{1,3}[ -]{1,2})?([0-9]{5}(?:-[0-9]{4})?|[0-9]{4}[ ]?[A-Z]{2}|[0-9]{3}[ ][0-9]{2})\b");

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text)
    {
        foreach (Match match in Box.Matches(text.Text))
        {
            yield return new Hit(match.Index, match.Index + match.Length, ContactKind.Address, "It is a box for post.");
        }

        foreach (Match match in HomeNumber.Matches(text.Text))
        {
            var number = match.Groups[1];
            yield return new Hit(number.Index, number.Index + number.Length, ContactKind.Address, "It is the number of a home.");
        }

        var addresses = Continental.Matches(text.Text)
            .Select(m => new Hit(m.Index, m.Index + m.Length, ContactKind.Address, "It has the form of an address."))
            .Concat(new AddressReading(text.Text, AddressText.Cut(text.Text), Postcodes.Find(text)).Addresses());
        foreach (var hit in addresses)
        {
            yield return hit;
            if (ForeignCode.Match(text.Text[hit.End..Math.Min(text.Text.Length, hit.End + 70)]) is { Success: true } match)
            {
                var code = match.Groups[1];
                yield return new Hit(hit.End + code.Index, hit.End + code.Index + code.Length, ContactKind.Postcode, "It is a code in an address abroad.");
            }
        }
    }
}
