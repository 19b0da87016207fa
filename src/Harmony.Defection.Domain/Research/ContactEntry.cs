using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Research;

/// <summary>How Research got in touch with the applicant.</summary>
public enum ContactMeans
{
    Phone,
    Video,
    InPerson,
    Email,
    Post,
}

/// <summary>
/// One contact, or attempt at one, with the applicant (P4). Nobody else is contacted (rule 4), so there is no field for whom.
/// </summary>
public sealed class ContactEntry : ISealedRow
{
    private ContactEntry()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    public ContactMeans Means { get; private init; }

    /// <summary>When the contact took place, in UTC.</summary>
    public DateTime TookPlaceAt { get; private init; }

    /// <summary>Whether the applicant was reached.</summary>
    public bool Reached { get; private init; }

    /// <summary>What was said.</summary>
    public Sealed? Said { get; private set; }

    public Guid By { get; private init; }

    /// <summary>When it was written down, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    internal static ContactEntry Of(Guid application, ContactMeans means, DateTime tookPlaceAt, bool reached, string? said, Act act, IVault vault)
    {
        var entry = new ContactEntry
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application,
            Means = means,
            TookPlaceAt = tookPlaceAt,
            Reached = reached,
            By = act.Person,
            RecordedAt = act.At,
        };
        entry.Said = vault.SealOptional(entry, nameof(Said), said);
        return entry;
    }
}
