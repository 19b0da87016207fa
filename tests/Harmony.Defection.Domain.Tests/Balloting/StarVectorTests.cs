using System.Text.Json;
using CsCheck;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;

namespace Harmony.Defection.Domain.Tests.Balloting;

public class StarVectorTests
{
    private static readonly Gen<byte[][]> Ballots =
        Gen.Int[2, 6].SelectMany(options => Gen.Byte[0, 5].Array[options].Array[1, 12]);

    public static TheoryData<string> Ids() => [.. Elections().Select(e => e.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_counted_election_has_the_agreed_result(string id)
    {
        var election = Elections().Single(e => e.GetProperty("id").GetString() == id);
        var expected = election.GetProperty("expected");
        var names = Strings(election.GetProperty("candidates"));

        var result = StarCount.Of(names, Tally(election, names.Count));

        Assert.Equal(expected.GetProperty("ballots").GetProperty("cast").GetInt64(), result.Figures.Cast);
        Assert.Equal(expected.GetProperty("ballots").GetProperty("level").GetInt64(), result.Figures.Level);
        Assert.Equal(expected.GetProperty("ballots").GetProperty("blank").GetInt64(), result.Figures.Blank);
        Assert.Equal(Numbers(expected.GetProperty("totals")), result.Figures.Totals);
        Assert.Equal(Numbers(expected.GetProperty("fiveStars")), result.Figures.FiveStars);
        Assert.Equal(expected.GetProperty("pairwise").EnumerateArray().Select(Numbers), result.Figures.Pairwise);
        Assert.Equal(Optional(expected.GetProperty("finalists"), Strings), result.Finalists?.Select(f => f.Name));
        Assert.Equal(expected.GetProperty("winner").GetString(), result.Winner?.Name);
        CheckTie(expected.GetProperty("scoringTie"), result.ScoringTie);
        CheckOpen(expected, result);
        Assert.NotEmpty(result.Steps);
    }

    [Fact]
    public void Neither_the_order_of_ballots_nor_that_of_options_matters() => Ballots.Sample(ballots =>
    {
        var options = ballots[0].Length;
        var turned = Count([.. ballots.Reverse().Select(b => b.Reverse().ToArray())]);
        var straight = Count(ballots);

        return straight.Winner?.Position == (turned.Winner is { } w ? options - 1 - w.Position : null)
            && straight.PossibleWinners.Select(o => o.Position).SequenceEqual(turned.PossibleWinners.Select(o => options - 1 - o.Position).Order());
    });

    [Fact]
    public void A_ballot_that_scores_all_the_same_changes_no_winner() => Gen.Select(Ballots, Gen.Byte[0, 5]).Sample((ballots, score) =>
        Count(ballots).Winner == Count([.. ballots, Enumerable.Repeat(score, ballots[0].Length).ToArray()]).Winner);

    [Fact]
    public void The_winner_of_rule_16_wins_under_every_draw() => Ballots.Sample(ballots =>
    {
        var result = Count(ballots);
        if (result.Winner is not null)
        {
            return result.WinnerUnderRule16 == result.Winner;
        }

        if (result.WinnerUnderRule16 is not { } winner || result.Unresolved is not { Round: StarRound.Scoring } open)
        {
            return result.WinnerUnderRule16 is null;
        }

        var pairs = open.Settled.Count == 1
            ? open.Tied.Select(t => (open.Settled[0], t))
            : open.Tied.SelectMany((one, i) => open.Tied.Skip(i + 1).Select(other => (one, other)));
        return pairs.All(p => StarCount.RunoffBetween(result.Figures, p.Item1, p.Item2).Winner == winner);
    });

    [Fact]
    public void A_single_voter_gets_the_option_scored_highest() => Gen.Byte[0, 5].Array[2, 6].Sample(scores =>
        Count([scores]).Winner is not { } winner || scores[winner.Position] == scores.Max());

    [Theory]
    [InlineData("50,50,50,05", true)]
    [InlineData("50,50,50,50,05", false)]
    [InlineData("50,50,50,50,50,50", true)]
    [InlineData("50,50,50,50,50,33", true)]
    [InlineData("", true)]
    public void A_small_or_agreed_box_shows_its_outcome_alone(string box, bool isProtected)
    {
        var ballot = new TestData(TestVault.New()).ApplicationAt(Stage.Ballot).OpenBallotNow!;
        var padding = new string('-', ballot.Options.Count - 2);
        var published = box.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((s, i) => PublishedBallot.Of(ballot.Id, $"{i}", s + padding)).ToList();

        Assert.Equal(isProtected, BallotResult.Of(ballot, published).IsProtected);
    }

    private static StarResult Count(byte[][] ballots)
    {
        var tally = new StarTally(ballots[0].Length);
        foreach (var ballot in ballots)
        {
            tally.Add(ballot);
        }

        return StarCount.Of([.. Enumerable.Range(0, ballots[0].Length).Select(i => $"Option {i}")], tally);
    }

    private static StarTally Tally(JsonElement election, int options)
    {
        var tally = new StarTally(options);
        foreach (var ballot in election.GetProperty("ballots").EnumerateArray())
        {
            byte[] scores = [.. ballot.GetProperty("scores").EnumerateArray().Select(s => s.ValueKind == JsonValueKind.Null ? (byte)0 : s.GetByte())];
            tally.Add(scores, ballot.GetProperty("count").GetInt64());
        }

        return tally;
    }

    private static void CheckTie(JsonElement expected, ScoringTie? tie)
    {
        Assert.Equal(expected.ValueKind == JsonValueKind.Null, tie is null);
        if (tie is not null)
        {
            Assert.Equal(Strings(expected.GetProperty("tied")), tie.Tied.Select(o => o.Name));
            Assert.Equal(expected.GetProperty("places").GetInt32(), tie.Places);
            Assert.Contains(Word(tie.DecidedBy), Strings(expected.GetProperty("decidedBy")));
        }
    }

    private static void CheckOpen(JsonElement expected, StarResult result)
    {
        var runoff = expected.GetProperty("runoff");
        Assert.Equal(runoff.ValueKind == JsonValueKind.Null, result.Runoff is null);
        if (result.Runoff is { } found)
        {
            Assert.Equal(runoff.GetProperty("votes").EnumerateArray().Select(v => v.GetProperty("votes").GetInt64()), [found.First.Votes, found.Second.Votes]);
            Assert.Equal(runoff.GetProperty("equalPreferences").GetInt64(), found.EqualPreferences);
            Assert.Equal(runoff.GetProperty("decidedBy").GetString(), Word(found.DecidedBy));
        }

        var unresolved = expected.GetProperty("unresolved");
        Assert.Equal(unresolved.ValueKind == JsonValueKind.Null, result.Unresolved is null);
        if (result.Unresolved is { } open)
        {
            Assert.Equal(unresolved.GetProperty("round").GetString(), open.Round == StarRound.Scoring ? "scoring" : "runoff");
            Assert.Equal(Strings(unresolved.GetProperty("tied")), open.Tied.Select(o => o.Name));
            Assert.Equal(unresolved.GetProperty("places").GetInt32(), open.Places);
            Assert.Equal(Strings(unresolved.GetProperty("settled")), open.Settled.Select(o => o.Name));
            Assert.Equal(Strings(expected.GetProperty("possibleWinners")).Order(StringComparer.Ordinal), result.PossibleWinners.Select(o => o.Name).Order(StringComparer.Ordinal));
        }
    }

    private static List<JsonElement> Elections()
    {
        using var stream = typeof(StarVectorTests).Assembly.GetManifestResourceStream("vectors.json")!;
        return [.. JsonDocument.Parse(stream).RootElement.GetProperty("elections").EnumerateArray()];
    }

    private static string Word(StarDecision decision) => decision switch
    {
        StarDecision.HeadToHead => "head_to_head",
        StarDecision.TotalScore => "total_score",
        StarDecision.FiveStar => "five_star",
        StarDecision.Preference => "preference",
        _ => "unresolved",
    };

    private static T? Optional<T>(JsonElement element, Func<JsonElement, T> read) where T : class =>
        element.ValueKind == JsonValueKind.Null ? null : read(element);

    private static List<string> Strings(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    private static List<long> Numbers(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetInt64())];
}
