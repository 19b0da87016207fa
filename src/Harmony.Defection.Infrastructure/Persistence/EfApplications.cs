using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>Applications in the database. Every step that is saved leaves an entry in the audit trail, in the same transaction (AT1).</summary>
internal sealed class EfApplications(DefectionDbContext context, IAuditTrail audit) : IApplications
{
    /// <inheritdoc />
    public Task<DefectionApplication?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<DefectionApplication>()
            .Include(a => a.History.OrderBy(h => h.Number))
            .Include(a => a.Checks)
            .Include(a => a.Contacts.OrderBy(c => c.TookPlaceAt))
            .Include(a => a.AdverseFindings.OrderBy(f => f.PutAt))
            .Include(a => a.NotGenuineProposals.OrderBy(p => p.ProposedAt))
            .Include(a => a.Corrections.OrderBy(c => c.Number))
            .Include(a => a.Copies.OrderBy(c => c.Number))
            .Include(a => a.Route.OrderBy(s => s.Number))
            .Include(a => a.Gatherings.OrderBy(g => g.Number))
            .Include(a => a.Periods.OrderBy(p => p.Number))
            .Include(a => a.Findings.OrderBy(f => f.ProposedAt))
            .Include(a => a.Ballots.OrderBy(b => b.Number))
            .AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == id, cancellation);

    /// <inheritdoc />
    public async Task<ApplicationForm?> FindFormAsync(Guid id, CancellationToken cancellation = default) =>
        await context.Set<ApplicationForm>().FindAsync([id], cancellation);

    /// <inheritdoc />
    public Task<string?> ReferenceOfAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == id).Select(a => a.Reference).SingleOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> DueAsync(DateTime now, int skip, int most, CancellationToken cancellation = default) =>
        await context.Set<DefectionApplication>().Where(a => a.NextDueAt <= now).OrderBy(a => a.NextDueAt).ThenBy(a => a.Id)
            .Skip(skip).Take(most).Select(a => a.Id).ToListAsync(cancellation);

    /// <inheritdoc />
    public void Add(object row) => context.Add(row);

    /// <inheritdoc />
    public Task SaveAsync(CancellationToken cancellation = default)
    {
        RecordSteps();
        return context.SaveChangesAsync(cancellation);
    }

    /// <inheritdoc />
    public Task<T> DoAsync<T>(Func<Task<T>> deed, CancellationToken cancellation = default) =>
        context.WriteAsync(
            async () =>
            {
                var result = await deed();
                RecordSteps();
                return result;
            },
            cancellation);

    private void RecordSteps()
    {
        context.ChangeTracker.DetectChanges();
        var added = context.ChangeTracker.Entries<HistoryEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        foreach (var entry in added)
        {
            audit.Record(new AuditDeed($"step.{entry.Step}", nameof(DefectionApplication), entry.ApplicationId)
            {
                ActorId = entry.Role is Role.Applicant or Role.Clock ? null : entry.By,
                Role = entry.Role.ToString(),
            });
        }
    }
}
