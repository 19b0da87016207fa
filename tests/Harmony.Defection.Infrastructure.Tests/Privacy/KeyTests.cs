using Harmony.Defection.Infrastructure.Privacy;
using Harmony.Defection.Testing.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Harmony.Defection.Infrastructure.Tests.Privacy;

/// <summary>The look-up key beside the key ring, and the row that knows the keys a database was written with.</summary>
public sealed class KeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("defection-keys-").FullName;

    [Fact]
    public void A_look_up_key_is_made_once_and_for_its_owner_alone()
    {
        var keys = Path.Combine(folder, "keys");
        var made = Enumerable.Range(0, 8).AsParallel().Select(_ => Convert.ToHexString(LookUpKey.ReadOrMake(keys).Value)).ToList();
        Assert.Single(made.Distinct());
        Assert.Equal([LookUpKey.FileName], Directory.EnumerateFiles(keys).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(keys, LookUpKey.FileName)));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keys));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_damaged_look_up_key_is_refused(int bytes)
    {
        File.WriteAllBytes(Path.Combine(folder, LookUpKey.FileName), new byte[bytes]);
        Assert.Equal(
            $"The look-up key has {bytes} bytes instead of 32.",
            Assert.Throws<StorageRefusedException>(() => LookUpKey.ReadOrMake(folder)).Message);
    }

    [Fact]
    public async Task A_database_refuses_other_keys_than_those_it_was_written_with()
    {
        await using var database = await TestDatabase.CreateAsync();
        var ring = new EphemeralDataProtectionProvider();
        var own = TestVault.Over(ring);
        await CheckAsync(own);
        await CheckAsync(own);

        const string Wrong = "The keys in the key folder are not those this database was written with: put the right ones back.";
        Assert.Equal(Wrong, (await Assert.ThrowsAsync<StorageRefusedException>(() => CheckAsync(TestVault.Over(ring)))).Message);
        Assert.Equal(Wrong, (await Assert.ThrowsAsync<StorageRefusedException>(() => CheckAsync(TestVault.New()))).Message);

        async Task CheckAsync(Vault vault)
        {
            await using var context = database.NewContext();
            await KeyCheck.RunAsync(context, vault, CancellationToken.None);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
