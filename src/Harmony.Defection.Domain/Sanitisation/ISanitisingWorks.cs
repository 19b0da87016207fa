namespace Harmony.Defection.Domain.Sanitisation;

/// <summary>Where the work on assemblies' copies is kept.</summary>
public interface ISanitisingWorks
{
    /// <summary>The work on an application's copy, for a change; nothing where none was begun.</summary>
    Task<SanitisingWork?> FindAsync(Guid application, CancellationToken cancellation = default);

    /// <summary>
    /// Records, in the current unit of work, that a person sees texts of an application's original: it takes them off its roll (rule 15).
    /// </summary>
    Task RecordOpeningAsync(Guid application, Guid person, CancellationToken cancellation = default);
}
