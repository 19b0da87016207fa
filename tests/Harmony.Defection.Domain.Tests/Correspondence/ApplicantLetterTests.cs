using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Tests.Documents;

namespace Harmony.Defection.Domain.Tests.Correspondence;

/// <summary>What the letters on the outcome must say, and must not be able to say (P15, P17, P18, rule 20).</summary>
public sealed class ApplicantLetterTests
{
    public static TheoryData<LetterKind> Kinds => [.. Enum.GetValues<LetterKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_letter_has_a_template_with_a_heading_and_the_name(LetterKind kind)
    {
        var lines = Template(kind).Split('\n');
        Assert.NotEmpty(lines[0]);
        Assert.Empty(lines[1]);
        Assert.Contains("Dear {{ Name }},", lines);
    }

    [Theory]
    [InlineData("you may call yourself a {{ Party }} representative")]
    [InlineData("Selection is mandatory")]
    [InlineData("expected to follow the consensus")]
    [InlineData("free to express your opinions")]
    public void Acceptance_confers_the_title_and_reminds_of_three_things(string words) =>
        Assert.Contains(words, Template(LetterKind.Acceptance), StringComparison.Ordinal);

    [Fact]
    public void Rejection_says_that_the_reasons_are_private_and_has_no_place_for_any()
    {
        var template = Template(LetterKind.Rejection);
        Assert.Contains("Nobody is told the reasons: they are a private matter for the Members.", template, StringComparison.Ordinal);
        Assert.Equal(["Name", "Party"], Regex.Matches(template, @"\{[{%]\s*(\w+)").Select(m => m.Groups[1].Value).Distinct().Order());
    }

    private static string Template(LetterKind kind) => File.ReadAllText(Repository.PathOf(
        "src", "Harmony.Defection.Infrastructure", "Correspondence", "ApplicantLetters", $"{kind}.md.liquid"));
}
