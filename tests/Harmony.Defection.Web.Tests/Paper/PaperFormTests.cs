using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Paper;
using Harmony.Defection.Web.Tests.Apply;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Paper;

/// <summary>The form on paper asks what the form online asks, and bears the same texts (P1, F3 to F8).</summary>
public sealed class PaperFormTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/apply/paper")]
    [InlineData("/apply/paper/large-print")]
    public async Task Every_question_online_is_on_paper(string path)
    {
        using var browser = await FilledInAsync();
        var online = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in FormMap.Parts)
        {
            await AskedAsync(browser, part.Path, online);
        }

        Assert.True(online.Count > 40, $"Only {online.Count} questions were found online.");
        var paper = (await browser.GetAsync(path)).Words;
        var missing = online.Where(question => !paper.Contains(question, StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, "Asked online and not on paper: " + string.Join("; ", missing));
    }

    [Fact]
    public async Task The_list_of_questions_is_whole_and_each_is_asked_online()
    {
        var listed = typeof(FormQuestions).GetProperties().Where(p => p.PropertyType == typeof(FormQuestion)).Select(p => (FormQuestion)p.GetValue(null)!);
        Assert.Equal(listed, FormQuestions.All);
        using var browser = await FilledInAsync();
        var online = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in FormMap.Parts)
        {
            await AskedAsync(browser, part.Path, online);
        }

        Assert.Empty(FormQuestions.All.Select(q => q.Text).Except(online));
    }

    [Fact]
    public async Task The_paper_bears_name_mark_date_Kernel_undertakings_and_where_to_send_it()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/apply/paper");
        var release = await site.UseAsync<IDrafts, FormRelease>(async drafts => (await drafts.ReleaseInForceAsync())!);

        Assert.Equal((HttpStatusCode.OK, "Defection Form"), (page.Status, page.Title));
        Assert.Equal("en-GB", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.Document.QuerySelector(".hd-paper__head img"));
        Assert.Contains("Harmony Party", page.Words, StringComparison.Ordinal);
        Assert.Contains("released 27 April 2025", page.Words, StringComparison.Ordinal);
        foreach (var text in (string[])[release.FourPrinciples, release.Consensus, release.PrivateAccounts, release.PostalAddress])
        {
            Assert.Contains(text, page.Words, StringComparison.Ordinal);
        }

        Assert.Contains("Compassion comes before justice.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Joining a party is a political opinion", page.Words, StringComparison.Ordinal);
        Assert.Equal(4, page.Document.QuerySelectorAll(".hd-paper__sign").Length);
        Assert.Equal(1, page.Document.QuerySelectorAll("h1").Length);
    }

    [Fact]
    public async Task A_PDF_is_offered_where_one_was_made_of_this_very_release()
    {
        using var browser = site.NewBrowser();
        Assert.False((await browser.GetAsync("/")).LeadsTo("/apply/paper.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/apply/paper.pdf")).Status);

        var files = site.Services.GetRequiredService<PaperFiles>();
        var release = await site.UseAsync<IDrafts, FormRelease>(async drafts => (await drafts.ReleaseInForceAsync())!);
        Directory.CreateDirectory(Path.GetDirectoryName(files.PlaceOf(release, PaperSize.A4))!);
        await File.WriteAllBytesAsync(files.PlaceOf(release, PaperSize.A4), FormFilling.Pdf);

        var start = await browser.GetAsync("/");
        Assert.True(start.LeadsTo("/apply/paper.pdf"));
        Assert.False(start.LeadsTo("/apply/paper/large-print.pdf"));
        var pdf = await browser.GetAsync("/apply/paper.pdf");
        Assert.Equal("application/pdf", Assert.Single(pdf.Headers["Content-Type"]));
        Assert.Contains("attachment; filename=defection-form.pdf", Assert.Single(pdf.Headers["Content-Disposition"]), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/apply/paper/large-print.pdf")).Status);
    }

    /// <summary>A form with everything in it, two offices too, so that every question is asked somewhere.</summary>
    private async Task<Browser> FilledInAsync()
    {
        var browser = await site.FillInAsync();
        await browser.AnswerAsync("/apply/office/new", (await site.PartsAsync()).First(p => p.Path == "/apply/office/new").Values);
        return browser;
    }

    /// <summary>Collects what a page of the form asks, and the pages below it: labels and legends of everything that can be filled in, but for files.</summary>
    private static async Task AskedAsync(Browser browser, string path, HashSet<string> asked)
    {
        var page = await browser.GetAsync(path);
        foreach (var form in page.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>())
        {
            foreach (var label in form.QuerySelectorAll("label, legend").Where(l => !IsOfFile(form, l) && !IsAnOfficeToChoose(l)))
            {
                asked.Add(string.Join(' ', label.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        var below = page.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!)
            .Where(href => href.StartsWith(path + "/", StringComparison.Ordinal)).Distinct().ToList();
        foreach (var href in below)
        {
            await AskedAsync(browser, href, asked);
        }
    }

    /// <summary>The applicant's own offices, of which one is chosen.</summary>
    private static bool IsAnOfficeToChoose(IElement label) =>
        label.LocalName == "label" && label.Closest("fieldset")?.QuerySelector("legend")?.TextContent.Trim() == FormQuestions.MainOffice.Text;

    private static bool IsOfFile(IHtmlFormElement form, IElement label) =>
        label.GetAttribute("for") is { } id && form.QuerySelector($"[id='{id}']") is IHtmlInputElement { Type: "file" };
}
