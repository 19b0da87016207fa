using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Assembly;

/// <summary>Voting by the pages: paper, review, box, receipt (P14, BA1, BA2, BA5, BA7, AZ5).</summary>
public sealed class BallotTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_Member_reviews_their_scores_casts_them_and_is_shown_the_receipt_in_that_very_answer()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        using var browser = await site.SignedInAsync(Room.Member);
        var paper = await browser.GetAsync($"/assembly/{reference}/ballot");
        Assert.Contains("agree, those who voted can tell", paper.Words, StringComparison.Ordinal);
        Assert.Equal(3, paper.Document.QuerySelectorAll("[role=radiogroup]").Length);

        var review = await browser.PostFormAsync($"/assembly/{reference}/ballot", Room.Vote(5, null));
        Assert.Equal(HttpStatusCode.OK, review.Status);
        Assert.Contains("5 of 5", review.Words, StringComparison.Ordinal);
        Assert.Contains("Left empty, counts as 0", review.Words, StringComparison.Ordinal);
        Assert.Equal((0, 0), await site.BoxAsync(id));

        var cast = await browser.PostFormAsync($"/assembly/{reference}/cast-ballot");
        Assert.Equal((HttpStatusCode.OK, "Your ballot is in the box"), (cast.Status, cast.Title));
        Assert.NotNull(Receipt.Read(Room.ReceiptOn(cast)));
        Assert.Contains("no-store", cast.Headers["Cache-Control"].Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(cast.Headers["Set-Cookie"], c => c.Contains("TempData", StringComparison.Ordinal) && !c.Contains("TempDataProvider=;", StringComparison.Ordinal));
        Assert.Equal((1, 1), await site.BoxAsync(id));
    }

    [Fact]
    public async Task Scores_can_be_changed_at_the_review_and_nothing_is_cast_by_it()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        using var browser = await site.SignedInAsync(Room.Member);
        await browser.GetAsync($"/assembly/{reference}/ballot");
        var review = await browser.PostFormAsync($"/assembly/{reference}/ballot", Room.Vote(3, 1));
        Assert.Equal($"/assembly/{reference}/ballot", review.Document.QuerySelector("button[name=change]")!.GetAttribute("formaction"));

        var hidden = review.Document.QuerySelectorAll("main input[type=hidden]")
            .Where(i => i.GetAttribute("name")!.StartsWith("Vote.", StringComparison.Ordinal))
            .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? string.Empty));
        var again = await browser.ForgeAsync($"/assembly/{reference}/ballot", [.. hidden, ("change", "true")]);

        Assert.Equal("Should Marged Okafor join us?", again.Title);
        Assert.Equal("3", again.Document.QuerySelector("input[name='Vote.Accept'][checked]")!.GetAttribute("value"));
        Assert.Equal((0, 0), await site.BoxAsync(id));
        var wrong = await browser.PostFormAsync($"/assembly/{reference}/ballot", ("Vote.Accept", "6"));
        Assert.Equal(["Give a score from 0 to 5, or leave it empty"], wrong.Errors);
    }

    [Fact]
    public async Task Fifty_posts_of_one_form_at_once_are_one_ballot_with_one_receipt()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        using var browser = await site.SignedInAsync(Room.Member);
        await browser.GetAsync($"/assembly/{reference}/ballot");
        var review = await browser.PostFormAsync($"/assembly/{reference}/ballot", Room.Vote(4, 2));
        var form = review.Document.QuerySelectorAll("main form input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? string.Empty)).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var content = new FormUrlEncodedContent(form);
            using var answer = await browser.Client.PostAsync($"/assembly/{reference}/cast-ballot", content);
            return (answer.StatusCode, Text: await answer.Content.ReadAsStringAsync());
        }));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(answers.Select(a => a.Text[a.Text.IndexOf("hd-ref--big", StringComparison.Ordinal)..][..50]).Distinct());
        Assert.Equal((1, 1), await site.BoxAsync(id));
    }

    [Fact]
    public async Task A_vote_is_changed_with_its_receipt_and_with_no_other()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        using var browser = await site.SignedInAsync(Room.Member);
        var receipt = Room.ReceiptOn(await browser.VoteAsync(reference, 5, 0));

        var again = await browser.GetAsync($"/assembly/{reference}/ballot");
        Assert.Contains("You have voted", again.Words, StringComparison.Ordinal);
        var without = await browser.PostFormAsync($"/assembly/{reference}/ballot", Room.Vote(0, 5));
        Assert.Equal(["Enter the receipt that you were shown when you voted"], without.Errors);
        var other = await browser.VoteAsync(reference, 0, 5, Receipt.New());
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal(["This is not the receipt of your vote. Check every group of it"], other.Errors);

        var changed = await browser.VoteAsync(reference, 0, 5, receipt.ToLowerInvariant().Replace('-', ' '));
        Assert.Equal("Your vote is changed", changed.Title);
        Assert.DoesNotContain(receipt, changed.Text, StringComparison.Ordinal);
        Assert.Equal((1, 1), await site.BoxAsync(id));
    }

    [Fact]
    public async Task Two_papers_of_one_Member_are_still_one_vote()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        using var one = await site.SignedInAsync(Room.Member);
        using var two = await site.SignedInAsync(Room.Member);
        await two.GetAsync($"/assembly/{reference}/ballot");
        await two.PostFormAsync($"/assembly/{reference}/ballot", Room.Vote(0, 5));
        await one.VoteAsync(reference, 5, 0);

        var second = await two.PostFormAsync($"/assembly/{reference}/cast-ballot");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(["You have voted already. To change your vote, enter your receipt"], second.Errors);
        Assert.Equal((1, 1), await site.BoxAsync(id));
    }

    [Fact]
    public async Task Nobody_chooses_their_own_receipt_nor_votes_on_another_ones_paper()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        using var one = await site.SignedInAsync(Room.Member);
        using var two = await site.SignedInAsync(Room.SecondMember);
        var paper = (await one.GetAsync($"/assembly/{reference}/ballot")).Document.QuerySelector("input[name='Vote.Paper']")!.GetAttribute("value")!;
        await two.GetAsync($"/assembly/{reference}/ballot");

        foreach (var forged in (string[])[paper, Receipt.New(), "x", string.Empty])
        {
            var answer = await two.ForgeAsync($"/assembly/{reference}/cast-ballot", [.. Room.Vote(5, 0, Receipt.New()), ("Vote.Paper", forged)]);
            Assert.Single(answer.Errors);
        }

        Assert.Equal((0, 0), await site.BoxAsync(id));
    }

    [Fact]
    public async Task Whoever_is_not_on_the_roll_is_told_why_in_general_and_cannot_vote()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        var late = await site.Walk.PersonAsync("operations@harmony.example");
        await site.InDatabaseAsync(async context =>
        {
            var society = await context.Set<Society>().Where(s => s.Name == SampleWorld.Wexcombe).Select(s => s.Id).SingleAsync();
            context.Add(Membership.Join(late, society, MembershipKind.Member, Domain.Time.UkTime.Day(site.Clock.GetUtcNow().UtcDateTime)));
            return await context.SaveChangesAsync();
        });
        using var browser = await site.SignedInAsync("operations@harmony.example");

        var page = await browser.GetAsync($"/assembly/{reference}/ballot");
        Assert.Contains("You are not on the roll of this ballot", page.Words, StringComparison.Ordinal);
        Assert.Contains("joined after the hustings was announced", page.Words, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("input[type=radio]"));
        var forged = await browser.ForgeAsync($"/assembly/{reference}/cast-ballot", Room.Vote(5, 0));
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Equal((0, 0), await site.BoxAsync(id));
        await site.InDatabaseAsync(async context =>
        {
            context.RemoveRange(await context.Set<Membership>().Where(m => m.PersonId == late).ToListAsync());
            return await context.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task Research_Participants_and_strangers_cannot_vote()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        foreach (var email in Room.Outsiders.Append(Room.Participant))
        {
            using var browser = await site.SignedInAsync(email);
            await browser.GetAsync("/assembly");
            Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync($"/assembly/{reference}/cast-ballot", Room.Vote(5, 0))).Status);
            await browser.GetAsync("/assembly");
            Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync($"/assembly/{reference}/ballot", Room.Vote(5, 0))).Status);
        }

        Assert.Equal((0, 0), await site.BoxAsync(id));
    }

    [Fact]
    public async Task Before_the_close_no_page_shows_anybody_how_many_have_voted_or_how()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        string[] readers = [Room.Member, Room.Chair, Room.Participant, Room.Stranger, Room.Research, "secretary.general@harmony.example", "operations@harmony.example"];
        string[] paths =
        [
            "/assembly", $"/assembly/{reference}", $"/assembly/{reference}/debate", $"/assembly/{reference}/ballot", $"/assembly/{reference}/result",
            $"/assembly/{reference}/result.csv", $"/assembly/{reference}/result.json", $"/cases/{reference}", $"/cases/{reference}/history", "/work",
        ];
        List<(string Reader, Browser Browser)> browsers = [];
        foreach (var reader in readers)
        {
            browsers.Add((reader, await site.SignedInAsync(reader)));
        }

        var before = await ReadAllAsync();
        await site.Walk.VoteAsync(id, (Room.SecondMember, [5, 0, 1]), (Room.ThirdMember, [5, 0, 1]), ("member.four@harmony.example", [4, 1, 1]));
        var after = await ReadAllAsync();

        Assert.Equal(before, after);
        Assert.Contains(after, p => p.Contains("Should Marged Okafor join us?", StringComparison.Ordinal));
        browsers.ForEach(b => b.Browser.Dispose());

        async Task<List<string>> ReadAllAsync()
        {
            List<string> all = [];
            foreach (var (reader, browser) in browsers)
            {
                foreach (var path in paths)
                {
                    all.Add($"{reader} {path} {(await browser.LookAsync(path)).Same(reference)}");
                }
            }

            return all;
        }
    }

    [Fact]
    public async Task At_the_closing_second_the_ballot_is_closed_and_counted()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        var closes = await site.InDatabaseAsync(c => c.Set<Ballot>().Where(b => b.ApplicationId == id).Select(b => b.ClosesAt).SingleAsync());
        site.Clock.SetUtcNow(new DateTimeOffset(closes.AddSeconds(-1)));
        using var browser = await site.SignedInAsync(Room.Member);
        await browser.GetAsync($"/assembly/{reference}/ballot");
        await browser.PostFormAsync($"/assembly/{reference}/ballot", Room.Vote(5, 0));
        site.Clock.SetUtcNow(new DateTimeOffset(closes));

        var late = await browser.PostFormAsync($"/assembly/{reference}/cast-ballot");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("No ballot is open", late.Title);
        Assert.Equal("The ballot decided nothing", (await browser.GetAsync($"/assembly/{reference}/result")).Title);
    }

    [Fact]
    public async Task Voting_leaves_no_trace_of_who_and_when_beside_the_mark()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        using var browser = await site.SignedInAsync(Room.Member);
        var before = await site.InDatabaseAsync(c => c.Set<AuditEntry>().CountAsync());

        await browser.VoteAsync(reference, 5, 0);

        Assert.Equal(before, await site.InDatabaseAsync(c => c.Set<AuditEntry>().CountAsync()));
    }
}
