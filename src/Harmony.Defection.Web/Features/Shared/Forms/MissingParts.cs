namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>
/// What is said of a day or a month that is missing or lacks a part: whole sentences without a full stop, in English. They are translated
/// where they are said, so that no language is put together from pieces of another.
/// </summary>
/// <param name="All">Said where nothing was typed.</param>
/// <param name="Month">Said where the month is missing.</param>
/// <param name="Year">Said where the year is missing.</param>
/// <param name="Day">Said where the day is missing; nothing for a month.</param>
public sealed record MissingParts(string All, string Month, string Year, string Day = "")
{
    /// <summary>The sentences of a page that is in English only.</summary>
    /// <param name="what">What the day or month is, as it stands in the middle of a sentence: "the day it came".</param>
    public static MissingParts Of(string what)
    {
        var subject = TypedText.Capital(what);
        return new($"Enter {what}", $"{subject} must include a month", $"{subject} must include a year", $"{subject} must include a day");
    }
}
