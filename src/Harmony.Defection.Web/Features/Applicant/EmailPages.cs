using FluentValidation;
using Harmony.Defection.Web.Features.Apply;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>How an applicant is written to by e-mail, and whether (rule 29).</summary>
public enum EmailState
{
    /// <summary>They gave no address: letters go by post.</summary>
    None,

    /// <summary>They gave one and have not confirmed it: letters go by post.</summary>
    NotConfirmed,

    /// <summary>The address of a keyed form is written to, and they have not confirmed it.</summary>
    InUseNotConfirmed,

    /// <summary>They gave another one and have not confirmed it: the one before is written to.</summary>
    AnotherNotConfirmed,

    /// <summary>The address they gave last is confirmed, and written to.</summary>
    Confirmed,
}

/// <summary>An applicant's address.</summary>
/// <param name="Address">The one they gave last.</param>
/// <param name="State">Whether it is confirmed, and what follows.</param>
public sealed record GivenEmail(string? Address, EmailState State);

/// <summary>The states of an address in words.</summary>
public static class EmailWords
{
    /// <summary>What holds, and what follows from it.</summary>
    public static string Say(this EmailState state) => state switch
    {
        EmailState.None => "You gave no e-mail address. Our letters come by post, and so does a fresh link if you lose yours.",
        EmailState.NotConfirmed =>
            "You gave an e-mail address and have not confirmed it. Until you do, our letters come by post, and so does a fresh link if you lose yours.",
        EmailState.InUseNotConfirmed =>
            "We write to the e-mail address on your form, and you have not confirmed it. Until you do, a fresh link comes by post if you lose yours.",
        EmailState.AnotherNotConfirmed => "You gave another e-mail address and have not confirmed it. Until you do, we go on writing to the one before.",
        _ => "We write to the e-mail address that you confirmed. Each message brings a fresh link.",
    };

    /// <summary>What the link to the page of the address says.</summary>
    public static string SayLink(this EmailState state) => state switch
    {
        EmailState.None => "Add an e-mail address",
        EmailState.Confirmed => "Change your e-mail address",
        _ => "Confirm your e-mail address",
    };

    /// <summary>Whether there is an address to confirm.</summary>
    public static bool IsOpen(this EmailState state) => state is EmailState.NotConfirmed or EmailState.InUseNotConfirmed or EmailState.AnotherNotConfirmed;
}

/// <summary>The address at which the applicant wants to be written to.</summary>
public sealed class EmailForm
{
    public string? Email { get; set; }

    /// <summary>Whether to use it although others may read the mailbox.</summary>
    public bool UseEmailAllTheSame { get; set; }

    /// <summary>The link's token, for the page's own links; never taken from what is posted.</summary>
    [BindNever]
    public string Link { get; set; } = string.Empty;

    /// <summary>Whether the address they gave last is confirmed; never taken from what is posted.</summary>
    [BindNever]
    public EmailState State { get; set; }
}

internal sealed class EmailFormValidator : AbstractValidator<EmailForm>
{
    public EmailFormValidator() => RuleFor(f => f.Email)
        .Cascade(CascadeMode.Stop)
        .Must(e => Tidy.Line(e) is { } address && EmailAddresses.IsAddress(address)).WithMessage("Enter an e-mail address, like name@example.org")
        .Must((f, e) => f.UseEmailAllTheSame || !SharedMailboxes.Has(e)).WithMessage(_ => EmailAddresses.Shared);
}

/// <summary>The code that was sent to the address.</summary>
public sealed class EmailCodeForm
{
    public string? Code { get; set; }

    /// <summary>The link's token, for the page's own links; never taken from what is posted.</summary>
    [BindNever]
    public string Link { get; set; } = string.Empty;

    /// <summary>The address; never taken from what is posted.</summary>
    [BindNever]
    public string Address { get; set; } = string.Empty;
}

internal sealed class EmailCodeFormValidator : AbstractValidator<EmailCodeForm>
{
    public EmailCodeFormValidator() => RuleFor(f => f.Code).SixFigures();
}
