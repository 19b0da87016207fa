using FluentValidation;
using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Web.Features.Apply;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>A correction as its applicant reads it.</summary>
public sealed record CorrectionLine(CorrectedAnswer Answer, string Was, string ShouldBe, DateTime MadeAt);

/// <summary>A file that the applicant sent.</summary>
/// <param name="Id">The file.</param>
/// <param name="Name">The name it had.</param>
/// <param name="Size">Its size in words.</param>
/// <param name="Purpose">What it was sent for.</param>
/// <param name="SentAt">When, in UTC.</param>
public sealed record SentFile(Guid Id, string Name, string Size, FilePurpose Purpose, DateTime SentAt);

/// <summary>The answers that can be corrected.</summary>
/// <param name="Token">The link's token.</param>
/// <param name="Made">What was corrected before.</param>
/// <param name="IsOpen">Whether anything can still be corrected.</param>
public sealed record CorrectListPage(string Token, IReadOnlyList<CorrectionLine> Made, bool IsOpen);

/// <summary>The page on which one answer is corrected.</summary>
/// <param name="Token">The link's token.</param>
/// <param name="Answer">Which.</param>
/// <param name="Was">What the form says.</param>
/// <param name="Consequence">What follows from a correction now.</param>
/// <param name="ShouldBe">What was typed.</param>
public sealed record CorrectPage(string Token, CorrectedAnswer Answer, string Was, string Consequence, string? ShouldBe)
{
    /// <summary>What they said of a form that was keyed in; nothing where the form was sent online, or they said nothing.</summary>
    public string? Replied { get; init; }
}

/// <summary>What an answer should be.</summary>
public sealed class CorrectForm
{
    public string? ShouldBe { get; set; }
}

internal sealed class CorrectFormValidator : AbstractValidator<CorrectForm>
{
    public CorrectFormValidator() =>
        RuleFor(f => f.ShouldBe).Must(s => Tidy.Text(s) is not null).WithMessage("Write what your answer should be")
            .MaximumLength(Correction.Longest).WithMessage($"Use {Correction.Longest} characters or fewer");
}

/// <summary>The page on which documents are added.</summary>
/// <param name="Token">The link's token.</param>
/// <param name="Sent">Files sent so far.</param>
/// <param name="IsOpen">Whether Research still takes documents.</param>
public sealed record DocumentsPage(string Token, IReadOnlyList<SentFile> Sent, bool IsOpen)
{
    /// <summary>Never filled: a browser does not send a chosen file back.</summary>
    public List<IFormFile>? Files => null;
}

/// <summary>Files to add.</summary>
public sealed class DocumentsForm
{
    public List<IFormFile>? Files { get; set; }
}

/// <summary>What the applicant needs.</summary>
public sealed class NeedsForm
{
    /// <summary>Needs at the meeting.</summary>
    public List<MeetingNeed> Needs { get; set; } = [];

    /// <summary>Anything else for the meeting.</summary>
    public string? Other { get; set; }

    /// <summary>How Research best reaches them.</summary>
    public string? Reach { get; set; }

    /// <summary>The link's token, for the page's own links; never taken from what is posted.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Link { get; set; } = string.Empty;

    /// <summary>Whether anything can still be asked for.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool IsOpen { get; set; }
}

internal sealed class NeedsFormValidator : AbstractValidator<NeedsForm>
{
    public NeedsFormValidator()
    {
        RuleFor(f => f.Needs).Must(n => n.Count <= Enum.GetValues<MeetingNeed>().Length && n.TrueForAll(Enum.IsDefined)).WithMessage("Choose from the list");
        RuleFor(f => f.Other).MaximumLength(ApplicantNeeds.Longest).WithMessage($"Use {ApplicantNeeds.Longest} characters or fewer");
        RuleFor(f => f.Reach).MaximumLength(ApplicantNeeds.Longest).WithMessage($"Use {ApplicantNeeds.Longest} characters or fewer");
    }
}

/// <summary>What was agreed to, in the very words.</summary>
public sealed record PromisesPage(string Token, string Reference, IReadOnlyList<GivenUndertaking> Promises);

/// <summary>The page that says what the download holds and what it does not.</summary>
public sealed record YourDataPage(string Token, int Letters, int Files, bool HasAnswers);

/// <summary>The page about the private link itself.</summary>
/// <param name="Token">The link's token.</param>
/// <param name="GoesByEmail">Whether a fresh link would go to a confirmed address; otherwise it is posted.</param>
public sealed record LinkPage(string Token, bool GoesByEmail);

/// <summary>What somebody types who has lost their link.</summary>
public sealed class LostLinkForm
{
    public string? Reference { get; set; }

    public string? Email { get; set; }
}

internal sealed class LostLinkFormValidator : AbstractValidator<LostLinkForm>
{
    private const int Longest = 254;

    public LostLinkFormValidator()
    {
        RuleFor(f => f.Reference).Must(r => Tidy.Line(r) is not null).WithMessage("Enter your reference, such as HD-7K3M-Q2")
            .MaximumLength(Longest).WithMessage($"Use {Longest} characters or fewer");
        RuleFor(f => f.Email).MaximumLength(Longest).WithMessage($"Use {Longest} characters or fewer");
    }
}
