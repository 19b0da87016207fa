using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Web.Features.Shared.TagHelpers;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>What stands above every page of a case.</summary>
/// <param name="Reference">Its public number.</param>
/// <param name="Name">The applicant's name, where the reader may know it.</param>
/// <param name="Office">Their office, where the reader may know it.</param>
/// <param name="Stage">Where the case stands.</param>
/// <param name="Received">How and when the form came.</param>
/// <param name="DueAt">By when what it waits for is due, in UTC.</param>
/// <param name="Now">The present moment, in UTC.</param>
/// <param name="Tabs">The parts of the case that the reader may see.</param>
/// <param name="HasOpened">Whether the reader has opened the original.</param>
public sealed record CaseHead(
    string Reference,
    string? Name,
    string? Office,
    Stage Stage,
    string Received,
    DateTime? DueAt,
    DateTime Now,
    IReadOnlyList<CaseTab> Tabs,
    bool HasOpened)
{
    /// <summary>What the case is called on its pages.</summary>
    public string Title => Name ?? Reference;

    /// <summary>Whether what it waits for is late.</summary>
    public bool IsLate => DueAt <= Now;
}

/// <summary>One part of a case.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Href">Where it is.</param>
/// <param name="OpensOriginal">Whether looking at it takes the reader off the roll (rule 15).</param>
public sealed record CaseTab(string Title, string Href, bool OpensOriginal = false);

/// <summary>One of the four facts.</summary>
public sealed record CaseFact(string Key, string Value, string? Note);

/// <summary>The case page.</summary>
/// <param name="Head">What stands above every page of the case.</param>
/// <param name="Reached">When each stage was last reached, in UTC.</param>
/// <param name="Facts">Four facts.</param>
/// <param name="Turn">Whose step it is, as a title.</param>
/// <param name="Said">More about it.</param>
/// <param name="Steps">The reader's steps.</param>
/// <param name="Timeline">The latest of what happened, newest first.</param>
/// <param name="IsOnRoll">Whether the reader would lose a vote by opening the original.</param>
public sealed record CasePage(
    CaseHead Head,
    IReadOnlyDictionary<Stage, DateTime> Reached,
    IReadOnlyList<CaseFact> Facts,
    string Turn,
    string Said,
    CaseSteps Steps,
    IReadOnlyList<TimelineItem> Timeline,
    bool IsOnRoll);

/// <summary>A part of a case: its head, and what the part shows.</summary>
public interface ICasePart
{
    /// <summary>What stands above the part.</summary>
    CaseHead Head { get; }
}

/// <summary>Everything that happened, newest first.</summary>
public sealed record HistoryPage(CaseHead Head, IReadOnlyList<TimelineItem> Items) : ICasePart;
