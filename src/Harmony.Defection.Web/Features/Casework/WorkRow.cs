using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>What of a case settles whom it waits for and until when. Clear columns only: nothing here has to be opened.</summary>
public sealed record WorkRow
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>When the stage began, in UTC.</summary>
    public required DateTime StageSince { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>When the clock next has something to do, in UTC.</summary>
    public DateTime? NextDueAt { get; init; }

    /// <summary>Since when the clocks stand still, in UTC (rule 28).</summary>
    public DateTime? SuspendedSince { get; init; }

    /// <summary>When "no consensus" was recorded, in UTC.</summary>
    public DateTime? NoConsensusAt { get; init; }

    public Guid? ResearcherId { get; init; }

    public Guid? AssemblySocietyId { get; init; }

    public Guid? ReopeningProposedBy { get; init; }

    /// <summary>The body that is asked now, or carries out the duties.</summary>
    public Guid? AskedSocietyId { get; init; }

    /// <summary>When it was asked, in UTC.</summary>
    public DateTime? AskedAt { get; init; }

    /// <summary>Whether another body could be asked after it.</summary>
    public bool HasNextBody { get; init; }

    /// <summary>Who prepared the copy that waits for its release.</summary>
    public Guid? PreparedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTime? PreparedAt { get; init; }

    /// <summary>Who proposed to close it as not genuine.</summary>
    public Guid? DoubtBy { get; init; }

    /// <summary>Until when the applicant may answer that, in UTC; nothing once they have.</summary>
    public DateTime? DoubtAnswerDueAt { get; init; }

    /// <summary>Until when the applicant may answer a finding, in UTC; the last one where there are several.</summary>
    public DateTime? AnswerDueAt { get; init; }

    public int OpenChecks { get; init; }

    /// <summary>Whether the applicant corrected an answer that Research has not taken in.</summary>
    public bool HasCorrection { get; init; }

    /// <summary>When the announced hustings starts, in UTC.</summary>
    public DateTime? HustingsAt { get; init; }

    /// <summary>Whether the body now responsible has announced a hustings.</summary>
    public bool WasAnnounced { get; init; }

    /// <summary>When the newest period ends, in UTC.</summary>
    public DateTime? PeriodEndsAt { get; init; }

    /// <summary>Whether a finding waits for its moment.</summary>
    public bool HasFinding { get; init; }

    /// <summary>Whether the applicant still has time to answer something.</summary>
    public bool AwaitsApplicant(DateTime now) => now < AnswerDueAt || now < DoubtAnswerDueAt;

    /// <summary>
    /// By when whatever the case waits for is meant to be done, in UTC (rules 2, 4, 8, 10, 14 and 27); nothing where no rule sets a day or the
    /// clocks stand still.
    /// </summary>
    public DateTime? DueAt(DateTime now, ProcessSettings settings)
    {
        if (SuspendedSince is not null)
        {
            return null;
        }

        return Stage switch
        {
            Stage.Received => VerificationDue(settings),
            Stage.Verification => AwaitsApplicant(now) && OpenChecks == 0 ? Later(AnswerDueAt, DoubtAnswerDueAt) : VerificationDue(settings),
            Stage.Sanitisation => PreparedAt?.AddDays(settings.SecondPersonDays),
            Stage.Allocation => AskedAt?.AddDays(settings.CapacityAnswerDays),
            Stage.Hustings => HustingsAt ?? (WasAnnounced ? null : StageSince.AddDays(settings.AnnounceHustingsDays)),
            Stage.Deliberation => NoConsensusAt is null && !HasFinding && now < PeriodEndsAt ? PeriodEndsAt : NextDueAt,
            Stage.Ballot => NextDueAt,
            _ => null,
        };
    }

    /// <summary>
    /// Verification is meant to be done so many days after the form came, wherever it lay meanwhile; a case reopened after that has the same time anew.
    /// </summary>
    private DateTime VerificationDue(ProcessSettings settings)
    {
        var due = UkTime.EndOfDay(ReceivedOn.AddDays(settings.VerificationDays));
        return StageSince > due ? StageSince.AddDays(settings.VerificationDays) : due;
    }

    private static DateTime? Later(DateTime? one, DateTime? other) => one is null || other > one ? other : one;
}

/// <summary>How a day by which something is due is said.</summary>
public static class DueWords
{
    /// <summary>How far off: "2 days late", "Today", "Tomorrow", "In 5 days".</summary>
    public static string Say(DateTime due, DateTime now)
    {
        var days = UkTime.Day(due).DayNumber - UkTime.Day(now).DayNumber;
        return (due <= now, days) switch
        {
            (true, 0) => "Late since today",
            (true, -1) => "1 day late",
            (true, _) => $"{-days} days late",
            (false, 0) => "Today",
            (false, 1) => "Tomorrow",
            _ => $"In {days} days",
        };
    }
}
