using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>A page about one case, for its assembly.</summary>
/// <param name="Head">The case.</param>
public abstract record AssemblyPage(AssemblyHead Head);

/// <summary>The page of a case of which nothing can be read now.</summary>
public sealed record ClosedPage(AssemblyHead Head) : AssemblyPage(Head);

/// <summary>The released copy.</summary>
public sealed record CopyPage(AssemblyHead Head, CopyContent Copy) : AssemblyPage(Head);

/// <summary>A case in the list of the reader's assemblies.</summary>
/// <param name="Head">The case.</param>
/// <param name="State">Where it stands, in a sentence.</param>
public sealed record AssemblyRow(AssemblyHead Head, string State);

/// <summary>The cases of the reader's assemblies.</summary>
public sealed record AssemblyList(IReadOnlyList<AssemblyRow> Rows, int Page, int Total)
{
    /// <summary>Those that wait for a decision.</summary>
    public IEnumerable<AssemblyRow> Open => Rows.Where(r => r.Head.Stage.IsOpen());

    /// <summary>Those that were decided, or ended without a decision.</summary>
    public IEnumerable<AssemblyRow> Closed => Rows.Where(r => !r.Head.Stage.IsOpen());
}

/// <summary>The gathering to which the assembly is invited (P9, P10).</summary>
public sealed record HustingsPage(AssemblyHead Head) : AssemblyPage(Head)
{
    /// <summary>How long before the start the online room is shown.</summary>
    public static readonly TimeSpan OpensBefore = TimeSpan.FromMinutes(15);

    public required Guid Id { get; init; }

    /// <summary>1 for the first date, 2 for the next.</summary>
    public required int Number { get; init; }

    public required GatheringKind Kind { get; init; }

    /// <summary>When it starts, in UTC.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>When it is meant to end, in UTC.</summary>
    public required DateTime EndsAt { get; init; }

    public string? Place { get; init; }

    public required GatheringOutcome Outcome { get; init; }

    public required bool IsOver { get; init; }

    /// <summary>Whether the room is open now: from a quarter of an hour before the start until the end.</summary>
    public required bool IsRoomOpen { get; init; }

    /// <summary>Where to join online; there only while the room is open.</summary>
    public string? JoiningLink { get; init; }

    /// <summary>The joining link as an address that may stand in a link; nothing where it is no web address.</summary>
    public Uri? JoiningAddress =>
        Uri.TryCreate(JoiningLink, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address : null;
}

/// <summary>Where a case stands, as its assembly reads it.</summary>
internal static class AssemblyWords
{
    /// <summary>The state in a sentence, by the clock at once.</summary>
    public static string Of(
        AssemblyHead head, DateTime now, DateTime? startsAt, DateTime? endsAt, DateTime? debateEndsAt, bool isNoConsensus, DateTime? ballotClosesAt) =>
        head.IsNotReady ? "The application is being prepared again. Nothing goes on until it can be read."
        : head.Stage switch
        {
            Stage.Hustings when startsAt is { } at && endsAt > now => $"Hustings on {GatheringWords.SayWhen(at, endsAt!.Value)}",
            Stage.Hustings when startsAt is not null => "The hustings is over. The secretary declares the decision period next.",
            Stage.Hustings => "A hustings is being arranged.",
            Stage.Deliberation when isNoConsensus => "There was no consensus. A ballot of Members opens next.",
            Stage.Deliberation when debateEndsAt > now => $"Debate open until {UkTime.SayWithWeekday(debateEndsAt!.Value)}",
            Stage.Deliberation => "The debate is over. A finding on it comes next.",
            Stage.Ballot when ballotClosesAt > now => $"Ballot of Members open until {UkTime.SayWithWeekday(ballotClosesAt!.Value)}",
            Stage.Ballot => "The ballot is closed. It is being counted.",
            Stage.Accepted => $"Accepted on {UkTime.Say(UkTime.Day(head.StageSince))}",
            Stage.Rejected => $"Not accepted, on {UkTime.Say(UkTime.Day(head.StageSince))}",
            Stage.NotGenuine or Stage.Withdrawn or Stage.Lapsed => "Ended without a decision.",
            _ => "Another body is taking this on. Nothing is needed of you.",
        };
}
