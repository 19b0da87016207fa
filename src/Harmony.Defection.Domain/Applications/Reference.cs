using System.Security.Cryptography;

namespace Harmony.Defection.Domain.Applications;

/// <summary>Public numbers of applications, like HD-7K3M-Q2: short enough to read out, without characters that look alike.</summary>
public static class Reference
{
    private const string Letters = "23456789CDFGHJKMNPQRTVWX";

    /// <summary>Longest form, hyphens included.</summary>
    public const int Length = 10;

    /// <summary>A new random reference. Two may be equal, though rarely: the database's unique index has the last word.</summary>
    public static string New()
    {
        var r = RandomNumberGenerator.GetString(Letters, 6);
        return $"HD-{r[..4]}-{r[4..]}";
    }
}
