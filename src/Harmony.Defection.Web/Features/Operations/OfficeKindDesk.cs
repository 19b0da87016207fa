using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>The table of office kinds (F1, rule 1): rows are added, changed and retired, and never deleted.</summary>
public sealed class OfficeKindDesk(DefectionDbContext context, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>Every kind, those in use first, by level and name.</summary>
    public async Task<IReadOnlyList<OfficeKind>> AllAsync(CancellationToken cancellation = default) =>
    [
        .. (await context.Set<OfficeKind>().AsNoTracking().ToListAsync(cancellation))
            .OrderBy(k => k.RetiredAt is not null).ThenBy(k => k.Level).ThenBy(k => k.Name, StringComparer.Ordinal),
    ];

    /// <summary>One kind; nothing where there is none.</summary>
    public Task<OfficeKind?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<OfficeKind>().AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, cancellation);

    /// <summary>Adds a kind.</summary>
    /// <exception cref="ProcessRuleException">The name is taken.</exception>
    public Task AddAsync(OfficeKindDetails details, Guid by, CancellationToken cancellation = default) =>
        WriteAsync(
            () =>
            {
                var kind = OfficeKind.Make(Guid.CreateVersion7(), details);
                context.Add(kind);
                Record("office-kind.added", kind.Id, by, nameof(OfficeKind.Name));
                return Task.CompletedTask;
            },
            cancellation);

    /// <summary>Changes a kind. Applications that named it before keep the words they had.</summary>
    /// <param name="id">The kind.</param>
    /// <param name="version">The version that was shown; an older one is refused.</param>
    /// <param name="details">What is said of it from now on.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ProcessRuleException">The name is taken.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed it meanwhile.</exception>
    public Task SetAsync(Guid id, int version, OfficeKindDetails details, Guid by, CancellationToken cancellation = default) =>
        WriteAsync(
            async () =>
            {
                var kind = await context.Set<OfficeKind>().SingleAsync(k => k.Id == id, cancellation);
                context.ExpectVersion(kind, version);
                kind.Set(details);
                var changed = context.Entry(kind).Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name)
                    .Where(n => n != nameof(OfficeKind.Version)).ToArray();
                if (changed.Length > 0)
                {
                    Record("office-kind.changed", id, by, changed);
                }
            },
            cancellation);

    /// <summary>Takes a kind off the form, or offers it again.</summary>
    /// <exception cref="ProcessRuleException">It is the last one that the form offers.</exception>
    public Task OfferAsync(Guid id, bool offer, Guid by, CancellationToken cancellation = default) =>
        WriteAsync(
            async () =>
            {
                var kind = await context.Set<OfficeKind>().SingleAsync(k => k.Id == id, cancellation);
                if (offer == kind.RetiredAt is null)
                {
                    return;
                }

                if (offer)
                {
                    kind.BringBack();
                }
                else if (await context.Set<OfficeKind>().AnyAsync(k => k.Id != id && k.RetiredAt == null, cancellation))
                {
                    kind.Retire(clock.Now());
                }
                else
                {
                    throw new ProcessRuleException("The form must offer at least one kind of office.");
                }

                Record(offer ? "office-kind.brought-back" : "office-kind.retired", id, by, nameof(OfficeKind.RetiredAt));
            },
            cancellation);

    private async Task WriteAsync(Func<Task> deed, CancellationToken cancellation)
    {
        try
        {
            await context.WriteAsync(deed, cancellation);
        }
        catch (DuplicateRowException)
        {
            throw new ProcessRuleException("There is a kind of office of that name already.");
        }
    }

    private void Record(string action, Guid kind, Guid by, params string[] fields) =>
        audit.Record(new AuditDeed(action, nameof(OfficeKind), kind) { ActorId = by, Role = nameof(Role.Operations), Fields = fields });
}
