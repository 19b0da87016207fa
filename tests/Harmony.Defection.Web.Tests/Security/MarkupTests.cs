using System.IO.Compression;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Tests.Apply;

namespace Harmony.Defection.Web.Tests.Security;

/// <summary>Markup and formulas that somebody types into the form stay text wherever they are read (OU2, IN7).</summary>
public sealed class MarkupTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Hostile = "\"'><img src=x onerror=planted()><svg/onload=planted()></textarea></title><script>planted()</script>";

    /// <summary>Fields of free text, by part; the rest must be a number, a day, an address or a choice.</summary>
    private static readonly string[] TextFields =
    [
        "NameUsed", "LegalName", "PreviousNames", "AddressLine1", "AddressLine2", "Town", "County", "Body", "Area", "Party", "Statement", "Title", "Employer", "Gaps",
        "Name", "Why",
    ];

    [Fact]
    public async Task Markup_in_every_field_is_text_on_every_page_for_every_role_and_in_the_mail()
    {
        using var applicant = await site.BeginAsync();
        foreach (var (path, values) in await site.PartsAsync())
        {
            var page = await applicant.AnswerAsync(path, [.. values.Select(v => TextFields.Contains(v.Name) ? (v.Name, $"{v.Name} {Hostile}"[..Math.Min(100, Hostile.Length + v.Name.Length + 1)]) : v)]);
            Assert.True(page.Errors.Count == 0, $"{path}: {string.Join("; ", page.Errors)}");
        }

        await applicant.UploadAsync(("planted \"><img src=x onerror=planted()>.pdf", FormFilling.Pdf));
        await applicant.GetAsync("/apply/contact");
        await applicant.SendAsync("/apply/contact", ("Email", "\"><img/src=x>\"@okafor.example"));
        var wrong = new List<string>();
        Judge("the applicant", "/apply/check", await applicant.GetAsync("/apply/check"), wrong);
        foreach (var part in FormMap.Parts)
        {
            Judge("the applicant", part.Path, await applicant.GetAsync(part.Path), wrong);
        }

        var draft = await site.LastDraftAsync();
        await applicant.GetAsync("/apply/check");
        var sent = await applicant.SendAsync("/apply/send");
        Assert.Equal("We have your application", sent.Title);
        await site.Walk.ToAsync(draft.Id, Stage.Deliberation);
        await site.UseAsync<OutboxWorker, bool>(async worker =>
        {
            await worker.SendDueAsync();
            return true;
        });

        var (texts, pages) = (0, 0);
        var link = System.Text.RegularExpressions.Regex.Match(sent.Text, "/application/[a-z0-9]{26}").Value;
        foreach (var email in Crawler.Everybody)
        {
            IEnumerable<string> first = email is null ? ["/", link, "/development/mail"] : ["/work", "/assembly", "/account"];
            foreach (var reached in await Crawler.FollowAsync(site, email, first))
            {
                pages++;
                texts += reached.Page.Document.Body?.TextContent.Contains("planted()", StringComparison.Ordinal) == true ? 1 : 0;
                Judge(email ?? "a stranger", reached.Path, reached.Page, wrong);
            }
        }

        var taken = await JudgeArchiveAsync(link, wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(taken > 0, "The archive shows nothing of what was planted.");
        Assert.True(texts > 15, $"Only {texts} of {pages} pages show what was planted.");
    }

    /// <summary>Judges every page in the archive of the applicant's own data.</summary>
    /// <returns>How many of them show what was planted.</returns>
    private async Task<int> JudgeArchiveAsync(string link, List<string> wrong)
    {
        using var browser = site.NewBrowser();
        using var archive = new ZipArchive(await browser.Client.GetStreamAsync($"{link}/data/download"));
        var showing = 0;
        foreach (var entry in archive.Entries.Where(e => e.Name.EndsWith(".html", StringComparison.Ordinal)))
        {
            await using var content = await entry.OpenAsync();
            var page = await new HtmlParser().ParseDocumentAsync(content);
            showing += page.Body?.TextContent.Contains("planted()", StringComparison.Ordinal) == true ? 1 : 0;
            Judge("the archive", entry.FullName, page, wrong);
        }

        return showing;
    }

    private static void Judge(string who, string path, Page page, List<string> wrong) => Judge(who, path, page.Document, wrong);

    private static void Judge(string who, string path, IDocument page, List<string> wrong)
    {
        var alive = page.All.FirstOrDefault(e =>
            e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            || e.GetAttribute("src") == "x"
            || (e.LocalName == "script" && e.TextContent.Contains("planted", StringComparison.Ordinal)));
        if (alive is not null)
        {
            wrong.Add($"{who} at {path}: {alive.OuterHtml[..Math.Min(200, alive.OuterHtml.Length)]}");
        }
    }
}
