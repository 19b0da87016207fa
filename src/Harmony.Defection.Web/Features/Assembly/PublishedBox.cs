using System.Globalization;
using System.Text;
using System.Text.Json;
using Harmony.Defection.Domain.Balloting;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>A published box as files, so that anybody can count it for themselves (BA6).</summary>
internal static class PublishedBox
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>
    /// A table with a line for each ballot. It holds names of options, trackers in hexadecimal behind a letter, and digits: nothing that a
    /// spreadsheet takes for a formula or a number of its own.
    /// </summary>
    public static byte[] Csv(CountedBallot ballot)
    {
        var text = new StringBuilder("Tracker,").AppendJoin(',', ballot.Options.Select(o => o.Say())).Append("\r\n");
        foreach (var published in ballot.Box)
        {
            text.Append('T').Append(published.Tracker).Append(',').AppendJoin(',', published.Scores.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The election as the command "recount" reads it.</summary>
    /// <param name="reference">The case's reference.</param>
    /// <param name="ballot">The ballot.</param>
    public static byte[] Json(string reference, CountedBallot ballot) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Elections = new[]
            {
                new
                {
                    Id = $"{reference}-{ballot.Number.ToString(CultureInfo.InvariantCulture)}",
                    Candidates = ballot.Options.Select(o => o.Say()),
                    Ballots = ballot.Box.Select(b => new { Count = 1, Scores = b.Scores.Select(s => s == '-' ? (int?)null : s - '0') }),
                },
            },
        },
        Options);

    private static string Cell(char score) => score == '-' ? string.Empty : score.ToString();
}
