using System.Security.Claims;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Persistence;

namespace Harmony.Defection.Web.Security;

/// <summary>Whoever is signed in, with what they hold read afresh in each request.</summary>
public sealed class CurrentPerson(IHttpContextAccessor accessor, Standings standings)
{
    /// <summary>Whether anybody is signed in.</summary>
    public bool IsSignedIn => FindId() is not null;

    /// <summary>The person's id.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Guid Id => FindId() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>What they hold and where they belong.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Task<PersonFacts> FactsAsync() => standings.OfPersonAsync(Id);

    /// <summary>Whether they hold a role by appointment.</summary>
    public async Task<bool> HoldsAsync(Role role) => IsSignedIn && (await FactsAsync()).Holds(role);

    private Guid? FindId() =>
        accessor.HttpContext?.User is { Identity.IsAuthenticated: true } user
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? id
            : null;
}
