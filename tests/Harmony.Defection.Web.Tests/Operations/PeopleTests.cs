using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Operations;

public sealed class PeopleTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Operations = "operations@harmony.example";

    [Fact]
    public async Task Somebody_is_invited_with_an_appointment_and_a_membership_in_one_go()
    {
        using var browser = await site.SignedInAsync(Operations);
        var wexcombe = await SocietyAsync("Wexcombe Constituency Society");
        await browser.GetAsync("/operations/people/new");
        var letters = await LettersAsync();

        var done = await browser.PostFormAsync(
            "/operations/people/new",
            ("Name", "Lowri Tansley"), ("Email", "lowri@harmony.example"), ("Society", wexcombe.ToString()), ("Kind", "Member"), ("Role", "SocietySecretary"), ("RoleIn", wexcombe.ToString()));

        Assert.StartsWith("/operations/people/", done.Location, StringComparison.Ordinal);
        var page = await browser.GetAsync(done.Location!);
        Assert.Equal("Lowri Tansley", page.Title);
        Assert.Contains("Society secretary, Wexcombe Constituency Society", page.Words, StringComparison.Ordinal);
        Assert.Contains("No password yet", page.Words, StringComparison.Ordinal);
        Assert.Equal(letters + 1, await LettersAsync());
        Assert.DoesNotContain("lowri", done.Location!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_refused_and_what_was_typed_stays()
    {
        using var browser = await site.SignedInAsync(Operations);
        await browser.GetAsync("/operations/people/new");

        var page = await browser.SendAsync("/operations/people/new", ("Name", "Another Anwen"), ("Email", "MEMBER@harmony.example"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(["Somebody with this address has an account already"], page.Errors);
        Assert.Equal("Another Anwen", page.Document.QuerySelector("#Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_an_invitation_needs_is_asked_for_beside_its_field()
    {
        using var browser = await site.SignedInAsync(Operations);
        await browser.GetAsync("/operations/people/new");

        var page = await browser.SendAsync(
            "/operations/people/new", ("Email", "nobody"), ("Society", (await SocietyAsync("Wexcombe Constituency Society")).ToString()), ("Role", "SocietySecretary"));

        Assert.Equal(
            [
                "Enter the name by which they are called", "Enter an e-mail address, like name@example.org", "Choose whether they are a Member or a Participant",
                "Choose the Society whose secretary they are",
            ],
            page.Errors);
    }

    [Fact]
    public async Task An_appointment_holds_and_ends_at_the_next_click_and_both_stand_in_the_trail()
    {
        using var browser = await site.SignedInAsync(Operations);
        using var member = await site.SignedInAsync("member.six@harmony.example");
        var id = await site.Walk.PersonAsync("member.six@harmony.example");
        Assert.NotEqual(HttpStatusCode.OK, (await member.LookAsync("/operations")).Status);

        await browser.GetAsync($"/operations/people/{id}/appoint");
        Assert.Equal(["Choose the appointment"], (await browser.SendAsync($"/operations/people/{id}/appoint")).Errors);
        await browser.SendAsync($"/operations/people/{id}/appoint", ("Role", "Operations"));
        Assert.Equal(HttpStatusCode.OK, (await member.LookAsync("/operations")).Status);

        await browser.GetAsync($"/operations/people/{id}/appoint");
        var twice = await browser.SendAsync($"/operations/people/{id}/appoint", ("Role", "Operations"));
        Assert.Equal(["They hold that appointment already"], twice.Errors);

        var holding = await site.InDatabaseAsync(c => c.Set<RoleHolding>().Where(h => h.PersonId == id && h.Role == Role.Operations).Select(h => h.Id).SingleAsync());
        await browser.GetAsync($"/operations/people/{id}/appointments/{holding}/end");
        await browser.SendAsync($"/operations/people/{id}/appointments/{holding}/end");

        Assert.NotEqual(HttpStatusCode.OK, (await member.LookAsync("/operations")).Status);
        var trail = await site.InDatabaseAsync(c => c.Set<AuditEntry>().Where(e => e.SubjectId == holding).Select(e => e.Action).ToListAsync());
        Assert.Equal(["role.appointed", "role.ended"], trail);
    }

    [Fact]
    public async Task Nobody_appoints_themselves_ends_their_own_appointment_or_closes_their_own_account()
    {
        using var browser = await site.SignedInAsync(Operations);
        var id = await site.Walk.PersonAsync(Operations);
        var holding = await site.InDatabaseAsync(c => c.Set<RoleHolding>().Where(h => h.PersonId == id).Select(h => h.Id).SingleAsync());
        var page = await browser.GetAsync($"/operations/people/{id}");
        Assert.False(page.LeadsTo($"/operations/people/{id}/appoint"));
        Assert.False(page.LeadsTo($"/operations/people/{id}/close"));

        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/operations/people/{id}/appoint", ("Role", "Research"))).Status);
        await browser.GetAsync($"/operations/people/{id}");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/operations/people/{id}/appointments/{holding}/end")).Status);
        await browser.GetAsync($"/operations/people/{id}");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/operations/people/{id}/close")).Status);
    }

    [Fact]
    public async Task Another_person_s_appointment_behind_this_person_s_address_is_not_found()
    {
        using var browser = await site.SignedInAsync(Operations);
        var (member, research) = (await site.Walk.PersonAsync("member@harmony.example"), await site.Walk.PersonAsync("research@harmony.example"));
        var holding = await site.InDatabaseAsync(c => c.Set<RoleHolding>().Where(h => h.PersonId == research).Select(h => h.Id).SingleAsync());
        await browser.GetAsync($"/operations/people/{member}");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync($"/operations/people/{member}/appointments/{holding}/end")).Status);
    }

    [Fact]
    public async Task A_membership_begins_is_suspended_lifted_and_ends()
    {
        using var browser = await site.SignedInAsync(Operations);
        var id = await site.Walk.PersonAsync("elections@harmony.example");
        var society = await SocietyAsync("Port Aldric City Society");
        await browser.GetAsync($"/operations/people/{id}/join");

        Assert.Equal(
            ["Choose the Society they join", "Choose whether they are a Member or a Participant"], (await browser.SendAsync($"/operations/people/{id}/join")).Errors);
        await browser.SendAsync($"/operations/people/{id}/join", ("Society", society.ToString()), ("Kind", "Participant"));
        var membership = await site.InDatabaseAsync(c => c.Set<Membership>().Where(m => m.PersonId == id).Select(m => m.Id).SingleAsync());

        await browser.GetAsync($"/operations/people/{id}/memberships/{membership}/suspend");
        var wrong = await browser.SendAsync(
            $"/operations/people/{id}/memberships/{membership}/suspend", ("Until.Day", "1"), ("Until.Month", "1"), ("Until.Year", "2020"));
        Assert.Equal(["The last day must not be before the first"], wrong.Errors);
        var suspended = await browser.SendAsync(
            $"/operations/people/{id}/memberships/{membership}/suspend", ("Until.Day", string.Empty), ("Until.Month", string.Empty), ("Until.Year", string.Empty));
        Assert.Contains("Suspended since", suspended.Words, StringComparison.Ordinal);

        var lifted = await browser.SendAsync($"/operations/people/{id}/memberships/{membership}/lift");
        Assert.DoesNotContain("Suspended since", lifted.Words, StringComparison.Ordinal);

        await browser.GetAsync($"/operations/people/{id}/memberships/{membership}/leave");
        var left = await browser.SendAsync($"/operations/people/{id}/memberships/{membership}/leave");
        Assert.Contains("Left on", left.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_is_signed_out_at_once()
    {
        using var browser = await site.SignedInAsync(Operations);
        using var member = await site.SignedInAsync("member.five@harmony.example");
        var id = await site.Walk.PersonAsync("member.five@harmony.example");
        await browser.GetAsync($"/operations/people/{id}/close");

        var page = await browser.SendAsync($"/operations/people/{id}/close");

        Assert.Contains("Account closed", page.Words, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("/sign-in", (await member.LookAsync("/assembly")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_found_by_their_whole_address_which_stands_in_no_address_line()
    {
        using var browser = await site.SignedInAsync(Operations);
        await browser.GetAsync("/operations/people");

        Assert.Equal(["Nobody with this address has an account"], (await browser.SendAsync("/operations/people", ("Email", "nobody@harmony.example"))).Errors);
        var found = await browser.PostFormAsync("/operations/people", ("Email", "research@harmony.example"));

        Assert.Equal($"/operations/people/{await site.Walk.PersonAsync("research@harmony.example")}", found.Location);
    }

    private Task<Guid> SocietyAsync(string name) => site.InDatabaseAsync(c => c.Set<Society>().Where(s => s.Name == name).Select(s => s.Id).SingleAsync());

    private Task<int> LettersAsync() => site.InDatabaseAsync(c => c.Set<OutboxMessage>().CountAsync(m => m.Kind == "AccountInvitation"));
}
