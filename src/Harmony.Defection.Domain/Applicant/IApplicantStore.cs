using Harmony.Defection.Domain.Correspondence;

namespace Harmony.Defection.Domain.Applicant;

/// <summary>Where an applicant's links, and what they ask for, are kept.</summary>
public interface IApplicantStore
{
    /// <summary>What the applicant asked for; nothing where they asked for nothing.</summary>
    Task<ApplicantNeeds?> FindNeedsAsync(Guid application, CancellationToken cancellation = default);

    /// <summary>An application's id by its public number; nothing where there is none.</summary>
    Task<Guid?> FindAsync(string reference, CancellationToken cancellation = default);

    /// <summary>Links of an application that open its page at this moment.</summary>
    Task<IReadOnlyList<ApplicantLink>> WorkingLinksAsync(Guid application, DateTime now, CancellationToken cancellation = default);

    /// <summary>Whether this is the e-mail address on the application's form, by its look-up hash.</summary>
    Task<bool> HasEmailAsync(Guid application, string hash, CancellationToken cancellation = default);

    /// <summary>Whether a link went since a moment to this e-mail address, by its look-up hash, for any application.</summary>
    Task<bool> WasMailedSinceAsync(string hash, DateTime since, CancellationToken cancellation = default);

    /// <summary>Requests of an application that wait for the General Secretary.</summary>
    Task<IReadOnlyList<LinkRequest>> WaitingRequestsAsync(Guid application, CancellationToken cancellation = default);
}
