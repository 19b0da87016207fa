using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Tests.Privacy;

public sealed class NormaliseTests
{
    [Theory]
    [InlineData("01632 960346", "+441632960346")]
    [InlineData("(01632) 960-346", "+441632960346")]
    [InlineData("1632 960346", "+441632960346")]
    [InlineData("+44 (0)1632 960346", "+441632960346")]
    [InlineData("+44 01632 960346", "+441632960346")]
    [InlineData("0044 1632 960346", "+441632960346")]
    [InlineData("+353 1 496 0000", "+35314960000")]
    [InlineData("٠١٦٣٢ 960346", "+441632960346")]
    [InlineData("01632 960346 ext. 23", "+441632960346")]
    [InlineData("01632 960346 #23", "+441632960346")]
    [InlineData("tel:01632960346", "+441632960346")]
    [InlineData("18001 01632 960346", "+441632960346")]
    [InlineData("44 1632 960346", "+441632960346")]
    [InlineData("＋44 1632 960346", "+441632960346")]
    public void A_phone_number_has_one_form(string typed, string normal) => Assert.Equal(normal, Normalise.Phone(typed));

    [Theory]
    [InlineData("  Ann@Example.ORG ", "ann@example.org")]
    [InlineData("zoe\u0308@example.org", "zo\u00eb@example.org")]
    public void An_address_has_one_form(string typed, string normal) => Assert.Equal(normal, Normalise.Email(typed));

    [Theory]
    [InlineData("Zoë O’Neill-Łukasz", "zoe oneill o neill lukasz")]
    [InlineData("O'NEILL", "oneill o neill")]
    [InlineData("ONeill", "oneill")]
    [InlineData("Ann  Ann", "ann")]
    [InlineData("Straße", "strasse")]
    [InlineData(" - ", "")]
    public void A_name_has_its_words_without_accents_and_each_once(string typed, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), Normalise.NameWords(typed));

    [Fact]
    public void A_day_has_one_form() => Assert.Equal("1983-02-14", Normalise.Date(new DateOnly(1983, 2, 14)));
}
