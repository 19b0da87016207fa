using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Applications;

/// <summary>One step that was taken: what, from where to where, by whom, in what role, when. Never changed.</summary>
public sealed class HistoryEntry : ISealedRow
{
    private HistoryEntry()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; private init; }

    /// <summary>Its place in the application's history, from 1.</summary>
    public int Number { get; private init; }

    public Step Step { get; private init; }

    public Stage? From { get; private init; }

    public Stage To { get; private init; }

    /// <summary>The person who acted; the application itself for the applicant; nobody for the clock.</summary>
    public Guid? By { get; private init; }

    public Role Role { get; private init; }

    /// <summary>When, in UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>A reason, where the step asks for one.</summary>
    public Sealed? Note { get; private set; }

    internal static HistoryEntry Of(Guid application, int number, Transition row, Act act, string? note, IVault? vault)
    {
        var entry = new HistoryEntry
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(act.At)),
            ApplicationId = application,
            Number = number,
            Step = row.Step,
            From = row.From,
            To = row.To,
            By = act.By,
            Role = act.Role,
            At = act.At,
        };
        entry.Note = vault?.SealOptional(entry, nameof(Note), note);
        return entry;
    }
}
