using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Tests.Apply;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Applicant;

/// <summary>Everything that is the applicant's own, to take away, and nothing that is not (PL4, rule 30).</summary>
public sealed class ExportTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData(Stage.Received)]
    [InlineData(Stage.Ballot)]
    [InlineData(Stage.Accepted)]
    [InlineData(Stage.Rejected)]
    public async Task The_archive_has_all_that_is_the_applicants_and_nothing_that_others_wrote_or_voted(Stage stage)
    {
        var (id, reference, _) = await site.ApplicationAtAsync(stage);
        var (page, data, _) = await DownloadAsync(await site.FreshLinkAsync(id), reference);
        Assert.All(
            ["Marged Okafor", "Margaret Okafor-Lloyd", "9 Chandlers Row", "Dene Primary School", "We have your application", "Compassion comes before justice."],
            own => Assert.All([page, data], text => Assert.Contains(own, text, StringComparison.Ordinal)));
        Assert.Contains("How anybody voted", page, StringComparison.Ordinal);
        var secrets = await site.SecretsAsync(id);
        Assert.All(secrets, secret => Assert.All([page, data], text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
        using var json = JsonDocument.Parse(data);
        Assert.Equal(
            [
                "reference", "madeAt", "party", "state", "happened", "answers", "corrections", "questions", "meetingNeeds", "howToReach", "files", "letters",
                "agreedTo", "withheld",
            ],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(4, json.RootElement.GetProperty("agreedTo").GetArrayLength());
    }

    [Fact]
    public async Task Corrections_needs_and_files_are_in_it()
    {
        var (id, reference, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        await browser.GetAsync($"/application/{token}/correct-form/area");
        await browser.SendAsync(browser.Own, ("ShouldBe", "Since <June> 2023"));
        await browser.GetAsync($"/application/{token}/tell-needs");
        await browser.SendAsync(browser.Own, ("Needs", "Breaks"), ("Reach", "In the morning"));
        await browser.AddDocumentsAsync(token, ("bill.pdf", FormFilling.Pdf));
        var (page, data, archive) = await DownloadAsync(token, reference);
        var words = new HtmlParser().ParseDocument(page).Body!.TextContent;
        Assert.All(["Since <June> 2023", "Breaks", "In the morning", "bill.pdf"], own => Assert.Contains(own, words, StringComparison.Ordinal));
        Assert.Contains("In the morning", data, StringComparison.Ordinal);
        using var file = new MemoryStream();
        await using (var content = await archive.GetEntry("files/01-evidence.pdf")!.OpenAsync())
        {
            await content.CopyToAsync(file);
        }

        Assert.Equal(FormFilling.Pdf, file.ToArray());
        Assert.Empty(new HtmlParser().ParseDocument(page).QuerySelectorAll("script, link, img, a[href], june"));
        Assert.True(await site.InDatabaseAsync(d => d.Set<AuditEntry>().AnyAsync(e => e.Action == "applicant.exported" && e.SubjectId == id)));
    }

    private async Task<(string Page, string Data, ZipArchive Archive)> DownloadAsync(string token, string reference)
    {
        using var browser = site.NewBrowser();
        Assert.True((await browser.GetAsync($"/application/{token}/data")).LeadsTo($"/application/{token}/data/download"));
        using var answer = await browser.Client.GetAsync($"/application/{token}/data/download");
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"attachment; filename=\"{reference}.zip\"", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var archive = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        return (await TextAsync("read-me.html"), await TextAsync("data.json"), archive);

        async Task<string> TextAsync(string name)
        {
            using var reader = new StreamReader(await archive.GetEntry(name)!.OpenAsync());
            return await reader.ReadToEndAsync();
        }
    }
}
