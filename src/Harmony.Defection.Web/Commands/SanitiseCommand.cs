using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Harmony.Defection.Domain.Sanitisation;

namespace Harmony.Defection.Web.Commands;

/// <summary>Searches texts for contact data and writes them without it, one line of JSON for each (P6, rule 7).</summary>
internal static class SanitiseCommand
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The command "sanitise FILE".</summary>
    public static Command Make()
    {
        var file = InputFile.Argument("Lines of JSON, each with an id and a text.");
        var command = new Command("sanitise", "Write texts without the contact data in them, as lines of JSON.") { file };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file)!, parsed.InvocationConfiguration.Output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string name, TextWriter output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(InputFile.Open(name));
        for (var number = 1; await reader.ReadLineAsync(cancellation) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await output.WriteLineAsync(Sanitise(line, name, number));
            }
        }

        await output.FlushAsync(cancellation);
        return 0;
    }

    private static string Sanitise(string line, string name, int number)
    {
        try
        {
            var given = JsonSerializer.Deserialize<Given>(line, Options);
            return given is { Id: { } id, Text: { } text }
                ? JsonSerializer.Serialize(new Sanitised(id, Sanitiser.General.Redact(text)), Options)
                : throw new CommandFailedException($"{name}, line {number}: an id and a text are needed.");
        }
        catch (JsonException)
        {
            throw new CommandFailedException($"{name}, line {number}: this is not JSON with an id and a text.");
        }
        catch (RegexMatchTimeoutException)
        {
            throw new CommandFailedException($"{name}, line {number}: the search took too long; nothing of this text is written.");
        }
    }

    private sealed record Given(string? Id, string? Text);

    private sealed record Sanitised(string Id, string RedactedText);
}
