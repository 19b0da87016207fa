using System.Net;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Operations;

public sealed class ReleaseAndSocietyTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Operations = "operations@harmony.example";

    [Theory]
    [InlineData("/operations")]
    [InlineData("/operations/releases")]
    [InlineData("/operations/settings")]
    [InlineData("/operations/releases/1/changes")]
    [InlineData("/operations/releases/1")]
    [InlineData("/operations/societies")]
    [InlineData("/operations/societies/new")]
    [InlineData("/operations/offices")]
    [InlineData("/operations/offices/new")]
    [InlineData("/operations/people")]
    [InlineData("/operations/people/new")]
    [InlineData("/operations/mail")]
    public async Task Only_Operations_finds_the_pages(string path)
    {
        foreach (var email in new[] { "secretary.general@harmony.example", "research@harmony.example", "wexcombe@harmony.example", "member@harmony.example" })
        {
            using var browser = await site.SignedInAsync(email);
            Assert.NotEqual(HttpStatusCode.OK, (await browser.LookAsync(path)).Status);
        }

        using var operations = await site.SignedInAsync(Operations);
        var page = await operations.LookAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
    }

    [Theory]
    [InlineData("/operations/releases/99")]
    [InlineData("/operations/releases/99/changes")]
    [InlineData("/operations/releases/1/welsh-review")]
    [InlineData("/operations/releases/drafts/0197f000-0000-7000-8000-000000000000")]
    [InlineData("/operations/releases/drafts/0197f000-0000-7000-8000-000000000000/preview/start")]
    [InlineData("/operations/societies/0197f000-0000-7000-8000-000000000000")]
    [InlineData("/operations/people/0197f000-0000-7000-8000-000000000000")]
    [InlineData("/operations/people/0197f000-0000-7000-8000-000000000000/appoint")]
    public async Task What_is_missing_is_not_found(string path)
    {
        using var browser = await site.SignedInAsync(Operations);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync(path)).Status);
    }

    [Fact]
    public async Task A_Society_is_founded_with_a_larger_one_around_it()
    {
        using var browser = await site.SignedInAsync(Operations);
        var region = await site.InDatabaseAsync(c => c.Set<Society>().Where(s => s.Kind == SocietyKind.Regional).Select(s => s.Id).SingleAsync());
        var page = await browser.GetAsync("/operations/societies/new");
        Assert.DoesNotContain("Society for Elections", page.Document.QuerySelector("form[action='/operations/societies/new']")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(["Enter the Society’s name", "Choose what kind of Society it is"], (await browser.SendAsync("/operations/societies/new")).Errors);
        var within = await browser.SendAsync("/operations/societies/new", ("Name", "Eastfold Regional Society"), ("Kind", "Regional"), ("Parent", region.ToString()));
        Assert.Equal(["A Society of this kind lies within no other"], within.Errors);
        var taken = await browser.SendAsync("/operations/societies/new", ("Name", "Wexcombe Constituency Society"), ("Kind", "Constituency"), ("Parent", region.ToString()));
        Assert.Equal(["There is a Society of that name already"], taken.Errors);

        var done = await browser.PostFormAsync("/operations/societies/new", ("Name", "Eastfold City Society"), ("Kind", "City"), ("Parent", region.ToString()));

        Assert.Equal("/operations/societies", done.Location);
        Assert.Contains("Eastfold City Society", (await browser.GetAsync("/operations/societies")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Society_s_settings_are_saved_and_an_older_page_does_not_undo_them()
    {
        using var browser = await site.SignedInAsync(Operations);
        using var other = await site.SignedInAsync(Operations);
        var id = await site.InDatabaseAsync(c => c.Set<Society>().Where(s => s.Kind == SocietyKind.City).Select(s => s.Id).FirstAsync());
        await browser.GetAsync($"/operations/societies/{id}");
        await other.GetAsync($"/operations/societies/{id}");

        var wrong = await browser.SendAsync($"/operations/societies/{id}", ("ResidenceMonths", "500"), ("AcceptedLinks", "working in the port"));
        Assert.Equal(["Enter a number of months between 0 and 240"], wrong.Errors);
        Assert.Contains("working in the port", wrong.Document.QuerySelector("#AcceptedLinks")!.TextContent, StringComparison.Ordinal);

        await browser.SendAsync($"/operations/societies/{id}", ("ResidenceMonths", "6"), ("ParticipantsMayRead", "true"));
        var stale = await other.SendAsync($"/operations/societies/{id}", ("ResidenceMonths", "24"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        var society = await site.InDatabaseAsync(c => c.Set<Society>().SingleAsync(s => s.Id == id));
        Assert.Equal((6, true), (society.ResidenceMonths, society.ParticipantsMayRead));
        var entry = await site.InDatabaseAsync(c => c.Set<AuditEntry>().Where(e => e.Action == "society.changed" && e.SubjectId == id).SingleAsync());
        Assert.Contains("ResidenceMonths", entry.Fields, StringComparison.Ordinal);
    }
}
