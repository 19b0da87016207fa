namespace Harmony.Defection.Domain.Societies;

/// <summary>The Party's bodies that may decide, or carry out the duties of deciding (P7, P8).</summary>
public enum SocietyKind
{
    Constituency,
    City,
    Regional,

    /// <summary>The one body that supports Societies, or stands in for them; it has no vote of its own.</summary>
    Elections,
}

/// <summary>A Society: its place among the others, and the settings its Members made.</summary>
public sealed class Society : Storage.IVersioned
{
    private Society()
    {
    }

    public Guid Id { get; private init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public SocietyKind Kind { get; private init; }

    /// <summary>The next larger Society, of which its Members are Members too.</summary>
    public Guid? ParentId { get; private init; }

    /// <summary>Months of residence that it asks for (F13, rule 3).</summary>
    public int ResidenceMonths { get; private set; } = 12;

    /// <summary>The local links that it accepts as significant, in words (F13, rule 3).</summary>
    public string AcceptedLinks { get; private set; } = string.Empty;

    /// <summary>Whether its ballots offer "Discuss further" (rule 14).</summary>
    public bool OffersDiscussion { get; private set; }

    /// <summary>Whether its Participants may read the released copy and the debate (Roles; default no).</summary>
    public bool ParticipantsMayRead { get; private set; }

    /// <summary>Whether its Participants may be let into the hustings (Roles; default yes).</summary>
    public bool ParticipantsMayAttend { get; private set; } = true;

    /// <summary>Founds a Society.</summary>
    public static Society Found(string name, SocietyKind kind, Guid? parent = null) =>
        new() { Id = Guid.CreateVersion7(), Name = name, Kind = kind, ParentId = parent };

    /// <summary>Gives it another name.</summary>
    public void Rename(string name) => Name = name;

    /// <summary>Sets what the Society asks for and allows.</summary>
    public void Set(int residenceMonths, string acceptedLinks, bool offersDiscussion, bool participantsMayRead, bool participantsMayAttend)
    {
        ResidenceMonths = residenceMonths;
        AcceptedLinks = acceptedLinks;
        OffersDiscussion = offersDiscussion;
        ParticipantsMayRead = participantsMayRead;
        ParticipantsMayAttend = participantsMayAttend;
    }

    /// <summary>The rule on links and residence in force, as the form shows it (F13, rule 3).</summary>
    public string AreaRule() => string.IsNullOrWhiteSpace(AcceptedLinks)
        ? $"{Name} asks for {ResidenceMonths} months of living in the area, or significant local links."
        : $"{Name} asks for {ResidenceMonths} months of living in the area, or significant local links: {AcceptedLinks}.";
}

/// <summary>Somebody's place in a Society, from a day on.</summary>
public enum MembershipKind
{
    /// <summary>Pays a subscription, and votes (P14).</summary>
    Member,

    /// <summary>Takes part without paying, and does not vote.</summary>
    Participant,
}

/// <summary>One person's membership of one Society, which holds for every larger Society around it.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public Guid SocietyId { get; private init; }

    public MembershipKind Kind { get; private init; }

    /// <summary>The UK day of joining.</summary>
    public DateOnly JoinedOn { get; private init; }

    /// <summary>The first UK day on which the person no longer belongs.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>The first UK day of a suspension.</summary>
    public DateOnly? SuspendedFrom { get; private set; }

    /// <summary>The last UK day of a suspension; nothing while it is open-ended.</summary>
    public DateOnly? SuspendedUntil { get; private set; }

    /// <summary>A person joins a Society.</summary>
    public static Membership Join(Guid person, Guid society, MembershipKind kind, DateOnly on) =>
        new() { Id = Guid.CreateVersion7(), PersonId = person, SocietyId = society, Kind = kind, JoinedOn = on };

    /// <summary>The person leaves.</summary>
    public void Leave(DateOnly on) => LeftOn = on;

    /// <summary>The person is suspended.</summary>
    public void Suspend(DateOnly from, DateOnly? until) => (SuspendedFrom, SuspendedUntil) = (from, until);

    /// <summary>Whether the membership holds on a UK day: joined, not left, not suspended.</summary>
    public bool Holds(DateOnly day) =>
        JoinedOn <= day
        && (LeftOn is null || day < LeftOn)
        && !(SuspendedFrom <= day && (SuspendedUntil is null || day <= SuspendedUntil));
}

/// <summary>A role that a person holds by appointment, Party-wide or for one Society.</summary>
public sealed class RoleHolding
{
    private RoleHolding()
    {
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public Applications.Role Role { get; private init; }

    /// <summary>The Society, for a Society's secretary or deputy.</summary>
    public Guid? SocietyId { get; private init; }

    /// <summary>Since when, in UTC.</summary>
    public DateTime Since { get; private init; }

    /// <summary>Until when, in UTC.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>Appoints a person.</summary>
    public static RoleHolding Appoint(Guid person, Applications.Role role, Guid? society, DateTime since) =>
        new() { Id = Guid.CreateVersion7(), PersonId = person, Role = role, SocietyId = society, Since = since };

    /// <summary>Ends the appointment.</summary>
    public void End(DateTime at) => Until = at;
}
