using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Casework;

public sealed class CaseTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Research = "research@harmony.example",
        GeneralSecretary = "secretary.general@harmony.example",
        Secretary = "wexcombe@harmony.example",
        Committee = "committee@harmony.example";

    public static TheoryData<string> Strangers =>
    [
        "member@harmony.example", "participant@harmony.example", "dene.vale@harmony.example", "elections@harmony.example", Committee, "operations@harmony.example",
    ];

    [Theory, MemberData(nameof(Strangers))]
    public async Task For_whoever_has_no_part_in_it_a_case_is_not_there(string who)
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using var browser = await site.SignedInAsync(who);

        var theirs = await browser.GetAsync($"/cases/{reference}");
        var missing = await browser.GetAsync("/cases/HD-2222-22");

        Assert.Equal(HttpStatusCode.NotFound, theirs.Status);
        Assert.Equal(missing.Words, theirs.Words);
    }

    [Fact]
    public async Task Nothing_that_only_Research_may_know_is_on_a_secretarys_pages()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation, 1);
        var researcher = await site.Walk.PersonAsync(Research);
        await site.UseAsync<VerificationDesk, bool>(async desk =>
        {
            await desk.ProposeNotGenuineAsync(id, NotGenuineGround.IsNotWhoTheySay, "PLANTED-DOUBT", researcher);
            return true;
        });
        using var browser = await site.SignedInAsync(Secretary);

        foreach (var page in (string[])["", "/history"])
        {
            var shown = await browser.GetAsync($"/cases/{reference}{page}");
            Assert.Equal(HttpStatusCode.OK, shown.Status);
            foreach (var secret in (string[])["PLANTED", "not genuine", "07700", "01632", "Chandlers Row", "WX4 7PD", "defector.example", "We spoke", "Priya", "Tomas"])
            {
                Assert.DoesNotContain(secret, shown.Text, StringComparison.OrdinalIgnoreCase);
            }
        }

        foreach (var page in (string[])["checks", "contacts", "form", "letters", "record-contact", "hand-over"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/cases/{reference}/{page}")).Status);
        }
    }

    [Fact]
    public async Task While_the_copy_is_recalled_a_secretary_reads_no_name()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings, 2);
        var researcher = await site.Walk.PersonAsync(Research);
        await ActAsync(id, researcher, Role.Research, (a, act, vault) => a.RecallCopy("PLANTED-REASON", act, vault));
        using var browser = await site.SignedInAsync(Secretary);

        var page = await browser.GetAsync($"/cases/{reference}");

        Assert.Equal(reference, page.Title);
        Assert.DoesNotContain("Bright", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", (await browser.GetAsync($"/cases/{reference}/history")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bright", (await browser.GetAsync("/work")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_holds_when_the_page_is_read()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Deliberation, 3);
        site.Clock.Advance(TimeSpan.FromDays(15));
        using var browser = await site.SignedInAsync(Secretary);

        var page = await browser.GetAsync($"/cases/{reference}");

        Assert.Contains("Your step: open the ballot", page.Words, StringComparison.Ordinal);
        Assert.True(await site.InDatabaseAsync(db => db.Set<DefectionApplication>().AnyAsync(a => a.Id == id && a.NoConsensusAt != null)));
    }

    [Fact]
    public async Task Closing_as_lapsed_needs_a_reason_and_is_done_once()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 4);
        using var browser = await site.SignedInAsync(GeneralSecretary);
        await browser.GetAsync($"/cases/{reference}/lapse");

        var empty = await browser.PostFormAsync(browser.Own);
        Assert.Equal(["Give the reason"], empty.Errors);

        var done = await browser.SendAsync(browser.Own, ("Reason", "The council’s page names a successor."));
        Assert.Contains("Closed: lapsed", done.Words, StringComparison.Ordinal);
        Assert.Contains("names a successor", (await browser.GetAsync($"/cases/{reference}/history")).Words, StringComparison.Ordinal);

        var again = await browser.ForgeAsync($"/cases/{reference}/lapse", ("Reason", "Once more."));
        Assert.Contains("Not yet", again.Words + (await browser.GetAsync($"/cases/{reference}/lapse")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_reopened_by_the_General_Secretary_and_the_Committee_together()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Rejected, 5);
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        using var committee = await site.SignedInAsync(Committee);
        Assert.Equal(HttpStatusCode.NotFound, (await committee.GetAsync($"/cases/{reference}/confirm-reopening")).Status);

        await secretary.GetAsync($"/cases/{reference}/propose-reopening");
        await secretary.SendAsync(secretary.Own, ("Reason", "P11: the period was a day short."));

        Assert.True((await committee.GetAsync("/work")).LeadsTo($"/cases/{reference}"));
        var asked = await committee.GetAsync($"/cases/{reference}/confirm-reopening");
        Assert.Contains("a day short", asked.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Kerrigan", asked.Words, StringComparison.Ordinal);
        var done = await committee.SendAsync(committee.Own);
        Assert.Contains("Deliberation begins anew", done.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await committee.GetAsync($"/cases/{reference}")).Status);
    }

    private Task<DefectionApplication> ActAsync(Guid id, Guid by, Role role, Action<DefectionApplication, Act, IVault> deed) =>
        site.UseAsync<Desk, DefectionApplication>(desk =>
            desk.ActAsync(id, by, role, (a, act) => deed(a, act, site.Services.GetRequiredService<IVault>())));
}
