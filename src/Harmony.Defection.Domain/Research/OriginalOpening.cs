namespace Harmony.Defection.Domain.Research;

/// <summary>
/// That a person opened an application's original or its research notes: it takes them off that application's roll, and the applicant
/// may ask who it was (rule 15).
/// </summary>
public sealed class OriginalOpening
{
    private OriginalOpening()
    {
    }

    public Guid ApplicationId { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>When they first did, in UTC.</summary>
    public DateTime FirstAt { get; private init; }

    /// <summary>Records that a person opened an original.</summary>
    public static OriginalOpening By(Guid person, Guid application, DateTime at) =>
        new() { ApplicationId = application, PersonId = person, FirstAt = at };
}
