using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Sanitisation;

public sealed class CopyTests(TestSite site) : IClassFixture<TestSite>
{
    private const string First = "research@harmony.example", Second = "research.second@harmony.example",
        GeneralSecretary = "secretary.general@harmony.example", Secretary = "wexcombe@harmony.example";

    [Theory]
    [InlineData("release-copy")]
    [InlineData("recall-copy")]
    [InlineData("release-copy-again")]
    public async Task Only_Research_and_the_General_Secretary_find_the_steps(string step)
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        foreach (var email in new[] { Secretary, "member@harmony.example", "participant@harmony.example", "elections@harmony.example", "operations@harmony.example" })
        {
            using var browser = await site.SignedInAsync(email);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/cases/{reference}/{step}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync($"/cases/{reference}/{step}")).Status);
        }
    }

    [Fact]
    public async Task Whoever_prepared_a_copy_is_told_why_they_do_not_release_it()
    {
        var reference = await PreparedAsync();
        using var browser = await site.SignedInAsync(First);

        var page = await browser.GetAsync($"/cases/{reference}/release-copy");

        Assert.Contains("not whoever prepared it", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.Forms, f => f.Action.EndsWith("release-copy", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/cases/{reference}/release-copy")).Status);
    }

    [Fact]
    public async Task Another_researcher_reads_the_copy_with_a_count_of_what_was_removed_and_releases_it()
    {
        var reference = await PreparedAsync();
        using var browser = await site.SignedInAsync(Second);

        var page = await browser.GetAsync($"/cases/{reference}/release-copy");

        Assert.Contains("[phone removed]", page.Words, StringComparison.Ordinal);
        Assert.Contains("Phone: 1", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("07700", page.Text, StringComparison.Ordinal);

        var done = await browser.PostFormAsync($"/cases/{reference}/release-copy");

        Assert.Equal($"/cases/{reference}", done.Location);
        await browser.GetAsync($"/cases/{reference}/copy");
        Assert.Contains("In force", browser.Shown.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_is_released_already_is_not_released_a_second_time()
    {
        var reference = await PreparedAsync();
        using var browser = await site.SignedInAsync(Second);
        await browser.GetAsync($"/cases/{reference}/release-copy");
        await browser.PostFormAsync($"/cases/{reference}/release-copy");
        await browser.GetAsync("/work");

        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/cases/{reference}/release-copy")).Status);
    }

    [Fact]
    public async Task The_General_Secretary_stands_in_only_after_seven_days()
    {
        var reference = await PreparedAsync();
        using (var early = await site.SignedInAsync(GeneralSecretary))
        {
            var page = await early.GetAsync($"/cases/{reference}/release-copy");
            Assert.Contains("when nobody else was free for 7 days", page.Words, StringComparison.Ordinal);
            Assert.Contains("That is from", page.Words, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, (await early.ForgeAsync($"/cases/{reference}/release-copy")).Status);
        }

        site.Walk.Pass(TimeSpan.FromDays(8));
        using var late = await site.SignedInAsync(GeneralSecretary);
        await late.GetAsync($"/cases/{reference}/release-copy");

        Assert.Equal($"/cases/{reference}", (await late.PostFormAsync($"/cases/{reference}/release-copy")).Location);
    }

    [Fact]
    public async Task Nothing_is_released_before_it_is_prepared()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Sanitisation);
        using var browser = await site.SignedInAsync(Second);

        Assert.Contains("Nothing is prepared yet", (await browser.GetAsync($"/cases/{reference}/release-copy")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/cases/{reference}/release-copy")).Status);
    }

    [Fact]
    public async Task A_recall_needs_a_reason_and_takes_the_copy_from_the_page()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using var browser = await site.SignedInAsync(Second);
        await browser.GetAsync($"/cases/{reference}/recall-copy");

        var without = await browser.SendAsync($"/cases/{reference}/recall-copy");
        Assert.Contains("Write the reason; it stays in the history of the case", without.Errors);

        var done = await browser.PostFormAsync($"/cases/{reference}/recall-copy", ("Reason", "A street name was left in."));
        Assert.Equal($"/cases/{reference}", done.Location);

        var copy = await browser.GetAsync($"/cases/{reference}/copy");
        Assert.Contains("Recalled", copy.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Marged Okafor", copy.Document.QuerySelector(".hd-copy")?.TextContent ?? string.Empty, StringComparison.Ordinal);

        var again = await browser.ForgeAsync($"/cases/{reference}/recall-copy", ("Reason", "Twice."));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("No copy is out: there is nothing to recall", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one_with_a_reason()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        var first = await site.Walk.PersonAsync(First);
        await site.UseAsync<SanitisingDesk, bool>(async d =>
        {
            await d.PrepareAsync(id, first);
            return true;
        });
        using var browser = await site.SignedInAsync(Second);

        var page = await browser.GetAsync($"/cases/{reference}/release-copy-again");
        Assert.Contains("Version 2, in place of version 1", page.Words, StringComparison.Ordinal);
        Assert.Contains("Write the reason; it stays in the history of the case", (await browser.SendAsync($"/cases/{reference}/release-copy-again")).Errors);

        var done = await browser.PostFormAsync($"/cases/{reference}/release-copy-again", ("Reason", "A job title was wrong."));

        Assert.Equal($"/cases/{reference}", done.Location);
        var copy = await browser.GetAsync($"/cases/{reference}/copy");
        Assert.Contains("Version 2, in force", copy.Words, StringComparison.Ordinal);
        Assert.Contains("Replaced", copy.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_of_the_body_asked_reads_the_copy_and_not_who_made_it()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        using var secretary = await site.SignedInAsync(Secretary);

        var page = await secretary.GetAsync($"/cases/{reference}/copy");

        Assert.Contains("Marged Okafor", page.Document.QuerySelector(".hd-copy")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Priya Nand", page.Text, StringComparison.Ordinal);
        using var other = await site.SignedInAsync("saltshire@harmony.example");
        Assert.Equal(HttpStatusCode.NotFound, (await other.LookAsync($"/cases/{reference}/copy")).Status);
        using var research = await site.SignedInAsync(Second);
        Assert.Contains("Priya Nand", (await research.GetAsync($"/cases/{reference}/copy")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_copy_of_a_withdrawn_application_is_no_longer_shown()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Allocation);
        await site.UseAsync<Domain.Outcome.ClosingDesk, bool>(async d =>
        {
            await d.WithdrawAsync(id);
            return true;
        });
        using var research = await site.SignedInAsync(Second);

        var page = await research.GetAsync($"/cases/{reference}/copy");

        Assert.Null(page.Document.QuerySelector(".hd-copy"));
        Assert.Contains("no longer shown", page.Words, StringComparison.Ordinal);
    }

    private async Task<string> PreparedAsync()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Sanitisation);
        var first = await site.Walk.PersonAsync(First);
        await site.UseAsync<SanitisingDesk, bool>(async desk =>
        {
            var work = await desk.OpenAsync(id, first);
            await desk.RuleManyAsync(id, [.. Enumerable.Range(0, work.Rulings.Count)], RulingKind.Remove, null, first);
            await desk.PrepareAsync(id, first);
            return true;
        });
        return reference;
    }
}
