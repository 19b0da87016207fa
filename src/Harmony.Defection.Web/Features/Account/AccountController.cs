using FluentValidation;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Harmony.Defection.Web.Features.Account;

/// <summary>Signing in and out, and setting a password by a link.</summary>
public sealed class AccountController(
    UserManager<Person> people, SignInManager<Person> signIn, AccountLinks links, IOutbox outbox, DefectionDbContext context, IAuditTrail audit)
    : DefectionController
{
    // An unknown address takes as long as a known one: its password is held against this.
    private static readonly Person Nobody = new();
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Person>(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = PasswordRules.Iterations })).HashPassword(Nobody, "nobody"));

    /// <summary>The form to sign in.</summary>
    [HttpGet("/sign-in"), AllowAnonymous]
    public IActionResult SignIn(string? returnUrl) =>
        User.Identity?.IsAuthenticated == true ? Redirect(WorkPage) : View(new SignInForm { ReturnUrl = returnUrl });

    /// <summary>Signs somebody in.</summary>
    [HttpPost("/sign-in"), AllowAnonymous, EnableRateLimiting(SecuritySetup.SignInLimit)]
    public async Task<IActionResult> SignIn(SignInForm form)
    {
        if (ModelState.IsValid && await FindAsync(form) is { } person)
        {
            audit.Record(new AuditDeed("account.signed-in", nameof(Person), person.Id) { ActorId = person.Id });
            await context.SaveChangesAsync();
            await signIn.SignInAsync(person, isPersistent: false);
            return Url.IsLocalUrl(form.ReturnUrl) ? LocalRedirect(form.ReturnUrl) : Redirect(WorkPage);
        }

        if (ModelState.IsValid)
        {
            audit.Record(new AuditDeed("account.sign-in-refused", nameof(Person)));
            await context.SaveChangesAsync();
            ModelState.AddModelError(nameof(SignInForm.Email), "The e-mail address and the password do not go together. Check both.");
        }

        form.Password = null;
        ModelState.SetModelValue(nameof(SignInForm.Password), null, null);
        return View(form);
    }

    /// <summary>Signs the person out, in every browser.</summary>
    [HttpPost("/sign-out"), Authorize]
    public async Task<IActionResult> SignOutEverywhere()
    {
        if (await people.GetUserAsync(User) is { } person)
        {
            audit.Record(new AuditDeed("account.signed-out", nameof(Person), person.Id) { ActorId = person.Id });
            await people.UpdateSecurityStampAsync(person);
        }

        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        Say("You are signed out.");
        return RedirectToAction(nameof(SignIn));
    }

    /// <summary>The form of somebody who forgot their password.</summary>
    [HttpGet("/account/forgotten"), AllowAnonymous]
    public IActionResult Forgotten() => View(new ForgottenForm());

    /// <summary>Sends a link to the address if somebody has it; says the same in either case (AU3).</summary>
    [HttpPost("/account/forgotten"), AllowAnonymous, EnableRateLimiting(SecuritySetup.SignInLimit)]
    public async Task<IActionResult> Forgotten(ForgottenForm form)
    {
        if (!ModelState.IsValid)
        {
            return View(form);
        }

        if (await people.FindByEmailAsync(form.Email!) is { ClosedAt: null } person)
        {
            await outbox.AddAsync(await links.ResetAsync(person, form.Email!));
            await context.SaveChangesAsync();
        }

        return View("LinkSent");
    }

    /// <summary>The form behind a link: a first password, or a new one.</summary>
    [HttpGet("/account/password/{id:guid}/{code}"), AllowAnonymous]
    public async Task<IActionResult> SetPassword(Guid id, string code) =>
        await HolderAsync(id, code) is null ? View("LinkOver") : View(new PasswordForm());

    /// <summary>Sets the password.</summary>
    [HttpPost("/account/password/{id:guid}/{code}"), AllowAnonymous, EnableRateLimiting(SecuritySetup.SignInLimit)]
    public async Task<IActionResult> SetPassword(Guid id, string code, PasswordForm form)
    {
        if (await HolderAsync(id, code) is not { } person)
        {
            return View("LinkOver");
        }

        if (ModelState.IsValid)
        {
            audit.Record(new AuditDeed("account.password-set", nameof(Person), id) { ActorId = id });
            var result = await people.ResetPasswordAsync(person, AccountLinks.Read(code)!, form.NewPassword!);
            if (result.Succeeded)
            {
                Say("Your password is set. You can sign in with it now.");
                return RedirectToAction(nameof(SignIn));
            }

            foreach (var refusal in result.Errors)
            {
                ModelState.AddModelError(nameof(PasswordForm.NewPassword), refusal.Description);
            }
        }

        return View(form);
    }

    private const string WorkPage = "/work";

    private async Task<Person?> FindAsync(SignInForm form)
    {
        var person = await people.FindByEmailAsync(form.Email!);
        if (person is not { PasswordHash: not null, ClosedAt: null })
        {
            people.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, form.Password!);
            return null;
        }

        return await people.CheckPasswordAsync(person, form.Password!) ? person : null;
    }

    private async Task<Person?> HolderAsync(Guid id, string code) =>
        AccountLinks.Read(code) is { } token
        && await people.FindByIdAsync(id.ToString()) is { ClosedAt: null } person
        && await people.VerifyUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose, token)
            ? person
            : null;
}

/// <summary>What somebody enters to sign in.</summary>
public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }
}

/// <summary>What somebody enters who forgot their password.</summary>
public sealed class ForgottenForm
{
    public string? Email { get; set; }
}

/// <summary>A new password.</summary>
public sealed class PasswordForm
{
    public string? NewPassword { get; set; }
}

internal sealed class SignInFormValidator : AbstractValidator<SignInForm>
{
    public SignInFormValidator()
    {
        RuleFor(f => f.Email).NotEmpty().WithMessage("Enter your e-mail address");
        RuleFor(f => f.Password).NotEmpty().WithMessage("Enter your password");
    }
}

internal sealed class ForgottenFormValidator : AbstractValidator<ForgottenForm>
{
    public ForgottenFormValidator() =>
        RuleFor(f => f.Email).NotEmpty().WithMessage("Enter your e-mail address").EmailAddress().WithMessage("Enter an e-mail address, like name@example.org");
}

internal sealed class PasswordFormValidator : AbstractValidator<PasswordForm>
{
    public PasswordFormValidator() => RuleFor(f => f.NewPassword).NewPassword();
}
