using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Assembly;

namespace Harmony.Defection.Web.Tests.Assembly;

/// <summary>The result: every step of the count, the published box, one's own ballot, and boxes that must be protected (BA6, BA8).</summary>
public sealed partial class ResultTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly int?[][] Mixed = [[5, 0], [4, 1], [0, 5], [3, 3], [null, null], [5, 2], [2, 4]];

    [Fact]
    public async Task The_result_says_what_was_decided_why_and_with_which_figures()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        await CountAsync(id, Mixed);
        using var browser = await site.SignedInAsync(Room.Member);

        var page = await browser.GetAsync($"/assembly/{reference}/result");

        Assert.Equal("Marged Okafor is accepted", page.Title);
        Assert.DoesNotContain("Okafor", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal(
            "3 ballots preferred Accept to Reject, 2 preferred the reverse, and 2 scored both the same.",
            page.Document.QuerySelector(".hd-answer .hd-lede")!.TextContent.Trim());
        Assert.Equal("7 of 8", page.Document.QuerySelector(".hd-figure")!.TextContent);
        Assert.Equal(
            ["Accept|19|2|3", "Reject|15|1|2", "Discuss further|0|0|Not in it"],
            page.Document.QuerySelectorAll("section[aria-labelledby=figures] tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))));
        Assert.Equal(7, page.Document.QuerySelectorAll("section[aria-labelledby=box] tbody tr").Length);
        var steps = StarSteps(page);
        Assert.Contains("Accept won the runoff.", steps);
        Assert.Contains("7 ballots were cast; 1 scored every option the same, all of them blank.", steps);
    }

    [Fact]
    public async Task The_published_box_can_be_counted_by_anybody_and_opens_safely_in_a_spreadsheet()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        await CountAsync(id, Mixed);
        using var browser = await site.SignedInAsync(Room.SecondMember);

        var csv = (await browser.LookAsync($"/assembly/{reference}/result.csv")).Text.TrimEnd().Split("\r\n");
        Assert.Equal("Tracker,Accept,Reject,Discuss further", csv[0]);
        Assert.Equal(7, csv.Length - 1);
        Assert.Equal(csv.Skip(1).Order(StringComparer.Ordinal), csv.Skip(1));
        Assert.All(csv.SelectMany(line => line.Split(',')), cell => Assert.DoesNotMatch("^[=+@\\-\\t]", cell));

        using var json = JsonDocument.Parse((await browser.LookAsync($"/assembly/{reference}/result.json")).Text);
        var election = json.RootElement.GetProperty("elections")[0];
        var tally = new StarTally(3);
        foreach (var ballot in election.GetProperty("ballots").EnumerateArray())
        {
            tally.Add([.. ballot.GetProperty("scores").EnumerateArray().Select(s => s.ValueKind == JsonValueKind.Null ? (byte)0 : s.GetByte())]);
        }

        var count = StarCount.Of([.. election.GetProperty("candidates").EnumerateArray().Select(c => c.GetString()!)], tally);
        Assert.Equal(("Accept", 19, 15), (count.Winner!.Name, (int)count.Figures.Totals[0], (int)count.Figures.Totals[1]));
    }

    [Fact]
    public async Task A_voter_finds_their_ballot_by_the_receipt_alone_and_it_is_in_no_address()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        string receipt;
        using (var voter = await site.SignedInAsync("saltshire@harmony.example"))
        {
            receipt = Room.ReceiptOn(await voter.VoteAsync(reference, 1, 4));
        }

        await CountAsync(id, Mixed);
        using var browser = await site.SignedInAsync(Room.Member);
        await browser.GetAsync($"/assembly/{reference}/result");

        Assert.Equal(["Enter your receipt"], (await browser.PostFormAsync($"/assembly/{reference}/result")).Errors);
        Assert.Contains("Check every group", (await browser.PostFormAsync($"/assembly/{reference}/result", ("LookUp.Receipt", "7K3M"))).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("No ballot of this box", (await browser.PostFormAsync($"/assembly/{reference}/result", ("LookUp.Receipt", Receipt.New()))).Errors.Single(), StringComparison.Ordinal);
        var found = await browser.PostFormAsync($"/assembly/{reference}/result", ("LookUp.Receipt", receipt));
        Assert.Equal((HttpStatusCode.OK, null), (found.Status, found.Location));
        Assert.Equal(["Accept: 1", "Reject: 4", "Discuss further: left empty"], found.Document.QuerySelectorAll("[role=status] li").Select(l => l.TextContent.Trim()));
    }

    [Fact]
    public async Task Protected_results_are_equal_but_for_the_outcome()
    {
        int?[] yes = [5, 0], no = [0, 5], level = [3, 3], blank = [null, null];
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, votes) in new (string, int?[][])[]
        {
            ("one yes", [yes]), ("four, mixed yes", [yes, yes, no, level]), ("all yes", [yes, yes, yes, yes, yes, yes, yes]),
            ("all yes but level ones", [yes, yes, level, level, blank, yes]), ("one no", [no]), ("none", []), ("all blank", [blank, blank, blank, blank, blank, blank]),
        })
        {
            var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
            await CountAsync(id, votes);
            using var browser = await site.SignedInAsync(Room.Member);
            var page = await browser.GetAsync($"/assembly/{reference}/result");
            Assert.Contains(ResultPage.Protected, page.Words, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/assembly/{reference}/result.csv")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/assembly/{reference}/result.json")).Status);
            shown[name] = page.Same(reference);
            await browser.GetAsync($"/assembly/{reference}/result");
            var looked = await browser.ForgeAsync($"/assembly/{reference}/result", ("LookUp.Ballot", "1"), ("LookUp.Receipt", Receipt.New()));
            Assert.Equal(shown[name], looked.Same(reference));
            Assert.DoesNotMatch(Digits(), Visible(page));
        }

        Assert.All(["four, mixed yes", "all yes", "all yes but level ones"], name => Assert.Equal(shown["one yes"], shown[name]));
        Assert.Equal(shown["none"], shown["all blank"]);
        Assert.Equal(
            shown["one yes"].Replace("Marged Okafor is accepted", "Marged Okafor is not accepted", StringComparison.Ordinal), shown["one no"]);
    }

    [Fact]
    public async Task A_tie_says_that_the_debate_opened_again_and_stays_to_be_read_beside_the_next_ballot()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        await CountAsync(id, [[5, 0], [0, 5], [5, 0], [0, 5], [2, 2], [1, 1]]);
        using (var browser = await site.SignedInAsync(Room.Member))
        {
            var page = await browser.GetAsync($"/assembly/{reference}/result");
            Assert.Equal("The ballot was tied", page.Title);
            Assert.Contains("The debate opened again for a fresh period", page.Words, StringComparison.Ordinal);
            Assert.Contains("Period 1", (await browser.GetAsync($"/assembly/{reference}/debate")).Words, StringComparison.Ordinal);
        }

        await site.Walk.OpenBallotAsync(id);
        await CountAsync(id, [[5, 0], [0, 5], [5, 0], [0, 5], [2, 2], [1, 1]]);
        using var late = await site.SignedInAsync(Room.Member);
        var second = await late.GetAsync($"/assembly/{reference}/result");
        Assert.Equal("Marged Okafor is not accepted", second.Title);
        Assert.Contains("second tie", second.Words, StringComparison.Ordinal);
        Assert.True(second.LeadsTo($"/assembly/{reference}/result"));
        Assert.Equal("The ballot was tied", (await late.GetAsync($"/assembly/{reference}/result?ballot=1")).Title);
        Assert.Equal(HttpStatusCode.NotFound, (await late.LookAsync($"/assembly/{reference}/result?ballot=7")).Status);
    }

    [Fact]
    public async Task On_no_page_of_the_assembly_is_anything_that_was_removed()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        await CountAsync(id, Mixed);
        foreach (var email in (string[])[Room.Member, Room.Chair])
        {
            using var browser = await site.SignedInAsync(email);
            foreach (var path in (string[])["", "/hustings", "/hustings.ics", "/debate", "/ballot", "/result", "/result.csv", "/result.json"])
            {
                var page = await browser.LookAsync($"/assembly/{reference}{path}");
                Assert.All(Room.Removed, removed => Assert.DoesNotContain(removed, page.Text, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static List<string> StarSteps(Page page) =>
        [.. page.Document.QuerySelectorAll("section[aria-labelledby=scoring] li, section[aria-labelledby=runoff] li").Select(l => l.TextContent.Trim())];

    private static string Visible(Page page)
    {
        foreach (var time in page.Document.QuerySelectorAll("time, .hd-ref").ToList())
        {
            time.Remove();
        }

        return page.Document.QuerySelector("main")!.TextContent;
    }

    private async Task CountAsync(Guid id, int?[][] votes)
    {
        await site.Walk.VoteAsync(id, [.. Room.Voters.Zip(votes.Select(v => (int?[])[.. v, null]))]);
        await site.Walk.DueAsync(id);
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();
}
