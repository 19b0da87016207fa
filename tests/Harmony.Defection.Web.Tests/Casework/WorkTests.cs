using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Casework;

public sealed class WorkTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Research = "research@harmony.example",
        GeneralSecretary = "secretary.general@harmony.example",
        Secretary = "wexcombe@harmony.example",
        Member = "member@harmony.example";

    [Fact]
    public async Task A_researcher_sees_what_nobody_has_taken_and_takes_it()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = await site.SignedInAsync(Research);

        var work = await browser.GetAsync("/work");
        Assert.Equal("Your work", work.Title);
        Assert.Contains("Unclaimed", work.Words, StringComparison.Ordinal);
        Assert.True(work.LeadsTo($"/cases/{reference}"));

        await browser.GetAsync($"/cases/{reference}");
        var taken = await browser.SendAsync($"/cases/{reference}/begin-verification");
        Assert.Contains("The case is yours", taken.Words, StringComparison.Ordinal);
        Assert.Contains("Your step: finish the checks", taken.Words, StringComparison.Ordinal);

        var mine = await browser.GetAsync("/work?view=my-cases");
        Assert.True(mine.LeadsTo($"/cases/{reference}"));
    }

    [Fact]
    public async Task Two_researchers_who_take_one_case_at_once_do_not_both_get_it()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Received);
        using var first = await site.SignedInAsync(Research);
        using var second = await site.SignedInAsync("research.second@harmony.example");
        await first.GetAsync($"/cases/{reference}");
        await second.GetAsync($"/cases/{reference}");

        await first.SendAsync($"/cases/{reference}/begin-verification");
        var late = await second.PostFormAsync($"/cases/{reference}/begin-verification");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(late.Errors, e => e.Contains("is not open while an application is in the stage", StringComparison.Ordinal));
        Assert.DoesNotContain("Take this case", late.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_stands_first_and_says_by_how_much()
    {
        var (_, late, _) = await site.ApplicationAtAsync(Stage.Verification, 1);
        site.Clock.Advance(TimeSpan.FromDays(20));
        var (_, fresh, _) = await site.ApplicationAtAsync(Stage.Received, 2);
        using var browser = await site.SignedInAsync(GeneralSecretary);

        var work = await browser.GetAsync("/work");

        Assert.True(work.LeadsTo($"/cases/{late}"));
        Assert.False(work.LeadsTo($"/cases/{fresh}"));
        Assert.StartsWith("Overdue", work.Document.QuerySelector("tr.is-group")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Matches(@"\d+ days late", work.Document.QuerySelector("tr.is-late")!.TextContent);
    }

    [Fact]
    public async Task A_secretary_sees_what_is_offered_to_their_Society_and_no_other()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Allocation, 3);
        using var ours = await site.SignedInAsync(Secretary);
        using var theirs = await site.SignedInAsync("dene.vale@harmony.example");

        Assert.True((await ours.GetAsync("/work")).LeadsTo($"/cases/{reference}"));
        var other = await theirs.GetAsync("/work");
        Assert.False(other.LeadsTo($"/cases/{reference}"));
        Assert.DoesNotContain(reference, other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Member_sees_that_something_is_open_and_nothing_of_who_did_what()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Ballot, 4);
        using var browser = await site.SignedInAsync(Member);

        var work = await browser.GetAsync("/work");

        Assert.True(work.LeadsTo($"/assembly/{reference}/ballot"));
        Assert.Contains("Ballot open", work.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("voted", work.Words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Unclaimed", work.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_found_by_its_reference_in_any_letters_and_by_whole_words_of_the_name()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Received, 5);
        using var browser = await site.SignedInAsync(Research);

        var byReference = await browser.GetAsync($"/work/find?Reference={reference.ToLowerInvariant()}");
        Assert.Equal("One case found", byReference.Title);

        await browser.GetAsync("/work");
        var byName = await browser.SendAsync("/work/find", ("Name", "KERRIGAN"));
        Assert.True(byName.LeadsTo($"/cases/{reference}"));

        await browser.GetAsync("/work");
        Assert.Equal("No case found", (await browser.SendAsync("/work/find", ("Name", "Kerri"))).Title);
    }

    [Fact]
    public async Task An_empty_name_is_asked_for_again()
    {
        using var browser = await site.SignedInAsync(Research);
        await browser.GetAsync("/work");

        var page = await browser.PostFormAsync("/work/find", ("Name", " - "));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Enter a word of the name"], page.Errors);
    }

    [Theory]
    [InlineData(Secretary)]
    [InlineData(Member)]
    [InlineData("operations@harmony.example")]
    public async Task Looking_cases_up_is_for_Research_and_the_General_Secretary(string who)
    {
        using var browser = await site.SignedInAsync(who);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/work/find?Stage=Received")).Status);
        Assert.False((await browser.GetAsync("/work")).LeadsTo("/work/find"));
    }
}
