using System.Runtime.CompilerServices;
using System.Text.Json;
using Harmony.Defection.Domain.Balloting;

namespace Harmony.Defection.Web.Commands;

/// <summary>An election as the file has it.</summary>
internal sealed record Election(string Id, IReadOnlyList<string> Candidates, IReadOnlyList<EqualBallots> Ballots)
{
    /// <summary>Counts it.</summary>
    /// <exception cref="CommandFailedException">Its candidates or ballots are none that can be counted.</exception>
    public StarResult Count()
    {
        if (Candidates.Count is < StarTally.FewestOptions or > StarTally.MostOptions)
        {
            throw Refuse($"it has {Candidates.Count} candidates; {StarTally.FewestOptions} to {StarTally.MostOptions} can be counted.");
        }

        var tally = new StarTally(Candidates.Count);
        var scores = new byte[Candidates.Count];
        for (var i = 0; i < Ballots.Count; i++)
        {
            Take(tally, scores, Ballots[i], i + 1);
        }

        try
        {
            return StarCount.Of(Candidates, tally);
        }
        catch (OverflowException)
        {
            throw Refuse("it has more ballots than can be added up.");
        }
    }

    private void Take(StarTally tally, byte[] scores, EqualBallots ballots, int number)
    {
        if (ballots.Scores is null || ballots.Scores.Count != scores.Length)
        {
            throw Refuse($"ballot {number} does not have one score for each candidate.");
        }

        for (var i = 0; i < scores.Length; i++)
        {
            var score = ballots.Scores[i] ?? 0;
            if (score is < 0 or > StarTally.HighestScore)
            {
                throw Refuse($"ballot {number} has the score {score}; a score is a whole number from 0 to {StarTally.HighestScore}, or null.");
            }

            scores[i] = (byte)score;
        }

        if (ballots.Count < 0)
        {
            throw Refuse($"ballot {number} is counted {ballots.Count} times.");
        }

        try
        {
            tally.Add(scores, ballots.Count);
        }
        catch (OverflowException)
        {
            throw Refuse("it has more ballots than can be added up.");
        }
    }

    private CommandFailedException Refuse(string why) => new($"Election {Id}: {why}");
}

/// <summary>A number of equal ballots.</summary>
internal sealed record EqualBallots(long Count, IReadOnlyList<long?>? Scores);

/// <summary>Reads elections from a file one by one, so that a long file takes no more memory than its largest election.</summary>
internal static class ElectionReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Every election of a file, in order.</summary>
    /// <exception cref="CommandFailedException">The file is not JSON, or not of this form.</exception>
    public static async IAsyncEnumerable<Election> ReadAsync(Stream stream, string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var scanner = new Scanner(name);
        var found = new List<Election>();
        var buffer = new byte[1 << 16];
        var filled = 0;
        for (var ended = false; !ended;)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, checked(buffer.Length * 2));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation);
            filled += read;
            ended = read == 0;
            var consumed = scanner.Scan(buffer.AsSpan(0, filled), ended, found);
            buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
            filled -= consumed;
            foreach (var election in found)
            {
                yield return election;
            }

            found.Clear();
        }

        scanner.RequireElections();
    }

    private sealed class Scanner(string name)
    {
        private JsonReaderState state;
        private long lines;
        private bool begun;
        private bool sawElections;
        private bool inElections;

        /// <summary>Takes what is whole from a piece of the file, and says how many bytes that was.</summary>
        public int Scan(ReadOnlySpan<byte> piece, bool last, List<Election> found)
        {
            var skipped = 0;
            if (!begun && (last || piece.Length >= 3))
            {
                begun = true;
                skipped = piece.StartsWith("\uFEFF"u8) ? 3 : 0;
            }

            if (!begun)
            {
                return 0;
            }

            try
            {
                var consumed = Walk(piece[skipped..], last, found);
                lines += piece.Slice(skipped, consumed).Count((byte)'\n');
                return skipped + consumed;
            }
            catch (JsonException e)
            {
                throw new CommandFailedException($"{name}, line {lines + 1 + (e.LineNumber ?? 0)}: this is not JSON of elections.");
            }
        }

        public void RequireElections()
        {
            if (!sawElections)
            {
                throw new CommandFailedException($"{name} has no list named “elections”.");
            }
        }

        private int Walk(ReadOnlySpan<byte> piece, bool last, List<Election> found)
        {
            var reader = new Utf8JsonReader(piece, last, state);
            var done = 0;
            while (Step(ref reader, piece, found))
            {
                (state, done) = (reader.CurrentState, (int)reader.BytesConsumed);
            }

            return done;
        }

        private bool Step(ref Utf8JsonReader reader, ReadOnlySpan<byte> piece, List<Election> found)
        {
            if (!reader.Read())
            {
                return false;
            }

            if (inElections)
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    inElections = false;
                    return true;
                }

                var start = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    return false;
                }

                found.Add(Read(piece[start..(int)reader.BytesConsumed]));
                return true;
            }

            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                return reader.CurrentDepth == 0 ? true : reader.TrySkip();
            }

            var property = reader.GetString();
            if (!reader.Read())
            {
                return false;
            }

            if (property == "elections")
            {
                inElections = sawElections = reader.TokenType == JsonTokenType.StartArray ? true : throw new JsonException();
                return true;
            }

            return property == "maxScore" && (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var most) || most != StarTally.HighestScore)
                ? throw new CommandFailedException($"{name}: only elections with scores up to {StarTally.HighestScore} are counted here.")
                : reader.TrySkip();
        }

        private static Election Read(ReadOnlySpan<byte> json)
        {
            var election = JsonSerializer.Deserialize<Election>(json, Options);
            return election is { Id: not null, Candidates: not null, Ballots: not null } && election.Candidates.All(c => c is not null)
                ? election
                : throw new JsonException();
        }
    }
}
