using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Sanitisation;

/// <summary>
/// One version of the sanitised form, as the assembly reads it (P6). It is a stored thing of its own: once released it never changes, a
/// newer one supersedes it, and a recalled one is shown to nobody (rules 7 and 28).
/// </summary>
public sealed class AssemblyCopy : ISealedRow
{
    private AssemblyCopy()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    /// <summary>The version's number, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The copy's content, a <see cref="CopyContent"/> in its stored form.</summary>
    public Sealed Content { get; private set; }

    public Guid PreparedBy { get; private set; }

    /// <summary>When it was prepared, in UTC.</summary>
    public DateTime PreparedAt { get; private set; }

    public Guid? ReleasedBy { get; private set; }

    /// <summary>When it was released, in UTC.</summary>
    public DateTime? ReleasedAt { get; private set; }

    public Guid? RecalledBy { get; private set; }

    /// <summary>When it was recalled, in UTC.</summary>
    public DateTime? RecalledAt { get; private set; }

    /// <summary>When a newer version took its place, in UTC.</summary>
    public DateTime? SupersededAt { get; private set; }

    /// <summary>Whether this is the version that the assembly reads now.</summary>
    public bool IsInForce => ReleasedAt is not null && RecalledAt is null && SupersededAt is null;

    internal static AssemblyCopy Prepare(Guid application, int number, string content, Act act, IVault vault)
    {
        var copy = new AssemblyCopy { Id = Guid.CreateVersion7(), ApplicationId = application, Number = number };
        copy.PrepareAnew(content, act, vault);
        return copy;
    }

    internal void PrepareAnew(string content, Act act, IVault vault)
    {
        Content = vault.Seal(this, nameof(Content), content);
        PreparedBy = act.Person;
        PreparedAt = act.At;
    }

    internal void Release(Act act) => (ReleasedBy, ReleasedAt) = (act.Person, act.At);

    internal void Recall(Act act) => (RecalledBy, RecalledAt) = (act.Person, act.At);

    internal void Supersede(DateTime at) => SupersededAt = at;
}
