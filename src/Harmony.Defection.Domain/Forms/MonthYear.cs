using Harmony.Defection.Domain.Wording;
using System.Runtime.InteropServices;

namespace Harmony.Defection.Domain.Forms;

/// <summary>A month of a year, which is as exact as people remember jobs and moves.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Year">The year.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MonthYear(int Month, int Year) : IComparable<MonthYear>
{
    /// <summary>Whether it names a month. One that could not be read on paper does not (P1).</summary>
    public bool IsKnown => Month != 0;

    /// <summary>In words: "March 2019".</summary>
    public string Say() => !IsKnown ? T("not known") : new DateOnly(Year, Month, 1).ToString("MMMM yyyy", Languages.Spoken);

    /// <inheritdoc />
    public int CompareTo(MonthYear other) => (Year, Month).CompareTo((other.Year, other.Month));

    public static bool operator <(MonthYear left, MonthYear right) => left.CompareTo(right) < 0;

    public static bool operator >(MonthYear left, MonthYear right) => left.CompareTo(right) > 0;

    public static bool operator <=(MonthYear left, MonthYear right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MonthYear left, MonthYear right) => left.CompareTo(right) >= 0;
}
