using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Hustings;

public sealed class HustingsTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Secretary = "wexcombe@harmony.example", GeneralSecretary = "secretary.general@harmony.example",
        Link = "https://meet.harmony.example/weir";

    [Theory]
    [InlineData("announce-hustings")]
    [InlineData("offer-new-date")]
    [InlineData("record-hustings-held")]
    [InlineData("record-hustings-offered")]
    public async Task Only_the_chair_finds_the_steps(string step)
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        string[] others =
        [
            GeneralSecretary, "saltshire@harmony.example", "elections@harmony.example", "research@harmony.example", "operations@harmony.example",
            "member@harmony.example", "participant@harmony.example",
        ];
        foreach (var email in others)
        {
            using var browser = await site.SignedInAsync(email);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/cases/{reference}/{step}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync($"/cases/{reference}/{step}")).Status);
        }

        using var chair = await site.SignedInAsync(Secretary);
        Assert.Equal(HttpStatusCode.OK, (await chair.LookAsync($"/cases/{reference}/{step}")).Status);
    }

    [Fact]
    public async Task A_date_too_soon_is_refused_with_the_earliest_one_and_what_was_typed_stays()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using var browser = await site.SignedInAsync(Secretary);
        await browser.GetAsync($"/cases/{reference}/announce-hustings");
        var earliest = site.Clock.Now().AddDays(7);

        var page = await browser.SendAsync($"/cases/{reference}/announce-hustings", Date(site.Clock.Now().AddDays(6)));

        Assert.Contains(page.Errors, e => e.Contains("needs 7 days’ notice", StringComparison.Ordinal) && e.Contains(UkTime.SayWithWeekday(earliest), StringComparison.Ordinal));
        Assert.Equal("Dene Hall, Weir Street", page.Document.QuerySelector("#Place")!.TextContent.Trim());
        Assert.Equal("9pm", page.Document.QuerySelector("#Ends")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_empty_form_says_what_is_missing()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using var browser = await site.SignedInAsync(Secretary);
        await browser.GetAsync($"/cases/{reference}/announce-hustings");

        var page = await browser.SendAsync($"/cases/{reference}/announce-hustings");

        Assert.Equal(["Choose how the hustings is held", "Enter the start of the hustings", "Enter the time at which it ends, like 9pm"], page.Errors);
    }

    [Theory]
    [InlineData("Online", "JoiningLink", "", "Enter the link by which people join")]
    [InlineData("Online", "JoiningLink", "javascript:alert(1)", "The link must begin with https://")]
    [InlineData("InPerson", "Place", "", "Enter the hall and its address")]
    [InlineData("Both", "Ends", "6pm", "The end must be later on the same day than the start")]
    [InlineData("Both", "Ends", "9:00", "Say whether the end is in the morning or evening, like 9pm or 21:00")]
    public async Task What_the_way_of_meeting_needs_must_be_given(string kind, string field, string typed, string message)
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using var browser = await site.SignedInAsync(Secretary);
        await browser.GetAsync($"/cases/{reference}/announce-hustings");

        var page = await browser.SendAsync(
            $"/cases/{reference}/announce-hustings",
            [.. Date(site.Clock.Now().AddDays(9)).Where(v => v.Name != field && v.Name != "Kind"), ("Kind", kind), (field, typed)]);

        Assert.Equal([message], page.Errors);
    }

    [Fact]
    public async Task A_hustings_is_announced_once_and_its_link_is_for_the_chair_alone()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using var browser = await site.SignedInAsync(Secretary);
        await browser.GetAsync($"/cases/{reference}/announce-hustings");
        var date = Date(site.Clock.Now().AddDays(9));

        var page = await browser.SendAsync($"/cases/{reference}/announce-hustings", date);

        Assert.Equal("Hustings", page.Title);
        Assert.Contains("Not answered yet", page.Words, StringComparison.Ordinal);
        Assert.Contains(Link, page.Text, StringComparison.Ordinal);
        using var general = await site.SignedInAsync(GeneralSecretary);
        var seen = await general.GetAsync($"/cases/{reference}/hustings");
        Assert.Contains("Dene Hall", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Link, seen.Text, StringComparison.Ordinal);

        var again = await browser.ForgeAsync($"/cases/{reference}/announce-hustings", date);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("A date was announced already", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_date_takes_the_place_of_the_old_one_which_stays_readable()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        await site.Walk.AnnounceAsync(id);
        using var browser = await site.SignedInAsync(Secretary);
        var form = await browser.GetAsync($"/cases/{reference}/offer-new-date");
        Assert.Contains("Dene Community Hall", form.Document.QuerySelector("#Place")!.TextContent, StringComparison.Ordinal);

        var page = await browser.SendAsync($"/cases/{reference}/offer-new-date", Date(site.Clock.Now().AddDays(20)));

        Assert.Contains("Replaced by a new date", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, await site.InDatabaseAsync(c => c.Set<Gathering>().CountAsync(g => g.ApplicationId == id)));
    }

    [Fact]
    public async Task No_new_date_is_offered_before_a_first_one()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using var browser = await site.SignedInAsync(Secretary);

        Assert.Contains("No date was announced yet", (await browser.GetAsync($"/cases/{reference}/offer-new-date")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hustings_is_recorded_once_its_time_has_come_and_declares_a_period_of_seven_days_or_more()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        var ends = await site.Walk.AnnounceAsync(id);
        using (var early = await site.SignedInAsync(Secretary))
        {
            var closed = await early.GetAsync($"/cases/{reference}/record-hustings-held");
            Assert.Contains("This opens once the announced time has come", closed.Words, StringComparison.Ordinal);
            var forged = await early.ForgeAsync($"/cases/{reference}/record-hustings-held", Day(UkTime.Day(site.Clock.Now()).AddDays(10)));
            Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        }

        site.Clock.SetUtcNow(new DateTimeOffset(ends));
        using var browser = await site.SignedInAsync(Secretary);
        var page = await browser.GetAsync($"/cases/{reference}/record-hustings-held");
        var earliest = UkTime.Day(ends).AddDays(7);
        Assert.Equal(earliest.Day.ToString(), page.Document.QuerySelector("#LastDay_Day")!.GetAttribute("value"));

        var tooSoon = await browser.SendAsync($"/cases/{reference}/record-hustings-held", Day(earliest.AddDays(-1)));
        Assert.Contains(tooSoon.Errors, e => e.Contains("at least 7 full days", StringComparison.Ordinal) && e.Contains(UkTime.SayWithWeekday(earliest), StringComparison.Ordinal));
        var tooLate = await browser.SendAsync($"/cases/{reference}/record-hustings-held", Day(earliest.AddDays(22)));
        Assert.Contains(tooLate.Errors, e => e.Contains("at most 28 days", StringComparison.Ordinal));

        var done = await browser.PostFormAsync($"/cases/{reference}/record-hustings-held", Day(earliest));

        Assert.Equal($"/cases/{reference}", done.Location);
        var stage = await site.InDatabaseAsync(c => c.Set<DefectionApplication>().Where(a => a.Id == id).Select(a => a.Stage).SingleAsync());
        Assert.Equal(Stage.Deliberation, stage);
        await browser.GetAsync("/work");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/cases/{reference}/record-hustings-held", Day(earliest))).Status);
    }

    [Fact]
    public async Task It_counts_as_not_attended_only_after_a_second_date_was_offered()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        site.Clock.SetUtcNow(new DateTimeOffset(await site.Walk.AnnounceAsync(id)));
        using (var once = await site.SignedInAsync(Secretary))
        {
            Assert.Contains("offered one new date", (await once.GetAsync($"/cases/{reference}/record-hustings-offered")).Words, StringComparison.Ordinal);
            await once.GetAsync($"/cases/{reference}/offer-new-date");
            await once.SendAsync($"/cases/{reference}/offer-new-date", Date(site.Clock.Now().AddDays(9)));
        }

        site.Walk.Pass(TimeSpan.FromDays(10));
        using var browser = await site.SignedInAsync(Secretary);
        Assert.True((await browser.GetAsync($"/cases/{reference}/hustings")).LeadsTo($"/cases/{reference}/record-hustings-offered"));
        await browser.GetAsync($"/cases/{reference}/record-hustings-offered");

        Assert.Equal($"/cases/{reference}", (await browser.PostFormAsync($"/cases/{reference}/record-hustings-offered")).Location);
        var page = await browser.GetAsync($"/cases/{reference}/hustings");
        Assert.Contains("Offered and not attended", page.Words, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Date(DateTime day)
    {
        var local = UkTime.Day(day);
        return
        [
            ("Kind", "Both"), ("Starts.Day", $"{local.Day}"), ("Starts.Month", $"{local.Month}"), ("Starts.Year", $"{local.Year}"), ("Starts.Time", "7:30pm"),
            ("Ends", "9pm"), ("Place", "Dene Hall, Weir Street"), ("JoiningLink", Link),
        ];
    }

    private static (string Name, string Value)[] Day(DateOnly day) =>
        [("LastDay.Day", $"{day.Day}"), ("LastDay.Month", $"{day.Month}"), ("LastDay.Year", $"{day.Year}")];
}
