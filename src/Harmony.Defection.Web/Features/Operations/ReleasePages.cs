using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>One form release in a list.</summary>
/// <param name="Number">Its number.</param>
/// <param name="ReleasedOn">The day of release.</param>
/// <param name="IsSample">Whether its Kernel is the sample.</param>
/// <param name="ReleasedBy">Who released it; nothing for the sample.</param>
/// <param name="Applications">How many applications name it.</param>
public sealed record ReleaseRow(int Number, DateOnly ReleasedOn, bool IsSample, string? ReleasedBy, int Applications);

/// <summary>One draft in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="After">The release that it was begun from.</param>
/// <param name="ChangedAt">When it was last changed, in UTC.</param>
/// <param name="ChangedBy">Who changed it.</param>
/// <param name="Missing">How many texts are still missing.</param>
public sealed record DraftRow(Guid Id, int After, DateTime ChangedAt, string? ChangedBy, int Missing);

/// <summary>Every release and every draft.</summary>
public sealed record ReleasesPage(IReadOnlyList<ReleaseRow> Releases, IReadOnlyList<DraftRow> Drafts);

/// <summary>One form release, whole.</summary>
/// <param name="Row">Its facts.</param>
/// <param name="Release">The release.</param>
/// <param name="Review">Who reviewed its Welsh; nothing where nobody has.</param>
public sealed record ReleaseReading(ReleaseRow Row, FormRelease Release, WelshReview? Review);

/// <summary>A draft, and the release in force beside it.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Last">The release in force; nothing before the first.</param>
/// <param name="NotYet">Why it cannot be released now; nothing where it can.</param>
/// <param name="IsSample">Whether its Kernel is still the sample.</param>
public sealed record DraftReading(ReleaseDraft Draft, FormRelease? Last, string? NotYet, bool IsSample)
{
    /// <summary>The address of the draft.</summary>
    public string Path => $"/operations/releases/drafts/{Draft.Id}";

    /// <summary>Whether another form was released since it was begun.</summary>
    public bool IsBehind => Draft.After != (Last?.Number ?? 0);
}

/// <summary>One text before and after.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Before">As it was; empty where there was none.</param>
/// <param name="After">As it is.</param>
public sealed record TextChange(string Title, string Before, string After)
{
    /// <summary>Whether it is another text.</summary>
    public bool IsChange => Before.ReplaceLineEndings("\n").Trim() != After.ReplaceLineEndings("\n").Trim();
}

/// <summary>What one set of texts changes in another.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Back">Where it leads back to.</param>
/// <param name="Texts">Every text, the unchanged ones too.</param>
public sealed record ChangesPage(string Title, string Back, IReadOnlyList<TextChange> Texts);
