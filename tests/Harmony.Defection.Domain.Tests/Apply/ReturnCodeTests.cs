using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Testing.Storage;

namespace Harmony.Defection.Domain.Tests.Apply;

/// <summary>The shown code: 80 bits in groups, without look-alikes, forgiving when it is typed back.</summary>
public sealed class ReturnCodeTests
{
    [Fact]
    public void A_code_has_four_groups_of_four_without_letters_that_look_like_others()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => ReturnCode.New()).ToList();
        Assert.All(codes, c => Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$", c));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(32, codes.SelectMany(c => c).Where(c => c != '-').Distinct().Count());
    }

    [Theory]
    [InlineData("48RK-T6WD-0J1N-7YHC")]
    [InlineData(" 48rk t6wd 0j1n 7yhc ")]
    [InlineData("48rkt6wd0j1n7yhc")]
    [InlineData("48RK–T6WD–OJIN–7YHC.")]
    [InlineData("48RK_T6WD_oJlN_7YHC")]
    public void A_code_is_read_in_every_way_people_type_it(string typed) => Assert.Equal("48RK-T6WD-0J1N-7YHC", ReturnCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("48RK-T6WD-0J1N-7YH")]
    [InlineData("48RK-T6WD-0J1N-7YHCC")]
    [InlineData("48RK-T6WD-0J1N-7YHé")]
    public void What_is_no_code_is_none(string? typed) => Assert.Null(ReturnCode.Read(typed));

    [Fact]
    public void A_code_is_stored_as_a_hash_that_needs_the_key()
    {
        var code = ReturnCode.New();
        var hash = ReturnCode.HashOf(code, TestVault.New());
        Assert.DoesNotContain(code.Replace("-", string.Empty, StringComparison.Ordinal), hash, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(hash, ReturnCode.HashOf(code, TestVault.New()));
    }
}
