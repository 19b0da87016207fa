using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Tests.Documents;

/// <summary>docs/policy.md leads from every clause to its code and its tests, and everything it names is there.</summary>
public sealed partial class PolicyPageTests
{
    private static readonly IReadOnlyList<(string Id, string[] Cells)> Rows = Read();

    [Fact]
    public void Every_clause_is_listed_once_and_in_order()
    {
        var expected = Ids('F', 15).Concat(Ids('P', 18)).Concat(Ids('C', 5));
        Assert.Equal(expected, Rows.Select(r => r.Id));
    }

    [Fact]
    public void Every_clause_says_its_duty_where_it_is_carried_out_and_where_it_is_tested() => Assert.All(Rows, row =>
    {
        Assert.Equal(3, row.Cells.Length);
        Assert.All(row.Cells, cell => Assert.False(string.IsNullOrWhiteSpace(cell), $"{row.Id} has an empty cell."));
    });

    [Fact]
    public void Every_file_and_type_that_the_page_names_is_there()
    {
        var code = Repository.Sources(".cs").Where(f => f.StartsWith("src/", StringComparison.Ordinal)).Select(Text).ToList();
        Assert.All(Named(1), named => Assert.True(
            named.Contains('/', StringComparison.Ordinal) ? File.Exists(Repository.PathOf(named)) : Declares(code, named),
            $"docs/policy.md names {named}, which is not there."));
    }

    [Fact]
    public void Every_test_class_that_the_page_names_is_there()
    {
        var tests = Repository.Sources("Tests.cs").Select(Text).ToList();
        Assert.All(Named(2), named => Assert.True(Declares(tests, named), $"docs/policy.md names the tests {named}, which are not there."));
    }

    [Fact]
    public void Every_rule_that_the_code_cites_is_on_the_page_of_rules()
    {
        var listed = ListedRule().Matches(Repository.ReadPage("rules.md")).Select(m => int.Parse(m.Groups[1].Value)).ToList();
        Assert.Equal(Enumerable.Range(1, listed.Count), listed);
        var cited = Repository.Sources(".cs", ".cshtml").SelectMany(f => CitedRule().Matches(Text(f))).Select(m => int.Parse(m.Groups[1].Value));
        Assert.Empty(cited.Except(listed));
    }

    private static IEnumerable<string> Ids(char letter, int last) => Enumerable.Range(1, last).Select(n => $"{letter}{n}");

    private static IEnumerable<string> Named(int cell) =>
        Rows.SelectMany(row => InCode().Matches(row.Cells[cell]).Select(m => m.Groups[1].Value)).Distinct(StringComparer.Ordinal);

    private static bool Declares(IEnumerable<string> files, string type) =>
        files.Any(text => Regex.IsMatch(text, $@"\b(class|record|record struct|struct|interface|enum) {Regex.Escape(type)}\b"));

    private static string Text(string file) => File.ReadAllText(Repository.PathOf(file));

    private static List<(string Id, string[] Cells)> Read() =>
    [
        .. Repository.ReadPage("policy.md").Split('\n')
            .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Where(cells => Clause().IsMatch(cells[0]))
            .Select(cells => (cells[0], cells[1..])),
    ];

    [GeneratedRegex("^[FPC][0-9]+$")]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(?<rule>[0-9]+)\. \*\*", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ListedRule();

    [GeneratedRegex(@"\brules? ([0-9]+)")]
    private static partial Regex CitedRule();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InCode();
}
