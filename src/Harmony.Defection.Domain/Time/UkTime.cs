using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Time;

/// <summary>
/// The Party's clock on the wall: Europe/London. Everything is stored in UTC; what people read, in their language, and the last second of a day
/// come from here.
/// </summary>
public static class UkTime
{
    /// <summary>Europe/London, whose summer time the process has to live with.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The UK's local time of a UTC instant.</summary>
    public static DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>
    /// The UTC instant of a UK local time. A time that a clock change makes ambiguous is taken as the earlier one; a time it skips is
    /// moved on by the hour that was skipped.
    /// </summary>
    public static DateTime ToUtc(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    /// <summary>The UK's calendar day of a UTC instant.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(ToLocal(utc));

    /// <summary>The last second, 23:59:59 UK local time, of a day, in UTC.</summary>
    public static DateTime EndOfDay(DateOnly day) => ToUtc(day.ToDateTime(new TimeOnly(23, 59, 59)));

    /// <summary>A day in words: "5 June 2026".</summary>
    public static string Say(DateOnly day) => day.ToString("d MMMM yyyy", Languages.Spoken);

    /// <summary>A day with its weekday: "Friday 5 June 2026".</summary>
    public static string SayWithWeekday(DateOnly day) => day.ToString("dddd d MMMM yyyy", Languages.Spoken);

    /// <summary>An instant in words, UK local time: "5 June 2026, 7:30pm".</summary>
    public static string Say(DateTime utc) => $"{Say(Day(utc))}, {SayClock(utc)}";

    /// <summary>An instant with its weekday: "Friday 5 June 2026, 7:30pm".</summary>
    public static string SayWithWeekday(DateTime utc) => $"{SayWithWeekday(Day(utc))}, {SayClock(utc)}";

    /// <summary>The time of day, UK local time: "7:30pm", "7pm"; in Welsh "7:30yh".</summary>
    public static string SayClock(DateTime utc)
    {
        var local = ToLocal(utc);
        var format = local.Minute == 0 ? "htt" : "h:mmtt";
        return local.ToString(format, Languages.Spoken).Replace(" ", string.Empty, StringComparison.Ordinal).ToLower(Languages.Spoken);
    }
}

/// <summary>The moment now, as everything here wants it.</summary>
public static class TimeProviderExtensions
{
    /// <summary>Now, in UTC, to the millisecond, so that what is compared in memory equals what both databases store.</summary>
    public static DateTime Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }
}
