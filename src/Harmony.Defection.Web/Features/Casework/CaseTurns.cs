using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>Whose step it is, in words, for the case page.</summary>
public static class CaseTurns
{
    /// <summary>How a form came in, as a sentence begins: "Applied online".</summary>
    public static string Say(this Channel channel) => channel switch
    {
        Channel.Post => "Applied by post",
        Channel.Email => "Applied by e-mail",
        _ => "Applied online",
    };

    /// <summary>How somebody was contacted.</summary>
    public static string Say(this ContactMeans means) => means switch
    {
        ContactMeans.InPerson => "In person",
        ContactMeans.Email => "E-mail",
        _ => means.ToString(),
    };

    /// <summary>The title: the reader's step, or for whom the case waits.</summary>
    public static string Title(CaseSteps steps, DefectionApplication application, WorkRow row, DateTime now)
    {
        if (steps.Main is { } main)
        {
            var label = main.Step == Step.RecordCheck ? "finish the checks" : char.ToLowerInvariant(main.Step.Label()[0]) + main.Step.Label()[1..];
            return $"Your step: {label}";
        }

        return application.Stage.IsOpen() ? $"Waiting for {WaitsFor(application, row, now)}" : $"Closed: {application.Stage.Say().ToLowerInvariant()}";
    }

    /// <summary>A sentence or two more.</summary>
    public static string Text(CaseSteps steps, DefectionApplication application, WorkRow row, DateTime now)
    {
        if (application.DuplicateOfId is not null)
        {
            return "This form is linked to another case of the same applicant as a duplicate. Its clocks stand, and nothing goes on here until it is set free.";
        }

        var open = application.OpenChecks.Count();
        return (steps.Main?.Step, application) switch
        {
            (Step.BeginVerification, _) => "Nobody has taken this case yet. When you take it, you check every item of the form and speak with the applicant.",
            (Step.RecordCheck, _) => open == 1 ? "One check is open." : $"{open} of {application.Checks.Count} checks are open.",
            (Step.PutFinding, _) => "Something was contradicted. The applicant may answer before verification is completed.",
            (Step.RecordContact, _) => "Every check is concluded. What is missing is a conversation with the applicant.",
            (Step.CompleteVerification, _) => "Every check is concluded and the applicant was reached.",
            (Step.PrepareCopy, { SuspendedSince: not null }) => "The copy is recalled and the clocks stand still until a new version is out.",
            (Step.PrepareCopy, _) => "Verification is completed. The Members read a copy without contact data.",
            (Step.ReleaseCopy or Step.ReleaseCopyAgain, _) => "A copy is prepared. You are the second person: read it, then release it.",
            (Step.TakeInCorrections, _) => "The applicant has corrected an answer since the copy was released. Read it and decide whether Members need a new version.",
            (Step.CloseAsNotGenuine, _) => "Another researcher proposed to close this case. Read why, and what the applicant answers, before you sign.",
            (Step.TakeResponsibility or Step.CarryOutDuties, _) => "The case is offered to you. Whoever takes it arranges the hustings and leads the decision.",
            (Step.AnnounceHustings, _) => "The applicant and the Members are invited to meet.",
            (Step.RecordHustingsHeld, _) => "The announced time has come. Once the hustings is recorded, the decision period begins.",
            (Step.ProposeFinding, _) => "A finding says what the assembly has come to. Another Member seconds it; it takes effect at the period’s end.",
            (Step.OpenBallot, _) => "It is recorded that there is no consensus. Members decide by a STAR ballot.",
            (Step.ConfirmReopening, _) => "The General Secretary proposes to reopen this decision for a fault of process.",
            ({ }, _) => "Open it to see what it needs.",
            (null, { SuspendedSince: not null }) => "The assembly’s copy is recalled. The clocks stand still until a new version is released.",
            (null, { Stage: Stage.Deliberation, StandingFinding: { } finding }) => $"A finding stands. It takes effect on {UkTime.SayWithWeekday(finding.TakesEffectAt)}, UK time.",
            (null, { Stage: Stage.Deliberation, CurrentPeriod: { } period }) when !period.IsOver(now) => $"The decision period runs until {UkTime.SayWithWeekday(period.EndsAt)}, UK time.",
            (null, { Stage: Stage.Ballot, OpenBallotNow: { } ballot }) => $"The ballot closes on {UkTime.SayWithWeekday(ballot.ClosesAt)}, UK time. Nothing is counted or shown before.",
            (null, { CurrentGathering: { } gathering }) => $"The hustings is on {UkTime.SayWithWeekday(gathering.StartsAt)}, UK time.",
            (null, _) when row.AwaitsApplicant(now) => "The applicant has something to answer.",
            (null, _) when application.Stage.IsOpen() => "There is nothing for you to do now.",
            _ => $"Since {UkTime.Say(UkTime.Day(application.StageSince))}.",
        };
    }

    private static string WaitsFor(DefectionApplication application, WorkRow row, DateTime now)
    {
        if (application.SuspendedSince is not null)
        {
            return "a new version of the copy";
        }

        return application switch
        {
            { Stage: Stage.Verification } when row.AwaitsApplicant(now) && row.OpenChecks == 0 => "the applicant",
            { CopyToRelease: not null, Stage: Stage.Sanitisation } => "a second person",
            { Stage: Stage.Hustings, CurrentGathering: { } gathering } when now < gathering.StartsAt => "the hustings",
            { Stage: Stage.Deliberation, StandingFinding: not null } => "the finding’s moment",
            { Stage: Stage.Deliberation, CurrentPeriod: { } period } when !period.IsOver(now) => "the Members",
            { Stage: Stage.Ballot } => "the Members’ votes",
            _ => string.Join(" or ", ApplicationProcess.Waiting(application.Stage).Where(r => r is not (Role.Clock or Role.Applicant)).Select(Said)),
        };
    }

    private static string Said(Role role) => role switch
    {
        Role.Research => "Research",
        Role.SocietySecretary => "the Society’s secretary",
        _ => $"the {role.Say()}",
    };
}
