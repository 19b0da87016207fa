namespace Harmony.Defection.Domain.Privacy;

/// <summary>
/// One thing somebody did, for the audit trail. It names ids and fields and never what they hold: no name, address, reason or vote.
/// </summary>
/// <param name="Action">What was done, in one or two words of the program's own: "original.opened".</param>
/// <param name="SubjectKind">What it was done to, by the name of the entity: "DefectionApplication".</param>
/// <param name="SubjectId">The id of what it was done to, where it has one.</param>
public sealed record AuditDeed(string Action, string SubjectKind, Guid? SubjectId = null)
{
    /// <summary>The account of who did it; none for the clock, for an applicant and for somebody not signed in.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The role in which they did it.</summary>
    public string? Role { get; init; }

    /// <summary>Names of the fields that were shown, changed or exported.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}

/// <summary>
/// The trail of who did what. Recording adds an entry to the current unit of work, so that deed and entry stand or fall together.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Adds an entry; it is written by the save that stores the deed, or by a save of its own if nothing else changes.</summary>
    /// <exception cref="ArgumentException">The action, subject, role or fields are longer than the trail takes.</exception>
    void Record(AuditDeed deed);
}

/// <summary>Where the present request comes from; a worker or a command has no such place.</summary>
public interface ICallerSource
{
    /// <summary>The network address of the caller, or null.</summary>
    string? Address { get; }
}
