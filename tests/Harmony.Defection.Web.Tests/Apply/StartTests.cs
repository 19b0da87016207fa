using System.Net;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>The start page: whom it is for, who reads what, and the ways in (F1, F3, F4, F8, P1).</summary>
public sealed class StartTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_start_page_says_who_reads_the_form_and_where_paper_is_sent()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Every form is read by volunteers of the Research Working Group", page.Words, StringComparison.Ordinal);
        Assert.Contains("local Constituency, City or Regional Society", page.Words, StringComparison.Ordinal);
        Assert.Contains("PO Box 1207", page.Words, StringComparison.Ordinal);
        Assert.Contains("Defection Form, sample, released 27 April 2025", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".hd-top__name img"));
    }

    [Theory]
    [InlineData("/privacy", "Privacy")]
    [InlineData("/accessibility", "Accessibility")]
    [InlineData("/help", "Help and contact")]
    [InlineData("/policy", "Defection policy")]
    public async Task The_pages_about_the_site_are_there_for_everybody(string path, string title)
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, title), (page.Status, page.Title));
    }

    [Fact]
    public async Task The_policy_is_there_in_full()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/policy");
        Assert.Equal(4, page.Document.QuerySelectorAll(".hd-prose h2").Length);
        Assert.Equal(16, page.Document.QuerySelectorAll(".hd-prose li").Length);
        Assert.Contains("Only Members may vote in STAR ballots.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_draft_every_question_leads_to_the_start()
    {
        using var browser = site.NewBrowser();
        foreach (var path in (string[])["/apply/tasks", "/apply/name", "/apply/area/proof", "/apply/check", "/apply/discard"])
        {
            Assert.Equal("/", (await browser.LookAsync(path)).Location);
        }
    }
}
