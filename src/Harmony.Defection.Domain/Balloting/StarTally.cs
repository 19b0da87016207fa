using System.Runtime.InteropServices;

namespace Harmony.Defection.Domain.Balloting;

/// <summary>
/// The ballots of one STAR election as they come in (P13, rule 16). Equal ballots are kept once, with their number, so that a million
/// ballots take no more room than the different ways in which they were filled in. The order in which they are added leaves no trace.
/// </summary>
public sealed class StarTally
{
    /// <summary>The highest score, and the number of stars in a "five".</summary>
    public const int HighestScore = 5;

    /// <summary>The fewest options between which there is anything to decide.</summary>
    public const int FewestOptions = 2;

    /// <summary>The most options whose scores fit into one packed ballot.</summary>
    public const int MostOptions = 24;

    private const int ScoreValues = HighestScore + 1;

    // Up to five options the 7,776 possible ballots fit into a table small enough to stay in the processor's cache.
    private const int MostOptionsInTable = 5;

    private readonly int options;
    private readonly ulong possibleBallots;
    private readonly long[]? table;
    private readonly Dictionary<ulong, long>? sparse;

    /// <summary>An empty tally.</summary>
    /// <param name="options">How many options the ballot has.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are fewer than 2 or more than 24.</exception>
    public StarTally(int options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options, FewestOptions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options, MostOptions);
        this.options = options;
        possibleBallots = 1;
        for (var option = 0; option < options; option++)
        {
            possibleBallots *= ScoreValues;
        }

        if (options <= MostOptionsInTable)
        {
            table = new long[possibleBallots];
        }
        else
        {
            sparse = [];
        }
    }

    /// <summary>How many options the ballot has.</summary>
    public int Options => options;

    /// <summary>
    /// One ballot as a number: its scores as the digits of a number in base 6, the first option's the highest. Ballots with the same
    /// scores have the same number.
    /// </summary>
    /// <param name="scores">A score from 0 to 5 for each option, in ballot order; 0 where the voter left it blank.</param>
    /// <exception cref="ArgumentException">There is not one score for each option.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is above 5.</exception>
    public ulong Pack(ReadOnlySpan<byte> scores)
    {
        if (scores.Length != options)
        {
            throw new ArgumentException($"A ballot here has {options} scores, not {scores.Length}.", nameof(scores));
        }

        ulong packed = 0;
        foreach (var score in scores)
        {
            if (score > HighestScore)
            {
                throw new ArgumentOutOfRangeException(nameof(scores), score, $"A score is a whole number from 0 to {HighestScore}.");
            }

            packed = (packed * ScoreValues) + score;
        }

        return packed;
    }

    /// <summary>Adds a ballot, or a number of equal ones.</summary>
    /// <param name="scores">A score from 0 to 5 for each option, in ballot order; 0 where the voter left it blank.</param>
    /// <param name="ballots">How many such ballots there are.</param>
    /// <exception cref="ArgumentException">There is not one score for each option.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is above 5, or the number of ballots is negative.</exception>
    /// <exception cref="OverflowException">There are more ballots than a 64-bit number can say.</exception>
    public void Add(ReadOnlySpan<byte> scores, long ballots = 1) => AddPacked(Pack(scores), ballots);

    /// <summary>Adds a ballot that <see cref="Pack"/> made, or a number of equal ones.</summary>
    /// <param name="packed">The ballot as a number.</param>
    /// <param name="ballots">How many such ballots there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no ballot of this many options, or the number of ballots is negative.</exception>
    /// <exception cref="OverflowException">There are more ballots than a 64-bit number can say.</exception>
    public void AddPacked(ulong packed, long ballots = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(packed, possibleBallots);
        ArgumentOutOfRangeException.ThrowIfNegative(ballots);
        ref var number = ref table is null
            ? ref CollectionsMarshal.GetValueRefOrAddDefault(sparse!, packed, out _)
            : ref table[packed];
        number = checked(number + ballots);
    }

    /// <summary>Adds the ballots up.</summary>
    /// <param name="names">
    /// What the ballot calls its options, in ballot order. They are told apart by position, so two may have the same name.
    /// </param>
    /// <exception cref="ArgumentException">There is not one name for each option.</exception>
    /// <exception cref="OverflowException">There are more ballots than a 64-bit number can add up.</exception>
    public StarFigures AddUp(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count != options)
        {
            throw new ArgumentException($"This ballot has {options} options, not {names.Count}.", nameof(names));
        }

        var sums = new StarSums(options);
        if (table is null)
        {
            foreach (var (packed, ballots) in sparse!)
            {
                AddUp(packed, ballots, sums);
            }
        }
        else
        {
            for (var packed = 0; packed < table.Length; packed++)
            {
                AddUp((ulong)packed, table[packed], sums);
            }
        }

        StarOption[] named = [.. names.Select((name, position) => new StarOption(position, name))];
        return new StarFigures(named, sums.Cast, sums.Level, sums.Blank, sums.Totals, sums.FiveStars, sums.Pairwise);
    }

    private void AddUp(ulong packed, long ballots, StarSums sums)
    {
        if (ballots == 0)
        {
            return;
        }

        Span<int> scores = stackalloc int[options];
        for (var i = scores.Length - 1; i >= 0; i--)
        {
            (packed, var score) = Math.DivRem(packed, ScoreValues);
            scores[i] = (int)score;
        }

        sums.Add(scores, ballots);
    }

    private sealed class StarSums(int options)
    {
        public long Cast { get; private set; }

        public long Level { get; private set; }

        public long Blank { get; private set; }

        public long[] Totals { get; } = new long[options];

        public long[] FiveStars { get; } = new long[options];

        public long[][] Pairwise { get; } = [.. Enumerable.Range(0, options).Select(_ => new long[options])];

        public void Add(ReadOnlySpan<int> scores, long ballots)
        {
            checked
            {
                Cast += ballots;
                if (!scores.ContainsAnyExcept(scores[0]))
                {
                    Level += ballots;
                    Blank += scores[0] == 0 ? ballots : 0;
                }

                for (var i = 0; i < scores.Length; i++)
                {
                    Totals[i] += scores[i] * ballots;
                    FiveStars[i] += scores[i] == HighestScore ? ballots : 0;
                    for (var j = 0; j < scores.Length; j++)
                    {
                        Pairwise[i][j] += scores[i] > scores[j] ? ballots : 0;
                    }
                }
            }
        }
    }
}
