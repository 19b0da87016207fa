using FluentValidation;
using Harmony.Defection.Infrastructure.Identity;

namespace Harmony.Defection.Web.Features.Account;

/// <summary>What a form asks of a new password before the account's own rules see it (AU1).</summary>
internal static class NewPasswordRule
{
    private const int Longest = 512;

    /// <summary>Long enough, and not endless.</summary>
    public static void NewPassword<TForm>(this IRuleBuilder<TForm, string?> rule) =>
        rule.NotEmpty().WithMessage("Enter a password")
            .MinimumLength(PasswordRules.Shortest).WithMessage($"Use {PasswordRules.Shortest} characters or more")
            .MaximumLength(Longest).WithMessage($"Use {Longest} characters or fewer");
}
