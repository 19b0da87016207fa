using System.Security.Cryptography;

namespace Harmony.Defection.Domain.Applications;

/// <summary>Public numbers of applications, like HD-7K3M-Q2: short enough to read out, without characters that look alike.</summary>
public static class Reference
{
    private const string Letters = "23456789CDFGHJKMNPQRTVWX";

    /// <summary>Longest form, hyphens included.</summary>
    public const int Length = 10;

    /// <summary>What somebody typed as a reference, in its one form: capitals, with its hyphens; nothing where it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var characters = string.Concat((typed ?? string.Empty).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return characters.Length == 8 && characters.StartsWith("HD", StringComparison.Ordinal) ? $"HD-{characters[2..6]}-{characters[6..]}" : null;
    }

    /// <summary>A new random reference. Two may be equal, though rarely: the database's unique index has the last word.</summary>
    public static string New()
    {
        var r = RandomNumberGenerator.GetString(Letters, 6);
        return $"HD-{r[..4]}-{r[4..]}";
    }
}
