using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>What a case waits for from one person, in the order in which a queue lists it.</summary>
public enum Duty
{
    // Research
    Claim,
    Mine,
    ReleaseCopy,
    SignNotGenuine,
    CopyRecalled,
    TakeInCorrections,
    WaitingForApplicant,
    WithOthers,

    // General Secretary
    SilentBody,
    HustingsNotArranged,
    VerificationLate,
    NobodyOnRoll,
    NameAssembly,
    ReopeningUnderWay,

    // The body that carries out the duties
    Offered,
    ArrangeHustings,
    RecordHustings,
    ProposeFinding,
    OpenBallot,
    HustingsAhead,
    PeriodRunning,
    BallotRunning,
    WaitingForCopy,

    // Committee for Resolutions
    ConfirmReopening,
}

/// <summary>What duties are called, and which of them a case lays on a person.</summary>
public static class Duties
{
    private static readonly Stage[] AtResearch = [Stage.Received, Stage.Verification, Stage.Sanitisation];

    /// <summary>The name of a duty's list.</summary>
    public static string Say(this Duty duty) => duty switch
    {
        Duty.Claim => "Unclaimed",
        Duty.Mine => "My cases",
        Duty.ReleaseCopy => "Copies to release",
        Duty.SignNotGenuine => "Closings to sign",
        Duty.CopyRecalled => "Copies recalled",
        Duty.TakeInCorrections => "Corrections to take in",
        Duty.WaitingForApplicant => "Waiting for the applicant",
        Duty.WithOthers => "With other researchers",
        Duty.SilentBody => "Bodies that have not answered",
        Duty.HustingsNotArranged => "Hustings not arranged in time",
        Duty.VerificationLate => "Verification late",
        Duty.NobodyOnRoll => "Nobody on the roll",
        Duty.NameAssembly => "Assembly to be named",
        Duty.ReopeningUnderWay => "Reopenings with the Committee",
        Duty.Offered => "Offered to us",
        Duty.ArrangeHustings => "Hustings to arrange",
        Duty.RecordHustings => "Hustings to record",
        Duty.ProposeFinding => "Findings to propose",
        Duty.OpenBallot => "Ballots to open",
        Duty.HustingsAhead => "Hustings announced",
        Duty.PeriodRunning => "Decision periods running",
        Duty.BallotRunning => "Ballots open",
        Duty.WaitingForCopy => "Copies being replaced",
        _ => "Reopenings to confirm",
    };

    /// <summary>Whom a case in such a list waits for, in a word or two.</summary>
    public static string WaitsFor(this Duty duty) => duty switch
    {
        Duty.WaitingForApplicant => "Applicant",
        Duty.ReleaseCopy or Duty.SignNotGenuine => "Second person",
        Duty.Claim or Duty.Mine or Duty.WithOthers or Duty.VerificationLate or Duty.CopyRecalled or Duty.TakeInCorrections
            or Duty.WaitingForCopy => "Research",
        Duty.SilentBody or Duty.HustingsNotArranged or Duty.NobodyOnRoll or Duty.NameAssembly => "General Secretary",
        Duty.ReopeningUnderWay or Duty.ConfirmReopening => "Committee",
        Duty.HustingsAhead => "The day",
        Duty.PeriodRunning or Duty.BallotRunning => "Members",
        _ => "Secretary",
    };

    /// <summary>Whether the reader has to do something, and does not merely look on while others do.</summary>
    public static bool IsToDo(this Duty duty) => duty is not (Duty.WaitingForApplicant or Duty.WithOthers or Duty.ReopeningUnderWay
        or Duty.HustingsAhead or Duty.PeriodRunning or Duty.BallotRunning or Duty.WaitingForCopy);

    /// <summary>The lists that a person has for what they hold.</summary>
    public static IReadOnlyList<Duty> ListsOf(PersonFacts person)
    {
        var lists = new List<Duty>();
        AddIf(person.Holds(Role.Research), Duty.Claim, Duty.WithOthers);
        AddIf(person.Holds(Role.GeneralSecretary), Duty.SilentBody, Duty.ReopeningUnderWay);
        AddIf(person.Holds(Role.SocietySecretary) || person.Holds(Role.SocietyForElections), Duty.Offered, Duty.WaitingForCopy);
        AddIf(person.Holds(Role.CommitteeForResolutions), Duty.ConfirmReopening, Duty.ConfirmReopening);
        return lists;

        void AddIf(bool holds, Duty first, Duty last)
        {
            if (holds)
            {
                lists.AddRange(Enum.GetValues<Duty>().Where(d => d >= first && d <= last));
            }
        }
    }

    /// <summary>The lists in which a case stands for a person: at most one for each of their roles.</summary>
    /// <param name="row">The case.</param>
    /// <param name="person">The person.</param>
    /// <param name="societies">All Societies.</param>
    /// <param name="settings">The limits that hold.</param>
    /// <param name="now">The present moment, in UTC.</param>
    public static IEnumerable<Duty> Of(
        WorkRow row, PersonFacts person, IReadOnlyCollection<Society> societies, ProcessSettings settings, DateTime now)
    {
        Duty?[] found =
        [
            person.Holds(Role.Research) ? ForResearch(row, person.PersonId, now) : null,
            person.Holds(Role.GeneralSecretary) ? ForGeneralSecretary(row, person.PersonId, settings, now) : null,
            IsChair(row, person, societies) ? ForChair(row, now) : null,
            person.Holds(Role.CommitteeForResolutions) && row.ReopeningProposedBy is { } by && by != person.PersonId ? Duty.ConfirmReopening : null,
        ];
        return found.OfType<Duty>().Distinct();
    }

    /// <summary>Whether a person is a secretary of the body that is asked, or carries out the duties.</summary>
    public static bool IsChair(WorkRow row, PersonFacts person, IReadOnlyCollection<Society> societies) =>
        row.AskedSocietyId is { } asked
        && (person.Holdings.Any(h => h.Role == Role.SocietySecretary && h.SocietyId == asked)
            || (person.Holds(Role.SocietyForElections) && societies.Any(s => s.Id == asked && s.Kind == SocietyKind.Elections)));

    private static Duty? ForResearch(WorkRow row, Guid person, DateTime now)
    {
        if (row.DoubtBy is { } proposer && !(now < row.DoubtAnswerDueAt) && proposer != person)
        {
            return Duty.SignNotGenuine;
        }

        if (row.PreparedBy is { } preparer)
        {
            return preparer == person ? Duty.WithOthers : Duty.ReleaseCopy;
        }

        return row switch
        {
            { SuspendedSince: not null } => Duty.CopyRecalled,
            { Stage: Stage.Received } => Duty.Claim,
            { HasCorrection: true } when Stages.WithReleasedCopy.Contains(row.Stage) => Duty.TakeInCorrections,
            _ when !AtResearch.Contains(row.Stage) => null,
            _ when row.AwaitsApplicant(now) && row.OpenChecks == 0 => Duty.WaitingForApplicant,
            _ => row.ResearcherId == person ? Duty.Mine : Duty.WithOthers,
        };
    }

    private static Duty? ForGeneralSecretary(WorkRow row, Guid person, ProcessSettings settings, DateTime now)
    {
        var isLate = row.DueAt(now, settings) is { } due && due <= now;
        return row switch
        {
            { ReopeningProposedBy: not null } => Duty.ReopeningUnderWay,
            { Stage: Stage.Received or Stage.Verification } when isLate => Duty.VerificationLate,
            { PreparedBy: { } by } when isLate && row.Stage == Stage.Sanitisation && by != person => Duty.ReleaseCopy,
            { Stage: Stage.Allocation or Stage.Hustings, AssemblySocietyId: null } => Duty.NameAssembly,
            { Stage: Stage.Allocation, HasNextBody: true } when isLate => Duty.SilentBody,
            { Stage: Stage.Hustings, WasAnnounced: false } when isLate => Duty.HustingsNotArranged,
            { Stage: Stage.Deliberation, NoConsensusAt: not null } when isLate => Duty.NobodyOnRoll,
            _ => null,
        };
    }

    private static Duty? ForChair(WorkRow row, DateTime now) => row switch
    {
        { SuspendedSince: not null } => Duty.WaitingForCopy,
        { Stage: Stage.Allocation } => Duty.Offered,
        { Stage: Stage.Hustings, HustingsAt: { } at } => now < at ? Duty.HustingsAhead : Duty.RecordHustings,
        { Stage: Stage.Hustings } => Duty.ArrangeHustings,
        { Stage: Stage.Deliberation, NoConsensusAt: not null } => Duty.OpenBallot,
        { Stage: Stage.Deliberation, HasFinding: true } => Duty.PeriodRunning,
        { Stage: Stage.Deliberation } => now < row.PeriodEndsAt ? Duty.PeriodRunning : Duty.ProposeFinding,
        { Stage: Stage.Ballot } => Duty.BallotRunning,
        _ => null,
    };
}
