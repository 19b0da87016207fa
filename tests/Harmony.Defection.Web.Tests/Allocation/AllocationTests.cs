using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Allocation;

public sealed class AllocationTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Secretary = "wexcombe@harmony.example", LargerSecretary = "saltshire@harmony.example",
        GeneralSecretary = "secretary.general@harmony.example", Elections = "elections@harmony.example";

    [Theory]
    [InlineData("take-responsibility", Secretary)]
    [InlineData("decline-responsibility", Secretary)]
    [InlineData("confirm-lack-of-capacity", GeneralSecretary)]
    [InlineData("name-assembly", GeneralSecretary)]
    public async Task A_step_is_there_for_the_one_whose_it_is(string step, string whose)
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        string[] all =
        [
            Secretary, LargerSecretary, GeneralSecretary, Elections, "research@harmony.example", "committee@harmony.example",
            "operations@harmony.example", "member@harmony.example",
        ];
        foreach (var email in all)
        {
            using var browser = await site.SignedInAsync(email);
            var expected = email == whose ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            Assert.Equal(expected, (await browser.LookAsync($"/cases/{reference}/{step}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/cases/HD-2222-22/{step}")).Status);
        }
    }

    [Fact]
    public async Task The_page_says_who_is_asked_why_they_and_whose_Members_decide()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        using var browser = await site.SignedInAsync(Secretary);

        var page = await browser.GetAsync($"/cases/{reference}/take-responsibility");

        Assert.Contains("Borough councillor, in the area of Wexcombe Constituency Society", page.Words, StringComparison.Ordinal);
        Assert.Contains("8 Members could vote", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["Wexcombe Constituency Society", "Saltshire Regional Society", "Society for Elections"],
            page.Document.QuerySelectorAll(".hd-route b").Select(b => b.TextContent));
    }

    [Fact]
    public async Task A_secretary_takes_responsibility_once()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        using var browser = await site.SignedInAsync(Secretary);
        await browser.GetAsync($"/cases/{reference}/take-responsibility");

        Assert.Equal($"/cases/{reference}", (await browser.PostFormAsync($"/cases/{reference}/take-responsibility")).Location);
        Assert.Equal(Stage.Hustings, await StageOfAsync(id));
        await browser.GetAsync("/work");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/cases/{reference}/take-responsibility")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.LookAsync($"/cases/{reference}/decline-responsibility")).Status);
    }

    [Fact]
    public async Task Declining_asks_the_next_body_and_takes_the_case_from_this_one()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        using var browser = await site.SignedInAsync(Secretary);
        await browser.GetAsync($"/cases/{reference}/decline-responsibility");

        var tooLong = await browser.SendAsync($"/cases/{reference}/decline-responsibility", ("Reason", new string('a', 1001)));
        Assert.Contains("Use 1,000 characters or fewer", tooLong.Errors);

        var done = await browser.PostFormAsync($"/cases/{reference}/decline-responsibility", ("Reason", "Our secretary is away until June."));

        Assert.Equal("/work", done.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/cases/{reference}/take-responsibility")).Status);
        using var larger = await site.SignedInAsync(LargerSecretary);
        var page = await larger.GetAsync($"/cases/{reference}/take-responsibility");
        Assert.Contains("Declined for lack of capacity", page.Words, StringComparison.Ordinal);
        Assert.Contains("Saltshire Regional Society would arrange", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_counts_as_lack_of_capacity_only_after_fourteen_days()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        using (var early = await site.SignedInAsync(GeneralSecretary))
        {
            var page = await early.GetAsync($"/cases/{reference}/confirm-lack-of-capacity");
            Assert.Contains("A body has 14 days to answer", page.Words, StringComparison.Ordinal);
            Assert.Contains("It opens on", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain(page.Document.Forms, f => f.Action.Contains("confirm", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.Conflict, (await early.ForgeAsync($"/cases/{reference}/confirm-lack-of-capacity")).Status);
        }

        site.Walk.Pass(TimeSpan.FromDays(14));
        using var late = await site.SignedInAsync(GeneralSecretary);
        await late.GetAsync($"/cases/{reference}/confirm-lack-of-capacity");

        Assert.Equal($"/cases/{reference}", (await late.PostFormAsync($"/cases/{reference}/confirm-lack-of-capacity")).Location);
        var next = await late.GetAsync($"/cases/{reference}/confirm-lack-of-capacity");
        Assert.Contains("Lack of capacity confirmed", next.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_last_the_Society_for_Elections_carries_out_the_duties_and_the_Members_keep_the_say()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        foreach (var email in new[] { Secretary, LargerSecretary })
        {
            using var secretary = await site.SignedInAsync(email);
            await secretary.GetAsync($"/cases/{reference}/decline-responsibility");
            await secretary.PostFormAsync($"/cases/{reference}/decline-responsibility");
        }

        using var browser = await site.SignedInAsync(Elections);
        var page = await browser.GetAsync($"/cases/{reference}/carry-out-duties");
        Assert.Contains("The say stays with the Members of Wexcombe Constituency Society", page.Words, StringComparison.Ordinal);

        Assert.Equal($"/cases/{reference}", (await browser.PostFormAsync($"/cases/{reference}/carry-out-duties")).Location);
        Assert.Equal(Stage.Hustings, await StageOfAsync(id));
    }

    [Fact]
    public async Task A_settled_assembly_is_not_named_again()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        using var browser = await site.SignedInAsync(GeneralSecretary);

        Assert.Contains("settled already", (await browser.GetAsync($"/cases/{reference}/name-assembly")).Words, StringComparison.Ordinal);
        var society = await site.InDatabaseAsync(c => c.Set<Society>().Where(s => s.Kind == SocietyKind.Regional).Select(s => s.Id).FirstAsync());
        var forged = await browser.ForgeAsync($"/cases/{reference}/name-assembly", ("Society", society.ToString()), ("Reason", "A closer one."));
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
    }

    [Fact]
    public async Task A_body_that_arranges_no_hustings_is_passed_over_after_28_days()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using (var early = await site.SignedInAsync(GeneralSecretary))
        {
            var page = await early.GetAsync($"/cases/{reference}/confirm-hustings-not-arranged");
            Assert.Contains("A body has 28 days to announce the hustings", page.Words, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, (await early.ForgeAsync($"/cases/{reference}/confirm-hustings-not-arranged")).Status);
        }

        site.Walk.Pass(TimeSpan.FromDays(28));
        using var late = await site.SignedInAsync(GeneralSecretary);
        await late.GetAsync($"/cases/{reference}/confirm-hustings-not-arranged");

        Assert.Equal($"/cases/{reference}", (await late.PostFormAsync($"/cases/{reference}/confirm-hustings-not-arranged")).Location);
        Assert.Equal(Stage.Allocation, await StageOfAsync(id));
    }

    private Task<Stage> StageOfAsync(Guid id) =>
        site.InDatabaseAsync(c => c.Set<DefectionApplication>().Where(a => a.Id == id).Select(a => a.Stage).SingleAsync());
}

/// <summary>A Party so small that no Society on the route has three Members who could vote.</summary>
public sealed class NamedAssemblyTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Where_no_Society_has_enough_Members_the_General_Secretary_names_one_with_a_reason()
    {
        var (id, reference, _) = await SmallPartyAsync();
        using var browser = await site.SignedInAsync("secretary.general@harmony.example");
        var page = await browser.GetAsync($"/cases/{reference}/name-assembly");
        Assert.DoesNotContain("Society for Elections", page.Document.QuerySelector(".govuk-radios")!.TextContent, StringComparison.Ordinal);

        var empty = await browser.SendAsync($"/cases/{reference}/name-assembly");
        Assert.Equal(["Choose the Society whose Members decide", "Write why this Society is named; it stays in the history of the case"], empty.Errors);

        var elections = await site.InDatabaseAsync(c => c.Set<Society>().Where(s => s.Kind == SocietyKind.Elections).Select(s => s.Id).SingleAsync());
        var wrong = await browser.SendAsync($"/cases/{reference}/name-assembly", ("Society", elections.ToString()), ("Reason", "It is at hand."));
        Assert.Contains("Choose one of the Societies listed", wrong.Errors);
        Assert.Contains("It is at hand.", wrong.Document.QuerySelector("#Reason")!.TextContent, StringComparison.Ordinal);

        var region = await site.InDatabaseAsync(c => c.Set<Society>().Where(s => s.Kind == SocietyKind.Regional).Select(s => s.Id).SingleAsync());
        var done = await browser.PostFormAsync($"/cases/{reference}/name-assembly", ("Society", region.ToString()), ("Reason", "It is the largest."));

        Assert.Equal($"/cases/{reference}", done.Location);
        Assert.Equal(region, await site.InDatabaseAsync(c => c.Set<DefectionApplication>().Where(a => a.Id == id).Select(a => a.AssemblySocietyId).SingleAsync()));
    }

    private async Task<(Guid Id, string Reference, string Token)> SmallPartyAsync()
    {
        var today = Domain.Time.UkTime.Day(TestSite.Start);
        await site.InDatabaseAsync(async c =>
        {
            foreach (var membership in await c.Set<Membership>().ToListAsync())
            {
                membership.Leave(today);
            }

            return await c.SaveChangesAsync();
        });
        return await site.ApplicationAtAsync(Stage.Allocation);
    }
}
