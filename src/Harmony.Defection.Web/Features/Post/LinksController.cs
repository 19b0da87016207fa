using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Web.Features.Applicant;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Post;

/// <summary>The General Secretary revokes an applicant's links and sends a fresh one: to the confirmed address, or printed and posted (rule 29).</summary>
[OnCase(Role.GeneralSecretary), Settled]
public sealed class LinksController(
    CaseContext current,
    CaseQueries cases,
    LetterQueries letters,
    RecordQueries record,
    LinkDesk links,
    OriginalReader original,
    MailOptions mail,
    TimeProvider clock) : DefectionController
{
    private const string TokenKey = "FreshLink";

    /// <summary>Asks before links are revoked.</summary>
    [HttpGet("/cases/{reference}/replace-links")]
    public async Task<IActionResult> ReplaceLinks(string reference) => View(new ReplaceLinksPage(
        await cases.HeadAsync(await cases.CaseAsync(HttpContext.RequestAborted), HttpContext.RequestAborted),
        await record.HasConfirmedEmailAsync(current.Id, HttpContext.RequestAborted)));

    /// <summary>Revokes them all and makes a fresh one.</summary>
    [HttpPost("/cases/{reference}/replace-links")]
    public async Task<IActionResult> Replace(string reference)
    {
        if (await links.ReplaceAsync(current.Id, current.Standing.PersonId, Role.GeneralSecretary) is { } token)
        {
            TempData[TokenKey] = $"{current.Id:N}{token}";
            return Redirect($"/cases/{current.Reference}/fresh-link");
        }

        Say("The old links are stopped. A fresh one is on its way to the confirmed address.");
        return Redirect($"/cases/{current.Reference}");
    }

    /// <summary>The letter that bears the fresh link. It is shown once: the link is stored nowhere.</summary>
    [HttpGet("/cases/{reference}/fresh-link")]
    public async Task<IActionResult> FreshLink(string reference)
    {
        var id = $"{current.Id:N}";
        if (TempData[TokenKey] is not string kept || !kept.StartsWith(id, StringComparison.Ordinal))
        {
            return Redirect($"/cases/{current.Reference}/replace-links");
        }

        await original.RecordAsync("link.printed", "Address");
        var (name, address, language) = await letters.AddressAsync(current.Id, HttpContext.RequestAborted);
        ViewData["Corrected"] = await letters.CorrectedAddressAsync(current.Id, HttpContext.RequestAborted);
        return View(new FreshLinkPage(
            current.Reference, name, address, mail.SiteAddress + ApplicantPost.PageOf(kept[id.Length..]).Value, clock.Now(), language));
    }
}

/// <summary>The page that asks before an applicant's links are revoked.</summary>
/// <param name="Head">The case.</param>
/// <param name="GoesByEmail">Whether the fresh one goes to a confirmed address; otherwise it is printed.</param>
public sealed record ReplaceLinksPage(CaseHead Head, bool GoesByEmail) : ICasePart;

/// <summary>The letter that bears a fresh link.</summary>
/// <param name="Reference">The application's public number.</param>
/// <param name="Name">The applicant's name.</param>
/// <param name="Address">Lines of their address.</param>
/// <param name="Link">The link in full.</param>
/// <param name="MadeAt">When it was made, in UTC.</param>
/// <param name="Language">The applicant's language.</param>
public sealed record FreshLinkPage(string Reference, string Name, IReadOnlyList<string> Address, string Link, DateTime MadeAt, string Language);
