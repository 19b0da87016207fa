using System.Text.Json;
using Harmony.Defection.Testing;
using Harmony.Defection.Web.Commands;

namespace Harmony.Defection.Web.Tests.Commands;

public sealed class OperatorCommandsTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    /// <inheritdoc />
    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--environment", "Production")]
    public async Task Without_the_name_of_a_command_the_web_site_starts(params string[] args) =>
        Assert.Null(await OperatorCommands.TryRunAsync(args, TextWriter.Null, TextWriter.Null));

    [Fact]
    public async Task A_recount_says_what_the_ballots_give()
    {
        var (code, output, _) = await RunAsync("recount", """
            { "format": "star-vectors-1", "maxScore": 5, "elections": [
            { "id": "one", "candidates": ["Accept", "Rejéct"], "ballots": [{ "count": 3, "scores": [5, 1] }, { "count": 2, "scores": [null, 4] }], "expected": {} },
            { "id": "two", "candidates": ["A", "B"], "ballots": [] } ] }
            """);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(0, code);
        Assert.Equal(
            ["id", "ballots", "totals", "fiveStars", "pairwise", "scoringTie", "finalists", "runoff", "winner", "unresolved"],
            lines[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("Accept", lines[0].GetProperty("winner").GetString());
        Assert.Equal("preference", lines[0].GetProperty("runoff").GetProperty("decidedBy").GetString());
        Assert.Contains("Rejéct", output, StringComparison.Ordinal);
        Assert.Equal("runoff", lines[1].GetProperty("unresolved").GetProperty("round").GetString());
    }

    [Fact]
    public async Task Every_labelled_election_comes_back_exactly_as_it_is_labelled()
    {
        var vectors = Path.Combine(Sources.Root, "tests", "Harmony.Defection.Domain.Tests", "Balloting", "TestData", "vectors.json");
        using var labelled = JsonDocument.Parse(await File.ReadAllTextAsync(vectors));
        var output = new StringWriter();
        Assert.Equal(0, await OperatorCommands.TryRunAsync(["recount", vectors], output, TextWriter.Null));

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var elections = labelled.RootElement.GetProperty("elections").EnumerateArray().ToList();
        Assert.Equal(elections.Count, lines.Length);
        foreach (var (election, line) in elections.Zip(lines))
        {
            using var found = JsonDocument.Parse(line);
            Assert.Equal(election.GetProperty("id").GetString(), found.RootElement.GetProperty("id").GetString());
            foreach (var property in found.RootElement.EnumerateObject().Where(p => p.Name != "id"))
            {
                Assert.True(
                    JsonElement.DeepEquals(election.GetProperty("expected").GetProperty(property.Name), property.Value),
                    $"{election.GetProperty("id")} {property.Name}: {property.Value.GetRawText()}");
            }
        }
    }

    [Theory]
    [InlineData("""{ "elections": [ { "id": "x", "candidates": ["A", "B"], "ballots": [ { "count": 1, "scores": [6, 0] } ] } ] }""", "Election x: ballot 1 has the score 6")]
    [InlineData("""{ "elections": [ { "id": "x", "candidates": ["A", "B"], "ballots": [ { "count": 1, "scores": [0] } ] } ] }""", "does not have one score")]
    [InlineData("{\n\"elections\": [\n{ nonsense", "line 3")]
    [InlineData("{ }", "has no list named")]
    [InlineData("""{ "maxScore": 10, "elections": [] }""", "scores up to 5")]
    public async Task What_cannot_be_counted_is_named_in_one_line(string json, string expected)
    {
        var (code, output, error) = await RunAsync("recount", json);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Texts_come_back_without_contact_data_line_by_line()
    {
        var (code, output, _) = await RunAsync("sanitise", "{\"id\":\"a\",\"text\":\"Ffôn 01632 960123 ☎\"}\n\n{\"id\":\"b\",\"text\":\"\"}\n");

        Assert.Equal(0, code);
        Assert.Equal("{\"id\":\"a\",\"redacted_text\":\"Ffôn [phone removed] ☎\"}\n{\"id\":\"b\",\"redacted_text\":\"\"}\n", output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"text\":\"x\"}\nnonsense", "line 2")]
    [InlineData("{\"id\":\"a\"}", "line 1: an id and a text are needed")]
    public async Task A_bad_line_is_named(string lines, string expected)
    {
        var (code, _, error) = await RunAsync("sanitise", lines);

        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recount")]
    [InlineData("sanitise")]
    public async Task A_missing_file_is_named(string command)
    {
        var error = new StringWriter();

        var code = await OperatorCommands.TryRunAsync([command, "no-such-file.json"], TextWriter.Null, error);

        Assert.Equal(1, code);
        Assert.Equal("There is no file no-such-file.json.", error.ToString().Trim());
    }

    private async Task<(int? Code, string Output, string Error)> RunAsync(string command, string content)
    {
        await File.WriteAllTextAsync(file, content);
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await OperatorCommands.TryRunAsync([command, file], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
