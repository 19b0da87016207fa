using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Harmony.Defection.Web.Security;

/// <summary>The case that a request is about, and who the person is on it. Filled by <see cref="OnCaseAttribute"/>.</summary>
public sealed class CaseContext
{
    private Standing? standing;

    /// <summary>The person's roles on the case.</summary>
    /// <exception cref="InvalidOperationException">The action is not about a case.</exception>
    public Standing Standing
    {
        get => standing ?? throw new InvalidOperationException("This action is not marked as being about a case.");
        internal set => standing = value;
    }

    /// <summary>The application's id.</summary>
    public Guid Id => Standing.Case.Id;

    /// <summary>Its public number, as it is written.</summary>
    public string Reference => Standing.Case.Reference;

    /// <summary>The role in which the person takes a step now.</summary>
    /// <exception cref="ProcessRuleException">The step is not open in the present stage, or is not theirs.</exception>
    public Role Require(Step step)
    {
        var role = Standing.RoleFor(step) ?? Standing.Roles.First();
        ApplicationProcess.Require(step, Standing.Case.Stage, role);
        return role;
    }
}

/// <summary>
/// Lets in who has one of these roles on the application that the route's "reference" names. Everybody else gets the same answer as for a
/// reference that does not exist (AZ3).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnCaseAttribute(params Role[] roles) : Attribute, IAsyncAuthorizationFilter
{
    /// <summary>Any of these is enough.</summary>
    public IReadOnlyList<Role> AnyOf { get; } = roles;

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var services = context.HttpContext.RequestServices;
        var person = services.GetRequiredService<CurrentPerson>();
        var reference = context.RouteData.Values["reference"] as string ?? string.Empty;
        var standing = await services.GetRequiredService<Standings>()
            .OfCaseAsync(reference.ToUpperInvariant(), person.Id, context.HttpContext.RequestAborted);
        if (standing is null || !AnyOf.Any(standing.Roles.Contains))
        {
            await RefusedLooksMissing.RecordAsync(context.HttpContext);
            context.Result = new NotFoundResult();
            return;
        }

        services.GetRequiredService<CaseContext>().Standing = standing;
    }
}
