using System.Globalization;
using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Domain.Tests.Forms;

/// <summary>F12: times between jobs are pointed at when they are longer than three months.</summary>
public sealed class EmploymentGapsTests
{
    private static readonly MonthYear Now = new(6, 2026);

    [Theory]
    [InlineData("3.2015-8.2018 12.2018-", "")]
    [InlineData("3.2015-8.2018 1.2019-", "No job is listed between August 2018 and January 2019.")]
    [InlineData("1.2019- 3.2015-8.2018", "No job is listed between August 2018 and January 2019.")]
    [InlineData("3.2010-8.2020 1.2012-2.2013 1.2021-", "No job is listed between August 2020 and January 2021.")]
    [InlineData("3.2010- 1.2012-2.2013", "")]
    [InlineData("3.2010-2.2026", "")]
    [InlineData("3.2010-1.2026", "No job is listed after January 2026.")]
    [InlineData("1.2001-1.2002 1.2003-1.2004", "No job is listed between January 2002 and January 2003. No job is listed after January 2004.")]
    [InlineData("", "")]
    public void Gaps_of_more_than_three_months_are_found_whatever_the_order_and_overlap(string jobs, string expected)
    {
        var history = jobs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(span => span.Split('-'))
            .Select(span => new Job(Guid.NewGuid(), "Job", "Employer", Month(span[0])!.Value, Month(span[1])));
        Assert.Equal(expected, string.Join(' ', EmploymentGaps.In(history, Now).Select(g => g.Say())));
    }

    private static MonthYear? Month(string text) => text.Length == 0
        ? null
        : new MonthYear(int.Parse(text.Split('.')[0], CultureInfo.InvariantCulture), int.Parse(text.Split('.')[1], CultureInfo.InvariantCulture));
}
