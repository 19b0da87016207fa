using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Tests.Applications;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;

namespace Harmony.Defection.Domain.Tests.Balloting;

/// <summary>Which boxes show nothing but their outcome (rule 18).</summary>
public sealed class BallotResultTests
{
    private readonly Ballot ballot;

    public BallotResultTests()
    {
        var data = new TestData(TestVault.New());
        ballot = Walk.OpenBallot(data.ApplicationAt(Stage.Deliberation), offersDiscussion: true);
    }

    [Theory]
    [InlineData("500 050 500 050")]
    [InlineData("500 500 500 500 500 333")]
    [InlineData("533 533 533 533 533 533")]
    [InlineData("555 555 555 555 555 555")]
    [InlineData("--- --- --- --- --- ---")]
    public void A_box_of_few_or_of_one_mind_is_protected_whatever_the_count_left_open(string box) => Assert.True(Of(box).IsProtected);

    [Theory]
    [InlineData("500 500 500 500 050")]
    [InlineData("500 500 050 050 333")]
    [InlineData("500 050 005 500 050 005")]
    public void A_box_in_which_people_differ_is_shown(string box) => Assert.False(Of(box).IsProtected);

    private BallotResult Of(string box) =>
        BallotResult.Of(ballot, [.. box.Split(' ').Select((scores, i) => PublishedBallot.Of(ballot.Id, $"{i}", scores))]);
}
