using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Plumbing;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>A second person compares a keyed form with its original, and makes it an application or sends it back (P1).</summary>
[HoldsRole(Role.Research, Role.GeneralSecretary)]
public sealed class ConfirmingController(KeyingQueries queries, Intake intake, CurrentPerson person, OriginalReader original, IFileStore files) : DefectionController
{
    /// <summary>What was keyed in, beside what it was keyed from.</summary>
    [HttpGet("/keying/{id:guid}/confirm")]
    public async Task<IActionResult> Confirm(Guid id) =>
        await queries.FindAsync(id, HttpContext.RequestAborted) is { } draft ? await ShowAsync(draft) : NotFound();

    /// <summary>Confirms it: it becomes an application, and the applicant is told.</summary>
    [HttpPost("/keying/{id:guid}/confirm"), ActionName(nameof(Confirm))]
    public async Task<IActionResult> Confirmed(Guid id)
    {
        if (await queries.FindAsync(id, HttpContext.RequestAborted) is not { } draft)
        {
            return NotFound();
        }

        Sent? sent = null;
        var role = await RoleAsync();
        if (await TryAsync(async () => sent = await intake.ConfirmKeyedAsync(draft, person.Id, role, HttpContext.RequestAborted)))
        {
            Say($"The form is confirmed. Its reference is {sent!.Reference}.");
            return Redirect($"/cases/{sent.Reference}");
        }

        return await ShowAsync(draft);
    }

    /// <summary>Sends it back to be keyed in again, where it differs from the original.</summary>
    [HttpPost("/keying/{id:guid}/send-back")]
    public async Task<IActionResult> SendBack(Guid id)
    {
        if (await queries.FindAsync(id, HttpContext.RequestAborted) is not { } draft)
        {
            return NotFound();
        }

        if (await TryAsync(() => intake.SendBackAsync(draft, person.Id, HttpContext.RequestAborted)))
        {
            Say("The form went back to be keyed in again.");
            return Redirect("/work");
        }

        return await ShowAsync(draft);
    }

    /// <summary>A file that came with the form: always saved, never shown in the site.</summary>
    [HttpGet("/keying/{id:guid}/files/{file:guid}"), SecurityHeadersPolicy(Headers.Download)]
    public async Task<IActionResult> Download(Guid id, Guid file)
    {
        if (await queries.FindAsync(id, HttpContext.RequestAborted) is null || await queries.FileAsync(id, file, HttpContext.RequestAborted) is not { } stored)
        {
            return NotFound();
        }

        await original.RecordAsync(id, person.Id, await RoleAsync(), "file.opened", stored.Purpose.ToString());
        return Downloads.Of(await files.OpenAsync(file, HttpContext.RequestAborted), stored, "keyed-form");
    }

    private async Task<Role> RoleAsync() => await person.HoldsAsync(Role.Research) ? Role.Research : Role.GeneralSecretary;

    private async Task<IActionResult> ShowAsync(Draft draft)
    {
        var role = await RoleAsync();
        await original.RecordAsync(draft.Id, person.Id, role, "keying.opened", "Answers");
        return View(nameof(Confirm), await queries.ConfirmAsync(draft, person.Id, role, HttpContext.RequestAborted));
    }
}
