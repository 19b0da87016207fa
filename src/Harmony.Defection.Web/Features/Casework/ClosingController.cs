using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Outcome;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>Steps that complete verification, end a case early, or open a decision again (P3, F1, rules 5 and 28).</summary>
[Settled]
public sealed class ClosingController(
    CaseContext current, CaseQueries cases, ClosingDesk closing, Desk desk, PartyNames party, ProcessSettings settings, IVault vault, TimeProvider clock)
    : DefectionController
{
    /// <summary>Asks before verification is completed.</summary>
    [HttpGet("/cases/{reference}/complete-verification"), OnCase(Role.Research)]
    public async Task<IActionResult> CompleteVerification(string reference) => View("Step", await CompletionAsync());

    /// <summary>Completes verification (P3 to P5).</summary>
    [HttpPost("/cases/{reference}/complete-verification"), OnCase(Role.Research), ActionName(nameof(CompleteVerification))]
    public Task<IActionResult> VerificationCompleted(string reference) => DoAsync(
        reference,
        () => desk.ActAsync(current.Id, Me, Role.Research, (a, act) => a.CompleteVerification(act)),
        "Verification is completed. Next comes the assembly’s copy.",
        CompletionAsync);

    /// <summary>Asks for the reason before a case is closed as lapsed.</summary>
    [HttpGet("/cases/{reference}/lapse"), OnCase(Role.Research, Role.GeneralSecretary)]
    public async Task<IActionResult> Lapse(string reference) => View("Step", await LapseAsync(new ReasonForm()));

    /// <summary>Closes a case as lapsed (F1).</summary>
    [HttpPost("/cases/{reference}/lapse"), OnCase(Role.Research, Role.GeneralSecretary)]
    public Task<IActionResult> Lapse(string reference, ReasonForm form) => DoAsync(
        reference,
        () => closing.LapseAsync(current.Id, form.Reason!.Trim(), Me, RoleFor(Step.Lapse, Role.GeneralSecretary), HttpContext.RequestAborted),
        "The case is closed as lapsed, and the applicant is told.",
        () => LapseAsync(form));

    /// <summary>Asks for the reason before verification is reopened.</summary>
    [HttpGet("/cases/{reference}/reopen-verification"), OnCase(Role.GeneralSecretary)]
    public async Task<IActionResult> ReopenVerification(string reference) => View("Step", await ReopenAsync(new ReasonForm()));

    /// <summary>Reopens verification, once (rule 5).</summary>
    [HttpPost("/cases/{reference}/reopen-verification"), OnCase(Role.GeneralSecretary)]
    public Task<IActionResult> ReopenVerification(string reference, ReasonForm form) => DoAsync(
        reference,
        () => desk.ActAsync(current.Id, Me, Role.GeneralSecretary, (a, act) => a.ReopenVerification(form.Reason!.Trim(), act, settings, vault)),
        $"Verification is reopened. {party.Research} has the case again.",
        () => ReopenAsync(form));

    /// <summary>Asks for the clause and the fault before a reopening is proposed.</summary>
    [HttpGet("/cases/{reference}/propose-reopening"), OnCase(Role.GeneralSecretary)]
    public async Task<IActionResult> ProposeReopening(string reference) => View("Step", await ProposalAsync(new ReasonForm()));

    /// <summary>Proposes to reopen a decision for a fault of process (rule 28).</summary>
    [HttpPost("/cases/{reference}/propose-reopening"), OnCase(Role.GeneralSecretary)]
    public Task<IActionResult> ProposeReopening(string reference, ReasonForm form) => DoAsync(
        reference,
        () => desk.ActAsync(current.Id, Me, Role.GeneralSecretary, (a, act) => a.ProposeReopening(form.Reason!.Trim(), act, vault)),
        $"The proposal is with the {party.CommitteeForResolutions}.",
        () => ProposalAsync(form));

    /// <summary>What the General Secretary proposed, for the Committee.</summary>
    [HttpGet("/cases/{reference}/confirm-reopening"), OnCase(Role.CommitteeForResolutions)]
    public async Task<IActionResult> ConfirmReopening(string reference) => View("Step", await ConfirmationAsync());

    /// <summary>Confirms the reopening: deliberation begins anew (rule 28).</summary>
    [HttpPost("/cases/{reference}/confirm-reopening"), OnCase(Role.CommitteeForResolutions), ActionName(nameof(ConfirmReopening))]
    public async Task<IActionResult> ReopeningConfirmed(string reference)
    {
        if (await TryAsync(() => closing.ConfirmReopeningAsync(current.Id, Me, HttpContext.RequestAborted)))
        {
            // The Committee has no part in the case any longer, so its page is not there for it.
            Say("The decision is reopened. Deliberation begins anew, and the applicant is told.");
            return Redirect("/work");
        }

        return View("Step", await ConfirmationAsync());
    }

    private Guid Me => current.Standing.PersonId;

    private Role RoleFor(Step step, Role otherwise) => current.Standing.RoleFor(step) ?? otherwise;

    private async Task<IActionResult> DoAsync(string reference, Func<Task> deed, string notice, Func<Task<StepPage>> again)
    {
        if (ModelState.IsValid && await TryAsync(deed))
        {
            Say(notice);
            return Redirect($"/cases/{reference}");
        }

        return View("Step", await again());
    }

    private async Task<StepPage> CompletionAsync()
    {
        var (application, head, notYet) = await ReadAsync(Step.CompleteVerification, Role.Research);
        var adverse = application.AdverseFindings.Count;
        return new StepPage(
            head,
            "Complete verification?",
            [
                "Every check keeps its outcome from then on. Research prepares the assembly’s copy next; another researcher releases it.",
                adverse == 0
                    ? "Nothing was put to the applicant."
                    : $"What was put to the applicant ({adverse}) goes to the assembly with the answer, both as statements you word.",
            ],
            Step.CompleteVerification.Label(),
            notYet,
            new ReasonForm());
    }

    private async Task<StepPage> LapseAsync(ReasonForm form)
    {
        var (_, head, notYet) = await ReadAsync(Step.Lapse, RoleFor(Step.Lapse, Role.GeneralSecretary));
        return new StepPage(
            head,
            "Close this case as lapsed?",
            ["Only somebody who holds office now can apply. Nothing more will happen with the case, an open ballot is void, and the applicant is told."],
            Step.Lapse.Label(),
            notYet,
            form,
            IsGrave: true,
            "How do you know that the office has ended?",
            "The public record you looked at, and when. Research and the General Secretary read this.");
    }

    private async Task<StepPage> ReopenAsync(ReasonForm form)
    {
        var (_, head, notYet) = await ReadAsync(Step.ReopenVerification, Role.GeneralSecretary);
        return new StepPage(
            head,
            "Reopen verification?",
            [$"The applicant may ask for this once, within {settings.NotGenuineReopenDays} days. Research takes the case up again where it stood."],
            Step.ReopenVerification.Label(),
            notYet,
            form,
            IsGrave: false,
            "Why it should be looked at again",
            "What the applicant brings forward. Research reads this.");
    }

    private async Task<StepPage> ProposalAsync(ReasonForm form)
    {
        var (_, head, notYet) = await ReadAsync(Step.ProposeReopening, Role.GeneralSecretary);
        return new StepPage(
            head,
            "Propose to reopen this decision?",
            [
                "A decision is reopened only for a fault of process. The Committee for Resolutions confirms or leaves it.",
                "If it is confirmed, deliberation begins anew with nothing carried over, and the applicant is told.",
            ],
            Step.ProposeReopening.Label(),
            notYet,
            form,
            IsGrave: true,
            "The clause that was not kept, and how",
            "The Committee for Resolutions reads this. Write nothing about the applicant’s person.");
    }

    private async Task<StepPage> ConfirmationAsync()
    {
        var (application, head, notYet) = await ReadAsync(Step.ConfirmReopening, Role.CommitteeForResolutions);
        var proposal = application.History.LastOrDefault(h => h.Step == Step.ProposeReopening);
        return new StepPage(
            head,
            "Reopen this decision?",
            [
                "Deliberation begins anew at once, with nothing carried over. The assembly and the applicant are told.",
                proposal is null ? "Nothing is proposed." : $"Proposed on {UkTime.SayWithWeekday(UkTime.Day(proposal.At))} by the General Secretary, who wrote:",
            ],
            Step.ConfirmReopening.Label(),
            notYet,
            new ReasonForm(),
            IsGrave: true,
            Quote: proposal?.Note is { } note ? vault.Open(proposal, nameof(HistoryEntry.Note), note) : null);
    }

    private async Task<(DefectionApplication Application, CaseHead Head, string? NotYet)> ReadAsync(Step step, Role role)
    {
        var application = await cases.CaseAsync(HttpContext.RequestAborted);
        var notYet = ApplicationProcess.Find(step, application.Stage) is null
            ? $"“{step.Label()}” is not open while an application is in the stage “{application.Stage.Say()}”."
            : application.WhyNotYet(step, new Act(Me, role, clock.Now()), settings);
        return (application, await cases.HeadAsync(application, HttpContext.RequestAborted), notYet);
    }
}
