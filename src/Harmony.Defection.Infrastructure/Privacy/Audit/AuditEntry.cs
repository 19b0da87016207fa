namespace Harmony.Defection.Infrastructure.Privacy.Audit;

/// <summary>One link of the audit trail. The database refuses to change or delete it (AT2).</summary>
public sealed class AuditEntry
{
    internal const int ActionLength = 80;
    internal const int RoleLength = 60;
    internal const int SubjectLength = 80;
    internal const int FieldsLength = 1000;
    internal const int HashLength = 64;

    /// <summary>Place in the chain, from 1, without gaps; below zero until the entry is saved.</summary>
    public long Sequence { get; internal set; }

    /// <summary>When, in UTC, to the millisecond.</summary>
    public DateTime At { get; internal init; }

    /// <summary>What was done.</summary>
    public string Action { get; internal init; } = string.Empty;

    /// <summary>The account of who did it.</summary>
    public Guid? ActorId { get; internal init; }

    /// <summary>The role in which they did it.</summary>
    public string? Role { get; internal init; }

    /// <summary>The kind of thing it was done to.</summary>
    public string SubjectKind { get; internal init; } = string.Empty;

    /// <summary>The id of the thing it was done to.</summary>
    public Guid? SubjectId { get; internal init; }

    /// <summary>Names of fields, parted by commas; never what they hold (AT3).</summary>
    public string Fields { get; internal init; } = string.Empty;

    /// <summary>Hash of the entry before; zeros before the first.</summary>
    public string PreviousHash { get; internal set; } = string.Empty;

    /// <summary>SHA-256 over the hash before and everything above, in lower-case hexadecimal.</summary>
    public string Hash { get; internal set; } = string.Empty;

    /// <summary>Where the request came from, on its way to its own table.</summary>
    internal string? Source { get; init; }

    /// <summary>Links this entry to the end of the chain.</summary>
    internal void Link(long sequence, string previousHash)
    {
        Sequence = sequence;
        PreviousHash = previousHash;
        Hash = AuditHash.Of(this);
    }
}

/// <summary>
/// Where the request behind an entry came from. Kept beside the chain, so that it can go after 90 days while the chain stays whole (rule 24).
/// </summary>
public sealed class AuditSource
{
    internal const int AddressLength = 100;

    /// <summary>The entry it belongs to.</summary>
    public long Sequence { get; internal init; }

    /// <summary>When, in UTC; the same as the entry's.</summary>
    public DateTime At { get; internal init; }

    /// <summary>The network address.</summary>
    public string Address { get; internal init; } = string.Empty;
}

/// <summary>The end of the chain: one row, which every writer of entries locks first.</summary>
public sealed class AuditHead
{
    internal const int OnlyId = 1;

    /// <summary>Always 1.</summary>
    public int Id { get; internal init; } = OnlyId;

    /// <summary>The last entry's place; 0 while there is none.</summary>
    public long Sequence { get; internal init; }

    /// <summary>The last entry's hash; zeros while there is none.</summary>
    public string Hash { get; internal init; } = AuditHash.Beginning;
}
