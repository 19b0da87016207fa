namespace Harmony.Defection.Domain.Balloting;

/// <summary>
/// The count of one STAR election (Score Then Automatic Runoff, P13) with the ties of rule 16. Scoring round: two level for second place,
/// head-to-head and then five-star; three or more level, five-star takes those strictly ahead, and if more stay level than places the tie
/// stands. Runoff: preference, then total score, then five-star. A tie that is left is reported and never drawn by lot.
/// </summary>
public static class StarCount
{
    /// <summary>Counts the ballots of a tally.</summary>
    /// <param name="options">What the ballot calls its options, in ballot order.</param>
    /// <param name="ballots">The ballots.</param>
    /// <exception cref="ArgumentException">There is not one name for each option.</exception>
    /// <exception cref="OverflowException">There are more ballots than a 64-bit number can add up.</exception>
    public static StarResult Of(IReadOnlyList<string> options, StarTally ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var figures = ballots.AddUp(options);
        var scoring = Score(figures);
        if (scoring.Open is not null)
        {
            return new StarResult(figures, scoring.Tie, Runoff: null, scoring.Open, PossibleWinners(figures, scoring.Open));
        }

        var runoff = RunoffBetween(figures, scoring.Finalists[0], scoring.Finalists[1]);
        return runoff.Winner is null
            ? new StarResult(figures, scoring.Tie, runoff, new OpenPlace(StarRound.Runoff, scoring.Finalists, 1, []), scoring.Finalists)
            : new StarResult(figures, scoring.Tie, runoff, Unresolved: null, [runoff.Winner]);
    }

    /// <summary>The runoff between any two options, as it is or as it would be if these two were the finalists.</summary>
    public static StarRunoff RunoffBetween(StarFigures figures, StarOption one, StarOption other)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (first, second) = one.Position < other.Position ? (one, other) : (other, one);
        var firstVotes = figures.Prefer(first, second);
        var secondVotes = figures.Prefer(second, first);

        var (decidedBy, ahead) = (StarDecision.Preference, firstVotes.CompareTo(secondVotes));
        if (ahead == 0)
        {
            (decidedBy, ahead) = (StarDecision.TotalScore, figures.Total(first).CompareTo(figures.Total(second)));
        }

        if (ahead == 0)
        {
            (decidedBy, ahead) = (StarDecision.FiveStar, figures.Fives(first).CompareTo(figures.Fives(second)));
        }

        var winner = ahead switch { > 0 => first, < 0 => second, _ => null };
        return new StarRunoff(
            new FinalistVotes(first, firstVotes),
            new FinalistVotes(second, secondVotes),
            figures.Cast - firstVotes - secondVotes,
            winner is null ? StarDecision.Unresolved : decidedBy,
            winner);
    }

    private static Scoring Score(StarFigures figures)
    {
        var byTotal = figures.Options.GroupBy(figures.Total).OrderByDescending(level => level.Key).Select(level => level.ToList()).ToList();
        var first = byTotal[0];
        if (first.Count == 2)
        {
            return new Scoring(first, Tie: null, Open: null);
        }

        if (first.Count > 2)
        {
            return Untie(figures, first, places: 2, settled: []);
        }

        var second = byTotal[1];
        return second.Count == 1
            ? new Scoring(InBallotOrder([.. first, .. second]), Tie: null, Open: null)
            : Untie(figures, second, places: 1, settled: first);
    }

    private static Scoring Untie(StarFigures figures, List<StarOption> tied, int places, List<StarOption> settled)
    {
        if (tied.Count == 2)
        {
            var headToHead = figures.Prefer(tied[0], tied[1]).CompareTo(figures.Prefer(tied[1], tied[0]));
            if (headToHead != 0)
            {
                var ahead = headToHead > 0 ? tied[0] : tied[1];
                return new Scoring(InBallotOrder([.. settled, ahead]), new ScoringTie(tied, places, StarDecision.HeadToHead), Open: null);
            }
        }

        var line = tied.Select(figures.Fives).OrderDescending().ElementAt(places - 1);
        var above = tied.Where(option => figures.Fives(option) > line).ToList();
        var level = tied.Where(option => figures.Fives(option) == line).ToList();
        if (above.Count + level.Count == places)
        {
            return new Scoring(
                ((List<StarOption>)[.. settled, .. above, .. level]), new ScoringTie(tied, places, StarDecision.FiveStar), Open: null);
        }

        settled = InBallotOrder([.. settled, .. above]);
        var open = new OpenPlace(StarRound.Scoring, level, places - above.Count, settled);
        return new Scoring(settled, new ScoringTie(tied, places, StarDecision.Unresolved), open);
    }

    private static List<StarOption> PossibleWinners(StarFigures figures, OpenPlace open)
    {
        var runoffs = open.Settled.Count == 1
            ? open.Tied.Select(drawn => RunoffBetween(figures, open.Settled[0], drawn))
            : open.Tied.SelectMany((one, at) => open.Tied.Skip(at + 1).Select(other => RunoffBetween(figures, one, other)));
        return InBallotOrder([.. runoffs
            .SelectMany(runoff => runoff.Winner is null ? [runoff.First.Option, runoff.Second.Option] : (StarOption[])[runoff.Winner])
            .Distinct()]);
    }

    private static List<StarOption> InBallotOrder(List<StarOption> options) => [.. options.OrderBy(option => option.Position)];

    private sealed record Scoring(List<StarOption> Finalists, ScoringTie? Tie, OpenPlace? Open);
}
