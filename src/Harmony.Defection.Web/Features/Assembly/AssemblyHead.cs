using Harmony.Defection.Domain.Applications;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>The released copy that the assembly reads now, by its name and number.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="ReleasedAt">When it was released, in UTC.</param>
/// <param name="NameUsed">The name the applicant uses, as the copy has it.</param>
/// <param name="Office">The office, as the copy has it.</param>
public sealed record CopyHead(Guid Id, int Number, DateTime ReleasedAt, string NameUsed, string Office);

/// <summary>
/// What every page of one case says to its assembly: never more than the released copy has (P6). While no copy is in force, the applicant
/// has no name here.
/// </summary>
public sealed record AssemblyHead
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>When the stage began, in UTC.</summary>
    public required DateTime StageSince { get; init; }

    /// <summary>The assembly's Society.</summary>
    public required string Society { get; init; }

    /// <summary>The copy in force; nothing while it is recalled.</summary>
    public CopyHead? Copy { get; init; }

    /// <summary>Whether the reader may read copy, debate and result, and not only come to the hustings.</summary>
    public required bool MayRead { get; init; }

    /// <summary>Whether the reader may come to the hustings.</summary>
    public required bool MayAttend { get; init; }

    public required bool HasHustings { get; init; }

    public required bool HasDebate { get; init; }

    /// <summary>Whether a ballot is open, or closed and not counted yet.</summary>
    public required bool HasBallot { get; init; }

    public required bool HasResult { get; init; }

    /// <summary>What the applicant is called on the page.</summary>
    public string Name => Copy?.NameUsed ?? "the applicant";

    /// <summary>Whether the case ended without a decision, so that there is nothing more to read.</summary>
    public bool IsEnded => Stage is Stage.NotGenuine or Stage.Withdrawn or Stage.Lapsed;

    /// <summary>Whether copy, debate and ballot are closed because the copy is recalled, or none was made yet (rule 28).</summary>
    public bool IsNotReady => Copy is null && Stage.IsOpen();
}
