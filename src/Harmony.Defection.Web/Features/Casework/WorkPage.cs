using Harmony.Defection.Domain.Applications;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>What the person's own queues show.</summary>
/// <param name="Now">The present moment, in UTC.</param>
/// <param name="Views">Their lists, with how much is in each.</param>
/// <param name="Shown">The list shown.</param>
/// <param name="Groups">What is on this page of it: overdue first, then duty by duty.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Matters">Open matters of the assemblies the person belongs to.</param>
/// <param name="HasLists">Whether the person has any list at all, and does not merely belong to an assembly.</param>
/// <param name="CanFind">Whether they may look cases up.</param>
public sealed record WorkPage(
    DateTime Now,
    IReadOnlyList<WorkView> Views,
    WorkView Shown,
    IReadOnlyList<WorkGroup> Groups,
    int Page,
    IReadOnlyList<AssemblyMatter> Matters,
    bool HasLists,
    bool CanFind)
{
    /// <summary>Lines on a page.</summary>
    public const int Size = 25;
}

/// <summary>One list.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Title">Its name.</param>
/// <param name="Count">How much is in it.</param>
public sealed record WorkView(string Key, string Title, int Count);

/// <summary>Lines under one heading.</summary>
public sealed record WorkGroup(string Title, bool IsLate, IReadOnlyList<WorkLine> Lines);

/// <summary>One thing that waits.</summary>
/// <param name="Href">Where it is done.</param>
/// <param name="Title">The applicant's name, or what it is.</param>
/// <param name="Reference">The case's public number.</param>
/// <param name="Office">The office, or a second line.</param>
/// <param name="WaitsFor">Whom it waits for.</param>
/// <param name="IsToDo">Whether it is the reader's to do.</param>
/// <param name="DueAt">By when, in UTC.</param>
/// <param name="What">What is to be done.</param>
/// <param name="With">Who has it.</param>
public sealed record WorkLine(
    string Href, string Title, string? Reference, string? Office, string WaitsFor, bool IsToDo, DateTime? DueAt, string What, string? With);

/// <summary>An open matter of an assembly: that it is open, never who did what.</summary>
public sealed record AssemblyMatter(string Href, string What, string Reference, string Society, DateTime? Until);

/// <summary>What a look-up found.</summary>
/// <param name="Asked">What was asked for, in words.</param>
/// <param name="Lines">The cases found on this page.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Total">How many there are.</param>
public sealed record FoundPage(string Asked, IReadOnlyList<FoundLine> Lines, int Page, int Total);

/// <summary>A case that was found.</summary>
public sealed record FoundLine(string Reference, string Name, string Office, Stage Stage, DateTime StageSince);

/// <summary>A look-up by what stands in the clear, as a form sends it by GET.</summary>
public sealed class FindForm
{
    /// <summary>The public number, whole.</summary>
    public string? Reference { get; set; }

    public Stage? Stage { get; set; }

    /// <summary>Whether anything was asked for.</summary>
    public bool IsAsked => !string.IsNullOrWhiteSpace(Reference) || Stage is not null;
}

/// <summary>A look-up by a word of a name. It is posted, so that no name stands in an address or a log.</summary>
public sealed class FindNameForm
{
    public string? Name { get; set; }
}
