using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;

namespace Harmony.Defection.Domain.Tests.Forms;

/// <summary>One value written in several ways is found under one hash.</summary>
public sealed class LookUpsTests
{
    private readonly IVault vault = TestVault.New();

    [Theory]
    [InlineData(LookUpKind.Phone, "01632 960346", "+44 1632 960346")]
    [InlineData(LookUpKind.Phone, "01632 960346", "0044 1632-960346")]
    [InlineData(LookUpKind.Phone, "01632 960346", "+44 (0)1632 960346")]
    [InlineData(LookUpKind.Phone, "01632 960346", "(01632) 960346")]
    [InlineData(LookUpKind.Phone, "01632 960346", "01632 960346 ext 4")]
    [InlineData(LookUpKind.Email, "marged@okafor.example", "  Marged@Okafor.Example ")]
    [InlineData(LookUpKind.NameWord, "Zoë", "ZOE")]
    [InlineData(LookUpKind.DateOfBirth, "1983-02-14", " 1983-02-14 ")]
    public void Two_ways_of_writing_one_value_are_one(LookUpKind kind, string one, string other) =>
        Assert.Equal(LookUps.HashOf(kind, one, vault), LookUps.HashOf(kind, other, vault));

    [Theory]
    [InlineData(LookUpKind.Phone, "01632 960346", "01632 960347")]
    [InlineData(LookUpKind.Email, "zoe@example.org", "zoë@example.org")]
    [InlineData(LookUpKind.NameWord, "Okafor", "Okafo")]
    public void Two_values_are_two(LookUpKind kind, string one, string other) =>
        Assert.NotEqual(LookUps.HashOf(kind, one, vault), LookUps.HashOf(kind, other, vault));

    [Fact]
    public void One_value_of_two_kinds_does_not_look_alike() =>
        Assert.NotEqual(LookUps.HashOf(LookUpKind.Email, "1983-02-14", vault), LookUps.HashOf(LookUpKind.DateOfBirth, "1983-02-14", vault));

    [Theory]
    [InlineData("Zoë  Ní-Bhriain", "zoe ni bhriain")]
    [InlineData("O’Neill, O'Neill", "oneill o neill")]
    public void A_name_has_each_of_its_words_once(string name, string words) => Assert.Equal(words.Split(' '), LookUps.WordsOf(name));

    [Fact]
    public void Complete_answers_are_found_by_e_mail_both_phones_date_of_birth_and_each_word_of_both_names()
    {
        var entries = LookUps.Of(TestData.Id(1), TestData.Answers(), vault);
        Assert.Equal(
            [(LookUpKind.Email, 1), (LookUpKind.Phone, 2), (LookUpKind.DateOfBirth, 1), (LookUpKind.NameWord, 4), (LookUpKind.Office, 1)],
            entries.GroupBy(e => e.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));
        Assert.Contains(entries, e => e.Hash == LookUps.HashOf(LookUpKind.NameWord, "LLOYD", vault));
    }

    [Fact]
    public void What_was_not_given_has_no_entry()
    {
        var answers = TestData.Answers();
        var without = answers with { Contact = answers.Contact! with { Email = null, MobilePhone = " " } };
        Assert.DoesNotContain(LookUps.Of(TestData.Id(1), without, vault), e => e.Kind == LookUpKind.Email);
        Assert.Single(LookUps.Of(TestData.Id(1), without, vault), e => e.Kind == LookUpKind.Phone);
    }
}
