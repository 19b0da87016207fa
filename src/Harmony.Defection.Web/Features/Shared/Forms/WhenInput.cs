using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>A UK local day and time as it was typed: three boxes and a time such as 7:30pm.</summary>
public sealed class WhenInput
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public string? Time { get; set; }

    /// <summary>The instant in UTC, when the parts make one.</summary>
    public DateTime? Utc => Fault("the time") is null ? UkTime.ToUtc(Local()) : null;

    /// <summary>Whether nothing was typed at all.</summary>
    public bool IsEmpty => Date().IsEmpty && string.IsNullOrWhiteSpace(Time);

    /// <summary>The boxes filled with an instant.</summary>
    public static WhenInput Of(DateTime? utc)
    {
        if (utc is not { } known)
        {
            return new();
        }

        var day = DateInput.Of(UkTime.Day(known));
        return new() { Day = day.Day, Month = day.Month, Year = day.Year, Time = UkTime.SayClock(known) };
    }

    /// <summary>What is wrong with it; nothing when it is a real UK time.</summary>
    /// <param name="what">What the time is, as it stands in the middle of a sentence: "the start of the hustings".</param>
    public InputFault? Fault(string what)
    {
        if (Date().Fault(MissingParts.Of(what)) is { } fault)
        {
            return fault;
        }

        return ClockText.Read(Time, out _) switch
        {
            ClockFault.Missing => new(nameof(Time), $"{TypedText.Capital(what)} must include a time, like 7:30pm"),
            ClockFault.MorningOrEvening => new(nameof(Time), "Say whether it is morning or evening, like 7:30pm or 19:30"),
            ClockFault.NotATime => new(nameof(Time), "Enter a time like 7:30pm or 19:30"),
            _ when UkTime.Zone.IsInvalidTime(Local()) => new(nameof(Time), "The clocks go forward in that hour, so there is no such time"),
            _ => null,
        };
    }

    private DateInput Date() => new() { Day = Day, Month = Month, Year = Year };

    private DateTime Local()
    {
        ClockText.Read(Time, out var time);
        return Date().Value!.Value.ToDateTime(time);
    }
}
