using FluentValidation;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Sanitisation;

/// <summary>Words that look like contact data and were kept, with the reason (rule 7).</summary>
public sealed record KeptWords(string What, string Words, string Reason);

/// <summary>The page on which another person releases a copy.</summary>
/// <param name="Head">The case.</param>
/// <param name="Number">The prepared version's number; nothing while none is prepared.</param>
/// <param name="Copy">What it says.</param>
/// <param name="PreparedBy">Who prepared it.</param>
/// <param name="PreparedAt">When, in UTC.</param>
/// <param name="Kept">What was kept though it looks like contact data.</param>
/// <param name="NotYet">Why the reader cannot release it; nothing when they can.</param>
/// <param name="OpensAt">From when the General Secretary may stand in, in UTC.</param>
/// <param name="Replaces">The number of the version in force that it takes the place of.</param>
public sealed record ReleasePage(
    CaseCrumb Head,
    int? Number,
    CopyContent? Copy,
    string? PreparedBy,
    DateTime? PreparedAt,
    IReadOnlyList<KeptWords> Kept,
    string? NotYet,
    DateTime? OpensAt,
    int? Replaces)
{
    /// <summary>What was removed, by kind.</summary>
    public IReadOnlyList<RemovedCount> Removed => Copy is null ? [] : CopyMarks.Count(Copy);
}

/// <summary>How a version of the copy stands.</summary>
public enum CopyState
{
    Waiting,
    InForce,
    Recalled,
    Superseded,
}

/// <summary>One version of the copy.</summary>
public sealed record CopyVersion(
    int Number, CopyState State, DateTime PreparedAt, string? PreparedBy, DateTime? ReleasedAt, string? ReleasedBy, DateTime? EndedAt);

/// <summary>Every version of the copy.</summary>
/// <param name="Head">The case.</param>
/// <param name="Versions">The versions, the newest first.</param>
/// <param name="Copy">What the one in force says.</param>
/// <param name="IsShown">Whether a copy in force is still shown in this stage.</param>
public sealed record VersionsPage(CaseCrumb Head, IReadOnlyList<CopyVersion> Versions, CopyContent? Copy, bool IsShown);

/// <summary>The page on which a released copy is taken back.</summary>
public sealed record RecallPage(CaseCrumb Head, int? Number, string? NotYet);

/// <summary>A reason for something done to a released copy.</summary>
public sealed class CopyReasonForm
{
    public string? Reason { get; set; }

    /// <summary>What the page for a recall shows.</summary>
    [BindNever]
    public RecallPage? Recall { get; set; }

    /// <summary>What the page for a new release shows.</summary>
    [BindNever]
    public ReleasePage? Release { get; set; }
}

internal sealed class CopyReasonFormValidator : AbstractValidator<CopyReasonForm>
{
    public CopyReasonFormValidator() => RuleFor(f => f.Reason)
        .NotEmpty().WithMessage("Write the reason; it stays in the history of the case")
        .MaximumLength(1000).WithMessage("Use 1,000 characters or fewer");
}
