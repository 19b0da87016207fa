using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Post;

public sealed class PostTests(TestSite site) : IClassFixture<TestSite>
{
    private const string GeneralSecretary = "secretary.general@harmony.example";

    [Fact]
    public async Task A_letter_is_printed_with_its_address_and_marked_as_posted_once()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Received, email: null);
        var letter = await LetterAsync(id);
        using var browser = await site.SignedInAsync(GeneralSecretary);
        Assert.Contains("to post", (await browser.GetAsync("/work")).Words, StringComparison.Ordinal);
        var list = await browser.GetAsync("/post");
        Assert.True(list.LeadsTo($"/post/{letter}"));
        Assert.DoesNotContain("Chandlers Row", list.Words, StringComparison.Ordinal);
        Assert.False(await HasOpenedAsync(id));

        var printed = await browser.GetAsync($"/post/{letter}");
        Assert.Contains("Chandlers Row", printed.Document.QuerySelector("address")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(reference, printed.Words, StringComparison.Ordinal);
        Assert.True(await HasOpenedAsync(id));

        await browser.GetAsync($"/post/{letter}/posted");
        Assert.Equal(["The day you posted it cannot be in the future"], (await browser.PostFormAsync(browser.Own, ("PostedOn.Year", "2031"))).Errors);
        Assert.Contains(
            "so it was posted then or later", Assert.Single((await browser.PostFormAsync(browser.Own, ("PostedOn.Year", "2025"))).Errors), StringComparison.Ordinal);
        var done = await browser.SendAsync(browser.Own, ("PostedOn.Year", "2026"));
        Assert.Contains("is marked as posted", done.Words, StringComparison.Ordinal);
        var again = await browser.GetAsync($"/post/{letter}/posted");
        Assert.Contains("It was posted on", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_found_by_case_and_kind_and_an_empty_list_says_so()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Received, 3, email: null);
        var letter = await LetterAsync(id);
        using var browser = await site.SignedInAsync(GeneralSecretary);
        var found = await browser.GetAsync($"/post?Reference={reference.ToLowerInvariant()}&Kind=Acknowledgement");
        Assert.True(found.LeadsTo($"/post/{letter}"));
        var other = await browser.GetAsync($"/post?Reference={reference}&Kind=Rejection");
        Assert.False(other.LeadsTo($"/post/{letter}"));
        Assert.Contains("No letter of that kind waits to be posted.", other.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("research@harmony.example")]
    [InlineData("wexcombe@harmony.example")]
    [InlineData("member@harmony.example")]
    [InlineData("operations@harmony.example")]
    public async Task Addresses_are_for_the_General_Secretary_alone(string who)
    {
        var (id, _, _) = await site.ApplicationAtAsync(Stage.Received, 1, email: null);
        using var browser = await site.SignedInAsync(who);

        foreach (var path in (string[])["/post", $"/post/{await LetterAsync(id)}", $"/post/{Guid.Empty}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task A_letter_that_is_read_on_the_applicants_page_is_not_there_to_be_posted()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Received, 2);
        var letter = await LetterAsync(id);
        using var browser = await site.SignedInAsync(GeneralSecretary);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/post/{letter}")).Status);
        var read = await browser.GetAsync($"/cases/{reference}/letters/{letter}");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.DoesNotContain("Chandlers Row", read.Words, StringComparison.Ordinal);
    }

    private Task<Guid> LetterAsync(Guid application) => site.InDatabaseAsync(db =>
        db.Set<ApplicantLetter>().Where(l => l.ApplicationId == application).Select(l => l.Id).FirstAsync());

    private Task<bool> HasOpenedAsync(Guid application) => site.InDatabaseAsync(db =>
        db.Set<OriginalOpening>().AnyAsync(o => o.ApplicationId == application));
}
