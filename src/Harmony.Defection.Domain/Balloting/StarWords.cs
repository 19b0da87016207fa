using System.Globalization;

namespace Harmony.Defection.Domain.Balloting;

/// <summary>Says a STAR count step by step, so that a Member can follow it with the figures beside (rule 16).</summary>
internal static class StarWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The steps of a count, in order.</summary>
    public static List<StarStep> Of(StarResult result)
    {
        var steps = new List<StarStep>
        {
            new(StarRound.Scoring, Ballots(result.Figures)),
            new(StarRound.Scoring, Totals(result.Figures)),
        };
        if (result.ScoringTie is { } tie)
        {
            steps.Add(new(StarRound.Scoring, Tie(result, tie)));
        }

        if (result.Runoff is { } runoff)
        {
            steps.Add(new(StarRound.Scoring, Finalists(result)));
            steps.Add(new(StarRound.Runoff, Votes(runoff)));
            steps.Add(new(StarRound.Runoff, End(result.Figures, runoff)));
        }

        if (result.Unresolved is { } open)
        {
            steps.Add(new(open.Round, Open(result, open)));
        }

        return steps;
    }

    private static string Ballots(StarFigures figures)
    {
        if (figures.Cast == 0)
        {
            return "No ballots were cast.";
        }

        var cast = $"{Number(figures.Cast)} {(figures.Cast == 1 ? "ballot was" : "ballots were")} cast";
        if (figures.Level == 0)
        {
            return $"{cast}.";
        }

        var level = figures.Level == figures.Cast ? "all" : Number(figures.Level);
        var blank = figures.Blank == 0 ? "" : $", {(figures.Blank == figures.Level ? "all" : Number(figures.Blank))} of them blank";
        return $"{cast}; {level} scored every option the same{blank}.";
    }

    private static string Totals(StarFigures figures) =>
        $"The scores add up to {Each(figures.Options.OrderByDescending(figures.Total), figures.Total)}.";

    private static string Tie(StarResult result, ScoringTie tie)
    {
        var figures = result.Figures;
        var start = $"{And(tie.Tied)} tied for {(tie.Places == 1 ? "second" : "first")} on {Number(figures.Total(tie.Tied[0]))}; ";
        return start + (tie.Tied.Count == 2 ? TieOfTwo(figures, tie) : TieOfMore(result, tie));
    }

    private static string TieOfTwo(StarFigures figures, ScoringTie tie)
    {
        var (one, other) = (tie.Tied[0], tie.Tied[1]);
        if (tie.DecidedBy == StarDecision.HeadToHead)
        {
            var (ahead, behind) = figures.Prefer(one, other) > figures.Prefer(other, one) ? (one, other) : (other, one);
            return $"{ahead.Name} was preferred head to head by {Number(figures.Prefer(ahead, behind))} to {Number(figures.Prefer(behind, ahead))}.";
        }

        var level = $"head to head was level at {Number(figures.Prefer(one, other))} each";
        if (tie.DecidedBy == StarDecision.FiveStar)
        {
            var (ahead, behind) = figures.Fives(one) > figures.Fives(other) ? (one, other) : (other, one);
            return $"{level}, and {ahead.Name} had more fives, {Number(figures.Fives(ahead))} to {Number(figures.Fives(behind))}.";
        }

        return $"{level} and both had {Fives(figures.Fives(one))}, so the tie stands.";
    }

    private static string TieOfMore(StarResult result, ScoringTie tie)
    {
        if (result.Unresolved is { Round: StarRound.Scoring } level && level.Tied.Count == tie.Tied.Count)
        {
            return $"each had {Fives(result.Figures.Fives(tie.Tied[0]))}, so the tie stands.";
        }

        var fives = Each(tie.Tied.OrderByDescending(result.Figures.Fives), result.Figures.Fives);
        return result.Unresolved is { Round: StarRound.Scoring } open
            ? $"fives ({fives}) left {And(open.Tied)} level, so the tie stands."
            : $"the most fives decided ({fives}).";
    }

    private static string Finalists(StarResult result)
    {
        var finalists = And(result.Finalists!);
        if (result.Figures.Options.Count == 2)
        {
            return $"With two options, both went to the runoff: {finalists}.";
        }

        return result.ScoringTie is null ? $"{finalists} had the two highest totals and went to the runoff." : $"{finalists} went to the runoff.";
    }

    private static string Votes(StarRunoff runoff)
    {
        var (first, second) = (runoff.First, runoff.Second);
        if (first.Votes == second.Votes)
        {
            var each = first.Votes switch
            {
                0 => "no ballot preferred either finalist",
                1 => "1 ballot preferred each finalist",
                _ => $"{Number(first.Votes)} ballots preferred each finalist",
            };
            return $"The runoff was level: {each}, and {NumberOrNone(runoff.EqualPreferences)} scored both the same.";
        }

        var (ahead, behind) = first.Votes > second.Votes ? (first, second) : (second, first);
        return $"{Number(ahead.Votes)} {(ahead.Votes == 1 ? "ballot" : "ballots")} preferred {ahead.Option.Name} to {behind.Option.Name}, "
            + $"{NumberOrNone(behind.Votes)} preferred the reverse, and {NumberOrNone(runoff.EqualPreferences)} scored both the same.";
    }

    private static string End(StarFigures figures, StarRunoff runoff)
    {
        var (first, second) = (runoff.First.Option, runoff.Second.Option);
        if (runoff.Winner is not { } winner)
        {
            return $"Their totals were level too, at {Number(figures.Total(first))}, and so were their fives, "
                + $"at {Number(figures.Fives(first))}, so the tie stands.";
        }

        var loser = winner == first ? second : first;
        return runoff.DecidedBy switch
        {
            StarDecision.TotalScore =>
                $"{winner.Name} had the higher total, {Number(figures.Total(winner))} to {Number(figures.Total(loser))}, and won.",
            StarDecision.FiveStar =>
                $"Their totals were level too, at {Number(figures.Total(winner))}; {winner.Name} had more fives, "
                + $"{Number(figures.Fives(winner))} to {Number(figures.Fives(loser))}, and won.",
            _ => $"{winner.Name} won the runoff.",
        };
    }

    private static string Open(StarResult result, OpenPlace open)
    {
        var place = open switch
        {
            { Round: StarRound.Runoff } => "",
            { Settled: [var sure] } => $"{sure.Name} has a place in the runoff; the other stays open between {And(open.Tied)}. ",
            _ => $"Both places in the runoff stay open between {And(open.Tied)}. ",
        };
        return place + (result.WinnerUnderRule16 is { } winner
            ? $"Whichever of them took it, {winner.Name} would win, so {winner.Name} wins."
            : $"The ballots leave the result open: {Join(result.PossibleWinners, "or")} could win. A tie is never settled by drawing lots.");
    }

    private static string Each(IEnumerable<StarOption> options, Func<StarOption, long> number) =>
        Join(options.Select(option => $"{Number(number(option))} for {option.Name}").ToList(), "and");

    private static string And(IReadOnlyList<StarOption> options) => Join(options, "and");

    private static string Join(IReadOnlyList<StarOption> options, string last) => Join([.. options.Select(option => option.Name)], last);

    private static string Join(List<string> words, string last) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} {last} {words[^1]}";

    private static string Fives(long number) => number switch { 0 => "no fives", 1 => "1 five", _ => $"{Number(number)} fives" };

    private static string NumberOrNone(long number) => number == 0 ? "none" : Number(number);

    private static string Number(long number) => number.ToString("N0", British);
}
