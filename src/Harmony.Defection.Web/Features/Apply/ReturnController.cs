using FluentValidation;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Web.Features.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>
/// Coming back to a form, in this browser or another: by the shown code, or by one that is e-mailed. What was typed just before the form was
/// closed comes along, and is saved once it is open.
/// </summary>
public sealed class ReturnController(
    FormSession session, ReturnDesk returns, FormCookies cookies, KeptAnswers keptAnswers, LanguageChoice choice) : FormController(session)
{
    private const string EmailPath = FormMap.ReturnPath + "/email";

    /// <inheritdoc />
    protected override bool NeedsDraft => false;

    /// <summary>Asks for the shown code.</summary>
    [HttpGet(FormMap.ReturnPath)]
    public IActionResult Return() => Form.IsOpen ? View(new ReturnForm()) : Closed();

    /// <summary>Opens the form by the shown code.</summary>
    [HttpPost(FormMap.ReturnPath)]
    public async Task<IActionResult> Return(ReturnForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid)
        {
            if (await returns.OpenByCodeAsync(form.Code) is { } draft)
            {
                return Open(draft, ReturnCode.Read(form.Code), form.Kept);
            }

            ModelState.AddModelError(nameof(ReturnForm.Code), T("No form is kept under this code. Check each group, or have a code sent by e-mail"));
        }

        return View(form);
    }

    /// <summary>Asks for the address to send a code to.</summary>
    [HttpGet(EmailPath)]
    public IActionResult ReturnEmail() => Form.IsOpen ? View(new ReturnEmailForm()) : Closed();

    /// <summary>Sends a code to the address if it is the confirmed one of a form; the answer is the same for every address (AU3).</summary>
    [HttpPost(EmailPath)]
    public async Task<IActionResult> ReturnEmail(ReturnEmailForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Tidy.Line(form.Email) is not { } email || !ModelState.IsValid)
        {
            return View(form);
        }

        await returns.AskAsync(email);
        cookies.RememberAsked(returns.HashOf(email));
        return form.Kept is null ? Redirect(ReturnDesk.ReturnPath) : View("ReturnEmailCode", new ReturnEmailCodeForm { Kept = form.Kept });
    }

    /// <summary>Asks for the code that was e-mailed.</summary>
    [HttpGet(ReturnDesk.ReturnPath)]
    public IActionResult ReturnEmailCode() => !Form.IsOpen ? Closed() : cookies.Asked is null ? Redirect(EmailPath) : View(new ReturnEmailCodeForm());

    /// <summary>Opens the form by the code that was e-mailed.</summary>
    [HttpPost(ReturnDesk.ReturnPath)]
    public async Task<IActionResult> ReturnEmailCode(ReturnEmailCodeForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (cookies.Asked is not { } hash)
        {
            return form.Kept is null ? Redirect(EmailPath) : View("ReturnEmail", new ReturnEmailForm { Kept = form.Kept });
        }

        if (ModelState.IsValid)
        {
            if (await returns.OpenByEmailAsync(hash, form.Code) is { } draft)
            {
                cookies.ForgetAsked();
                return Open(draft, null, form.Kept);
            }

            ModelState.AddModelError(nameof(ReturnEmailCodeForm.Code), CodeRules.Wrong);
        }

        return View(form);
    }

    private IActionResult Open(Draft draft, string? code, string? kept)
    {
        cookies.Open(draft.Id, code);
        if (choice.Chosen is null)
        {
            choice.Remember(draft.Language);
        }

        if (keptAnswers.Open(kept, draft.Id) is { } answer)
        {
            return View("Kept", answer);
        }

        Say(T("Your form is open again."));
        return Redirect(FormMap.TasksPath);
    }
}

/// <summary>The shown code, as it is typed back.</summary>
public sealed class ReturnForm
{
    public string? Code { get; set; }

    /// <summary>A sealed answer that waits to be saved.</summary>
    public string? Kept { get; set; }
}

/// <summary>The address to which a code is to be sent.</summary>
public sealed class ReturnEmailForm
{
    public string? Email { get; set; }

    /// <summary>A sealed answer that waits to be saved.</summary>
    public string? Kept { get; set; }
}

/// <summary>The code that was e-mailed.</summary>
public sealed class ReturnEmailCodeForm
{
    public string? Code { get; set; }

    /// <summary>A sealed answer that waits to be saved.</summary>
    public string? Kept { get; set; }
}

/// <summary>What is asked of codes that are typed in.</summary>
internal static class CodeRules
{
    /// <summary>The one answer to a wrong, a late and a worn-out code.</summary>
    public static string Wrong =>
        T("This code cannot be used: it is not the newest one, is more than 15 minutes old, or was tried five times. Check it, or ask for another later");

    private const int Longest = 100;

    /// <summary>Asks for six figures, parted by anything.</summary>
    public static void SixFigures<TForm>(this IRuleBuilder<TForm, string?> rule) => rule
        .Must(c => Tidy.Line(c) is not null).WithMessage(_ => T("Enter the code from the e-mail"))
        .Must(c => c!.Length <= Longest && c.Count(char.IsAsciiDigit) == 6)
        .WithMessage(_ => T("Enter all 6 figures of the code, like 402917"));
}

internal sealed class ReturnFormValidator : AbstractValidator<ReturnForm>
{
    public ReturnFormValidator() => RuleFor(f => f.Code)
        .Must(c => Tidy.Line(c) is not null).WithMessage(_ => T("Enter your code"))
        .Must(c => ReturnCode.Read(c) is not null)
        .WithMessage(_ => T("Enter all 16 letters and figures of your code, like 48RK-T6WD-0JQN-7YHC"));
}

internal sealed class ReturnEmailFormValidator : AbstractValidator<ReturnEmailForm>
{
    private const int Longest = 254;

    public ReturnEmailFormValidator() => RuleFor(f => f.Email)
        .Must(e => Tidy.Line(e) is not null).WithMessage(_ => T("Enter the e-mail address you confirmed"))
        .Must(e => Tidy.Line(e) is { Length: <= Longest } address && address.IndexOf('@', StringComparison.Ordinal) > 0)
        .WithMessage(_ => T("Enter an e-mail address, like name@example.org"));
}

internal sealed class ReturnEmailCodeFormValidator : AbstractValidator<ReturnEmailCodeForm>
{
    public ReturnEmailCodeFormValidator() => RuleFor(f => f.Code).SixFigures();
}
