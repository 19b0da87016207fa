using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Sanitisation;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>The work on assemblies' copies in the database.</summary>
internal sealed class EfSanitisingWorks(DefectionDbContext context, Standings standings, IAuditTrail audit) : ISanitisingWorks
{
    /// <inheritdoc />
    public async Task<SanitisingWork?> FindAsync(Guid application, CancellationToken cancellation = default) =>
        await context.Set<SanitisingWork>().FindAsync([application], cancellation);

    /// <inheritdoc />
    public async Task RecordOpeningAsync(Guid application, Guid person, CancellationToken cancellation = default)
    {
        await standings.RecordOpeningAsync(application, person, cancellation);
        audit.Record(new AuditDeed("sanitising.opened", nameof(DefectionApplication), application)
        {
            ActorId = person,
            Role = nameof(Role.Research),
        });
    }
}
