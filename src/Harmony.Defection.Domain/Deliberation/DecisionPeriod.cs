using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Deliberation;

/// <summary>
/// A declared period in which the assembly debates and determines (P11, P12). It ends at 23:59:59 UK local time; it can be extended
/// openly and is never shortened (rule 10).
/// </summary>
public sealed class DecisionPeriod
{
    private DecisionPeriod()
    {
    }

    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    /// <summary>1 for the first period, 2 for the one after a tie, and so on.</summary>
    public int Number { get; private init; }

    /// <summary>When it was declared, in UTC.</summary>
    public DateTime DeclaredAt { get; private init; }

    /// <summary>Its last moment, in UTC.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>How often it was extended.</summary>
    public int Extensions { get; private set; }

    /// <summary>Whether it has run out. True at once for every page and post, whether or not the clock's work is done.</summary>
    public bool IsOver(DateTime now) => now >= EndsAt;

    /// <summary>The first UK day on which a period declared now may end: at least 7 × 24 hours on (rule 10).</summary>
    public static DateOnly EarliestLastDay(DateTime declaredAt, int leastDays)
    {
        var day = UkTime.Day(declaredAt.AddDays(leastDays));
        return UkTime.EndOfDay(day) < declaredAt.AddDays(leastDays) ? day.AddDays(1) : day;
    }

    internal static DecisionPeriod Declare(Guid application, int number, DateTime at, DateOnly lastDay) => new()
    {
        Id = Guid.CreateVersion7(),
        ApplicationId = application,
        Number = number,
        DeclaredAt = at,
        EndsAt = UkTime.EndOfDay(lastDay),
    };

    internal void ExtendTo(DateOnly lastDay)
    {
        EndsAt = UkTime.EndOfDay(lastDay);
        Extensions++;
    }

    /// <summary>
    /// Gives back the time for which the clocks stood still, up to the end of a UK day; a period that was over before stays over (rule 28).
    /// </summary>
    internal void MoveOn(DateTime since, TimeSpan stood) =>
        EndsAt = IsOver(since) ? EndsAt + stood : UkTime.EndOfDay(UkTime.Day(EndsAt + stood));
}
