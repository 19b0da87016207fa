using System.Text;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Web.Commands;
using Harmony.Defection.Web.Features.Paper;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>The PDF of the form on paper, printed by a real browser (P1).</summary>
public sealed class PaperTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [InlineData(PaperSize.A4)]
    [InlineData(PaperSize.LargePrint)]
    public async Task A_browser_prints_a_tagged_PDF_with_language_and_title(PaperSize size)
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : PaperPrinter.FindChromium();
        Assert.NotNull(chromium);
        var files = site.Services.GetRequiredService<PaperFiles>();
        var release = await site.UseAsync<IDrafts, FormRelease>(async drafts => (await drafts.ReleaseInForceAsync())!);

        var place = await new PaperPrinter(files).PrintAsync(chromium, site.Address, release, size);

        Assert.Equal(place, files.Find(release, size));
        var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(place));
        Assert.Contains("/StructTreeRoot", content, StringComparison.Ordinal);
        Assert.Contains("/Lang (en-GB)", content, StringComparison.Ordinal);
        Assert.Contains("/Title", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_the_form_in_force_is_not_printed()
    {
        var files = site.Services.GetRequiredService<PaperFiles>();
        var other = FormRelease.Make(99, Harmony.Defection.Infrastructure.Sample.SampleTexts.Form, isSample: true, by: null, DateTime.UnixEpoch);

        var refusal = await Assert.ThrowsAsync<CommandFailedException>(
            () => new PaperPrinter(files).PrintAsync("no-browser-is-asked", site.Address, other, PaperSize.A4));

        Assert.Contains("does not show the form that is in force here", refusal.Message, StringComparison.Ordinal);
    }
}
