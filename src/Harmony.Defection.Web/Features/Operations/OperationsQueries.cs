using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Casework;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>What the overview and the pages on Societies and mail show. No application is read here.</summary>
public sealed class OperationsQueries(
    DefectionDbContext context, ReleaseQueries releases, StaffNames names, OutboxStatus outbox, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>The overview.</summary>
    public async Task<OverviewPage> OverviewAsync(CancellationToken cancellation = default) => new(
        await releases.NewestAsync(cancellation),
        await context.Set<Society>().CountAsync(cancellation),
        await context.Users.CountAsync(p => p.ClosedAt == null, cancellation),
        await outbox.CountAsync(cancellation),
        environment.IsProduction());

    /// <summary>Every Society.</summary>
    public async Task<IReadOnlyList<SocietyRow>> SocietiesAsync(CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var today = UkTime.Day(now);
        var all = await context.Set<Society>().AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancellation);
        var belonging = (await context.Set<Membership>().AsNoTracking().Where(m => m.LeftOn == null || today < m.LeftOn).ToListAsync(cancellation))
            .Where(m => m.Holds(today)).ToLookup(m => m.SocietyId);
        var holdings = await context.Set<RoleHolding>().AsNoTracking()
            .Where(h => h.Role == Role.SocietySecretary && h.Since <= now && (h.Until == null || now < h.Until)).ToListAsync(cancellation);
        var who = await names.OfAsync(holdings.Select(h => (Guid?)h.PersonId), cancellation);
        return
        [
            .. all.Select(s => new SocietyRow(
                s.Id,
                s.Name,
                s.Kind,
                all.Find(p => p.Id == s.ParentId)?.Name,
                belonging[s.Id].Count(m => m.Kind == MembershipKind.Member),
                belonging[s.Id].Count(m => m.Kind == MembershipKind.Participant),
                [.. holdings.Where(h => h.SocietyId == s.Id).Select(h => who.GetValueOrDefault(h.PersonId, "Somebody who has left"))])),
        ];
    }

    /// <summary>One Society; nothing where there is none.</summary>
    public Task<Society?> SocietyAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<Society>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);

    /// <summary>The outbox.</summary>
    public async Task<MailPage> MailAsync(CancellationToken cancellation = default) =>
        new(await outbox.CountAsync(cancellation), await outbox.GivenUpAsync(cancellation: cancellation));
}
