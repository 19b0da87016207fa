using System.Threading.Channels;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>Wakes the worker of this process when a letter was stored, so that it goes out at once.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A letter was stored.</summary>
    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>Waits until a letter is stored, or a time has passed.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            await raised.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time has passed.
        }
    }
}
