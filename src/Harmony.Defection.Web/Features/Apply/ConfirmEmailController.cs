using FluentValidation;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>Showing that the e-mail address on the form is one’s own (rule 29). It is never required: without it letters come by post.</summary>
public sealed class ConfirmEmailController(FormSession session, ReturnDesk returns) : FormController(session)
{
    /// <summary>Asks for the code that was sent to the address.</summary>
    [HttpGet(ReturnDesk.ConfirmPath)]
    public IActionResult ConfirmEmail() => Elsewhere() ?? Ask(new ConfirmEmailForm());

    /// <summary>Confirms the address.</summary>
    [HttpPost(ReturnDesk.ConfirmPath)]
    public async Task<IActionResult> ConfirmEmail(ConfirmEmailForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Elsewhere() is { } elsewhere)
        {
            return elsewhere;
        }

        if (ModelState.IsValid)
        {
            if (await returns.ConfirmAsync(Form.Draft, form.Code))
            {
                Say(T("Your e-mail address is confirmed."));
                return Redirect(Form.PathAfter(FormPart.Contact));
            }

            ModelState.AddModelError(nameof(ConfirmEmailForm.Code), CodeRules.Wrong);
        }

        return Ask(form);
    }

    /// <summary>Sends another code, if the hour since the last one is over.</summary>
    [HttpPost(ReturnDesk.ConfirmPath + "/again")]
    public async Task<IActionResult> SendAgain()
    {
        await returns.SendConfirmationAsync(Form.Draft);
        Say(T("If an hour has passed since the last one, a new code is on its way."));
        return Redirect(ReturnDesk.ConfirmPath);
    }

    /// <summary>Where there is nothing to confirm.</summary>
    private IActionResult? Elsewhere() => Form.Answers.Contact?.Email is null ? Redirect(FormMap.Of(FormPart.Contact).Path)
        : Form.Draft.EmailConfirmedAt is not null ? Redirect(Form.PathAfter(FormPart.Contact))
        : null;

    private ViewResult Ask(ConfirmEmailForm form)
    {
        ViewData["Part"] = FormMap.Of(FormPart.Contact);
        ViewData["SavedAt"] = Form.Draft.ChangedAt;
        return View("ConfirmEmail", form);
    }
}

/// <summary>The code that was sent to the address on the form.</summary>
public sealed class ConfirmEmailForm
{
    public string? Code { get; set; }
}

internal sealed class ConfirmEmailFormValidator : AbstractValidator<ConfirmEmailForm>
{
    public ConfirmEmailFormValidator() => RuleFor(f => f.Code).SixFigures();
}
