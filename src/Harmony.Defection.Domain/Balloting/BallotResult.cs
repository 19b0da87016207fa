namespace Harmony.Defection.Domain.Balloting;

/// <summary>A published box, counted (rules 16 to 18).</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Count">The count, step by step.</param>
/// <param name="IsProtected">
/// Whether only the outcome may be shown: few ballots were cast, or all that had a preference agreed (rule 18).
/// </param>
public sealed record BallotResult(BallotOutcome Outcome, StarResult Count, bool IsProtected)
{
    /// <summary>Fewest ballots of which anything but the outcome is shown (rule 18).</summary>
    public const int FewestShown = 5;

    /// <summary>Counts a published box.</summary>
    /// <param name="ballot">The ballot.</param>
    /// <param name="box">Its published ballots, in any order.</param>
    /// <exception cref="FormatException">A published ballot does not hold a score, or a hyphen, for each option.</exception>
    public static BallotResult Of(Ballot ballot, IReadOnlyCollection<PublishedBallot> box)
    {
        var tally = new StarTally(ballot.Options.Count);
        foreach (var published in box)
        {
            tally.Add([.. published.Scores.Select(ReadScore)]);
        }

        var count = StarCount.Of([.. ballot.Options.Select(o => o.Say())], tally);
        return new BallotResult(OutcomeOf(ballot, count), count, MustBeProtected(count));
    }

    /// <summary>Scores as they are published: one character an option, a hyphen for one left empty.</summary>
    public static string WriteScores(IEnumerable<int?> scores) =>
        string.Concat(scores.Select(s => s is { } score ? (char)('0' + score) : '-'));

    private static byte ReadScore(char c) => c switch
    {
        '-' => 0,
        >= '0' and <= '5' => (byte)(c - '0'),
        _ => throw new FormatException("A published ballot holds a score from 0 to 5, or a hyphen, for each option."),
    };

    private static BallotOutcome OutcomeOf(Ballot ballot, StarResult count) =>
        count.Figures.NobodyGaveAStar ? BallotOutcome.Empty
        : count.WinnerUnderRule16 is not { } winner ? BallotOutcome.Tie
        : ballot.Options[winner.Position] switch
        {
            BallotOption.Accept => BallotOutcome.Accept,
            BallotOption.Reject => BallotOutcome.Reject,
            _ => BallotOutcome.DiscussFurther,
        };

    private static bool MustBeProtected(StarResult count) =>
        count.Figures.Cast < FewestShown || PossibleRunoffs(count).All(r => Math.Min(count.Figures.Prefer(r.One, r.Other), count.Figures.Prefer(r.Other, r.One)) == 0);

    /// <summary>The runoff; where a tie leaves a place in it open, every one that there could be.</summary>
    private static IEnumerable<(StarOption One, StarOption Other)> PossibleRunoffs(StarResult count) => count switch
    {
        { Runoff: { } runoff } => [(runoff.First.Option, runoff.Second.Option)],
        { Unresolved: { Settled: [var sure], Tied: var tied } } => tied.Select(t => (sure, t)),
        { Unresolved.Tied: var tied } => tied.SelectMany((one, i) => tied.Skip(i + 1).Select(other => (one, other))),
        _ => [],
    };
}
