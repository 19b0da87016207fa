namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>How long a letter that could not be sent waits until it is tried again; after about three days it is given up (MA2).</summary>
public static class BackOff
{
    /// <summary>The wait after the first failure, after the second, and so on.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(3),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The wait after so many failures, from 1 on; nothing when the letter is given up.</summary>
    public static TimeSpan? After(int failures) => failures <= Waits.Count ? Waits[failures - 1] : null;
}
