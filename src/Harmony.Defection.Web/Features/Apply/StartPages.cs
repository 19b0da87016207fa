using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Paper;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>What the start page shows.</summary>
/// <param name="IsOpen">Whether the form can be filled in.</param>
/// <param name="HasDraft">Whether this browser has one begun.</param>
/// <param name="Introduction">What the release in force says first; may be empty.</param>
/// <param name="PostalAddress">Where the paper form is sent.</param>
/// <param name="IsSample">Whether the release in force is the sample.</param>
/// <param name="Pdfs">The sizes in which there is a PDF of the form on paper.</param>
/// <param name="Process">The process's periods.</param>
/// <param name="Kept">For how long data is kept once a form is sent.</param>
public sealed record StartPage(
    bool IsOpen,
    bool HasDraft,
    ShownText Introduction,
    string? PostalAddress,
    bool IsSample,
    IReadOnlyList<PaperSize> Pdfs,
    ProcessSettings Process,
    RetentionSettings Kept)
{
    /// <summary>Days for which a form that is not sent is kept after its last change.</summary>
    public int DraftDays { get; } = Draft.KeptDays;
}

/// <summary>Makes the start page of a release: the one in force, or one that is still a draft.</summary>
public sealed class StartPages(ProcessSettings process, RetentionSettings kept)
{
    /// <summary>The page.</summary>
    /// <param name="release">The release; nothing where none is open.</param>
    /// <param name="isOpen">Whether the form can be filled in.</param>
    /// <param name="hasDraft">Whether the reader's browser has one begun.</param>
    /// <param name="reads">The reader's language.</param>
    /// <param name="pdfs">The sizes in which there is a PDF of the form on paper.</param>
    public StartPage Of(FormRelease? release, bool isOpen, bool hasDraft, string reads, IReadOnlyList<PaperSize> pdfs) => new(
        isOpen,
        hasDraft,
        release?.TextsIn(reads).Introduction ?? new ShownText(string.Empty, Languages.English),
        release?.PostalAddress,
        release is { IsSample: true },
        pdfs,
        process,
        kept);
}
