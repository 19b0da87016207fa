using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Assembly;

/// <summary>The debate, the positions and the finding that ends the period, by the pages of the assembly and of its chair (P11 to P13).</summary>
public sealed class DebateTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task What_a_Member_adds_is_in_the_debate_with_their_name_and_once()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        using var browser = await site.SignedInAsync(Room.Member);
        await browser.GetAsync($"/assembly/{reference}/debate");

        var empty = await browser.PostFormAsync($"/assembly/{reference}/debate", ("Contribution.Text", "  "));
        Assert.Equal(["Write what you want to add to the debate"], empty.Errors);
        var tooLong = await browser.PostFormAsync($"/assembly/{reference}/debate", ("Contribution.Text", new string('x', 4001)));
        Assert.Contains(new string('x', 4001), tooLong.Text, StringComparison.Ordinal);
        var sent = ("Contribution.Text", "She answered <b>every</b> question.\nI was there.");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostFormAsync($"/assembly/{reference}/debate", sent)).Status);
        await browser.GetAsync($"/assembly/{reference}/debate");
        await browser.PostFormAsync($"/assembly/{reference}/debate", sent);

        var page = await browser.GetAsync($"/assembly/{reference}/debate");
        var said = Assert.Single(page.Document.QuerySelectorAll(".hd-said > li"));
        Assert.Contains("Anwen Stokes", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("Member", said.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>every</b>", said.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.InDatabaseAsync(c => c.Set<Contribution>().CountAsync(x => x.ApplicationId == id)));
    }

    [Fact]
    public async Task A_long_debate_is_read_page_by_page_from_its_beginning()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        var person = await site.Walk.PersonAsync(Room.SecondMember);
        for (var i = 1; i <= 23; i++)
        {
            await site.UseAsync<DeliberationDesk, bool>(async desk =>
            {
                await desk.DebateAsync(id, $"Word number {i}.", person, Role.Member);
                return true;
            });
            site.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        using var browser = await site.SignedInAsync(Room.Member);
        var first = await browser.GetAsync($"/assembly/{reference}/debate");
        Assert.Equal(20, first.Document.QuerySelectorAll(".hd-said > li").Length);
        Assert.Contains("Word number 1.", first.Words, StringComparison.Ordinal);
        var last = await browser.GetAsync($"/assembly/{reference}/debate?page=2");
        Assert.Equal(3, last.Document.QuerySelectorAll(".hd-said > li").Length);
        Assert.Contains("Word number 23.", last.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_needs_a_reason_and_the_rest_stays_as_it_was_chosen()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        using var browser = await site.SignedInAsync(Room.Member);
        await browser.GetAsync($"/assembly/{reference}/debate");

        Assert.Equal(["Choose where you stand"], (await browser.PostFormAsync($"/assembly/{reference}/state-position")).Errors);
        var page = await browser.PostFormAsync($"/assembly/{reference}/state-position", ("Position.Kind", "Block"));
        Assert.Equal(["Say why you block: a block needs a reason"], page.Errors);
        Assert.True(page.Document.QuerySelector("input[value=Block]")!.HasAttribute("checked"));

        await browser.SendAsync($"/assembly/{reference}/state-position", ("Position.Kind", "Block"), ("Position.Reason", "The quay vote."));
        Assert.Contains("Your position is saved", browser.Shown.Words, StringComparison.Ordinal);
        await browser.SendAsync($"/assembly/{reference}/state-position", ("Position.Kind", "Agree"), ("Position.Reason", ""));
        Assert.True(browser.Shown.Document.QuerySelector("input[value=Agree]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Sums_are_hidden_until_the_end_and_tell_Members_and_Participants_apart_then()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        await site.StandAsync(id, Room.Member, PositionKind.Agree);
        await site.StandAsync(id, Room.SecondMember, PositionKind.Block);
        await site.StandAsync(id, Room.Participant, PositionKind.Agree, Role.Participant);
        using (var early = await site.SignedInAsync(Room.Member))
        {
            var running = await early.GetAsync($"/assembly/{reference}/debate");
            Assert.DoesNotContain("Where people stand", running.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("I cannot live with it.", running.Document.QuerySelector(".hd-stack")!.TextContent, StringComparison.Ordinal);
        }

        await MoveToEndAsync(id);
        using var browser = await site.SignedInAsync(Room.Member);
        var page = await browser.GetAsync($"/assembly/{reference}/debate");

        Assert.Equal(
            ["Agree|1|1", "Stand aside|0|0", "Have a concern|0|0", "Block|1|0"],
            page.Document.QuerySelectorAll("section[aria-labelledby=sums] tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))));
        Assert.Contains("I cannot live with it.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Callum Reyes", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_end_of_the_period_the_debate_is_over_at_once()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        var ends = await MoveToEndAsync(id, TimeSpan.FromSeconds(-1));
        using var browser = await site.SignedInAsync(Room.Member);
        await browser.GetAsync($"/assembly/{reference}/debate");
        site.Clock.SetUtcNow(new DateTimeOffset(ends));

        var debate = await browser.PostFormAsync($"/assembly/{reference}/debate", ("Contribution.Text", "One second too late"));
        Assert.Equal(HttpStatusCode.Conflict, debate.Status);
        Assert.Equal(["The period is over; the debate can be read but not added to"], debate.Errors);
        Assert.DoesNotContain(debate.Document.Forms, f => f.GetAttribute("action")?.EndsWith("/debate", StringComparison.Ordinal) == true);
        var position = await browser.ForgeAsync($"/assembly/{reference}/state-position", ("Position.Kind", "Agree"));
        Assert.Equal(HttpStatusCode.Conflict, position.Status);
        Assert.Equal(0, await site.InDatabaseAsync(c => c.Set<Contribution>().CountAsync(x => x.ApplicationId == id)));
        Assert.Equal(0, await site.InDatabaseAsync(c => c.Set<Position>().CountAsync(x => x.ApplicationId == id)));
    }

    [Fact]
    public async Task A_block_turns_the_finding_to_no_consensus_and_the_chair_opens_a_ballot()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        using (var chair = await site.SignedInAsync(Room.Chair))
        {
            var early = await chair.GetAsync($"/cases/{reference}/open-ballot");
            Assert.Contains("only once it is recorded that there is no consensus", early.Words, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, (await chair.ForgeAsync($"/cases/{reference}/open-ballot", ("Form.Days", "7"))).Status);
            await ProposeAsync(chair, reference, FindingKind.ConsensusToAccept);
            var own = await chair.GetAsync($"/assembly/{reference}/second-finding");
            Assert.Contains("another Member has to second it", own.Words, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, (await chair.ForgeAsync($"/assembly/{reference}/second-finding")).Status);
        }

        using (var member = await site.SignedInAsync(Room.Member))
        {
            await member.GetAsync($"/assembly/{reference}/second-finding");
            await member.SendAsync($"/assembly/{reference}/second-finding");
            Assert.Contains("You seconded the finding", member.Shown.Words, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, (await member.ForgeAsync($"/assembly/{reference}/second-finding")).Status);
        }

        using (var blocker = await site.SignedInAsync(Room.SecondMember))
        {
            await blocker.GetAsync($"/assembly/{reference}/debate");
            await blocker.SendAsync($"/assembly/{reference}/state-position", ("Position.Kind", "Block"), ("Position.Reason", "The quay vote."));
        }

        await MoveToEndAsync(id);
        using var late = await site.SignedInAsync(Room.Chair);
        var debate = await late.GetAsync($"/assembly/{reference}/debate");
        Assert.Contains("It is recorded that there is no consensus", debate.Words, StringComparison.Ordinal);

        var open = await late.GetAsync($"/cases/{reference}/open-ballot");
        Assert.Contains("8 Members", open.Words, StringComparison.Ordinal);
        Assert.Equal(["A ballot is open for 3 to 28 days"], (await late.PostFormAsync($"/cases/{reference}/open-ballot", ("Form.Days", "2"))).Errors);
        Assert.Equal(HttpStatusCode.Redirect, (await late.PostFormAsync($"/cases/{reference}/open-ballot", ("Form.Days", "7"))).Status);
        Assert.Equal("Should Marged Okafor join us?", (await late.GetAsync($"/assembly/{reference}/ballot")).Title);
        Assert.Equal(HttpStatusCode.Conflict, (await late.ForgeAsync($"/cases/{reference}/open-ballot", ("Form.Days", "7"))).Status);
    }

    [Fact]
    public async Task A_finding_that_nobody_stands_against_decides_at_the_end_and_the_result_says_so()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        using (var chair = await site.SignedInAsync(Room.Chair))
        {
            var blank = await chair.GetAsync($"/cases/{reference}/propose-finding");
            Assert.Contains("When it takes effect", blank.Words, StringComparison.Ordinal);
            var errors = (await chair.PostFormAsync($"/cases/{reference}/propose-finding")).Errors;
            Assert.Equal(["Choose what you find", "Say how the assembly came to it"], errors);
            await ProposeAsync(chair, reference, FindingKind.ConsensusToAccept);
            Assert.Equal(HttpStatusCode.Conflict, (await chair.ForgeAsync(
                $"/cases/{reference}/propose-finding", ("Form.Kind", "NoConsensus"), ("Form.Statement", "A second one"))).Status);
        }

        using (var member = await site.SignedInAsync(Room.Member))
        {
            await member.GetAsync($"/assembly/{reference}/second-finding");
            await member.SendAsync($"/assembly/{reference}/second-finding");
            Assert.Equal("There is no result yet", (await member.GetAsync($"/assembly/{reference}/result")).Title);
        }

        await MoveToEndAsync(id);
        using var late = await site.SignedInAsync(Room.Member);
        var result = await late.GetAsync($"/assembly/{reference}/result");
        Assert.Equal("Marged Okafor is accepted", result.Title);
        Assert.Contains("Everybody was heard.", result.Words, StringComparison.Ordinal);
        Assert.True((await late.GetAsync("/assembly")).LeadsTo($"/assembly/{reference}/result"));
    }

    [Fact]
    public async Task A_Members_challenge_needs_a_reason_and_turns_the_finding()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        using (var chair = await site.SignedInAsync(Room.Chair))
        {
            await ProposeAsync(chair, reference, FindingKind.ConsensusToReject);
        }

        using (var member = await site.SignedInAsync(Room.Member))
        {
            await member.GetAsync($"/assembly/{reference}/challenge-finding");
            Assert.Equal(["Say what is not right about the finding"], (await member.PostFormAsync($"/assembly/{reference}/challenge-finding")).Errors);
            await member.SendAsync($"/assembly/{reference}/challenge-finding", ("Reason", "Two people asked for more time."));
            Assert.Contains("Two people asked for more time.", member.Shown.Words, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, (await member.ForgeAsync($"/assembly/{reference}/challenge-finding", ("Reason", "Again"))).Status);
        }

        await MoveToEndAsync(id);
        using var late = await site.SignedInAsync(Room.Member);
        Assert.Contains("no consensus", (await late.GetAsync($"/assembly/{reference}/debate")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chair_extends_the_period_and_cannot_shorten_it()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        var ends = await EndsAsync(id);
        using var chair = await site.SignedInAsync(Room.Chair);
        await chair.GetAsync($"/cases/{reference}/extend-period");

        var empty = await chair.PostFormAsync($"/cases/{reference}/extend-period");
        Assert.Equal(["Enter the new last day", "Say why the period is extended"], empty.Errors);
        var shorter = await chair.PostFormAsync($"/cases/{reference}/extend-period", Day(UkTime.Day(ends).AddDays(-1)));
        Assert.Equal(HttpStatusCode.Conflict, shorter.Status);
        Assert.Contains("never shortened", Assert.Single(shorter.Errors), StringComparison.Ordinal);
        Assert.Contains("People were away.", shorter.Text, StringComparison.Ordinal);
        var tooLong = await chair.PostFormAsync($"/cases/{reference}/extend-period", Day(UkTime.Day(ends).AddDays(80)));
        Assert.Contains("at most 56 days", Assert.Single(tooLong.Errors), StringComparison.Ordinal);
        Assert.Equal(ends, await EndsAsync(id));

        Assert.Equal(HttpStatusCode.Redirect, (await chair.PostFormAsync($"/cases/{reference}/extend-period", Day(UkTime.Day(ends).AddDays(3)))).Status);
        Assert.Equal(ends.AddDays(3), await EndsAsync(id));
    }

    [Fact]
    public async Task The_chairs_steps_are_nobody_elses()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        foreach (var email in Room.Outsiders.Concat([Room.Member, Room.Participant]))
        {
            using var browser = await site.SignedInAsync(email);
            await browser.GetAsync("/assembly");
            foreach (var step in (string[])["extend-period", "propose-finding", "open-ballot"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/cases/{reference}/{step}")).Status);
                await browser.GetAsync("/assembly");
                Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync($"/cases/{reference}/{step}")).Status);
            }
        }
    }

    private static (string, string)[] Day(DateOnly day) =>
    [
        ("Form.LastDay.Day", $"{day.Day}"), ("Form.LastDay.Month", $"{day.Month}"), ("Form.LastDay.Year", $"{day.Year}"),
        ("Form.Reason", "People were away."),
    ];

    private static async Task ProposeAsync(Browser chair, string reference, FindingKind kind)
    {
        await chair.GetAsync($"/cases/{reference}/propose-finding");
        var answer = await chair.PostFormAsync(
            $"/cases/{reference}/propose-finding", ("Form.Kind", kind.ToString()), ("Form.Statement", "Everybody was heard."));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        await chair.GetAsync("/assembly");
    }

    private Task<DateTime> EndsAsync(Guid id) => site.InDatabaseAsync(c => c.Set<DecisionPeriod>().Where(p => p.ApplicationId == id)
        .OrderByDescending(p => p.Number).Select(p => p.EndsAt).FirstAsync());

    private async Task<DateTime> MoveToEndAsync(Guid id, TimeSpan after = default)
    {
        var ends = await EndsAsync(id);
        site.Clock.SetUtcNow(new DateTimeOffset(ends + after));
        return ends;
    }
}
