using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Privacy;
using Harmony.Defection.Testing.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Harmony.Defection.Infrastructure.Tests.Privacy;

/// <summary>PD1 and PD2: a sealed value opens in its own cell, unaltered, and nowhere else.</summary>
public sealed class VaultTests
{
    private static readonly Cell Home = new("Person", Guid.NewGuid(), "Email");

    private readonly Vault vault = TestVault.New();

    public static TheoryData<Cell> OtherCells =>
    [
        Home with { Row = Guid.NewGuid() },
        Home with { Field = "UserName" },
        Home with { Table = "ApplicationForm" },
    ];

    [Theory]
    [InlineData("marged@okafor.example")]
    [InlineData("")]
    [InlineData("Zoë Ní Bhriain 🏴󠁧󠁢󠁷󠁬󠁳󠁿")]
    public void A_value_opens_in_the_cell_it_was_sealed_for(string plain)
    {
        var value = vault.Seal(Home, plain);
        Assert.Equal(plain, vault.Open(Home, value));
        Assert.True(plain.Length == 0 || !value.Cipher.Contains(plain, StringComparison.Ordinal));
        Assert.Equal("[sealed]", value.ToString());
    }

    [Theory]
    [MemberData(nameof(OtherCells))]
    public void A_value_moved_to_another_cell_does_not_open(Cell other)
    {
        var refused = Assert.Throws<TamperedCellException>(() => vault.Open(other, vault.Seal(Home, "secret")));
        Assert.Equal(other, refused.Cell);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void A_value_with_one_changed_character_does_not_open(double where)
    {
        var cipher = vault.Seal(Home, "secret").Cipher.ToCharArray();
        var place = (int)(cipher.Length * where);
        cipher[place] = cipher[place] == 'A' ? 'B' : 'A';
        Assert.Throws<TamperedCellException>(() => vault.Open(Home, new Sealed(new string(cipher))));
    }

    [Fact]
    public void What_was_never_sealed_does_not_open()
    {
        Assert.Throws<TamperedCellException>(() => vault.Open(Home, default));
        Assert.Throws<TamperedCellException>(() => vault.Open(Home, new Sealed("plain text")));
    }

    [Fact]
    public void Equal_values_look_unlike_when_sealed_and_alike_when_looked_up()
    {
        Assert.NotEqual(vault.Seal(Home, "a"), vault.Seal(Home, "a"));
        Assert.Equal(vault.LookUp("Email", "a"), vault.LookUp("Email", "a"));
        Assert.NotEqual(vault.LookUp("Email", "a"), vault.LookUp("Phone", "a"));
        Assert.NotEqual(vault.LookUp("Email", "a"), TestVault.New().LookUp("Email", "a"));
        Assert.Equal(Vault.LookUpLength, vault.LookUp("Email", "a").Length);
    }

    [Fact]
    public void A_key_ring_of_another_installation_opens_nothing() =>
        Assert.Throws<TamperedCellException>(() => TestVault.Over(new EphemeralDataProtectionProvider()).Open(Home, vault.Seal(Home, "secret")));
}
