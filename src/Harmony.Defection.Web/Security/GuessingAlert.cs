using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Security;

/// <summary>Tells Operations, once an hour, that a source was stopped at applicants' links: it may be guessing (AZ6, AT4).</summary>
internal sealed class GuessingAlert(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private long last;

    /// <summary>A limit refused a request.</summary>
    public async ValueTask RefusedAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName != SecuritySetup.LinkLimit)
        {
            return;
        }

        var now = clock.Now();
        var before = Interlocked.Read(ref last);
        if (now.Ticks - before < Quiet.Ticks || Interlocked.CompareExchange(ref last, now.Ticks, before) != before)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
        var people = await database.Set<RoleHolding>().AsNoTracking()
            .Where(h => h.Role == Role.Operations && h.Since <= now && (h.Until == null || now < h.Until)).Select(h => h.PersonId).Distinct().ToListAsync();
        var addressees = await scope.ServiceProvider.GetRequiredService<ISocieties>().AddressesAsync(people);
        await scope.ServiceProvider.GetRequiredService<IOutbox>()
            .AddAsync([.. addressees.Select(a => new GuessingNotice(a.Email, new SitePath("/operations"), now))]);
        scope.ServiceProvider.GetRequiredService<IAuditTrail>().Record(new AuditDeed("links.guessed", "Route"));
        await database.SaveChangesAsync();
    }
}
