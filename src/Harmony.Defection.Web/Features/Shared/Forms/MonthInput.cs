using System.Globalization;
using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>A month of a year as it was typed: two boxes, of which the month may be a name.</summary>
public sealed class MonthInput
{
    public string? Month { get; set; }

    public string? Year { get; set; }

    /// <summary>The month, when the two parts make one.</summary>
    public MonthYear? Value =>
        TypedText.Month(Month) is { } month && TypedText.Year(Year) is { } year ? new MonthYear(month, year) : null;

    /// <summary>Whether nothing was typed at all.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>The boxes filled with a month.</summary>
    public static MonthInput Of(MonthYear? month) => month is not { IsKnown: true } known
        ? new()
        : new()
        {
            Month = known.Month.ToString(CultureInfo.InvariantCulture),
            Year = known.Year.ToString("0000", CultureInfo.InvariantCulture),
        };

    /// <summary>What is wrong with it; nothing when it is a real month.</summary>
    /// <param name="what">What the month is, as it stands in the middle of a sentence: "the month you started".</param>
    public InputFault? Fault(string what) =>
        IsEmpty ? new(nameof(Month), $"Enter {what}") : MonthAndYear.Fault(Month, Year, TypedText.Capital(what));
}

/// <summary>What days and months have in common.</summary>
internal static class MonthAndYear
{
    /// <summary>What is wrong with the two; nothing when they make a month of a year.</summary>
    public static InputFault? Fault(string? month, string? year, string subject)
    {
        if (string.IsNullOrWhiteSpace(month))
        {
            return new("Month", $"{subject} must include a month");
        }

        if (string.IsNullOrWhiteSpace(year))
        {
            return new("Year", $"{subject} must include a year");
        }

        if (TypedText.Month(month) is null)
        {
            return new("Month", "The month must be a number between 1 and 12, or its name");
        }

        return TypedText.Year(year) is null ? new("Year", "The year must have four digits, like 1983") : null;
    }
}
