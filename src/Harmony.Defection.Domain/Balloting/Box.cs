namespace Harmony.Defection.Domain.Balloting;

/// <summary>A Member's line on a ballot's roll: that they may vote, and whether they have. Never how, never when (rule 15).</summary>
public sealed class RollEntry
{
    private RollEntry()
    {
    }

    public Guid BallotId { get; private init; }

    public Guid PersonId { get; private init; }

    public bool HasVoted { get; private set; }

    /// <summary>Puts a Member on a roll.</summary>
    public static RollEntry For(Guid ballot, Guid person) => new() { BallotId = ballot, PersonId = person };
}

/// <summary>
/// A cast ballot while the ballot is open: a key that only ballot, Member and receipt together make, and content that only the ballot's
/// own sealing key opens. Both leave no order, time or name.
/// </summary>
public sealed class SealedBallot
{
    private SealedBallot()
    {
    }

    /// <summary>SHA-256 of "row", ballot, Member and receipt, in hexadecimal.</summary>
    public string Key { get; private init; } = string.Empty;

    public Guid BallotId { get; private init; }

    /// <summary>Tracker and scores, sealed and padded to one length.</summary>
    public string Content { get; private init; } = string.Empty;

    /// <summary>Makes a row of the box.</summary>
    public static SealedBallot Of(string key, Guid ballot, string content) => new() { Key = key, BallotId = ballot, Content = content };
}

/// <summary>One ballot of a closed box, as everybody in the assembly may see it: its tracker and its scores.</summary>
public sealed class PublishedBallot
{
    private PublishedBallot()
    {
    }

    public Guid BallotId { get; private init; }

    /// <summary>SHA-256 of "tracker", ballot and receipt, in hexadecimal: whoever has the receipt finds their ballot by it.</summary>
    public string Tracker { get; private init; } = string.Empty;

    /// <summary>The scores in ballot order, one character each; a hyphen for one left empty.</summary>
    public string Scores { get; private init; } = string.Empty;

    /// <summary>Makes a ballot of a published box.</summary>
    public static PublishedBallot Of(Guid ballot, string tracker, string scores) => new() { BallotId = ballot, Tracker = tracker, Scores = scores };
}
