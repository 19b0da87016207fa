using System.Net;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>Files that prove links or residence: let in by content, shown by a harmless name (IN3, IN4).</summary>
public sealed class ProofTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "bill.pdf", FormFilling.Pdf, "application/pdf" },
        { "BILL.PDF", FormFilling.Pdf, "application/pdf" },
        { "photo.jpeg", FileSamples.Jpeg(), "image/jpeg" },
        { "photo.heic", FileSamples.Heic(), "image/heic" },
        { "scan.png", FileSamples.Png(), "image/png" },
        { "letter.docx", FileSamples.Word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "long-letter.docx", FileSamples.WordOf(4_000_000), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_let_in_by_its_content_and_a_name_that_agrees(string name, byte[] content, string type)
    {
        using var browser = await site.BeginAsync();
        Assert.Equal("/apply/area/proof", (await browser.UploadAsync((name, content))).Location);
        var file = Assert.Single(await StoredAsync());
        Assert.Equal((type, name), (file.ContentType, site.Services.GetRequiredService<IVault>().Open(file, nameof(StoredFile.FileName), file.FileName)));
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

    private async Task<IReadOnlyList<StoredFile>> StoredAsync()
    {
        var draft = await site.LastDraftAsync();
        return await site.InDatabaseAsync(d => d.Set<StoredFile>().AsNoTracking().Where(f => f.ApplicationId == draft.Id).ToListAsync());
    }
}
