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
    /// <param name="missing">What is said where parts are missing.</param>
    public InputFault? Fault(MissingParts missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        return IsEmpty ? new(nameof(Month), T(missing.All)) : MonthAndYear.Fault(Month, Year, missing);
    }
}

/// <summary>What days and months have in common.</summary>
internal static class MonthAndYear
{
    /// <summary>What is wrong with the two; nothing when they make a month of a year.</summary>
    public static InputFault? Fault(string? month, string? year, MissingParts missing)
    {
        if (string.IsNullOrWhiteSpace(month))
        {
            return new("Month", T(missing.Month));
        }

        if (string.IsNullOrWhiteSpace(year))
        {
            return new("Year", T(missing.Year));
        }

        if (TypedText.Month(month) is null)
        {
            return new("Month", T("The month must be a number between 1 and 12, or its name"));
        }

        return TypedText.Year(year) is null ? new("Year", T("The year must have four digits, like 1983")) : null;
    }
}
