using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>What Research asks the applicant, doubts about the application, and handing a case over (P5, rules 4 and 5).</summary>
[OnCase(Role.Research), Settled]
public sealed class FindingsController(
    CaseContext current, ResearchQueries queries, OriginalReader original, VerificationDesk verification, Desk desk, IVault vault) : DefectionController
{
    /// <summary>The form by which something that could not be matched is put to the applicant.</summary>
    [HttpGet("/cases/{reference}/put-finding")]
    public async Task<IActionResult> PutFinding(string reference, string? item) =>
        View(await queries.PutFindingAsync(new PutFindingForm { Item = Kebab.Read<CheckItem>(item) }, HttpContext.RequestAborted));

    /// <summary>Puts it; the applicant gets a letter.</summary>
    [HttpPost("/cases/{reference}/put-finding")]
    public async Task<IActionResult> PutFinding(string reference, PutFindingForm form)
    {
        if (ModelState.IsValid && await TryAsync(() =>
            verification.PutFindingAsync(current.Id, form.Item!.Value, form.Statement!.Trim(), current.Standing.PersonId, HttpContext.RequestAborted)))
        {
            return Back(reference, "The applicant is asked and has time to answer.");
        }

        return View(await queries.PutFindingAsync(form, HttpContext.RequestAborted));
    }

    /// <summary>The form by which a case goes to another researcher.</summary>
    [HttpGet("/cases/{reference}/hand-over")]
    public async Task<IActionResult> HandOver(string reference) => View(await queries.HandOverAsync(new HandOverForm(), HttpContext.RequestAborted));

    /// <summary>Hands the case over.</summary>
    [HttpPost("/cases/{reference}/hand-over")]
    public async Task<IActionResult> HandOver(string reference, HandOverForm form)
    {
        if (form.Researcher is { } to && !await queries.IsResearcherAsync(to, HttpContext.RequestAborted))
        {
            ModelState.AddModelError(nameof(HandOverForm.Researcher), "Choose a researcher of the list");
        }

        if (ModelState.IsValid && await TryAsync(() => desk.ActAsync(
            current.Id, current.Standing.PersonId, Role.Research, (a, act) => a.HandOver(form.Researcher!.Value, form.Note?.Trim(), act, vault))))
        {
            return Back(reference, "The case is handed over.");
        }

        return View(await queries.HandOverAsync(form, HttpContext.RequestAborted));
    }

    /// <summary>The form by which closing as not genuine is proposed.</summary>
    [HttpGet("/cases/{reference}/propose-not-genuine")]
    public async Task<IActionResult> ProposeNotGenuine(string reference) =>
        View(await queries.ProposeNotGenuineAsync(new ProposeNotGenuineForm(), HttpContext.RequestAborted));

    /// <summary>Proposes it; the applicant gets a letter and has time to answer.</summary>
    [HttpPost("/cases/{reference}/propose-not-genuine")]
    public async Task<IActionResult> ProposeNotGenuine(string reference, ProposeNotGenuineForm form)
    {
        if (ModelState.IsValid && await TryAsync(() => verification.ProposeNotGenuineAsync(
            current.Id, form.Ground!.Value, form.Statement!.Trim(), current.Standing.PersonId, HttpContext.RequestAborted)))
        {
            return Back(reference, "The proposal is made. The applicant has time to answer before a second researcher signs.");
        }

        return View(await queries.ProposeNotGenuineAsync(form, HttpContext.RequestAborted));
    }

    /// <summary>What was proposed and answered, for the second researcher.</summary>
    [HttpGet("/cases/{reference}/close-as-not-genuine")]
    public async Task<IActionResult> CloseAsNotGenuine(string reference)
    {
        if (await queries.CloseAsNotGenuineAsync(HttpContext.RequestAborted) is not { } page)
        {
            return NotFound();
        }

        await original.RecordAsync("doubt.opened", "Statement", "Answer");
        return View(page);
    }

    /// <summary>Signs; the case is closed and the applicant is told.</summary>
    [HttpPost("/cases/{reference}/close-as-not-genuine"), ActionName(nameof(CloseAsNotGenuine))]
    public async Task<IActionResult> SignNotGenuine(string reference)
    {
        if (await TryAsync(() => verification.CloseAsNotGenuineAsync(current.Id, current.Standing.PersonId, HttpContext.RequestAborted)))
        {
            return Back(reference, "The case is closed as not genuine, and the applicant is told.");
        }

        await original.RecordAsync("doubt.opened", "Statement", "Answer");
        return await queries.CloseAsNotGenuineAsync(HttpContext.RequestAborted) is { } page ? View(nameof(CloseAsNotGenuine), page) : NotFound();
    }

    private RedirectResult Back(string reference, string notice)
    {
        Say(notice);
        return Redirect($"/cases/{reference}");
    }
}
