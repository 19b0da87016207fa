using System.Security.Cryptography;

namespace Harmony.Defection.Domain.Balloting;

/// <summary>
/// A voter’s receipt: 110 random bits in groups that can be written down. It is shown once, stored nowhere, and with it alone a ballot
/// can be changed while it is open, or found once the box is published (BA6, BA7).
/// </summary>
public static class Receipt
{
    private const string Letters = "23456789CDFGHJKMNPQRTVWX";
    private const int Groups = 6;
    private const int GroupLength = 4;

    /// <summary>A new receipt, like 7K3M-Q2FD-….</summary>
    public static string New()
    {
        var letters = RandomNumberGenerator.GetString(Letters, Groups * GroupLength);
        return string.Join('-', Enumerable.Range(0, Groups).Select(g => letters.Substring(g * GroupLength, GroupLength)));
    }

    /// <summary>A receipt as somebody typed it, in its one form.</summary>
    /// <returns>The receipt; nothing where the text cannot be one.</returns>
    public static string? Read(string? typed)
    {
        var letters = string.Concat((typed ?? string.Empty).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return letters.Length == Groups * GroupLength && letters.All(Letters.Contains)
            ? string.Join('-', Enumerable.Range(0, Groups).Select(g => letters.Substring(g * GroupLength, GroupLength)))
            : null;
    }
}
