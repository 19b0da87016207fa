using Harmony.Defection.Domain.Balloting;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>Whether the reader may vote. Nobody but they themselves is told.</summary>
public enum RollMark
{
    /// <summary>They are not on the roll (rule 15).</summary>
    NotOnRoll,

    /// <summary>They may vote, and have not yet.</summary>
    MayVote,

    /// <summary>They have voted, and may change their vote with the receipt.</summary>
    HasVoted,
}

/// <summary>An open ballot, as the reader has it. Nothing here says how many have voted (BA5).</summary>
public sealed record BallotPage(AssemblyHead Head) : AssemblyPage(Head)
{
    public required Guid Id { get; init; }

    public required IReadOnlyList<BallotOption> Options { get; init; }

    /// <summary>When it closes, in UTC.</summary>
    public required DateTime ClosesAt { get; init; }

    public required RollMark Mark { get; init; }

    /// <summary>When the hustings was announced, in UTC: who joined later is not on the roll.</summary>
    public DateTime? AnnouncedAt { get; init; }

    /// <summary>The ballot as it is filled in.</summary>
    public VoteForm Vote { get; set; } = new();

    /// <summary>What an option leads to.</summary>
    /// <param name="option">The option.</param>
    /// <param name="representative">What an accepted applicant may call themselves.</param>
    public string NoteOf(BallotOption option, string representative) => option switch
    {
        BallotOption.Accept => $"{Head.Name} becomes a {representative}",
        BallotOption.Reject => "The application ends; the person may apply again",
        _ => "The debate opens again for a fresh period, once",
    };
}

/// <summary>What a voter is shown once their ballot is in the box.</summary>
/// <param name="Ballot">The ballot.</param>
/// <param name="Receipt">The receipt of a first vote; nothing after a change, whose receipt stays the same.</param>
public sealed record CastPage(BallotPage Ballot, string? Receipt);
