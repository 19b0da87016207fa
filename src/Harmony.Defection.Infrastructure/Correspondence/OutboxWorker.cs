using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>Sends letters as they come due, apart from every page: a dead mail server slows none of them (MA2).</summary>
public sealed class OutboxWorker(IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>How often it looks although nobody woke it.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Sends what is due.</summary>
    /// <returns>How many letters were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxRound>().SendAllAsync(cancellation);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Sending letters failed; it is tried again.");
            }

            await signal.WaitAsync(Interval, clock, stoppingToken);
        }
    }
}
