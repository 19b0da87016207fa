using System.Security.Cryptography;
using System.Text;
using Harmony.Defection.Domain.Privacy;
using Microsoft.AspNetCore.DataProtection;

namespace Harmony.Defection.Infrastructure.Privacy;

/// <summary>
/// Seals with Data Protection (authenticated, keys that turn), under a purpose made of table, row and field, so that a value moved to another
/// cell does not open (PD2).
/// </summary>
public sealed class Vault : IVault
{
    /// <summary>Characters of a keyed hash.</summary>
    public const int LookUpLength = 64;

    private readonly IDataProtector protector;
    private readonly LookUpKey lookUpKey;

    /// <summary>A vault over a key ring and a look-up key.</summary>
    public Vault(IDataProtectionProvider keys, LookUpKey lookUpKey)
    {
        protector = keys.CreateProtector("Harmony.Defection.Vault");
        this.lookUpKey = lookUpKey;
    }

    /// <inheritdoc />
    public Sealed Seal(Cell cell, string plain) => new(For(cell).Protect(plain));

    /// <inheritdoc />
    public string Open(Cell cell, Sealed value)
    {
        try
        {
            return For(cell).Unprotect(value.Cipher ?? string.Empty);
        }
        catch (CryptographicException failure)
        {
            throw new TamperedCellException(cell, failure);
        }
    }

    /// <inheritdoc />
    public string LookUp(string kind, string normalised) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(lookUpKey.Value, Encoding.UTF8.GetBytes($"{kind}\0{normalised}")));

    private IDataProtector For(Cell cell) => protector.CreateProtector(cell.Table, cell.Row.ToString("N"), cell.Field);
}
