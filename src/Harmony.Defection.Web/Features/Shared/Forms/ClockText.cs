namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>Reads a time of day as people write it: 7:30pm, 7.30 pm, 7pm, 19:30, 1930, noon.</summary>
public static class ClockText
{
    /// <summary>Reads the text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="time">The time of day.</param>
    /// <returns>What is the matter with it; nothing when it was read.</returns>
    public static ClockFault? Read(string? text, out TimeOnly time)
    {
        time = default;
        var typed = (text ?? string.Empty).Trim().ToLowerInvariant().Replace(" ", string.Empty, StringComparison.Ordinal)
            .Replace("a.m", "am", StringComparison.Ordinal).Replace("p.m", "pm", StringComparison.Ordinal).TrimEnd('.');
        switch (typed)
        {
            case "":
                return ClockFault.Missing;
            case "noon" or "midday" or "12noon":
                time = new TimeOnly(12, 0);
                return null;
            case "midnight" or "12midnight":
                return null;
        }

        var half = typed.EndsWith("am", StringComparison.Ordinal) ? "am" : typed.EndsWith("pm", StringComparison.Ordinal) ? "pm" : null;
        var digits = (half is null ? typed : typed[..^2]).Replace('.', ':');
        if (!Split(digits, half is not null, out var hour, out var minute))
        {
            return ClockFault.NotATime;
        }

        if (half is not null)
        {
            if (hour is < 1 or > 12)
            {
                return ClockFault.NotATime;
            }

            hour = (hour % 12) + (half == "pm" ? 12 : 0);
        }
        else if (hour is >= 1 and <= 11 && digits[0] != '0')
        {
            return ClockFault.MorningOrEvening;
        }

        time = new TimeOnly(hour, minute);
        return null;
    }

    private static bool Split(string digits, bool hasHalf, out int hour, out int minute)
    {
        minute = 0;
        var colon = digits.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 && digits.Length is 3 or 4)
        {
            colon = digits.Length - 2;
            digits = digits.Insert(colon, ":");
        }

        hour = TypedText.Number(colon < 0 ? digits : digits[..colon]) ?? -1;
        if (colon >= 0)
        {
            minute = digits.Length == colon + 3 ? TypedText.Number(digits[(colon + 1)..]) ?? -1 : -1;
        }
        else if (!hasHalf)
        {
            // "7" alone is not a time of day yet.
            return false;
        }

        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59;
    }
}

/// <summary>What can be the matter with a time of day.</summary>
public enum ClockFault
{
    /// <summary>Nothing was typed.</summary>
    Missing,

    /// <summary>It cannot be read as a time.</summary>
    NotATime,

    /// <summary>It could be morning or evening.</summary>
    MorningOrEvening,
}
