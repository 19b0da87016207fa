using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>A second person compares a keyed form with its original, and makes it an application or sends it back (P1).</summary>
[HoldsRole(Role.Research, Role.GeneralSecretary)]
public sealed class ConfirmingController(
    KeyingQueries queries, Intake intake, CurrentPerson person, OriginalReader original, DefectionDbContext context) : DefectionController
{
    /// <summary>What was keyed in, beside what it was keyed from.</summary>
    [HttpGet("/keying/{id:guid}/confirm")]
    public async Task<IActionResult> Confirm(Guid id) =>
        await queries.FindAsync(id, HttpContext.RequestAborted) is { } draft ? await ShowAsync(draft) : NotFound();

    /// <summary>Confirms it: it becomes an application, and the applicant is told.</summary>
    [HttpPost("/keying/{id:guid}/confirm"), ActionName(nameof(Confirm))]
    public async Task<IActionResult> Confirmed(Guid id, SendBackForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await queries.FindAsync(id, HttpContext.RequestAborted) is not { } draft)
        {
            return NotFound();
        }

        if (form.Fields.Count > 0)
        {
            ModelState.AddModelError(string.Empty, "You ticked lines that differ. Send the form back, or untick them to confirm it.");
            return await ShowAsync(draft, form);
        }

        Sent? sent = null;
        context.ExpectVersion(draft, form.Version);
        var role = await RoleAsync();
        if (await TryAsync(async () => sent = await intake.ConfirmKeyedAsync(draft, person.Id, role, HttpContext.RequestAborted)))
        {
            Say($"The form is confirmed. Its reference is {sent!.Reference}.");
            return Redirect($"/cases/{sent.Reference}");
        }

        return await ShowAsync(draft, form);
    }

    /// <summary>Sends it back to be keyed in again, where it differs from the original.</summary>
    [HttpPost("/keying/{id:guid}/send-back")]
    public async Task<IActionResult> SendBack(Guid id, SendBackForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await queries.FindAsync(id, HttpContext.RequestAborted) is not { } draft)
        {
            return NotFound();
        }

        context.ExpectVersion(draft, form.Version);
        if (Tidy.Text(form.Note) is not { Length: <= SendBackForm.Longest } note)
        {
            ModelState.AddModelError(nameof(SendBackForm.Note), $"Say what differs, in {SendBackForm.Longest} characters or fewer");
        }
        else if (await TryAsync(() => intake.SendBackAsync(draft, note, [.. form.Fields.Take(200)], person.Id, HttpContext.RequestAborted)))
        {
            Say("The form went back to be keyed in again.");
            return Redirect("/work");
        }

        return await ShowAsync(draft, form);
    }

    private async Task<Role> RoleAsync() => await person.HoldsAsync(Role.Research) ? Role.Research : Role.GeneralSecretary;

    private async Task<IActionResult> ShowAsync(Draft draft, SendBackForm? typed = null)
    {
        var role = await RoleAsync();
        await original.RecordAsync(draft.Id, person.Id, role, "keying.opened", "Answers", "Source");

        // Read anew: what a refused deed left in memory is not what is kept.
        return await queries.FindAsync(draft.Id, HttpContext.RequestAborted) is { } kept
            ? View(nameof(Confirm), await queries.ConfirmAsync(kept, person.Id, role, typed, HttpContext.RequestAborted))
            : NotFound();
    }
}
