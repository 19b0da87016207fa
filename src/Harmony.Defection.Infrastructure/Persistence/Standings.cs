using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>Who a person is, and who they are on a case, read afresh in each request: what is taken away is gone at the next one (AZ10).</summary>
public sealed class Standings(DefectionDbContext context, ISocieties societies, TimeProvider clock)
{
    private readonly Dictionary<Guid, PersonFacts> known = [];

    /// <summary>A person's appointments and memberships that hold now.</summary>
    public async Task<PersonFacts> OfPersonAsync(Guid person, CancellationToken cancellation = default)
    {
        if (known.TryGetValue(person, out var facts))
        {
            return facts;
        }

        var now = clock.Now();
        var day = UkTime.Day(now);
        var holdings = await context.Set<RoleHolding>().AsNoTracking()
            .Where(h => h.PersonId == person && h.Since <= now && (h.Until == null || now < h.Until)).ToListAsync(cancellation);
        var memberships = await context.Set<Membership>().AsNoTracking().Where(m => m.PersonId == person).ToListAsync(cancellation);
        return known[person] = new PersonFacts(person, holdings, [.. memberships.Where(m => m.Holds(day))]);
    }

    /// <summary>A person's roles on the application with a reference; nothing where there is none, or none for them: the two look alike.</summary>
    public async Task<Standing?> OfCaseAsync(string reference, Guid person, CancellationToken cancellation = default)
    {
        var row = await context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Reference == reference)
            .Select(a => new
            {
                a.Id,
                a.Stage,
                a.AssemblySocietyId,
                Asked = a.Route.Where(s => s.OfferedAt != null && (s.Answer == CapacityAnswer.None || s.Answer == CapacityAnswer.Took))
                    .OrderByDescending(s => s.Number).Select(s => (Guid?)s.SocietyId).FirstOrDefault(),
                HasBody = a.Route.Any(s => s.Answer == CapacityAnswer.Took),
                Reopening = a.ReopeningProposedBy != null,
                Own = context.Set<LookUpEntry>().Any(l => l.ApplicationId == a.Id && l.Kind == LookUpKind.Email
                    && context.Users.Any(p => p.Id == person && p.NormalizedEmail == l.Hash)),
                Opened = context.Set<OriginalOpening>().Any(o => o.ApplicationId == a.Id && o.PersonId == person),
            })
            .SingleOrDefaultAsync(cancellation);

        // The person's own rows are read in either case, so that a reference that does not exist takes the same way.
        var facts = await OfPersonAsync(person, cancellation);
        var all = await societies.AllAsync(cancellation);
        if (row is null)
        {
            return null;
        }

        var standing = Standing.Of(
            new CaseFacts(row.Id, reference, row.Stage, row.Asked, row.AssemblySocietyId, row.HasBody, row.Reopening, row.Opened, row.Own),
            facts,
            all);
        return standing.Roles.Count == 0 ? null : standing;
    }

    /// <summary>
    /// Records that a person opened an application's original, which takes them off its roll. The first time only; the audit trail has every time.
    /// </summary>
    public async Task RecordOpeningAsync(Guid application, Guid person, CancellationToken cancellation = default)
    {
        if (!await context.Set<OriginalOpening>().AnyAsync(o => o.ApplicationId == application && o.PersonId == person, cancellation))
        {
            context.Add(OriginalOpening.By(person, application, clock.Now()));
        }
    }
}
