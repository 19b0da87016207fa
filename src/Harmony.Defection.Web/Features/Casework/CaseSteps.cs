using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>A step that the process opens to a person on a case now.</summary>
/// <param name="Step">The step.</param>
/// <param name="Role">The role in which the person would take it.</param>
/// <param name="Path">Its page.</param>
/// <param name="Note">What it comes to, in a line.</param>
/// <param name="NotYet">Why it cannot be taken yet; nothing when it can.</param>
public sealed record CaseStep(Step Step, Role Role, string Path, string? Note, string? NotYet)
{
    /// <summary>Whether the person can take it now.</summary>
    public bool IsOpen => NotYet is null;
}

/// <summary>What a person can do on a case now, and what not yet and why: the table's rows for their roles, held against the case's facts.</summary>
/// <param name="Main">The step that the case waits for from this person; nothing when it waits for somebody else.</param>
/// <param name="Others">Every other step of theirs, open ones first.</param>
public sealed record CaseSteps(CaseStep? Main, IReadOnlyList<CaseStep> Others)
{
    // The step that brings a case on, the most wanted first. What is not here is never the one red button.
    private static readonly Step[] MainSteps =
    [
        Step.BeginVerification, Step.CompleteVerification, Step.RecordCheck, Step.PutFinding, Step.RecordContact, Step.CloseAsNotGenuine, Step.ReleaseCopy,
        Step.ReleaseCopyAgain, Step.PrepareCopy, Step.TakeInCorrections,
        Step.TakeResponsibility, Step.CarryOutDuties, Step.ConfirmLackOfCapacity, Step.ConfirmHustingsNotArranged, Step.NameAssembly,
        Step.AnnounceHustings, Step.RecordHustingsHeld, Step.ProposeFinding, Step.OpenBallot, Step.ConfirmReopening, Step.SecondFinding, Step.StatePosition,
        Step.CastBallot,
    ];

    // What ends a case or takes something back stands last.
    private static readonly Step[] Grave =
    [
        Step.ProposeNotGenuine, Step.CloseAsNotGenuine, Step.DeclineResponsibility, Step.RecallCopy, Step.Lapse, Step.ProposeReopening,
        Step.ConfirmHustingsNotArranged, Step.ConfirmLackOfCapacity, Step.LinkDuplicate, Step.UnlinkDuplicate,
    ];

    /// <summary>Every step of the person's, in the order in which the page shows them.</summary>
    public IEnumerable<CaseStep> All => Main is null ? Others : Others.Prepend(Main);

    /// <summary>Works out a person's steps on a case.</summary>
    /// <param name="application">The case, whole.</param>
    /// <param name="person">The person.</param>
    /// <param name="roles">Their roles on it.</param>
    /// <param name="settings">The limits that hold.</param>
    /// <param name="now">The present moment, in UTC.</param>
    public static CaseSteps Of(
        DefectionApplication application, Guid person, IReadOnlySet<Role> roles, ProcessSettings settings, DateTime now)
    {
        // The role is the first of the person's that the table names for the step, as for the post itself.
        var steps = ApplicationProcess.Transitions.Where(t => t.From == application.Stage)
            .Select(t => (t.Step, Role: t.Whose.Where(roles.Contains).Select(r => (Role?)r).FirstOrDefault()))
            .Where(t => t.Role is not null)
            .Select(t => new CaseStep(
                t.Step,
                t.Role!.Value,
                PathOf(t.Step, t.Role.Value, application.Reference),
                NoteOf(t.Step),
                application.WhyNotYet(t.Step, new Act(person, t.Role.Value, now), settings)))
            .ToList();
        var main = MainSteps.Select(m => steps.Find(s => s.Step == m && s.IsOpen && IsWaitedFor(m, application))).FirstOrDefault(s => s is not null);
        return new CaseSteps(
            main,
            [.. steps.Where(s => s != main).OrderBy(s => Grave.Contains(s.Step)).ThenBy(s => !s.IsOpen)]);
    }

    /// <summary>The page of a step for a role: the fixed convention by which features link to each other.</summary>
    public static string PathOf(Step step, Role role, string reference) => role switch
    {
        Role.Member or Role.Participant => $"/assembly/{reference}/{Kebab.Of(step)}",
        _ => $"/cases/{reference}/{Kebab.Of(step)}",
    };

    /// <summary>Whether an open step is one the case waits for, and not merely one that might be taken.</summary>
    private static bool IsWaitedFor(Step step, DefectionApplication application) => step switch
    {
        Step.RecordCheck => application.OpenChecks.Any(),
        Step.PutFinding => HasFindingToPut(application),
        Step.RecordContact => !application.Contacts.Any(c => c.Reached),
        Step.PrepareCopy => application.Stage == Stage.Sanitisation || application.CopyInForce is null,
        Step.StatePosition => application.CurrentPeriod is not null,
        _ => true,
    };

    private static bool HasFindingToPut(DefectionApplication application) =>
        application.Checks.Any(c => c.Outcome == CheckOutcome.Contradicted && application.AdverseFindings.All(f => f.Item != c.Item));

    private static string? NoteOf(Step step) => step switch
    {
        Step.BeginVerification => "You take the case; it appears among yours.",
        Step.AnswerKeyedForm => "What they wrote back about the form as it was keyed in.",
        Step.LinkDuplicate => "Forms that may be of the same person, side by side.",
        Step.UnlinkDuplicate => "Its clocks go on where they stood.",
        Step.HandOver => "Nothing is lost: the next person sees it all.",
        Step.RecordContact => "Only the applicant is contacted, by what they gave.",
        Step.RecordCheck => "Each item with its source and the day it was seen.",
        Step.PutFinding => "They get a letter and have time to answer.",
        Step.CompleteVerification => "Every check is concluded and the applicant was reached.",
        Step.ProposeNotGenuine => "Two researchers sign; the applicant may answer first.",
        Step.PrepareCopy => "What the Members read, without contact data.",
        Step.ReleaseCopy or Step.ReleaseCopyAgain => "The Members’ bodies can read it from then on.",
        Step.TakeInCorrections => "What the applicant corrected after the copy was released.",
        Step.RecallCopy => "It disappears from every page, and the clocks stand still.",
        Step.TakeResponsibility => "Your Society arranges the hustings and the decision.",
        Step.DeclineResponsibility => "The next larger body is asked.",
        Step.ConfirmLackOfCapacity or Step.ConfirmHustingsNotArranged => "The next larger body is asked.",
        Step.Lapse => "The applicant no longer holds office.",
        Step.ProposeReopening => "For a fault of process; the Committee for Resolutions confirms.",
        Step.ConfirmReopening => "Deliberation begins anew, with nothing carried over.",
        _ => null,
    };
}
