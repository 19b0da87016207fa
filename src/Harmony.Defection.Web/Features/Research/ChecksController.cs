using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>Checks of a case: what the applicant answered beside what was found (P5, rule 4).</summary>
[OnCase(Role.Research), Settled]
public sealed class ChecksController(CaseContext current, ResearchQueries queries, OriginalReader original, Desk desk, IVault vault) : DefectionController
{
    /// <summary>Every check, open ones first.</summary>
    [HttpGet("/cases/{reference}/checks")]
    public async Task<IActionResult> Checks(string reference)
    {
        await original.RecordAsync("checks.opened", "Answers", "Source", "Note");
        return View(await queries.ChecksAsync(HttpContext.RequestAborted));
    }

    /// <summary>The next check that is open.</summary>
    [HttpGet("/cases/{reference}/record-check")]
    public async Task<IActionResult> Next(string reference) => await queries.NextOpenAsync(HttpContext.RequestAborted) is { } item
        ? RedirectToAction(nameof(Check), new { reference, item = Kebab.Of(item) })
        : RedirectToAction(nameof(Checks), new { reference });

    /// <summary>One check.</summary>
    [HttpGet("/cases/{reference}/checks/{item}")]
    public async Task<IActionResult> Check(string reference, string item)
    {
        if (Kebab.Read<CheckItem>(item) is not { } known || await queries.CheckAsync(known, null, HttpContext.RequestAborted) is not { } page)
        {
            return NotFound();
        }

        await original.RecordAsync("check.opened", known.ToString());
        return View(page);
    }

    /// <summary>Records what came of it.</summary>
    [HttpPost("/cases/{reference}/checks/{item}")]
    public async Task<IActionResult> Check(string reference, string item, CheckForm form)
    {
        if (Kebab.Read<CheckItem>(item) is not { } known)
        {
            return NotFound();
        }

        if (ModelState.IsValid && await TryAsync(() => desk.ActAsync(current.Id, current.Standing.PersonId, Role.Research, (a, act) => form.Record(a, known, act, vault))))
        {
            Say($"“{known.Say()}” is recorded as {form.Outcome!.Value.Say().ToLowerInvariant()}.");
            return RedirectToAction(nameof(Checks), new { reference });
        }

        await original.RecordAsync("check.opened", known.ToString());
        return await queries.CheckAsync(known, form, HttpContext.RequestAborted) is { } page ? View(page) : NotFound();
    }
}
