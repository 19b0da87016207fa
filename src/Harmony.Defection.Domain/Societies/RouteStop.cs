namespace Harmony.Defection.Domain.Societies;

/// <summary>What a body on the route answered.</summary>
public enum CapacityAnswer
{
    /// <summary>Not asked yet, or asked and silent so far.</summary>
    None,

    /// <summary>It takes responsibility, or the Society for Elections carries out the duties.</summary>
    Took,

    /// <summary>It declined for lack of capacity (P7).</summary>
    Declined,

    /// <summary>Its lack of capacity was confirmed for it: silence, no hustings arranged, or two empty ballots (rules 2, 17, 27).</summary>
    LacksCapacity,
}

/// <summary>One body on the way from the smallest Society to the Society for Elections (rules 1 and 2).</summary>
public sealed class RouteStop
{
    private RouteStop()
    {
    }

    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    /// <summary>Its place on the route, from 1.</summary>
    public int Number { get; private init; }

    public Guid SocietyId { get; private init; }

    /// <summary>When the case was offered to it, in UTC; nothing while the route has not come to it.</summary>
    public DateTime? OfferedAt { get; private set; }

    public CapacityAnswer Answer { get; private set; }

    /// <summary>When it answered, or was answered for, in UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    internal static RouteStop Of(Guid application, int number, Guid society) =>
        new() { Id = Guid.CreateVersion7(), ApplicationId = application, Number = number, SocietyId = society };

    internal void Offer(DateTime at) => (OfferedAt, Answer, AnsweredAt) = (at, CapacityAnswer.None, null);

    internal void TakeAnswer(CapacityAnswer answer, DateTime at) => (Answer, AnsweredAt) = (answer, at);
}
