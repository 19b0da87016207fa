using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Balloting;

/// <summary>What a ballot offers. Every option names the step it takes (rule 14).</summary>
public enum BallotOption
{
    Accept,
    Reject,
    DiscussFurther,
}

/// <summary>What options are called.</summary>
public static class BallotOptions
{
    /// <summary>The option as voters read it.</summary>
    public static string Say(this BallotOption option) => option == BallotOption.DiscussFurther ? "Discuss further" : option.ToString();
}

/// <summary>What came of a ballot.</summary>
public enum BallotOutcome
{
    /// <summary>Not counted yet.</summary>
    None,
    Accept,
    Reject,
    DiscussFurther,

    /// <summary>A tie that no ballot settles (rule 16).</summary>
    Tie,

    /// <summary>No ballots, or all blank (rule 17).</summary>
    Empty,

    /// <summary>The application ended while it was open; nothing was counted (rule 21).</summary>
    Void,
}

/// <summary>
/// One STAR ballot of an assembly's Members (P13, P14): its options, its opening and close, and the roll's size. The votes are not here,
/// and nothing here says who voted.
/// </summary>
public sealed class Ballot
{
    private Ballot()
    {
    }

    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    /// <summary>1 for the application's first ballot.</summary>
    public int Number { get; private init; }

    /// <summary>Whether "Discuss further" is among the options; Accept and Reject always are.</summary>
    public bool OffersDiscussion { get; private init; }

    /// <summary>When it opened, in UTC.</summary>
    public DateTime OpenedAt { get; private init; }

    /// <summary>The moment at which it closes, in UTC: a vote before it counts, one at it or after does not.</summary>
    public DateTime ClosesAt { get; private set; }

    /// <summary>How many Members are on the roll, frozen at opening (rule 15).</summary>
    public int RollSize { get; private init; }

    public BallotOutcome Outcome { get; private set; }

    /// <summary>When it was counted or voided, in UTC.</summary>
    public DateTime? ConcludedAt { get; private set; }

    /// <summary>The options in ballot order.</summary>
    public IReadOnlyList<BallotOption> Options => OffersDiscussion
        ? [BallotOption.Accept, BallotOption.Reject, BallotOption.DiscussFurther]
        : [BallotOption.Accept, BallotOption.Reject];

    /// <summary>Whether a vote may be cast at this moment.</summary>
    public bool IsOpen(DateTime now) => Outcome == BallotOutcome.None && now >= OpenedAt && now < ClosesAt;

    internal static Ballot Open(Guid id, Guid application, int number, bool offersDiscussion, int rollSize, DateTime at, int days) => new()
    {
        Id = id,
        ApplicationId = application,
        Number = number,
        OffersDiscussion = offersDiscussion,
        RollSize = rollSize,
        OpenedAt = at,
        ClosesAt = UkTime.EndOfDay(UkTime.Day(at.AddDays(days))),
    };

    internal void Conclude(BallotOutcome outcome, DateTime at) => (Outcome, ConcludedAt) = (outcome, at);

    internal void MoveOn(TimeSpan stood) => ClosesAt = UkTime.EndOfDay(UkTime.Day(ClosesAt + stood));
}
