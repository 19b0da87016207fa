namespace Harmony.Defection.Domain.Balloting;

/// <summary>What became of a cast ballot.</summary>
public enum CastResult
{
    /// <summary>It is in the box; the same ballot sent again is still the same one.</summary>
    Cast,

    /// <summary>It took the place of the one cast before with the same receipt.</summary>
    Replaced,

    /// <summary>The Member has voted, and this receipt does not open that vote.</summary>
    ReceiptNeeded,

    /// <summary>The person is not on the roll.</summary>
    NotOnRoll,
}

/// <summary>
/// The box of secret ballots. It never says who voted how: rows lie under a key that only ballot, Member and receipt together make, sealed
/// with a key that each ballot has for itself.
/// </summary>
public interface IBallotBox
{
    /// <summary>Freezes the roll and makes the ballot's sealing key, in the unit of work that opens it (rule 15).</summary>
    void Open(Guid ballot, IReadOnlyCollection<Guid> roll);

    /// <summary>Puts a ballot into the box, or changes the one that this Member's receipt opens. A unit of work of its own.</summary>
    /// <param name="ballot">The open ballot.</param>
    /// <param name="person">The Member.</param>
    /// <param name="receipt">The receipt that was made for this ballot and Member.</param>
    /// <param name="scores">The scores in ballot order; nothing for an option left empty.</param>
    /// <param name="cancellation">Stops before anything is stored.</param>
    Task<CastResult> CastAsync(Guid ballot, Guid person, string receipt, IReadOnlyList<int?> scores, CancellationToken cancellation = default);

    /// <summary>
    /// Opens the box at the close: publishes it in tracker order and removes the sealed rows, in the unit of work that records the result.
    /// </summary>
    /// <returns>The scores of every ballot, in tracker order.</returns>
    Task<IReadOnlyList<PublishedBallot>> CloseAsync(Guid ballot, CancellationToken cancellation = default);

    /// <summary>The ballot of a published box that a receipt stands for; nothing where the box holds none (BA6).</summary>
    /// <param name="ballot">The closed ballot.</param>
    /// <param name="receipt">The receipt in its one form.</param>
    /// <param name="cancellation">Stops the query.</param>
    Task<PublishedBallot?> FindAsync(Guid ballot, string receipt, CancellationToken cancellation = default);

    /// <summary>Removes what was cast in a ballot that is void, unread, in the same unit of work.</summary>
    Task VoidAsync(Guid ballot, CancellationToken cancellation = default);

    /// <summary>Destroys the sealing keys of ballots that are closed or void, once that is durable.</summary>
    Task DestroyKeysAsync(CancellationToken cancellation = default);
}
