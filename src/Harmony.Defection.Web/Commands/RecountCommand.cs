using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Harmony.Defection.Web.Commands;

/// <summary>Counts STAR elections from a file and writes what their ballots give, one line of JSON for each (P13, rule 16).</summary>
internal static class RecountCommand
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The command "recount FILE".</summary>
    public static Command Make()
    {
        var file = InputFile.Argument("Elections with their candidates and ballots, as JSON.");
        var command = new Command("recount", "Count STAR elections and write their results, as lines of JSON.") { file };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file)!, parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string name, TextWriter output, CancellationToken cancellation)
    {
        await using var stream = InputFile.Open(name);
        await foreach (var election in ElectionReader.ReadAsync(stream, name, cancellation))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(RecountLine.Of(election.Id, election.Count()), Options));
        }

        await output.FlushAsync(cancellation);
        return 0;
    }
}
