using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Wording;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>The applicant's e-mail address after the form was sent: given, changed, and confirmed by a code (rule 29).</summary>
[InBothLanguages]
[AllowAnonymous]
[ByApplicantLink]
[EnableRateLimiting(SecuritySetup.LinkLimit)]
[Route("/application/{token}")]
public sealed class EmailController(LinkedApplication linked, RecordQueries queries, EmailDesk desk) : DefectionController
{
    /// <summary>Asks for the address.</summary>
    [HttpGet("email")]
    public async Task<IActionResult> Email(string token)
    {
        var given = await queries.EmailAsync(linked.Id);
        return await IsOpenAsync() ? Ask(token, given, new EmailForm { Email = given.Address, UseEmailAllTheSame = SharedMailboxes.Has(given.Address) }) : ToStatus(token);
    }

    /// <summary>Takes the address in, and sends a code to it. Whatever the address, the next page is the same.</summary>
    [HttpPost("email")]
    public async Task<IActionResult> Email(string token, EmailForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var answers = await queries.AnswersAsync(linked.Id);
        if (ModelState.IsValid && answers is not null
            && await TryAsync(() => desk.GiveAsync(linked.Id, Tidy.Line(form.Email)!, AnswerInWords.Kept(CorrectedAnswer.Email, answers))))
        {
            return Redirect($"/application/{token}/confirm-email");
        }

        return Ask(token, await queries.EmailAsync(linked.Id), form);
    }

    /// <summary>Asks for the code.</summary>
    [HttpGet("confirm-email")]
    public async Task<IActionResult> ConfirmEmail(string token) => await ElsewhereAsync(token) ?? await AskCodeAsync(token, new EmailCodeForm());

    /// <summary>Confirms the address. Wrong, late and worn-out codes get the same answer.</summary>
    [HttpPost("confirm-email")]
    public async Task<IActionResult> ConfirmEmail(string token, EmailCodeForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await ElsewhereAsync(token) is { } elsewhere)
        {
            return elsewhere;
        }

        var isRight = false;
        if (ModelState.IsValid && await TryAsync(async () => isRight = await desk.ConfirmAsync(linked.Id, form.Code)))
        {
            if (isRight)
            {
                Say("Your e-mail address is confirmed. From now on we write to it.");
                return ToStatus(token);
            }

            ModelState.AddModelError(nameof(EmailCodeForm.Code), CodeRules.Wrong);
        }

        return await AskCodeAsync(token, form);
    }

    /// <summary>Sends another code, if the hour since the last one is over.</summary>
    [HttpPost("confirm-email/again")]
    public async Task<IActionResult> SendAgain(string token)
    {
        await desk.SendAsync(linked.Id);
        Say("If an hour has passed since the last one, a new code is on its way.");
        return Redirect($"/application/{token}/confirm-email");
    }

    private RedirectResult ToStatus(string token) => Redirect($"/application/{token}");

    private async Task<bool> IsOpenAsync() => ApplicationProcess.Find(Step.ConfirmEmail, await queries.StageAsync(linked.Id)) is not null;

    /// <summary>Where there is nothing to confirm.</summary>
    private async Task<IActionResult?> ElsewhereAsync(string token) => !await IsOpenAsync() ? ToStatus(token)
        : (await queries.EmailAsync(linked.Id)).State switch
        {
            EmailState.None => Redirect($"/application/{token}/email"),
            EmailState.Confirmed => ToStatus(token),
            _ => null,
        };

    private ViewResult Ask(string token, GivenEmail given, EmailForm form)
    {
        (form.Link, form.State) = (token, given.State);
        return View("Email", form);
    }

    private async Task<IActionResult> AskCodeAsync(string token, EmailCodeForm form)
    {
        (form.Link, form.Address) = (token, (await queries.EmailAsync(linked.Id)).Address ?? string.Empty);
        return View("ConfirmEmail", form);
    }
}
