namespace Harmony.Defection.Domain.Balloting;

/// <summary>The two rounds of a STAR count.</summary>
public enum StarRound
{
    /// <summary>Scores are added up; the two highest go on.</summary>
    Scoring,

    /// <summary>Each ballot counts once, for the finalist it scores higher.</summary>
    Runoff,
}

/// <summary>What settled a question in the count.</summary>
public enum StarDecision
{
    /// <summary>More ballots score it above the one it was level with (scoring round).</summary>
    HeadToHead,

    /// <summary>More ballots prefer it (runoff).</summary>
    Preference,

    /// <summary>Its total score is higher (runoff that was level).</summary>
    TotalScore,

    /// <summary>It has more fives.</summary>
    FiveStar,

    /// <summary>Nothing: the ballots leave it open, and no lot is drawn.</summary>
    Unresolved,
}

/// <summary>Options level on total score, with fewer places in the runoff than options.</summary>
/// <param name="Tied">Those level, in ballot order.</param>
/// <param name="Places">How many of them can become finalists: 1 when they share second place, 2 when three or more share the first.</param>
/// <param name="DecidedBy">What settled it.</param>
public sealed record ScoringTie(IReadOnlyList<StarOption> Tied, int Places, StarDecision DecidedBy);

/// <summary>A finalist and the ballots that score it above the other.</summary>
public sealed record FinalistVotes(StarOption Option, long Votes);

/// <summary>The runoff of two finalists.</summary>
/// <param name="First">The finalist that stands first on the ballot.</param>
/// <param name="Second">The other.</param>
/// <param name="EqualPreferences">Ballots that score both the same.</param>
/// <param name="DecidedBy">What settled it.</param>
/// <param name="Winner">Who won it; none if it is unresolved.</param>
public sealed record StarRunoff(
    FinalistVotes First, FinalistVotes Second, long EqualPreferences, StarDecision DecidedBy, StarOption? Winner);

/// <summary>A tie that is left after every step that uses the ballots.</summary>
/// <param name="Round">The round in which it stands.</param>
/// <param name="Tied">Who is still level, in ballot order.</param>
/// <param name="Places">How many of them are needed.</param>
/// <param name="Settled">Finalists that are certain all the same, in ballot order.</param>
public sealed record OpenPlace(StarRound Round, IReadOnlyList<StarOption> Tied, int Places, IReadOnlyList<StarOption> Settled);

/// <summary>One step of the count in words.</summary>
/// <param name="Round">The round it belongs to.</param>
/// <param name="Words">A sentence or two in plain English, with options' names as they stand on the ballot (to be encoded by the page).</param>
public sealed record StarStep(StarRound Round, string Words);

/// <summary>The result of a STAR election as the ballots give it, with no lot drawn (P13, rule 16).</summary>
/// <param name="Figures">What the ballots add up to.</param>
/// <param name="ScoringTie">The tie in the scoring round; none when the finalists follow from the totals alone.</param>
/// <param name="Runoff">The runoff; none if the scoring round stays tied.</param>
/// <param name="Unresolved">The tie that is left; none when the ballots name a winner.</param>
/// <param name="PossibleWinners">Who wins, or who could win under some draw, in ballot order. Never empty.</param>
public sealed record StarResult(
    StarFigures Figures,
    ScoringTie? ScoringTie,
    StarRunoff? Runoff,
    OpenPlace? Unresolved,
    IReadOnlyList<StarOption> PossibleWinners)
{
    /// <summary>The two finalists in ballot order; none if the scoring round stays tied.</summary>
    public IReadOnlyList<StarOption>? Finalists => Runoff is null ? null : [Runoff.First.Option, Runoff.Second.Option];

    /// <summary>The winner by the ballots alone; none while a tie is left in either round.</summary>
    public StarOption? Winner => Runoff?.Winner;

    /// <summary>
    /// The winner by rule 16: an option that wins whatever a draw would say wins, although the open place in the runoff is still
    /// reported in <see cref="Unresolved"/>. None means that the ballot decides nothing.
    /// </summary>
    public StarOption? WinnerUnderRule16 => PossibleWinners.Count == 1 ? PossibleWinners[0] : null;

    /// <summary>Every step of the count in words, in order.</summary>
    public IReadOnlyList<StarStep> Steps => StarWords.Of(this);
}
