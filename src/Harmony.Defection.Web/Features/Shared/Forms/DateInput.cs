using System.Globalization;

namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>A day as it was typed: three boxes, of which the month may be a name.</summary>
public sealed class DateInput
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    /// <summary>The day, when the three parts make one.</summary>
    public DateOnly? Value => Fault(MissingParts.Of("the date")) is null ? Made() : null;

    /// <summary>Whether nothing was typed at all.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>The boxes filled with a day.</summary>
    public static DateInput Of(DateOnly? day) => day is not { } known
        ? new()
        : new()
        {
            Day = known.Day.ToString(CultureInfo.InvariantCulture),
            Month = known.Month.ToString(CultureInfo.InvariantCulture),
            Year = known.Year.ToString("0000", CultureInfo.InvariantCulture),
        };

    /// <summary>What is wrong with it; nothing when it is a real day.</summary>
    /// <param name="missing">What is said where parts are missing.</param>
    public InputFault? Fault(MissingParts missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        if (IsEmpty)
        {
            return new(nameof(Day), T(missing.All));
        }

        if (string.IsNullOrWhiteSpace(Day))
        {
            return new(nameof(Day), T(missing.Day));
        }

        if (MonthAndYear.Fault(Month, Year, missing) is { } fault)
        {
            return fault;
        }

        if (TypedText.Number(Day) is not (>= 1 and <= 31))
        {
            return new(nameof(Day), T("The day must be a number between 1 and 31"));
        }

        return Made() is null ? new(nameof(Day), NoSuchDay()) : null;
    }

    private DateOnly? Made() =>
        TypedText.Year(Year) is { } year && TypedText.Month(Month) is { } month && TypedText.Number(Day) is { } day
        && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private string NoSuchDay()
    {
        var (month, year) = (TypedText.Month(Month)!.Value, TypedText.Year(Year)!.Value);
        return T($"{TypedText.NameOf(month)} {year} has only {DateTime.DaysInMonth(year, month)} days");
    }
}
