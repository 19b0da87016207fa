using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Hustings;

/// <summary>How a hustings is held (P10).</summary>
public enum GatheringKind
{
    Online,
    InPerson,
    Both,
}

/// <summary>What the applicant answered to the invitation (P9).</summary>
public enum InvitationAnswer
{
    None,
    WillCome,
    AsksForAnotherTime,
}

/// <summary>What became of a date.</summary>
public enum GatheringOutcome
{
    /// <summary>Announced, and still to come or to be recorded.</summary>
    Announced,

    /// <summary>Another date was offered in its place.</summary>
    Replaced,
    Held,

    /// <summary>Offered, and the applicant did not come (rule 9).</summary>
    NotAttended,

    /// <summary>It fell away: the case moved on or ended without it.</summary>
    FellAway,
}

/// <summary>The gathering to which the applicant and the assembly are invited (P9, P10, rule 8).</summary>
/// <param name="Kind">Online, in person, or both.</param>
/// <param name="StartsAt">When it starts, in UTC.</param>
/// <param name="EndsAt">When it is meant to end, in UTC.</param>
/// <param name="Place">The hall and how to find it; needed unless it is online only.</param>
/// <param name="JoiningLink">Where to join online; needed unless it is in person only. Never sent by e-mail.</param>
public sealed record GatheringPlan(GatheringKind Kind, DateTime StartsAt, DateTime EndsAt, string? Place, string? JoiningLink);

/// <summary>One announced date of the hustings. A new date is a new row, so that what was announced stays readable.</summary>
public sealed class Gathering : ISealedRow
{
    private Gathering()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    /// <summary>1 for the first date, 2 for the next.</summary>
    public int Number { get; private init; }

    public GatheringKind Kind { get; private init; }

    /// <summary>When it starts, in UTC.</summary>
    public DateTime StartsAt { get; private init; }

    /// <summary>When it is meant to end, in UTC.</summary>
    public DateTime EndsAt { get; private init; }

    public Sealed? Place { get; private set; }

    public Sealed? JoiningLink { get; private set; }

    public Guid AnnouncedBy { get; private init; }

    /// <summary>When it was announced, in UTC: who joined the Society later is not on the roll (rule 15).</summary>
    public DateTime AnnouncedAt { get; private init; }

    public InvitationAnswer Answer { get; private set; }

    public GatheringOutcome Outcome { get; private set; }

    internal static Gathering Announce(Guid application, int number, GatheringPlan plan, Act act, IVault vault)
    {
        var gathering = new Gathering
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application,
            Number = number,
            Kind = plan.Kind,
            StartsAt = plan.StartsAt,
            EndsAt = plan.EndsAt,
            AnnouncedBy = act.Person,
            AnnouncedAt = act.At,
        };
        gathering.Place = vault.SealOptional(gathering, nameof(Place), plan.Place);
        gathering.JoiningLink = vault.SealOptional(gathering, nameof(JoiningLink), plan.JoiningLink);
        return gathering;
    }

    internal void TakeAnswer(InvitationAnswer answer) => Answer = answer;

    internal void Conclude(GatheringOutcome outcome) => Outcome = outcome;
}
