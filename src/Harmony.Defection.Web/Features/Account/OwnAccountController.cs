using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Account;

/// <summary>What somebody's account knows of them, and their password.</summary>
[Authorize]
public sealed class OwnAccountController(
    UserManager<Person> people, SignInManager<Person> signIn, Standings standings, ISocieties societies, PartyNames party, IVault vault, IAuditTrail audit)
    : DefectionController
{
    /// <summary>The account.</summary>
    [HttpGet("/account")]
    public async Task<IActionResult> Index() => await ShowAsync(new ChangePasswordForm());

    /// <summary>Changes the password; other browsers are signed out.</summary>
    [HttpPost("/account")]
    public async Task<IActionResult> ChangePassword(ChangePasswordForm form)
    {
        var person = await MeAsync();
        if (ModelState.IsValid)
        {
            audit.Record(new AuditDeed("account.password-set", nameof(Person), person.Id) { ActorId = person.Id });
            var result = await people.ChangePasswordAsync(person, form.Password!, form.NewPassword!);
            if (result.Succeeded)
            {
                await signIn.RefreshSignInAsync(person);
                Say("Your password is changed. Every other browser is signed out.");
                return Redirect("/account");
            }

            foreach (var refusal in result.Errors)
            {
                var isMismatch = refusal.Code == nameof(IdentityErrorDescriber.PasswordMismatch);
                ModelState.AddModelError(
                    isMismatch ? nameof(ChangePasswordForm.Password) : nameof(ChangePasswordForm.NewPassword),
                    isMismatch ? "This is not your present password" : refusal.Description);
            }
        }

        return await ShowAsync(form);
    }

    private async Task<Person> MeAsync() =>
        await people.GetUserAsync(User) ?? throw new InvalidOperationException("The account of a session is gone.");

    private async Task<ViewResult> ShowAsync(ChangePasswordForm form)
    {
        var person = await MeAsync();
        var facts = await standings.OfPersonAsync(person.Id);
        var names = (await societies.AllAsync()).ToDictionary(s => s.Id, s => s.Name);
        string[] roles =
        [
            .. facts.Holdings.Select(h => h.SocietyId is { } society ? $"{party.Say(h.Role)}, {names[society]}" : party.Say(h.Role)),
            .. facts.Memberships.Select(m => $"{m.Kind}, {names[m.SocietyId]}"),
        ];
        ViewData["Account"] = new OwnAccount(
            vault.Open(person, nameof(Person.Name), person.Name), await people.GetEmailAsync(person) ?? string.Empty, roles);
        return View("Own", form);
    }
}

/// <summary>What the account page shows.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Email">The address they sign in with.</param>
/// <param name="Roles">What they hold and where they belong, in words.</param>
public sealed record OwnAccount(string Name, string Email, IReadOnlyList<string> Roles);

/// <summary>A change of password.</summary>
public sealed class ChangePasswordForm
{
    public string? Password { get; set; }

    public string? NewPassword { get; set; }
}

internal sealed class ChangePasswordFormValidator : AbstractValidator<ChangePasswordForm>
{
    public ChangePasswordFormValidator()
    {
        RuleFor(f => f.Password).NotEmpty().WithMessage("Enter your present password");
        RuleFor(f => f.NewPassword).NewPassword();
    }
}
