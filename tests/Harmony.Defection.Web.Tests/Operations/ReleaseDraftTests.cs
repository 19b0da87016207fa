using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Operations;

/// <summary>From a draft to a release: written, looked at, held against the one in force, released, kept (F2, F4, F5).</summary>
public sealed class ReleaseDraftTests(TestSite site) : IClassFixture<TestSite>
{
    private const string List = "/operations/releases";

    [Fact]
    public async Task A_draft_is_saved_looked_at_and_released_and_never_changes_then()
    {
        var (browser, path) = await BeginAsync();
        using (browser)
        {
            Assert.Contains("Compassion comes before justice", browser.Shown.Document.QuerySelector("#Kernel")!.TextContent, StringComparison.Ordinal);
            var before = await NumberAsync();
            var saved = await browser.SendAsync(path, ("Kernel", "### Our Kernel\r\n\r\n1. **Be kind.**\r\n2. Be *open*."), ("Introduction", "Welcome, whoever you sit with."));
            Assert.Contains("The draft is saved. Nothing is released.", saved.Words, StringComparison.Ordinal);
            Assert.Equal(before, await NumberAsync());

            var undertakings = await browser.GetAsync($"{path}/preview/undertakings");
            Assert.Equal("Be kind.", undertakings.Document.QuerySelector(".hd-kernel strong")!.TextContent);
            Assert.Contains("Preview of a draft.", undertakings.Words, StringComparison.Ordinal);
            Assert.Contains($"released {UkTime.Say(UkTime.Day(site.Clock.Now()))}", undertakings.Words, StringComparison.Ordinal);
            Assert.Contains("This is a preview: nothing was kept.", (await browser.SendAsync(browser.Own)).Words, StringComparison.Ordinal);
            Assert.Contains("Welcome, whoever you sit with.", (await browser.GetAsync($"{path}/preview/start")).Words, StringComparison.Ordinal);

            await browser.GetAsync($"{path}/release");
            Assert.Equal(["Tick the box once you have read every text, the Ethical Kernel above all"], (await browser.SendAsync($"{path}/release")).Errors);
            Assert.Equal(before, await NumberAsync());
            var done = await browser.PostFormAsync($"{path}/release", ("Read", "true"));
            Assert.Equal(List, done.Location);
            var release = await site.InDatabaseAsync(c => c.Set<FormRelease>().OrderByDescending(r => r.Number).FirstAsync());
            Assert.Equal((before + 1, "### Our Kernel\n\n1. **Be kind.**\n2. Be *open*.", false), (release.Number, release.Kernel, release.IsSample));
            Assert.True(await site.InDatabaseAsync(c => c.Set<AuditEntry>().AnyAsync(e => e.Action == "form.released" && e.SubjectId == release.Id)));

            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync($"{path}/release", ("Version", "2"), ("Read", "true"))).Status);
            var read = await browser.GetAsync($"{List}/{release.Number}");
            Assert.Contains("by Hester Quill. It never changes. 0 applications name it.", read.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_says_how_many_applications_name_each_release()
    {
        await site.ApplicationAtAsync(Stage.Received, 3);
        using var browser = await site.SignedInAsync("operations@harmony.example");
        var newest = await NumberAsync();
        var named = await site.InDatabaseAsync(async c =>
        {
            var id = await c.Set<FormRelease>().Where(r => r.Number == newest).Select(r => r.Id).SingleAsync();
            return await c.Set<DefectionApplication>().CountAsync(a => a.FormReleaseId == id);
        });

        var row = (await browser.GetAsync(List)).Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains($"Release {newest}", StringComparison.Ordinal));

        Assert.True(named > 0);
        Assert.Equal($"{named}", row.QuerySelector("[data-label=Applications]")!.TextContent);
    }

    [Fact]
    public async Task What_a_draft_changes_is_said_in_words_as_well_as_shown()
    {
        var (browser, path) = await BeginAsync();
        using (browser)
        {
            var before = browser.Shown.Document.QuerySelector("#Consensus")!.TextContent;
            await browser.SendAsync(path, ("Consensus", before.Replace("I will follow", "I promise to follow", StringComparison.Ordinal) + "\n\nA new last paragraph."));

            var page = await browser.GetAsync($"{path}/changes");

            Assert.Contains(page.Document.QuerySelectorAll("del"), d => d.TextContent == "taken out: will (end of what was taken out)");
            Assert.Contains(page.Document.QuerySelectorAll("ins"), i => i.TextContent == "put in: promise to (end of what was put in)");
            Assert.Contains(page.Document.QuerySelectorAll("ins"), i => i.TextContent == "put in: A new last paragraph. (end of what was put in)");
            Assert.Contains("Ethical Kernel", page.Document.QuerySelectorAll("h2").Single(h => h.TextContent == "Unchanged").NextElementSibling!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_with_a_text_missing_can_be_saved_and_not_released()
    {
        var (browser, path) = await BeginAsync();
        using (browser)
        {
            await browser.SendAsync(path, ("Kernel", " "));
            Assert.Contains("One text missing", (await browser.GetAsync(List)).Words, StringComparison.Ordinal);

            var page = await browser.GetAsync($"{path}/release");
            Assert.Contains("Some texts are still missing.", page.Words, StringComparison.Ordinal);
            Assert.Null(page.Document.QuerySelector("#Read"));
            var version = await VersionAsync(path);
            Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"{path}/release", ("Version", $"{version}"), ("Read", "true"))).Status);
        }
    }

    [Fact]
    public async Task Of_two_people_who_write_one_draft_the_second_is_told_and_keeps_what_they_typed()
    {
        var (browser, path) = await BeginAsync();
        using (browser)
        using (var other = await site.SignedInAsync("operations@harmony.example"))
        {
            await other.GetAsync(path);
            await browser.SendAsync(path, ("Consensus", "First."));

            var stale = await other.SendAsync(path, ("Consensus", "Second."));

            Assert.Equal((HttpStatusCode.Conflict, "Second."), (stale.Status, stale.Document.QuerySelector("#Consensus")!.TextContent));
        }
    }

    [Fact]
    public async Task A_draft_begun_before_another_release_is_looked_at_again_first()
    {
        var (browser, path) = await BeginAsync();
        using (browser)
        {
            var (other, quick) = await BeginAsync();
            using (other)
            {
                await other.SendAsync(quick, ("Kernel", "Be kind, and quick."));
                await other.GetAsync($"{quick}/release");
                Assert.Equal(List, (await other.PostFormAsync($"{quick}/release", ("Read", "true"))).Location);
            }

            await browser.SendAsync(path, ("Kernel", "Be kind, and slow."));
            Assert.Contains("A form was released after this draft was begun.", (await browser.GetAsync($"{path}/release")).Words, StringComparison.Ordinal);
            var number = await NumberAsync();
            await browser.ForgeAsync($"{path}/release", ("Version", $"{await VersionAsync(path)}"), ("Read", "true"));
            Assert.Equal(number, await NumberAsync());

            await browser.GetAsync(path);
            var stale = await browser.ForgeAsync($"{path}/follow", ("version", "0"));
            Assert.Equal(HttpStatusCode.Conflict, stale.Status);
            Assert.Contains(stale.Errors, e => e.StartsWith("Somebody else changed this", StringComparison.Ordinal));
            await browser.GetAsync(path);
            await browser.SendAsync($"{path}/follow");
            await browser.GetAsync($"{path}/release");
            Assert.Equal(List, (await browser.PostFormAsync($"{path}/release", ("Read", "true"))).Location);
        }
    }

    [Fact]
    public async Task Welsh_is_shown_where_it_is_there_and_offered_once_a_named_speaker_has_reviewed_it()
    {
        var (browser, path) = await BeginAsync();
        using (browser)
        {
            await browser.SendAsync(path, ("Kernel", "Be kind."));
            await browser.GetAsync($"{path}/welsh");
            await browser.SendAsync($"{path}/welsh", ("Consensus", "Byddaf yn dilyn Consensws y Blaid."));

            var page = await browser.GetAsync($"{path}/preview/undertakings?language=cy");
            Assert.Contains("Byddaf yn dilyn Consensws y Blaid.", page.Words, StringComparison.Ordinal);
            Assert.Equal("Be kind.", page.Document.QuerySelector(".hd-kernel [lang=en]")!.TextContent.Trim());
            Assert.Contains("Nid oes testun Cymraeg o hwn eto, felly dangosir y Saesneg.", page.Document.QuerySelector(".hd-kernel")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Byddaf", (await browser.GetAsync($"{path}/preview/undertakings")).Words, StringComparison.Ordinal);

            await browser.GetAsync($"{path}/release");
            await browser.SendAsync($"{path}/release", ("Read", "true"));
            var number = await NumberAsync();
            Assert.Contains("Welsh not reviewed", (await browser.GetAsync($"{List}/{number}")).Words, StringComparison.Ordinal);
            await browser.GetAsync($"{List}/{number}/welsh-review");
            Assert.Equal("Enter the speaker’s name", (await browser.SendAsync($"{List}/{number}/welsh-review")).Errors[0]);
            var done = await browser.SendAsync(
                $"{List}/{number}/welsh-review", ("Speaker", "Non Emlyn"), ("ReviewedOn.Day", "1"), ("ReviewedOn.Month", "June"), ("ReviewedOn.Year", "2026"));
            Assert.Contains("Its Welsh was reviewed by Non Emlyn on 1 June 2026.", done.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_release_with_the_sample_Kernel_stays_marked_as_the_sample()
    {
        var (browser, path) = await BeginAsync();
        using (browser)
        {
            await browser.SendAsync(path, ("Kernel", Infrastructure.Sample.SampleTexts.Form.Kernel + "\r\n\r\nOne more line."));
            Assert.Contains("The Kernel is still the sample", (await browser.GetAsync(path)).Words, StringComparison.Ordinal);
            await browser.GetAsync($"{path}/release");
            await browser.SendAsync($"{path}/release", ("Read", "true"));
            Assert.True(await site.InDatabaseAsync(c => c.Set<FormRelease>().OrderByDescending(r => r.Number).Select(r => r.IsSample).FirstAsync()));
        }
    }

    [Fact]
    public async Task A_draft_is_thrown_away_after_a_question()
    {
        var (browser, path) = await BeginAsync();
        using (browser)
        {
            await browser.GetAsync($"{path}/discard");
            await browser.SendAsync($"{path}/discard");
            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync(path)).Status);
        }
    }

    private async Task<(Browser Browser, string Path)> BeginAsync()
    {
        var browser = await site.SignedInAsync("operations@harmony.example");
        await browser.GetAsync(List);
        var path = (await browser.PostFormAsync(List)).Location!;
        await browser.GetAsync(path);
        return (browser, path);
    }

    private Task<int> VersionAsync(string path)
    {
        var id = new Guid(path[^36..]);
        return site.InDatabaseAsync(c => c.Set<ReleaseDraft>().Where(d => d.Id == id).Select(d => d.Version).SingleAsync());
    }

    private Task<int> NumberAsync() => site.InDatabaseAsync(c => c.Set<FormRelease>().MaxAsync(r => r.Number));
}
