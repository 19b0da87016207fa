using Harmony.Defection.Domain.Balloting;

namespace Harmony.Defection.Web.Commands;

/// <summary>One election's result, with names and words in the file's own form.</summary>
internal sealed record RecountLine(
    string Id,
    RecountLine.BallotNumbers Ballots,
    IReadOnlyList<long> Totals,
    IReadOnlyList<long> FiveStars,
    IReadOnlyList<IReadOnlyList<long>> Pairwise,
    RecountLine.Tie? ScoringTie,
    IReadOnlyList<string>? Finalists,
    RecountLine.RunoffVotes? Runoff,
    string? Winner,
    RecountLine.OpenTie? Unresolved)
{
    /// <summary>The line of a result.</summary>
    public static RecountLine Of(string id, StarResult result)
    {
        var figures = result.Figures;
        return new RecountLine(
            id,
            new BallotNumbers(figures.Cast, figures.Level, figures.Blank),
            figures.Totals,
            figures.FiveStars,
            figures.Pairwise,
            result.ScoringTie is { } tie ? new Tie(Names(tie.Tied), tie.Places, DecidedBy(result, tie)) : null,
            result.Finalists is { } finalists ? Names(finalists) : null,
            result.Runoff is { } runoff
                ? new RunoffVotes([CandidateVotes.Of(runoff.First), CandidateVotes.Of(runoff.Second)], runoff.EqualPreferences, Word(runoff.DecidedBy))
                : null,
            result.Winner?.Name,
            result.Unresolved is { } open
                ? new OpenTie(open.Round == StarRound.Scoring ? "scoring" : "runoff", Names(open.Tied), open.Places, Names(open.Settled))
                : null);
    }

    /// <summary>
    /// What settled a tie of the scoring round. Published rules differ on whether three or more are first compared head to head; where that
    /// leads to the same finalists as the most fives, both are named.
    /// </summary>
    private static List<string> DecidedBy(StarResult result, ScoringTie tie) =>
        tie is { DecidedBy: StarDecision.FiveStar, Tied.Count: > 2 } && IsSameHeadToHead(result, tie)
            ? [Word(StarDecision.FiveStar), Word(StarDecision.HeadToHead)]
            : [Word(tie.DecidedBy)];

    private static bool IsSameHeadToHead(StarResult result, ScoringTie tie)
    {
        var ranked = tie.Tied.Select(o => (Option: o, Preferred: tie.Tied.Sum(other => result.Figures.Prefer(o, other))))
            .OrderByDescending(r => r.Preferred).ToList();
        return ranked[tie.Places - 1].Preferred > ranked[tie.Places].Preferred
            && ranked.Take(tie.Places).All(r => result.Finalists!.Contains(r.Option));
    }

    private static List<string> Names(IReadOnlyList<StarOption> options) => [.. options.Select(o => o.Name)];

    private static string Word(StarDecision decision) => decision switch
    {
        StarDecision.HeadToHead => "head_to_head",
        StarDecision.TotalScore => "total_score",
        StarDecision.FiveStar => "five_star",
        StarDecision.Preference => "preference",
        _ => "unresolved",
    };

    /// <summary>How many ballots there are.</summary>
    internal sealed record BallotNumbers(long Cast, long Level, long Blank);

    /// <summary>A tie in the scoring round.</summary>
    internal sealed record Tie(IReadOnlyList<string> Tied, int Places, IReadOnlyList<string> DecidedBy);

    /// <summary>The runoff.</summary>
    internal sealed record RunoffVotes(IReadOnlyList<CandidateVotes> Votes, long EqualPreferences, string DecidedBy);

    /// <summary>A finalist's votes.</summary>
    internal sealed record CandidateVotes(string Candidate, long Votes)
    {
        public static CandidateVotes Of(FinalistVotes finalist) => new(finalist.Option.Name, finalist.Votes);
    }

    /// <summary>A tie that is left.</summary>
    internal sealed record OpenTie(string Round, IReadOnlyList<string> Tied, int Places, IReadOnlyList<string> Settled);
}
