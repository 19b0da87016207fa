using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Harmony.Defection.Infrastructure.Deadlines;

/// <summary>Does what follows from deadlines when nobody comes by (rule 27). Two of them on one database do each thing once.</summary>
public sealed class DeadlineWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeadlineWorker> log) : BackgroundService
{
    private const int Batch = 50;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    /// <summary>Settles everything that is due. What cannot be settled now stands in nobody's way.</summary>
    /// <param name="batch">How many are looked up at once.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many applications were settled.</returns>
    public async Task<int> SettleAsync(int batch = Batch, CancellationToken cancellation = default)
    {
        var (settled, left) = (0, 0);
        IReadOnlyList<Guid> due;
        do
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                due = await scope.ServiceProvider.GetRequiredService<IApplications>().DueAsync(clock.Now(), left, batch, cancellation);
            }

            foreach (var application in due)
            {
                if (await SettleOneAsync(application, cancellation))
                {
                    settled++;
                }
                else
                {
                    left++;
                }
            }
        }
        while (due.Count == batch);
        return settled;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await DestroyOldKeysAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await SettleAsync(cancellation: stoppingToken);
                await DiscardDraftsAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Looking for deadlines failed; it is tried again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> SettleOneAsync(Guid application, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Clockwork>().SettleAsync(application, clock.Now(), cancellation);
        }
        catch (ConcurrencyConflictException)
        {
            // Somebody settled it, or acted on it, at this very moment: the next round sees what is left.
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A deadline of application {Application} could not be settled; it is tried again.", application);
            return false;
        }
    }

    private async Task DiscardDraftsAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Intake>().DiscardExpiredAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<ReturnDesk>().DiscardOldCodesAsync(cancellation);
    }

    private async Task DestroyOldKeysAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IBallotBox>().DestroyKeysAsync(cancellation);
    }
}
