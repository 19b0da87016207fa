using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>Conversations with the applicant, and attempts at one (P4). Nobody else is contacted (rule 4).</summary>
[OnCase(Role.Research), Settled]
public sealed class ContactsController(CaseContext current, ResearchQueries queries, OriginalReader original, Desk desk, IVault vault) : DefectionController
{
    private const string Opened = "contacts.opened";

    /// <summary>Contacts so far.</summary>
    [HttpGet("/cases/{reference}/contacts")]
    public async Task<IActionResult> Contacts(string reference)
    {
        await original.RecordAsync(Opened, "Contact", "Said");
        return View(await queries.ContactsAsync(HttpContext.RequestAborted));
    }

    /// <summary>The form by which one is recorded.</summary>
    [HttpGet("/cases/{reference}/record-contact")]
    public Task<IActionResult> RecordContact(string reference) => ShowAsync(new RecordContactForm());

    /// <summary>Records a contact.</summary>
    [HttpPost("/cases/{reference}/record-contact")]
    public async Task<IActionResult> RecordContact(string reference, RecordContactForm form)
    {
        if (ModelState.IsValid && await TryAsync(() => desk.ActAsync(
            current.Id,
            current.Standing.PersonId,
            Role.Research,
            (a, act) => a.RecordContact(form.Means!.Value, form.TookPlaceAt!.Utc!.Value, form.Reached!.Value, form.Said?.Trim(), act, vault))))
        {
            Say("The contact is recorded.");
            return RedirectToAction(nameof(Contacts), new { reference });
        }

        return await ShowAsync(form);
    }

    private async Task<IActionResult> ShowAsync(RecordContactForm form)
    {
        await original.RecordAsync(Opened, "Contact");
        return View("RecordContact", await queries.RecordContactAsync(form, HttpContext.RequestAborted));
    }
}
