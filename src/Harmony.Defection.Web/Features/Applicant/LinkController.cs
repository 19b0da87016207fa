using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Wording;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>The private link itself: closing the page on a shared computer, and a fresh link in place of all old ones (rule 29, AZ6).</summary>
[InBothLanguages]
[AllowAnonymous]
[ByApplicantLink]
[EnableRateLimiting(SecuritySetup.LinkLimit)]
[Route("/application/{token}")]
public sealed class LinkController(LinkedApplication linked, RecordQueries queries, LinkDesk links, FormCookies cookies) : DefectionController
{
    /// <summary>What can be done about the link.</summary>
    [HttpGet("link")]
    public async Task<IActionResult> Link(string token) => View(new LinkPage(token, await queries.HasConfirmedEmailAsync(linked.Id)));

    /// <summary>Closes the page in this browser: what it kept of the site is cleared. The link goes on working.</summary>
    [HttpPost("leave")]
    public IActionResult Leave(string token)
    {
        cookies.ForgetSent();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        Say("Your page is closed in this browser. Its address may still stand in the browser’s history: delete it there.");
        return Redirect("/");
    }

    /// <summary>Revokes every link of this application; a fresh one goes to the confirmed address, or is posted.</summary>
    [HttpPost("link")]
    public async Task<IActionResult> Replace(string token)
    {
        var byEmail = await queries.HasConfirmedEmailAsync(linked.Id);
        await links.ReplaceAsync(linked.Id, linked.Id, Role.Applicant);
        cookies.ForgetSent();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect(byEmail ? "/lost-link/replaced" : "/lost-link/posted");
    }
}

/// <summary>For whoever has lost their link. Whatever is typed, the answer is the same.</summary>
[AllowAnonymous]
[Route("/lost-link")]
public sealed class LostLinkController(LinkDesk links) : DefectionController
{
    /// <summary>Asks for reference and e-mail address.</summary>
    [HttpGet("")]
    public IActionResult LostLink() => View(new LostLinkForm());

    /// <summary>Takes the request.</summary>
    [HttpPost(""), EnableRateLimiting(SecuritySetup.SignInLimit)]
    public async Task<IActionResult> LostLink(LostLinkForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!ModelState.IsValid)
        {
            return View(form);
        }

        await links.AskAsync(form.Reference, form.Email);
        return Redirect("/lost-link/asked");
    }

    /// <summary>The one answer.</summary>
    [HttpGet("asked")]
    public IActionResult Asked() => View();

    /// <summary>After an applicant replaced their links and a fresh one went to their address.</summary>
    [HttpGet("replaced")]
    public IActionResult Replaced() => View("Replaced", true);

    /// <summary>After an applicant replaced their links and the General Secretary posts a fresh one.</summary>
    [HttpGet("posted")]
    public IActionResult Posted() => View("Replaced", false);
}
