using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>One public account as it is typed (F14): its platform, and its name there or a link to it.</summary>
public class AccountForm
{
    /// <summary>The value that stands for a platform which is not on the list.</summary>
    public const string OtherValue = "another";

    public string? Platform { get; set; }

    public string? OtherPlatform { get; set; }

    public string? Name { get; set; }

    /// <summary>Whether nothing of an account was typed.</summary>
    public bool IsEmpty => Tidy.Line(Platform) is null && Tidy.Line(OtherPlatform) is null && Tidy.Line(Name) is null;

    /// <summary>The platforms to choose from.</summary>
    public static IReadOnlyList<Choice> Platforms { get; } =
        [.. SocialPlatforms.Names.Select(n => new Choice(n, n)), new Choice(OtherValue, "Another platform")];

    /// <summary>The link that was typed in place of a name; nothing where a name was typed, or no such page can be.</summary>
    public Uri? Link => LooksLikeLink(Name) ? WebPages.Read(Name) : null;

    /// <summary>The form filled with an account.</summary>
    public static AccountForm Of(PublicAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var isListed = SocialPlatforms.Names.Contains(account.Platform);
        return new()
        {
            Platform = isListed ? account.Platform : OtherValue,
            OtherPlatform = isListed ? null : account.Platform,
            Name = account.Link ?? account.Name,
        };
    }

    /// <summary>The account. A link tells the platform where none was chosen, and the name where it can be read from it.</summary>
    public PublicAccount ToAccount(Guid id)
    {
        var read = Link is { } link ? SocialPlatforms.Read(link) : null;
        var platform = Tidy.Line(Platform) is { } chosen && chosen != OtherValue ? chosen : Tidy.Line(OtherPlatform) ?? read?.Platform;
        return new PublicAccount(id, platform!, read is null ? Tidy.Line(Name)! : read.Name ?? Tidy.Line(Name)!, Link?.AbsoluteUri);
    }

    /// <summary>Whether something reads like a link and not like a name.</summary>
    public static bool LooksLikeLink(string? typed) => Tidy.Line(typed) is { } line
        && (line.Contains("://", StringComparison.Ordinal) || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || (line.Contains('/', StringComparison.Ordinal) && line.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < line.IndexOf('/', StringComparison.Ordinal))
            || line.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("data:", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The page on social media: one more public account, and whether there are private ones (F14, F15).</summary>
public sealed class AccountsForm : AccountForm
{
    /// <summary>Most accounts that can be listed.</summary>
    public const int Most = 50;

    public bool? HasPrivateAccounts { get; set; }

    /// <summary>Whether to stay on the page for another account.</summary>
    [ModelBinder(typeof(PressedBinder))]
    public bool Another { get; set; }
}

internal abstract class AccountRules<TForm> : AbstractValidator<TForm> where TForm : AccountForm
{
    protected AccountRules()
    {
        When(IsAsked, () =>
        {
            RuleFor(f => f.Platform)
                .Must((f, p) => Tidy.Line(p) is not null || Tidy.Line(f.OtherPlatform) is not null || (f.Link is { } link && SocialPlatforms.Read(link).Platform is not null))
                .WithMessage(_ => T("Choose the platform"))
                .Must(p => Tidy.Line(p) is not { } chosen || chosen == AccountForm.OtherValue || SocialPlatforms.Names.Contains(chosen))
                .WithMessage(_ => T("Choose the platform from the list, or choose “Another platform” and name it"))
                .Must((f, p) => Tidy.Line(p) is not { } chosen || !SocialPlatforms.Names.Contains(chosen) || IsOn(chosen, f.Link))
                .WithMessage(_ => T("The link below is to another platform. Choose that one, or check the link"));
            RuleFor(f => f.OtherPlatform)
                .Must((f, p) => f.Platform != AccountForm.OtherValue || Tidy.Line(p) is not null || (f.Link is { } link && SocialPlatforms.Read(link).Platform is not null))
                .WithMessage(_ => T("Enter the platform’s name"))
                .AtMost(100);
            RuleFor(f => f.Name).Must(n => Tidy.Line(n) is not null)
                .WithMessage(_ => T("Enter the account’s name on that platform, or a link to it"))
                .Must(n => !AccountForm.LooksLikeLink(n) || WebPages.Read(n) is not null)
                .WithMessage(_ => T("Enter a whole link, like https://mastodon.example/@margedokafor, or the account’s name alone"))
                .AtMost(300);
        });
    }

    /// <summary>Whether an account is to be judged at all.</summary>
    protected abstract bool IsAsked(TForm form);

    private static bool IsOn(string platform, Uri? link) => link is null || SocialPlatforms.Read(link).Platform is not { } read || read == platform;
}

internal sealed class AccountFormValidator : AccountRules<AccountForm>
{
    protected override bool IsAsked(AccountForm form) => true;
}

internal sealed class AccountsFormValidator : AccountRules<AccountsForm>
{
    public AccountsFormValidator() =>
        RuleFor(f => f.HasPrivateAccounts).NotNull().When(f => !f.Another).WithMessage(_ => T("Say whether you have private accounts"));

    protected override bool IsAsked(AccountsForm form) => !form.IsEmpty || form.Another;
}
