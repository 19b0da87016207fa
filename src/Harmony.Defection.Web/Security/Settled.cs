using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Security;

/// <summary>
/// Lets the clock do first what is due on the case that <see cref="OnCaseAttribute"/> let the person to, so that a deadline holds the moment
/// its page is read or its form is sent (rule 27).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SettledAttribute : Attribute, IAsyncResourceFilter
{
    /// <inheritdoc />
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var here = services.GetRequiredService<CaseContext>();
        var now = services.GetRequiredService<TimeProvider>().Now();
        var isDue = await services.GetRequiredService<DefectionDbContext>().Set<DefectionApplication>().AsNoTracking()
            .AnyAsync(a => a.Id == here.Id && a.NextDueAt <= now, context.HttpContext.RequestAborted);
        if (isDue && !await SettleAsync(services, here, now))
        {
            context.Result = new NotFoundResult();
            return;
        }

        await next();
    }

    /// <returns>Whether the person still has a role on the case as it stands then.</returns>
    private static async Task<bool> SettleAsync(IServiceProvider services, CaseContext here, DateTime now)
    {
        try
        {
            await services.GetRequiredService<Clockwork>().SettleAsync(here.Id, now);
        }
        catch (ConcurrencyConflictException)
        {
            // Somebody else came by first and did the same.
        }

        var before = here.Standing;
        var after = await services.GetRequiredService<Standings>().OfCaseAsync(before.Case.Reference, before.PersonId);
        here.Standing = after ?? before;
        return after is not null;
    }
}
