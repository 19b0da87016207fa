using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Deliberation;

/// <summary>What somebody says in the debate (P12).</summary>
public sealed class Contribution : ISealedRow
{
    private Contribution()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    public Guid PeriodId { get; private init; }

    public Guid By { get; private init; }

    /// <summary>Member or Participant, as they spoke.</summary>
    public Role Role { get; private init; }

    public Sealed Text { get; private set; }

    /// <summary>When it was said, in UTC.</summary>
    public DateTime At { get; private init; }

    internal static Contribution Of(DecisionPeriod period, string text, Act act, IVault vault)
    {
        var contribution = new Contribution
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = period.ApplicationId,
            PeriodId = period.Id,
            By = act.Person,
            Role = act.Role,
            At = act.At,
        };
        contribution.Text = vault.Seal(contribution, nameof(Text), text);
        return contribution;
    }
}

/// <summary>Where somebody stands (rule 11).</summary>
public enum PositionKind
{
    Agree,
    StandAside,
    Concern,
    Block,
}

/// <summary>What positions are called.</summary>
public static class PositionWords
{
    /// <summary>The position as people read it.</summary>
    public static string Say(this PositionKind kind) => kind switch
    {
        PositionKind.StandAside => "Stand aside",
        PositionKind.Concern => "Have a concern",
        _ => kind.ToString(),
    };
}

/// <summary>One person's position in one period: agree, stand aside, have a concern, or block with a reason (rule 11).</summary>
public sealed class Position : ISealedRow, Storage.IVersioned
{
    private Position()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    public Guid ApplicationId { get; private init; }

    public Guid PeriodId { get; private init; }

    public Guid By { get; private init; }

    /// <summary>Member or Participant, told apart in the sums.</summary>
    public Role Role { get; private set; }

    public PositionKind Kind { get; private set; }

    public Sealed? Reason { get; private set; }

    /// <summary>When it was last stated, in UTC.</summary>
    public DateTime At { get; private set; }

    internal static Position Of(DecisionPeriod period, PositionKind kind, string? reason, Act act, IVault vault)
    {
        var position = new Position { Id = Guid.CreateVersion7(), ApplicationId = period.ApplicationId, PeriodId = period.Id, By = act.Person };
        position.Change(kind, reason, act, vault);
        return position;
    }

    internal void Change(PositionKind kind, string? reason, Act act, IVault vault)
    {
        Kind = kind;
        Role = act.Role;
        Reason = vault.SealOptional(this, nameof(Reason), reason);
        At = act.At;
    }
}
