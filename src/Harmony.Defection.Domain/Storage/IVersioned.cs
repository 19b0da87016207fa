namespace Harmony.Defection.Domain.Storage;

/// <summary>
/// A row that two people may change at once. Whoever saves second on an old version is refused, and sees what changed.
/// </summary>
public interface IVersioned
{
    /// <summary>Counts the saves; raised by the store with every change of the row or of anything it owns.</summary>
    int Version { get; }
}

/// <summary>Somebody else saved the same thing in the meantime; nothing of this save was stored.</summary>
public sealed class ConcurrencyConflictException(Exception inner)
    : Exception(T("Somebody else changed this in the meantime. Nothing of yours was saved."), inner);

/// <summary>A row that must be the only one of its kind is there already; nothing of this save was stored.</summary>
public sealed class DuplicateRowException(string constraint, Exception inner)
    : Exception($"A row that must be unique is there already ({constraint}).", inner)
{
    /// <summary>The index or columns that refused, as far as the database says.</summary>
    public string Constraint { get; } = constraint;
}
