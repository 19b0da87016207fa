using System.Security.Cryptography;
using System.Text;

namespace Harmony.Defection.Domain.Correspondence;

/// <summary>
/// A secret link to one applicant's page (rule 29): 128 random bits in the path, of which only the hash is stored. It lasts 30 days; each
/// message carries a fresh one; all of one application are revocable together.
/// </summary>
public sealed class ApplicantLink
{
    /// <summary>Days a link lasts.</summary>
    public const int LastsDays = 30;

    private const string Alphabet = "abcdefghijkmnopqrstuvwxyz2345678";

    private ApplicantLink()
    {
    }

    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public string TokenHash { get; private init; } = string.Empty;

    /// <summary>When it was made, in UTC.</summary>
    public DateTime MadeAt { get; private init; }

    /// <summary>When it stops working, in UTC.</summary>
    public DateTime ExpiresAt { get; private init; }

    /// <summary>When it was revoked, in UTC.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Whether it opens the page at this moment.</summary>
    public bool Works(DateTime now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>Makes a link; its token is given back this once and stored nowhere.</summary>
    public static (ApplicantLink Link, string Token) Make(Guid application, DateTime at)
    {
        // 26 characters of 5 bits each: 130 bits.
        var token = RandomNumberGenerator.GetString(Alphabet, 26);
        var link = new ApplicantLink
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application,
            TokenHash = HashOf(token),
            MadeAt = at,
            ExpiresAt = at.AddDays(LastsDays),
        };
        return (link, token);
    }

    /// <summary>The hash under which a token is stored.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Takes the link back.</summary>
    public void Revoke(DateTime at) => RevokedAt ??= at;
}
