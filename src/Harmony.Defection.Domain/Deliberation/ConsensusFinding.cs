using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Deliberation;

/// <summary>What a finding says of the assembly (P12, P13).</summary>
public enum FindingKind
{
    ConsensusToAccept,
    ConsensusToReject,
    NoConsensus,
}

/// <summary>How a finding stands.</summary>
public enum FindingState
{
    Proposed,
    Seconded,

    /// <summary>A Member challenged it: it will turn to "no consensus" (rule 12).</summary>
    Challenged,

    /// <summary>It took effect as proposed.</summary>
    TookEffect,

    /// <summary>It turned to "no consensus" at its moment, or fell away with its period.</summary>
    FellAway,
}

/// <summary>What findings are called.</summary>
public static class FindingWords
{
    /// <summary>The kind as people read it.</summary>
    public static string Say(this FindingKind kind) => kind switch
    {
        FindingKind.ConsensusToAccept => "Consensus to accept",
        FindingKind.ConsensusToReject => "Consensus not to accept",
        _ => "No consensus",
    };
}

/// <summary>
/// The secretary's finding on the process, never on the applicant's person, seconded by another Member. It takes effect at the period's
/// end or later, never before (rules 12 and 13).
/// </summary>
public sealed class ConsensusFinding : ISealedRow
{
    private ConsensusFinding()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    public Guid PeriodId { get; private init; }

    public FindingKind Kind { get; private init; }

    public FindingState State { get; private set; }

    /// <summary>How the assembly came to it, in the secretary's words.</summary>
    public Sealed? Statement { get; private set; }

    public Guid ProposedBy { get; private init; }

    /// <summary>When it was proposed, in UTC.</summary>
    public DateTime ProposedAt { get; private init; }

    public Guid? SecondedBy { get; private set; }

    /// <summary>When it was seconded, in UTC.</summary>
    public DateTime? SecondedAt { get; private set; }

    public Guid? ChallengedBy { get; private set; }

    /// <summary>When it was challenged, in UTC.</summary>
    public DateTime? ChallengedAt { get; private set; }

    public Sealed? Challenge { get; private set; }

    /// <summary>The moment at which it takes effect, in UTC; blocks and challenges count until then.</summary>
    public DateTime TakesEffectAt { get; private set; }

    /// <summary>Whether it still waits for its moment.</summary>
    public bool Stands => State is FindingState.Proposed or FindingState.Seconded or FindingState.Challenged;

    /// <summary>
    /// When a finding takes effect: at the period's end, or after the cooling-off when it is proposed in the period's last days or later
    /// (rules 12 and 13).
    /// </summary>
    public static DateTime EffectOf(DateTime proposedAt, DateTime periodEndsAt, int? coolingOffDays)
    {
        if (coolingOffDays is not { } days || proposedAt <= periodEndsAt.AddDays(-days))
        {
            return proposedAt > periodEndsAt ? proposedAt : periodEndsAt;
        }

        return proposedAt.AddDays(days);
    }

    internal static ConsensusFinding Propose(DecisionPeriod period, FindingKind kind, string? statement, Act act, int? coolingOffDays, IVault vault)
    {
        var finding = new ConsensusFinding
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = period.ApplicationId,
            PeriodId = period.Id,
            Kind = kind,
            ProposedBy = act.Person,
            ProposedAt = act.At,
            TakesEffectAt = EffectOf(act.At, period.EndsAt, coolingOffDays),
        };
        finding.Statement = vault.SealOptional(finding, nameof(Statement), statement);
        return finding;
    }

    internal void Second(Act act) => (State, SecondedBy, SecondedAt) = (FindingState.Seconded, act.Person, act.At);

    internal void TakeChallenge(string reason, Act act, IVault vault)
    {
        (State, ChallengedBy, ChallengedAt) = (FindingState.Challenged, act.Person, act.At);
        Challenge = vault.Seal(this, nameof(Challenge), reason);
    }

    internal void Conclude(FindingState state) => State = state;

    /// <summary>Waits at least until the period's new end.</summary>
    internal void WaitUntil(DateTime moment) => TakesEffectAt = moment > TakesEffectAt ? moment : TakesEffectAt;

    internal void MoveOn(TimeSpan stood, DateTime periodEndsAt)
    {
        TakesEffectAt += stood;
        WaitUntil(periodEndsAt);
    }
}
