using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;

namespace Harmony.Defection.Infrastructure.Privacy.Audit;

/// <summary>Adds entries to the unit of work of the deed they are about (AT1).</summary>
public sealed class AuditTrail(DefectionDbContext database, TimeProvider clock, ICallerSource source) : IAuditTrail
{
    /// <inheritdoc />
    public void Record(AuditDeed deed)
    {
        ArgumentNullException.ThrowIfNull(deed);
        var address = source.Address is { Length: > 0 } given ? AuditText.Escape(given) : null;
        AuditChain.Add(database, new AuditEntry
        {
            At = clock.Now(),
            Action = Fit(deed.Action, AuditEntry.ActionLength, nameof(deed.Action)),
            ActorId = deed.ActorId,
            Role = deed.Role is null ? null : Fit(deed.Role, AuditEntry.RoleLength, nameof(deed.Role)),
            SubjectKind = Fit(deed.SubjectKind, AuditEntry.SubjectLength, nameof(deed.SubjectKind)),
            SubjectId = deed.SubjectId,
            Fields = Fit(string.Join(',', deed.Fields), AuditEntry.FieldsLength, nameof(deed.Fields)),
            Source = address?[..Math.Min(address.Length, AuditSource.AddressLength)],
        });
    }

    private static string Fit(string text, int length, string part)
    {
        var escaped = AuditText.Escape(text);
        return escaped.Length <= length ? escaped : throw new ArgumentException($"The trail takes at most {length} characters here.", part);
    }
}

/// <summary>A caller that is this process itself.</summary>
public sealed class NoCallerSource : ICallerSource
{
    /// <inheritdoc />
    public string? Address => null;
}
