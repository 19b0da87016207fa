using System.Net;
using Harmony.Defection.Domain.Forms;
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
    [InlineData("/operations/releases/new")]
    [InlineData("/operations/releases/1")]
    [InlineData("/operations/societies")]
    [InlineData("/operations/societies/new")]
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
    [InlineData("/operations/societies/0197f000-0000-7000-8000-000000000000")]
    [InlineData("/operations/people/0197f000-0000-7000-8000-000000000000")]
    [InlineData("/operations/people/0197f000-0000-7000-8000-000000000000/appoint")]
    public async Task What_is_missing_is_not_found(string path)
    {
        using var browser = await site.SignedInAsync(Operations);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync(path)).Status);
    }

    [Fact]
    public async Task A_new_release_begins_with_the_last_texts_is_shown_first_and_released_once()
    {
        using var browser = await site.SignedInAsync(Operations);
        var form = await browser.GetAsync("/operations/releases/new");
        Assert.Contains("Compassion comes before justice", form.Document.QuerySelector("#Kernel")!.TextContent, StringComparison.Ordinal);
        var before = await NumberAsync();

        var shown = await browser.SendAsync("/operations/releases/new", ("Kernel", "### Our Kernel\n\n1. **Be kind.**\n2. Be *open*."), ("Do", "preview"));
        Assert.Equal($"Release {before + 1} of the form?", shown.Title);
        Assert.Equal("Be kind.", shown.Document.QuerySelector(".hd-prose strong")!.TextContent);
        Assert.Equal(before, await NumberAsync());

        var done = await browser.PostFormAsync("/operations/releases/new", ("Do", "release"));
        Assert.Equal("/operations/releases", done.Location);
        Assert.Equal(before + 1, await NumberAsync());
        var release = await site.InDatabaseAsync(c => c.Set<FormRelease>().SingleAsync(r => r.Number == before + 1));
        Assert.False(release.IsSample);
        Assert.True(await site.InDatabaseAsync(c => c.Set<AuditEntry>().AnyAsync(e => e.Action == "form.released" && e.SubjectId == release.Id)));

        await browser.GetAsync("/operations");
        var again = await browser.ForgeAsync(
            "/operations/releases/new",
            ("After", $"{before}"), ("Kernel", "K"), ("FourPrinciples", "F"), ("Consensus", "C"), ("PrivateAccounts", "A"), ("PrivacyNotice", "N"), ("PostalAddress", "P"), ("Do", "release"));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(before + 1, await NumberAsync());
    }

    [Fact]
    public async Task A_release_with_the_sample_Kernel_stays_marked_as_the_sample()
    {
        using var browser = await site.SignedInAsync(Operations);
        var last = await site.InDatabaseAsync(c => c.Set<FormRelease>().Where(r => r.IsSample).Select(r => r.Kernel).FirstAsync());
        await browser.GetAsync("/operations/releases/new");

        var shown = await browser.SendAsync("/operations/releases/new", ("Kernel", last.Replace("\n", "\r\n", StringComparison.Ordinal)), ("Do", "preview"));

        Assert.Contains("The Kernel is still the sample", shown.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_without_its_Kernel_is_refused_and_the_other_texts_stay()
    {
        using var browser = await site.SignedInAsync(Operations);
        await browser.GetAsync("/operations/releases/new");

        var page = await browser.SendAsync("/operations/releases/new", ("Kernel", " "), ("Consensus", "I will follow what we agree."), ("Do", "preview"));

        Assert.Equal(["Write the Ethical Kernel: the form bears it in full"], page.Errors);
        Assert.Contains("I will follow what we agree.", page.Document.QuerySelector("#Consensus")!.TextContent, StringComparison.Ordinal);
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

    private Task<int> NumberAsync() => site.InDatabaseAsync(c => c.Set<FormRelease>().MaxAsync(r => r.Number));
}
