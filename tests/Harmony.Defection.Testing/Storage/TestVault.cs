using System.Security.Cryptography;
using Harmony.Defection.Infrastructure.Privacy;
using Microsoft.AspNetCore.DataProtection;

namespace Harmony.Defection.Testing.Storage;

/// <summary>The product's own vault, over keys that live as long as the test.</summary>
public static class TestVault
{
    /// <summary>A vault with keys of its own.</summary>
    public static Vault New() => Over(new EphemeralDataProtectionProvider());

    /// <summary>A vault over a given key ring, with a look-up key of its own.</summary>
    public static Vault Over(IDataProtectionProvider keys) => new(keys, new LookUpKey(RandomNumberGenerator.GetBytes(32)));
}
