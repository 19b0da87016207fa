using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>The English texts of a draft as they are written. Each may still be empty; a release needs them.</summary>
public sealed class ReleaseForm
{
    /// <summary>The most characters of a text.</summary>
    public const int Most = 40000;

    /// <summary>The version that was shown.</summary>
    public int Version { get; set; }

    public string? Introduction { get; set; }

    public string? Kernel { get; set; }

    public string? FourPrinciples { get; set; }

    public string? Consensus { get; set; }

    public string? PrivateAccounts { get; set; }

    public string? PrivacyNotice { get; set; }

    public string? PostalAddress { get; set; }

    /// <summary>The draft, and the release in force.</summary>
    [BindNever]
    public DraftReading? Reading { get; set; }

    /// <summary>The form with a draft's texts.</summary>
    public static ReleaseForm Of(DraftReading reading) => new()
    {
        Reading = reading,
        Version = reading.Draft.Version,
        Introduction = reading.Draft.Texts.Introduction,
        Kernel = reading.Draft.Texts.Kernel,
        FourPrinciples = reading.Draft.Texts.FourPrinciples,
        Consensus = reading.Draft.Texts.Consensus,
        PrivateAccounts = reading.Draft.Texts.PrivateAccounts,
        PrivacyNotice = reading.Draft.Texts.PrivacyNotice,
        PostalAddress = reading.Draft.Texts.PostalAddress,
    };

    /// <summary>The texts typed.</summary>
    public FormTexts Texts() => new(
        Tidy(Kernel), Tidy(FourPrinciples), Tidy(Consensus), Tidy(PrivateAccounts), Tidy(PrivacyNotice), Tidy(PostalAddress), Tidy(Introduction));

    /// <summary>A text without space around it, with one kind of line ending, so that its hash is that of the text alone.</summary>
    internal static string Tidy(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
}

/// <summary>The Welsh texts of a draft as they are written. Each may be empty: then the English is shown, and said so.</summary>
public sealed class WelshForm
{
    /// <summary>The version that was shown.</summary>
    public int Version { get; set; }

    public string? Introduction { get; set; }

    public string? Kernel { get; set; }

    public string? FourPrinciples { get; set; }

    public string? Consensus { get; set; }

    public string? PrivateAccounts { get; set; }

    public string? PrivacyNotice { get; set; }

    /// <summary>The draft, and the release in force.</summary>
    [BindNever]
    public DraftReading? Reading { get; set; }

    /// <summary>The form with a draft's texts.</summary>
    public static WelshForm Of(DraftReading reading) => new()
    {
        Reading = reading,
        Version = reading.Draft.Version,
        Introduction = reading.Draft.Welsh.Introduction,
        Kernel = reading.Draft.Welsh.Kernel,
        FourPrinciples = reading.Draft.Welsh.FourPrinciples,
        Consensus = reading.Draft.Welsh.Consensus,
        PrivateAccounts = reading.Draft.Welsh.PrivateAccounts,
        PrivacyNotice = reading.Draft.Welsh.PrivacyNotice,
    };

    /// <summary>The texts typed.</summary>
    public WelshTexts Texts() => new()
    {
        Introduction = Tidy(Introduction),
        Kernel = Tidy(Kernel),
        FourPrinciples = Tidy(FourPrinciples),
        Consensus = Tidy(Consensus),
        PrivateAccounts = Tidy(PrivateAccounts),
        PrivacyNotice = Tidy(PrivacyNotice),
    };

    private static string? Tidy(string? text) => ReleaseForm.Tidy(text) is { Length: > 0 } typed ? typed : null;
}

/// <summary>The last step before a release.</summary>
public sealed class ReleaseNowForm
{
    /// <summary>The version that was shown.</summary>
    public int Version { get; set; }

    public bool Read { get; set; }

    /// <summary>The draft, and the release in force.</summary>
    [BindNever]
    public DraftReading? Reading { get; set; }
}

/// <summary>That a speaker has reviewed a release's Welsh.</summary>
public sealed class WelshReviewForm
{
    public string? Speaker { get; set; }

    public DateInput? ReviewedOn { get; set; }

    /// <summary>The release.</summary>
    [BindNever]
    public ReleaseReading? Release { get; set; }
}

internal sealed class ReleaseFormValidator : AbstractValidator<ReleaseForm>
{
    private const string TooLong = "Use 40,000 characters or fewer";

    public ReleaseFormValidator()
    {
        RuleFor(f => f.Introduction).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.Kernel).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.FourPrinciples).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.Consensus).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.PrivateAccounts).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.PrivacyNotice).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.PostalAddress).MaximumLength(500).WithMessage("Use 500 characters or fewer");
    }
}

internal sealed class WelshFormValidator : AbstractValidator<WelshForm>
{
    private const string TooLong = "Use 40,000 characters or fewer";

    public WelshFormValidator()
    {
        RuleFor(f => f.Introduction).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.Kernel).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.FourPrinciples).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.Consensus).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.PrivateAccounts).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
        RuleFor(f => f.PrivacyNotice).MaximumLength(ReleaseForm.Most).WithMessage(TooLong);
    }
}

internal sealed class ReleaseNowFormValidator : AbstractValidator<ReleaseNowForm>
{
    public ReleaseNowFormValidator(PartyNames party) =>
        RuleFor(f => f.Read).Equal(true).WithMessage($"Tick the box once you have read every text, the {party.Kernel} above all");
}

internal sealed class WelshReviewFormValidator : AbstractValidator<WelshReviewForm>
{
    public WelshReviewFormValidator()
    {
        RuleFor(f => f.Speaker).NotEmpty().WithMessage("Enter the speaker’s name").MaximumLength(100).WithMessage("Use 100 characters or fewer for the name");
        RuleFor(f => f.ReviewedOn).RealDate("the day of the review");
    }
}
