namespace Harmony.Defection.Domain.Applications;

/// <summary>
/// What the policy leaves open, with the Party's defaults. Periods are in days of 24 hours unless they say otherwise.
/// What a stage needs is copied into it when it begins, so that a later change binds no application already there.
/// </summary>
public sealed record ProcessSettings
{
    /// <summary>Days that verification is meant to take (rule 27).</summary>
    public int VerificationDays { get; init; } = 14;

    /// <summary>Days that the applicant has to answer a finding or a doubt (rules 4 and 5).</summary>
    public int AnswerDays { get; init; } = 7;

    /// <summary>Days after which the General Secretary may stand in as a second person (Roles).</summary>
    public int SecondPersonDays { get; init; } = 7;

    /// <summary>Days in which an application found not genuine may be reopened once (rule 5).</summary>
    public int NotGenuineReopenDays { get; init; } = 28;

    /// <summary>Days a body has to answer before its silence may be taken as lack of capacity (rule 2).</summary>
    public int CapacityAnswerDays { get; init; } = 14;

    /// <summary>Fewest eligible Members for an assembly to have a roll of its own (rule 15).</summary>
    public int SmallestRoll { get; init; } = 3;

    /// <summary>Days within which a hustings is to be announced once responsibility is taken (rule 27).</summary>
    public int AnnounceHustingsDays { get; init; } = 28;

    /// <summary>Days of notice that a hustings needs (rule 8).</summary>
    public int HustingsNoticeDays { get; init; } = 7;

    /// <summary>Fewest days of the decision period: the policy's own minimum, which no setting lowers (P11).</summary>
    public int PeriodLeastDays { get; } = 7;

    /// <summary>Most days of a decision period when it is declared (rule 10).</summary>
    public int PeriodMostDays { get; init; } = 28;

    /// <summary>Most days of a decision period with all extensions (rule 10).</summary>
    public int PeriodMostDaysExtended { get; init; } = 56;

    /// <summary>Cooling-off, in days, for a finding proposed late; none switches it off (rule 13).</summary>
    public int? CoolingOffDays { get; init; } = 5;

    /// <summary>Days after the period's end in which a finding may still be proposed (rule 27).</summary>
    public int FindingDays { get; init; } = 5;

    /// <summary>Days after "no consensus" at which the clock opens the ballot (rule 27).</summary>
    public int OpenBallotDays { get; init; } = 7;

    /// <summary>Days that a ballot is open by default (rule 14).</summary>
    public int BallotDays { get; init; } = 7;

    /// <summary>Fewest days that a ballot may be open (rule 14).</summary>
    public int BallotLeastDays { get; init; } = 3;

    /// <summary>Whether a second tie is a rejection; otherwise every tie goes back to deliberation (rule 16).</summary>
    public bool SecondTieRejects { get; init; } = true;
}
