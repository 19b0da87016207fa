using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>Addresses, up to but not including the town.</summary>
internal sealed class AddressFinder : IFinder
{
    private static readonly Regex Numbered = Patterns.Exact(
        @"\b[0-9]{1,4}[a-zA-Z]?[ ,](?:[A-Z][\p{L}'-]*[ ]){1,4}(?:Street|Road|Lane|Avenue|Close|Drive|Crescent|Terrace|Row|Mews|Way|Place|Park|Square|Gardens|Court|Hill|Brae)\b");

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text) => Numbered.Matches(text.Text)
        .Select(match => new Hit(match.Index, match.Index + match.Length, ContactKind.Address, "It has the form of an address."));
}
