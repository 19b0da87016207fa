using System.Net;
using System.Text;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Apply;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>What people may try with uploads, over the running application (IN3, IN4).</summary>
public sealed class HostileUploadTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Html = "<!doctype html><script>alert(1)</script>";

    /// <summary>Files that are not what they call themselves, or would harm whoever opens them.</summary>
    private static IReadOnlyList<(string Name, byte[] Content)> Refused =>
    [
        ("program.pdf", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0]),
        ("program.docx", [0x7F, .. "ELF"u8, 2, 1, 1, 0]),
        ("script.pdf", "#!/bin/sh\nrm -rf /\n"u8.ToArray()),
        ("drawing.svg", Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
        ("drawing.png", Text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
        ("page.html", Text(Html)),
        ("page.jpg", Text(Html)),
        ("page-behind-a-mark.jpg", [0xFF, 0xD8, 0xFF, .. Text(Html)]),
        ("page-before-a-mark.pdf", [.. Text(Html), .. FormFilling.Pdf]),
        ("bill.html", FormFilling.Pdf),
        ("bill.pdf.exe", FormFilling.Pdf),
        ("bill.pdf.html", FormFilling.Pdf),
        ("bill.pdf.", FormFilling.Pdf),
        ("bill.pdf\0.exe", FormFilling.Pdf),
        ("bill\u202efdp.exe", FormFilling.Pdf),
        ("bill", FormFilling.Pdf),
        (".htaccess", FormFilling.Pdf),
        ("../../x.cshtml", FormFilling.Pdf),
        ("cut.pdf", "%PDF-"u8.ToArray()),
        ("photo.pdf", FileSamples.Jpeg()),
        ("scan.jpg", FileSamples.Png()),
        ("empty.pdf", []),
        ("huge.png", FileSamples.Png(50_000, 50_000)),
        ("huge.jpg", FileSamples.Jpeg(50_000, 50_000)),
        ("huge.heic", FileSamples.Heic(width: 50_000, height: 50_000)),
        ("flat.png", FileSamples.Png(0, 600)),
        ("flat.jpg", FileSamples.Jpeg(0, 600)),
        ("headless.png", [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IDAT"u8, 0, 0, 0, 1, 0, 0, 0, 1]),
        ("film.heic", FileSamples.Heic("mp42")),
        ("picture.heic", FileSamples.Heic("avif")),
        ("moving.png", "GIF89a"u8.ToArray()),
        ("bomb.docx", FileSamples.WordOf(120_000_000)),
        ("tight.docx", FileSamples.WordOf(9_000_000)),
        ("crowd.docx", FileSamples.Word([.. Enumerable.Range(0, 2000).Select(i => $"word/media/{i}.png")])),
        ("macro.docx", FileSamples.Word("word/vbaProject.bin")),
        ("embedded.docx", FileSamples.Word("word/embeddings/oleObject1.bin")),
        ("climbing.docx", FileSamples.Word("../../x.cshtml")),
        ("archive.docx", FileSamples.Archive("readme.txt")),
        ("sheet.docx", FileSamples.Archive("[Content_Types].xml", "xl/workbook.xml")),
        ("broken.docx", [.. "PK\x03\x04"u8, 1, 2, 3]),
        ("boasting.docx", FileSamples.WordThatBoasts()),
        ("old.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        ("large.pdf", [.. FormFilling.Pdf, .. new byte[10_000_001]]),
    ];

    /// <summary>Whole files under names that mean harm: kept, and shown under a name that means none.</summary>
    private static IReadOnlyList<(string Name, byte[] Content, string Shown)> Kept =>
    [
        ("../../etc/x.cshtml.pdf", FormFilling.Pdf, "x.cshtml.pdf"),
        ("C:\\fakepath\\CON.pdf", FormFilling.Pdf, "CON.pdf"),
        ("a\r\nSet-Cookie: x=1.pdf", FormFilling.Pdf, "a Set-Cookie: x=1.pdf"),
        (new string('a', 400) + ".pdf", FormFilling.Pdf, new string('a', 116) + ".pdf"),
        ("<img src=x onerror=alert(1)>.pdf", FormFilling.Pdf, "<img src=x onerror=alert(1)>.pdf"),
        ("exe\u202egpj.jpg", FileSamples.Jpeg(comment: Html), "exegpj.jpg"),
        ("LETTER.DOCX", FileSamples.Word("word/styles.xml"), "LETTER.DOCX"),
        ("photo.heif", FileSamples.Heic("mif1"), "photo.heif"),
    ];

    [Fact]
    public async Task Hostile_files_are_refused_one_by_one_and_the_good_ones_among_them_are_kept()
    {
        Assert.True(Refused.Count + Kept.Count >= 30);
        using var browser = await site.BeginAsync();
        var before = Directory.Exists(Files) ? Directory.GetFiles(Files).Length : 0;
        foreach (var batch in Refused.Chunk(6))
        {
            var page = await browser.UploadAsync([.. batch]);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(batch.Length, page.Errors.Count);
            Assert.All(batch.Zip(page.Errors), pair =>
                Assert.StartsWith($"“{FileChecks.NameOf(pair.First.Name)}” ", pair.Second, StringComparison.Ordinal));
        }

        Assert.Empty(await StoredAsync((await site.LastDraftAsync()).Id));
        var mixed = await browser.UploadAsync([.. Kept.Select(k => (k.Name, k.Content)), Refused[0]]);
        Assert.StartsWith("“program.pdf” is not a PDF", Assert.Single(mixed.Errors), StringComparison.Ordinal);
        Assert.Equal(Kept.Select(k => k.Shown), mixed.Document.QuerySelectorAll(".hd-entry b").Select(e => e.TextContent.Trim()).Distinct());
        Assert.Empty(mixed.Document.QuerySelectorAll("img[onerror]"));

        var files = Directory.GetFiles(Files).Select(Path.GetFileName).ToList();
        Assert.Equal(before + Kept.Count, files.Count);
        Assert.All(files, f => Assert.Matches("^[0-9a-f]{32}[.]sealed$", f));
        Assert.DoesNotContain(Directory.GetFiles(Files), f => Encoding.ASCII.GetString(File.ReadAllBytes(f)).Contains("%PDF-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Number_and_size_are_counted_for_the_whole_form_before_anything_is_written()
    {
        using var browser = await site.BeginAsync();
        byte[] large = [.. FormFilling.Pdf, .. new byte[9_900_000]];
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.UploadAsync(("1.pdf", large), ("2.pdf", large), ("3.pdf", large))).Status);
        }

        Assert.Equal(
            "“7.pdf” was not added: all files together may have 60 MB. Remove one first, or choose a smaller file",
            Assert.Single((await browser.UploadAsync(("7.pdf", large))).Errors));
        var page = await browser.UploadAsync([.. Enumerable.Range(7, 5).Select(i => ($"{i}.pdf", FormFilling.Pdf))]);
        Assert.Equal("“11.pdf” was not added: 10 files are the most. Remove one first", Assert.Single(page.Errors));
        Assert.Equal(10, (await StoredAsync((await site.LastDraftAsync()).Id)).Count);
    }

    [Fact]
    public async Task A_stored_file_is_handed_to_Research_alone_as_a_download_that_runs_nothing()
    {
        var (id, reference, link) = await FileOfAsync();
        var path = $"/cases/{reference}/files/{id}";
        foreach (var email in Crawler.Everybody.Append("committee@harmony.example").Append("dene.member@harmony.example"))
        {
            using var browser = email is null ? site.NewBrowser() : await site.SignedInAsync(email);
            var answer = await browser.LookAsync(path);
            var unknown = await browser.LookAsync($"/cases/{reference}/files/{Guid.NewGuid()}");
            if (email?.StartsWith("research", StringComparison.Ordinal) == true)
            {
                Assert.Equal(HttpStatusCode.OK, answer.Status);
                Assert.Equal(["image/jpeg"], answer.Headers["Content-Type"]);
                Assert.Equal(["nosniff"], answer.Headers["X-Content-Type-Options"]);
                Assert.Equal(["no-store"], answer.Headers["Cache-Control"]);
                Assert.Contains("sandbox", Assert.Single(answer.Headers["Content-Security-Policy"]), StringComparison.Ordinal);
                Assert.Matches($"^attachment; filename={reference}-proof-[0-9a-f]{{6}}[.]jpg;", Assert.Single(answer.Headers["Content-Disposition"]));
                Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
            }
            else
            {
                Assert.Equal((unknown.Status, unknown.Words), (answer.Status, answer.Words));
                Assert.NotEqual(HttpStatusCode.OK, answer.Status);
            }
        }

        // The applicant sees its name on their own copy; nobody else but Research sees so much as that.
        foreach (var email in Crawler.Everybody.Where(e => e?.StartsWith("research", StringComparison.Ordinal) != true))
        {
            IEnumerable<string> first = email is null ? ["/"] : ["/work", "/assembly", "/account"];
            var told = (await Crawler.FollowAsync(site, email, first)).Where(r => r.Page.Text.Contains("planted-name", StringComparison.Ordinal)
                || r.Page.Text.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase));
            Assert.Empty(told.Select(r => $"{email}: {r.Path}"));
        }

        using var applicant = site.NewBrowser();
        Assert.Contains("planted-name.jpg", (await applicant.GetAsync($"/application/{link}/form")).Words, StringComparison.Ordinal);
    }

    private string Files => Path.Combine(site.Folder, "data", "files");

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>An application in deliberation with one file.</summary>
    private async Task<(Guid Id, string Reference, string Link)> FileOfAsync()
    {
        var society = await site.SocietyAsync(SampleWorld.Wexcombe);
        var (file, sent, application) = await site.UseAsync<Intake, (Guid, Sent, Guid)>(async intake =>
        {
            var draft = await intake.BeginAsync(ReturnCode.New());
            await intake.KeepAsync(draft, SampleAnswers.Of(3, society.Id, draft.FormReleaseId, site.Clock.GetUtcNow().UtcDateTime, "applicant@defector.example"));
            using var content = new MemoryStream(FileSamples.Jpeg(comment: Html));
            var stored = await intake.AttachAsync(draft, FilePurpose.Proof, "planted-name.jpg", "image/jpeg", content);
            return (stored.Id, await intake.SubmitAsync(draft), draft.Id);
        });
        await site.Walk.ToAsync(application, Stage.Deliberation);
        return (file, sent.Reference, sent.Token!);
    }

    private Task<List<StoredFile>> StoredAsync(Guid draft) =>
        site.InDatabaseAsync(d => d.Set<StoredFile>().AsNoTracking().Where(f => f.ApplicationId == draft).ToListAsync());
}
