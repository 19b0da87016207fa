using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Tests.Time;

/// <summary>The Party's clock through both changes of the year, and periods that span them (rule 10).</summary>
public sealed class UkTimeTests
{
    [Theory]
    [InlineData("2026-06-05", "2026-06-05T22:59:59")]
    [InlineData("2026-01-05", "2026-01-05T23:59:59")]
    [InlineData("2026-03-28", "2026-03-28T23:59:59")]
    [InlineData("2026-03-29", "2026-03-29T22:59:59")]
    [InlineData("2026-10-24", "2026-10-24T22:59:59")]
    [InlineData("2026-10-25", "2026-10-25T23:59:59")]
    public void A_day_ends_at_its_last_second_in_UK_local_time(string day, string utc) =>
        Assert.Equal(Utc(utc), UkTime.EndOfDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-06-05T22:59:59", "2026-06-05")]
    [InlineData("2026-06-05T23:00:00", "2026-06-06")]
    [InlineData("2026-12-05T23:59:59", "2026-12-05")]
    public void A_day_changes_at_midnight_in_the_UK(string utc, string day) => Assert.Equal(DateOnly.Parse(day), UkTime.Day(Utc(utc)));

    [Theory]
    [InlineData("2026-03-29T01:30:00", "2026-03-29T01:30:00")]
    [InlineData("2026-10-25T01:30:00", "2026-10-25T00:30:00")]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T02:30:00")]
    [InlineData("2026-07-01T19:30:00", "2026-07-01T18:30:00")]
    public void A_local_time_that_is_skipped_moves_on_and_one_that_comes_twice_is_the_earlier(string local, string utc) =>
        Assert.Equal(Utc(utc), UkTime.ToUtc(DateTime.Parse(local)));

    [Theory]
    [InlineData("2026-06-05T18:30:00", "Friday 5 June 2026, 7:30pm")]
    [InlineData("2026-12-05T09:00:00", "Saturday 5 December 2026, 9am")]
    [InlineData("2026-12-05T12:00:00", "Saturday 5 December 2026, 12pm")]
    public void An_instant_is_said_in_UK_local_time(string utc, string words) => Assert.Equal(words, UkTime.SayWithWeekday(Utc(utc)));

    [Theory]
    // Plain: held at 19:30 local, the seventh day after.
    [InlineData("2026-06-05T18:30:00", "2026-06-12")]
    // Over the October change seven local days are 169 hours, so the same weekday is enough.
    [InlineData("2026-10-20T18:30:00", "2026-10-27")]
    [InlineData("2026-10-20T22:59:59", "2026-10-27")]
    // Over the March change seven local days are 167 hours: what ends after 22:59:59 local needs one day more.
    [InlineData("2026-03-24T22:59:59", "2026-03-31")]
    [InlineData("2026-03-24T23:00:00", "2026-04-01")]
    // Declared in a day's last moment, after its last full second.
    [InlineData("2026-06-05T22:59:59.5", "2026-06-13")]
    public void A_period_ends_at_least_seven_times_24_hours_on(string declared, string lastDay)
    {
        var at = Utc(declared);
        var earliest = DecisionPeriod.EarliestLastDay(at, 7);
        Assert.Equal(DateOnly.Parse(lastDay), earliest);
        Assert.True(UkTime.EndOfDay(earliest) >= at.AddDays(7));
        Assert.True(UkTime.EndOfDay(earliest.AddDays(-1)) < at.AddDays(7));
    }

    [Fact]
    public void The_clock_gives_milliseconds_as_the_databases_keep_them()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 10, 0, 0, TimeSpan.Zero).AddTicks(12_345));
        Assert.Equal(new DateTime(2026, 6, 1, 10, 0, 0, 1, DateTimeKind.Utc), clock.Now());
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text), DateTimeKind.Utc);
}
