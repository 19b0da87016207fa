using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Harmony.Defection.Web.Security;

/// <summary>
/// Whoever is signed in and may not see a page gets the answer of a page that is not there, and the refusal goes into the audit trail (AT1).
/// </summary>
internal sealed class RefusedLooksMissing : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden)
        {
            await usual.HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        await RecordAsync(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>Records that somebody was refused.</summary>
    public static async Task RecordAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var person = services.GetRequiredService<CurrentPerson>();
        services.GetRequiredService<IAuditTrail>().Record(new AuditDeed("access.refused", "Route") { ActorId = person.IsSignedIn ? person.Id : null });
        await services.GetRequiredService<DefectionDbContext>().SaveChangesAsync(context.RequestAborted);
    }
}
