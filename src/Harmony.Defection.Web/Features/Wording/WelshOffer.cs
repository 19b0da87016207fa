using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Wording;

/// <summary>
/// Whether the public pages are offered in Welsh: in Production only once a named speaker has reviewed the Welsh of the release in force. Until
/// then it is a preview for whoever works in Operations.
/// </summary>
public sealed class WelshOffer(ReviewedWelsh reviewed, CurrentPerson person, IHostEnvironment environment)
{
    /// <summary>Whether this reader is offered Welsh.</summary>
    public async Task<bool> IsOfferedAsync(CancellationToken cancellation = default) =>
        !environment.IsProduction() || await reviewed.IsInForceAsync(cancellation) || await IsOperationsAsync();

    /// <summary>Whether they read it as a preview that applicants do not have.</summary>
    public async Task<bool> IsPreviewAsync(CancellationToken cancellation = default) =>
        environment.IsProduction() && !await reviewed.IsInForceAsync(cancellation);

    private async Task<bool> IsOperationsAsync() => person.IsSignedIn && (await person.FactsAsync()).Holds(Role.Operations);
}

/// <summary>
/// Whether the Welsh of the release in force has been reviewed. It is read once and kept; a review entered here is known at once, one entered
/// in another process after a few seconds.
/// </summary>
public sealed class ReviewedWelsh(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private Kept? kept;

    /// <summary>Whether it has been.</summary>
    public async Task<bool> IsInForceAsync(CancellationToken cancellation = default)
    {
        var now = clock.Now();
        if (kept is { } known && now - known.ReadAt < KeptFor)
        {
            return known.IsReviewed;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
        var isReviewed = await context.Set<FormRelease>().OrderByDescending(r => r.Number).Take(1)
            .AnyAsync(r => context.Set<WelshReview>().Any(w => w.Id == r.Id), cancellation);
        kept = new Kept(isReviewed, now);
        return isReviewed;
    }

    /// <summary>Forgets what was read, after a release or a review.</summary>
    public void Forget() => kept = null;

    private sealed record Kept(bool IsReviewed, DateTime ReadAt);
}
