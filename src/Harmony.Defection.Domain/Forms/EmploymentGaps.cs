namespace Harmony.Defection.Domain.Forms;

/// <summary>A time for which a history lists no job.</summary>
/// <param name="From">The month in which the job before it ended.</param>
/// <param name="To">The month in which the next one began; nothing where none did.</param>
public sealed record EmploymentGap(MonthYear From, MonthYear? To)
{
    /// <summary>The gap in a sentence.</summary>
    public string Say() => To is { } to
        ? T($"No job is listed between {From.Say()} and {to.Say()}.")
        : T($"No job is listed after {From.Say()}.");
}

/// <summary>Finds the times between jobs (F12). Jobs may overlap; what is not listed is pointed at and never refused.</summary>
public static class EmploymentGaps
{
    /// <summary>Whole months between two jobs that are not pointed at yet.</summary>
    public const int MonthsUnremarked = 3;

    /// <summary>The gaps of a history, oldest first.</summary>
    /// <param name="jobs">The jobs, in any order.</param>
    /// <param name="now">The present month.</param>
    public static IReadOnlyList<EmploymentGap> In(IEnumerable<Job> jobs, MonthYear now)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var gaps = new List<EmploymentGap>();
        MonthYear? covered = null;
        foreach (var job in jobs.OrderBy(j => j.From))
        {
            if (covered is { } until && Months(until, job.From) > MonthsUnremarked)
            {
                gaps.Add(new EmploymentGap(until, job.From));
            }

            var ends = job.To ?? now;
            covered = covered is { } before && before > ends ? before : ends;
        }

        if (covered is { } last && Months(last, now) > MonthsUnremarked)
        {
            gaps.Add(new EmploymentGap(last, null));
        }

        return gaps;
    }

    /// <summary>Whole months that lie between two months.</summary>
    private static int Months(MonthYear from, MonthYear to) => (((to.Year - from.Year) * 12) + to.Month) - from.Month - 1;
}
