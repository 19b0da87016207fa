namespace Harmony.Defection.Domain.Balloting;

/// <summary>One option of a STAR ballot.</summary>
/// <param name="Position">Its place on the ballot, from 0. Options are told apart by it, never by name.</param>
/// <param name="Name">What the ballot calls it.</param>
public sealed record StarOption(int Position, string Name);

/// <summary>What the ballots of a STAR election add up to (rule 16). Lists are in ballot order.</summary>
/// <param name="Options">The options.</param>
/// <param name="Cast">Ballots in all.</param>
/// <param name="Level">Ballots that score every option the same, blank ones included.</param>
/// <param name="Blank">Ballots with no star at all.</param>
/// <param name="Totals">Total score of each option; every ballot counts.</param>
/// <param name="FiveStars">Number of fives each option has.</param>
/// <param name="Pairwise"><c>Pairwise[i][j]</c> is the number of ballots that score option i above option j.</param>
public sealed record StarFigures(
    IReadOnlyList<StarOption> Options,
    long Cast,
    long Level,
    long Blank,
    IReadOnlyList<long> Totals,
    IReadOnlyList<long> FiveStars,
    IReadOnlyList<IReadOnlyList<long>> Pairwise)
{
    /// <summary>Whether nobody gave a star to anything: no ballots, or all of them blank. Such a ballot has no result (rule 17).</summary>
    public bool NobodyGaveAStar => Cast == Blank;

    /// <summary>An option's total score.</summary>
    public long Total(StarOption option) => Totals[option.Position];

    /// <summary>How many fives an option has.</summary>
    public long Fives(StarOption option) => FiveStars[option.Position];

    /// <summary>How many ballots score one option above another.</summary>
    public long Prefer(StarOption option, StarOption other) => Pairwise[option.Position][other.Position];
}
