using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>One contribution to the debate.</summary>
/// <param name="Who">The speaker's name.</param>
/// <param name="Role">Member or Participant, as they spoke.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Text">What they said.</param>
public sealed record Said(string Who, Role Role, DateTime At, string Text);

/// <summary>How many stand where, Members and Participants told apart (rule 11).</summary>
/// <param name="Kind">The position.</param>
/// <param name="Members">Members who hold it.</param>
/// <param name="Participants">Participants who hold it.</param>
public sealed record PositionSum(PositionKind Kind, int Members, int Participants);

/// <summary>A reason that somebody gave for a position, without their name.</summary>
public sealed record PositionReason(PositionKind Kind, Role Role, string Text);

/// <summary>A finding on the process, as the assembly reads it (rule 12).</summary>
public sealed record FindingView
{
    public required FindingKind Kind { get; init; }

    public required FindingState State { get; init; }

    public string? Statement { get; init; }

    /// <summary>Why a Member challenged it; nothing where nobody did.</summary>
    public string? Challenge { get; init; }

    /// <summary>Whether the reader proposed it, so that somebody else must second it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>When it takes effect, in UTC.</summary>
    public required DateTime TakesEffectAt { get; init; }

    /// <summary>Whether it still waits for its moment.</summary>
    public bool Stands => State is FindingState.Proposed or FindingState.Seconded or FindingState.Challenged;
}

/// <summary>The debate of one decision period (P12).</summary>
public sealed record DebatePage(AssemblyHead Head) : AssemblyPage(Head)
{
    /// <summary>How many contributions a page holds.</summary>
    public const int PageSize = 20;

    /// <summary>The period's number, from 1.</summary>
    public required int Period { get; init; }

    /// <summary>When the period was declared, in UTC.</summary>
    public required DateTime DeclaredAt { get; init; }

    /// <summary>The period's last moment, in UTC.</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>Whether it has run out, by the clock.</summary>
    public required bool IsOver { get; init; }

    public required bool WasExtended { get; init; }

    /// <summary>Numbers of the other periods whose debate can be read.</summary>
    public required IReadOnlyList<int> Others { get; init; }

    public required IReadOnlyList<Said> Contributions { get; init; }

    /// <summary>How many contributions there are.</summary>
    public required int Total { get; init; }

    /// <summary>The page shown, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Sums of the positions; nothing before the period's end (rule 11).</summary>
    public IReadOnlyList<PositionSum>? Sums { get; init; }

    /// <summary>Reasons given for positions; none before the period's end.</summary>
    public IReadOnlyList<PositionReason> Reasons { get; init; } = [];

    /// <summary>The newest finding of the period, if one was proposed.</summary>
    public FindingView? Finding { get; init; }

    /// <summary>Whether "no consensus" is recorded.</summary>
    public bool IsNoConsensus { get; init; }

    /// <summary>Whether the reader may add to the debate now.</summary>
    public bool CanDebate { get; init; }

    /// <summary>Whether the reader may state a position now.</summary>
    public bool CanState { get; init; }

    /// <summary>Whether the reader may second the finding now.</summary>
    public bool CanSecond { get; init; }

    /// <summary>Whether the reader may challenge the finding now.</summary>
    public bool CanChallenge { get; init; }

    /// <summary>Whether the reader chairs, and this period is the present one.</summary>
    public bool IsChair { get; init; }

    /// <summary>The form to add to the debate.</summary>
    public ContributionForm Contribution { get; set; } = new();

    /// <summary>The form with the reader's position, as it stands or as they typed it.</summary>
    public PositionForm Position { get; set; } = new();

    /// <summary>Whether the reader's position is stored.</summary>
    public bool HasPosition { get; init; }

    /// <summary>Days of the period, first to last.</summary>
    public int Days => UkTime.Day(EndsAt).DayNumber - UkTime.Day(DeclaredAt).DayNumber + 1;

    /// <summary>Which of them is today, from 1; past the last one when the period is over.</summary>
    public required int Today { get; init; }
}
