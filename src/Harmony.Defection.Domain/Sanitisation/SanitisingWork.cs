using System.Text.Json;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;

namespace Harmony.Defection.Domain.Sanitisation;

/// <summary>What a researcher decides about a proposed removal (rule 7).</summary>
public enum RulingKind
{
    /// <summary>Not decided yet.</summary>
    Open,
    Remove,
    Keep,
}

/// <summary>One proposed removal and what was decided about it.</summary>
/// <param name="Field">The text it stands in.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="Mark">What stands in its place: "[phone removed]".</param>
/// <param name="What">What kind of thing it looks like, in words.</param>
/// <param name="Why">Why it is proposed, in words.</param>
/// <param name="Kind">The decision.</param>
/// <param name="Reason">Why it is kept; keeping needs one.</param>
public sealed record Ruling(string Field, int Start, int Length, string Mark, string What, string Why, RulingKind Kind, string? Reason);

/// <summary>The stored, sealed form of a <see cref="SanitisingState"/>; its id is the application's.</summary>
public sealed class SanitisingWork : ISealedRow, IVersioned
{
    private SanitisingWork()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    public Sealed State { get; private set; }

    public Guid ChangedBy { get; private set; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Begins the work on an application's copy.</summary>
    public static SanitisingWork Begin(Guid application, SanitisingState state, Guid by, DateTime at, IVault vault)
    {
        var work = new SanitisingWork { Id = application };
        work.Write(state, by, at, vault);
        return work;
    }

    /// <summary>The work as it stands.</summary>
    /// <exception cref="TamperedCellException">It was altered or moved.</exception>
    public SanitisingState Read(IVault vault) =>
        JsonSerializer.Deserialize<SanitisingState>(vault.Open(this, nameof(State), State))! with { Version = Version };

    /// <summary>Keeps the work.</summary>
    public void Write(SanitisingState state, Guid by, DateTime at, IVault vault)
    {
        State = vault.Seal(this, nameof(State), JsonSerializer.Serialize(state));
        ChangedBy = by;
        ChangedAt = at;
    }
}
