using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>The case page and what happened on the case.</summary>
[OnCase(Role.Research, Role.GeneralSecretary, Role.SocietySecretary, Role.SocietyForElections, Role.CommitteeForResolutions), Settled]
public sealed class CasesController(CaseQueries cases, CaseHistory history, OriginalReader original, Desk desk) : DefectionController
{
    /// <summary>The case page.</summary>
    [HttpGet("/cases/{reference}")]
    public async Task<IActionResult> Case(string reference) =>
        View(await cases.OpenAsync(HttpContext.RequestAborted));

    /// <summary>Everything that happened. Research's own notes count as the original (rule 15).</summary>
    [HttpGet("/cases/{reference}/history")]
    public async Task<IActionResult> History(string reference)
    {
        var page = await history.OpenAsync(HttpContext.RequestAborted);
        if (page.ShowsResearchNotes)
        {
            await original.RecordAsync("notes.opened", "Note");
        }

        return View(page.Page);
    }

    /// <summary>A researcher takes the case (P2).</summary>
    [HttpPost("/cases/{reference}/begin-verification"), OnCase(Role.Research)]
    public async Task<IActionResult> BeginVerification(string reference)
    {
        if (await TryAsync(() => desk.ActAsync(cases.Standing.Case.Id, cases.Standing.PersonId, Role.Research, (a, act) => a.BeginVerification(act))))
        {
            Say("The case is yours.");
            return RedirectToAction(nameof(Case), new { reference });
        }

        return View("Case", await cases.OpenAsync(HttpContext.RequestAborted));
    }

    /// <summary>The page of the step, for who follows its link: the case page has the button.</summary>
    [HttpGet("/cases/{reference}/begin-verification"), OnCase(Role.Research)]
    public IActionResult BeginVerificationPage(string reference) => RedirectToAction(nameof(Case), new { reference });
}
