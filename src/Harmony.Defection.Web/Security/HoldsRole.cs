using Harmony.Defection.Domain.Applications;
using Microsoft.AspNetCore.Authorization;

namespace Harmony.Defection.Web.Security;

/// <summary>Lets in who holds one of these roles by appointment: read from the database in each request, never from the cookie (AZ10).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HoldsRoleAttribute(params Role[] roles) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>Any of these is enough.</summary>
    public IReadOnlyList<Role> AnyOf { get; } = roles;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Answers <see cref="HoldsRoleAttribute"/>.</summary>
internal sealed class HoldsRoleHandler(CurrentPerson person) : AuthorizationHandler<HoldsRoleAttribute>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsRoleAttribute requirement)
    {
        if (!person.IsSignedIn)
        {
            return;
        }

        var facts = await person.FactsAsync();
        if (requirement.AnyOf.Any(facts.Holds))
        {
            context.Succeed(requirement);
        }
    }
}
