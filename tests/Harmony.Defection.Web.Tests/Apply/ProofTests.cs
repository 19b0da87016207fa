using System.IO.Compression;
using System.Net;
using System.Text;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>Files that prove links or residence: let in by content, shown by a harmless name (IN3, IN4).</summary>
public sealed class ProofTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0];

    public static TheoryData<string, byte[], string?> Files => new()
    {
        { "bill.pdf", FormFilling.Pdf, "application/pdf" },
        { "BILL.PDF", FormFilling.Pdf, "application/pdf" },
        { "photo.jpeg", Jpeg, "image/jpeg" },
        { "photo.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], "image/heic" },
        { "scan.png", Png(800, 600), "image/png" },
        { "letter.docx", Archive("[Content_Types].xml", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "program.pdf", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0], null },
        { "drawing.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), null },
        { "page.jpg", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"), null },
        { "bill.pdf.exe", FormFilling.Pdf, null },
        { "bill.html", FormFilling.Pdf, null },
        { "photo.pdf", Jpeg, null },
        { "huge.png", Png(50_000, 50_000), null },
        { "macro.docx", Archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), null },
        { "archive.docx", Archive("readme.txt"), null },
        { "broken.docx", [.. "PK\x03\x04"u8, 1, 2, 3], null },
        { "film.heic", [0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0], null },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_let_in_by_its_content_and_a_name_that_agrees(string name, byte[] content, string? type)
    {
        using var browser = await site.BeginAsync();
        var page = await browser.UploadAsync((name, content));
        var stored = await StoredAsync();
        if (type is null)
        {
            Assert.StartsWith($"“{name}” is not a PDF", Assert.Single(page.Errors), StringComparison.Ordinal);
            Assert.Empty(stored);
        }
        else
        {
            Assert.Equal("/apply/area/proof", page.Location);
            Assert.Equal(type, Assert.Single(stored).ContentType);
        }
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(@"C:\fakepath\CON.pdf", "CON.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie: x=1.pdf")]
    [InlineData("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf")]
    public async Task A_hostile_name_is_only_ever_shown(string given, string kept)
    {
        using var browser = await site.BeginAsync();
        Assert.Equal("/apply/area/proof", (await browser.UploadAsync((given, FormFilling.Pdf))).Location);
        var file = Assert.Single(await StoredAsync());
        var vault = site.Services.GetRequiredService<IVault>();
        Assert.Equal(kept, vault.Open(file, nameof(StoredFile.FileName), file.FileName));
        var page = await browser.GetAsync("/apply/area/proof");
        Assert.Empty(page.Document.QuerySelectorAll("img[onerror]"));
        Assert.Contains(kept, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(site.Folder, "*", SearchOption.AllDirectories), f => f.Contains(kept, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_of_four_hundred_characters_is_cut_and_keeps_its_ending()
    {
        using var browser = await site.BeginAsync();
        await browser.UploadAsync((new string('a', 400) + ".pdf", FormFilling.Pdf));
        var file = Assert.Single(await StoredAsync());
        var name = site.Services.GetRequiredService<IVault>().Open(file, nameof(StoredFile.FileName), file.FileName);
        Assert.Equal((120, true), (name.Length, name.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Empty_and_large_files_and_the_eleventh_are_named_and_the_others_are_kept()
    {
        using var browser = await site.BeginAsync();
        var page = await browser.UploadAsync(("empty.pdf", []), ("good.pdf", FormFilling.Pdf), ("large.pdf", [.. FormFilling.Pdf, .. new byte[10_000_001]]));
        Assert.Equal(
            ["“empty.pdf” is empty. Choose another file", "“large.pdf” is larger than 10 MB. Choose a smaller file, or a photo of it"],
            page.Errors);
        Assert.Contains("good.pdf", page.Words, StringComparison.Ordinal);

        page = await browser.UploadAsync([.. Enumerable.Range(2, 10).Select(i => ($"file-{i}.pdf", FormFilling.Pdf))]);
        Assert.Equal("“file-11.pdf” was not added: 10 files are the most. Remove one first", Assert.Single(page.Errors));
        Assert.Equal(10, (await StoredAsync()).Count);
    }

    [Fact]
    public async Task A_file_is_removed_after_asking_and_nobody_removes_another_forms()
    {
        using var browser = await site.BeginAsync();
        await browser.UploadAsync(("mine.pdf", FormFilling.Pdf));
        var mine = Assert.Single(await StoredAsync());
        using var other = await site.BeginAsync();
        await other.GetAsync("/apply/area/proof");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/apply/area/proof/{mine.Id}/remove")).Status);
        await other.GetAsync("/apply/area/proof");
        await other.ForgeAsync($"/apply/area/proof/{mine.Id}/remove");
        Assert.True(await site.InDatabaseAsync(d => d.Set<StoredFile>().AnyAsync(f => f.Id == mine.Id)));

        await browser.GetAsync($"/apply/area/proof/{mine.Id}/remove");
        await browser.SendAsync($"/apply/area/proof/{mine.Id}/remove");
        Assert.False(await site.InDatabaseAsync(d => d.Set<StoredFile>().AnyAsync(f => f.Id == mine.Id)));
    }

    private static byte[] Png(int width, int height) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R',
        (byte)(width >> 24), (byte)(width >> 16), (byte)(width >> 8), (byte)width, (byte)(height >> 24), (byte)(height >> 16), (byte)(height >> 8), (byte)height,
        8, 2, 0, 0, 0,
    ];

    private static byte[] Archive(params string[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                zip.CreateEntry(entry);
            }
        }

        return memory.ToArray();
    }

    private async Task<IReadOnlyList<StoredFile>> StoredAsync()
    {
        var draft = await site.LastDraftAsync();
        return await site.InDatabaseAsync(d => d.Set<StoredFile>().AsNoTracking().Where(f => f.ApplicationId == draft.Id).ToListAsync());
    }
}
