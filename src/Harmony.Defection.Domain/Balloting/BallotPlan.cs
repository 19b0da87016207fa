namespace Harmony.Defection.Domain.Balloting;

/// <summary>What a ballot is opened with.</summary>
/// <param name="BallotId">The ballot's id, made before, since its sealing key and roll are made under it.</param>
/// <param name="OffersDiscussion">Whether the Society offers "Discuss further"; it is left out once a ballot has used it (rule 14).</param>
/// <param name="Days">How many days it is open.</param>
/// <param name="RollSize">How many Members are on the roll (rule 15).</param>
public sealed record BallotPlan(Guid BallotId, bool OffersDiscussion, int Days, int RollSize);
