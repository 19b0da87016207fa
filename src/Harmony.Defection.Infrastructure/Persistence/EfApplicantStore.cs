using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>Applicants' links, and what they ask for, in the database.</summary>
internal sealed class EfApplicantStore(DefectionDbContext context) : IApplicantStore
{
    /// <inheritdoc />
    public async Task<ApplicantNeeds?> FindNeedsAsync(Guid application, CancellationToken cancellation = default) =>
        await context.Set<ApplicantNeeds>().FindAsync([application], cancellation);

    /// <inheritdoc />
    public Task<Guid?> FindAsync(string reference, CancellationToken cancellation = default) =>
        context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Reference == reference).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<ApplicantLink>> WorkingLinksAsync(Guid application, DateTime now, CancellationToken cancellation = default) =>
        await context.Set<ApplicantLink>().Where(l => l.ApplicationId == application && l.RevokedAt == null && l.ExpiresAt > now).ToListAsync(cancellation);

    /// <inheritdoc />
    public Task<bool> HasEmailAsync(Guid application, string hash, CancellationToken cancellation = default) =>
        context.Set<LookUpEntry>().AnyAsync(l => l.ApplicationId == application && l.Kind == LookUpKind.Email && l.Hash == hash, cancellation);

    /// <inheritdoc />
    public Task<bool> WasMailedSinceAsync(string hash, DateTime since, CancellationToken cancellation = default) =>
        context.Set<LinkRequest>().AnyAsync(
            r => !r.ByPost && r.AskedAt > since
                && context.Set<LookUpEntry>().Any(l => l.ApplicationId == r.ApplicationId && l.Kind == LookUpKind.Email && l.Hash == hash),
            cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<LinkRequest>> WaitingRequestsAsync(Guid application, CancellationToken cancellation = default) =>
        await context.Set<LinkRequest>().Where(r => r.ApplicationId == application && r.ByPost && r.SettledAt == null).ToListAsync(cancellation);
}
