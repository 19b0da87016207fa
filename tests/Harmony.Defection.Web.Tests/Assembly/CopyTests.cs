using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Assembly;

/// <summary>The list of an assembly's cases, the released copy and the hustings (P6, P9, C1 to C5, AZ3, PL5).</summary>
public sealed class CopyTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_Member_finds_the_case_and_reads_the_copy_without_what_was_removed()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using var browser = await site.SignedInAsync(Room.Member);

        var list = await browser.GetAsync("/assembly");
        Assert.True(list.LeadsTo($"/assembly/{reference}"));
        var page = await browser.GetAsync($"/assembly/{reference}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Marged Okafor", page.Title);
        Assert.Contains("Saltmarket", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Marged", page.Document.Title, StringComparison.Ordinal);
        Assert.All(Room.Removed, removed => Assert.DoesNotContain(removed, page.Text + list.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Whoever_reads_the_copy_is_named_in_the_trail()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        var copy = await site.InDatabaseAsync(c => c.Set<Domain.Sanitisation.AssemblyCopy>().Where(x => x.ApplicationId == id).Select(x => x.Id).SingleAsync());
        using var browser = await site.SignedInAsync(Room.ThirdMember);

        await browser.GetAsync($"/assembly/{reference}");

        var person = await site.Walk.PersonAsync(Room.ThirdMember);
        Assert.Equal(1, await site.InDatabaseAsync(c => c.Set<Infrastructure.Privacy.Audit.AuditEntry>()
            .CountAsync(e => e.Action == "copy.opened" && e.SubjectId == copy && e.ActorId == person)));
    }

    [Fact]
    public async Task To_everybody_else_the_case_is_not_there()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Ballot);
        foreach (var email in Room.Outsiders.Append(Room.Participant))
        {
            using var browser = await site.SignedInAsync(email);
            foreach (var page in (string[])["", "/debate", "/ballot", "/result", "/result.csv", "/result.json", "/second-finding", "/challenge-finding"])
            {
                var real = await browser.LookAsync($"/assembly/{reference}{page}");
                var made = await browser.LookAsync($"/assembly/HD-9999-99{page}");
                Assert.Equal((email, page, HttpStatusCode.NotFound), (email, page, real.Status));
                Assert.Equal(made.Text.Length, real.Text.Length);
            }

            Assert.False((await browser.GetAsync("/assembly")).LeadsTo($"/assembly/{reference}"));
        }
    }

    [Fact]
    public async Task A_Member_who_opened_the_original_is_told_that_nothing_is_there()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        using var browser = await site.SignedInAsync("member.six@harmony.example");
        Assert.Equal(HttpStatusCode.OK, (await browser.LookAsync($"/assembly/{reference}")).Status);

        var person = await site.Walk.PersonAsync("member.six@harmony.example");
        await site.InDatabaseAsync(async context =>
        {
            context.Add(Domain.Research.OriginalOpening.By(person, id, site.Clock.GetUtcNow().UtcDateTime));
            return await context.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/assembly/{reference}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/assembly/{reference}/debate")).Status);
        Assert.False((await browser.GetAsync("/assembly")).LeadsTo($"/assembly/{reference}"));
    }

    [Fact]
    public async Task Before_a_body_takes_responsibility_Members_see_nothing()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        using var browser = await site.SignedInAsync(Room.Member);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/assembly/{reference}")).Status);
        Assert.DoesNotContain(reference, (await browser.GetAsync("/assembly")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recalled_copy_is_not_ready_and_names_nobody()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        await site.Walk.DebateAsync(id);
        await site.ActAsync(id, Room.Research, Role.Research, (a, act, vault) => a.RecallCopy("A number was left in.", act, vault));
        using var browser = await site.SignedInAsync(Room.Member);

        foreach (var page in (string[])["", "/debate", "/ballot", "/second-finding"])
        {
            var shown = await browser.GetAsync($"/assembly/{reference}{page}");
            Assert.Equal("This application is not ready", shown.Title);
            Assert.DoesNotContain("Okafor", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("weir", shown.Text, StringComparison.Ordinal);
        }

        var list = await browser.GetAsync("/assembly");
        Assert.False(list.LeadsTo($"/assembly/{reference}"));
        var post = await browser.ForgeAsync($"/assembly/{reference}/debate", ("Contribution.Text", "Said all the same"));
        Assert.Equal(HttpStatusCode.Conflict, post.Status);
        Assert.Equal(1, await site.InDatabaseAsync(c => c.Set<Domain.Deliberation.Contribution>().CountAsync(x => x.ApplicationId == id)));
    }

    [Fact]
    public async Task An_application_that_ended_without_a_decision_can_no_longer_be_read()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        await site.UseAsync<Domain.Outcome.ClosingDesk, bool>(async desk =>
        {
            await desk.WithdrawAsync(id);
            return true;
        });
        using var browser = await site.SignedInAsync(Room.Member);

        foreach (var page in (string[])["", "/hustings", "/debate", "/ballot", "/result"])
        {
            var shown = await browser.GetAsync($"/assembly/{reference}{page}");
            Assert.Equal("This application ended without a decision", shown.Title);
            Assert.DoesNotContain("Okafor", shown.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Participants_read_only_where_their_Society_says_so()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation);
        using var browser = await site.SignedInAsync(Room.Participant);
        Assert.Equal(HttpStatusCode.OK, (await browser.LookAsync($"/assembly/{reference}/hustings")).Status);
        Assert.False(browser.Shown.LeadsTo($"/assembly/{reference}"));
        try
        {
            await site.SetParticipantsAsync(mayRead: true, mayAttend: false);
            Assert.Equal(HttpStatusCode.OK, (await browser.LookAsync($"/assembly/{reference}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.LookAsync($"/assembly/{reference}/debate")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/assembly/{reference}/hustings")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/assembly/{reference}/second-finding")).Status);
        }
        finally
        {
            await site.SetParticipantsAsync(mayRead: false, mayAttend: true);
        }
    }

    [Fact]
    public async Task The_joining_link_is_there_from_a_quarter_of_an_hour_before_the_start_until_the_end()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        await site.Walk.AnnounceAsync(id);
        var (starts, ends) = await site.InDatabaseAsync(c => c.Set<Gathering>().Where(g => g.ApplicationId == id)
            .Select(g => new ValueTuple<DateTime, DateTime>(g.StartsAt, g.EndsAt)).SingleAsync());
        const string link = "https://meet.harmony.example/dene-hall";

        Assert.DoesNotContain(link, await ShownAtAsync(starts.AddDays(-1)), StringComparison.Ordinal);
        Assert.DoesNotContain(link, await ShownAtAsync(starts.AddMinutes(-15).AddSeconds(-1)), StringComparison.Ordinal);
        Assert.Contains(link, await ShownAtAsync(starts.AddMinutes(-15)), StringComparison.Ordinal);
        Assert.Contains(link, await ShownAtAsync(ends.AddSeconds(-1)), StringComparison.Ordinal);
        Assert.DoesNotContain(link, await ShownAtAsync(ends), StringComparison.Ordinal);

        async Task<string> ShownAtAsync(DateTime moment)
        {
            site.Clock.SetUtcNow(new DateTimeOffset(moment));
            using var browser = await site.SignedInAsync(Room.Participant);
            var page = await browser.GetAsync($"/assembly/{reference}/hustings");
            Assert.Contains("what endorses or perpetuates stereotypes", page.Words, StringComparison.Ordinal);
            Assert.Contains("Dene Community Hall", page.Words, StringComparison.Ordinal);
            return page.Text;
        }
    }

    [Fact]
    public async Task The_calendar_entry_says_when_and_nothing_else()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using (var early = await site.SignedInAsync(Room.Member))
        {
            Assert.Equal("No hustings is announced yet", (await early.GetAsync($"/assembly/{reference}/hustings")).Title);
            Assert.Equal(HttpStatusCode.NotFound, (await early.LookAsync($"/assembly/{reference}/hustings.ics")).Status);
        }

        await site.Walk.AnnounceAsync(id);
        using var browser = await site.SignedInAsync(Room.Member);

        var entry = await browser.LookAsync($"/assembly/{reference}/hustings.ics");

        Assert.StartsWith("text/calendar", entry.Headers["Content-Type"].Single(), StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", entry.Text, StringComparison.Ordinal);
        Assert.All((string[])["Okafor", "Dene", "meet.harmony", reference], word => Assert.DoesNotContain(word, entry.Text, StringComparison.OrdinalIgnoreCase));
    }
}
