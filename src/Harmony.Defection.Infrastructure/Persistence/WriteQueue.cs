using System.Collections.Concurrent;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>
/// The queue of writers of one SQLite file. It holds one write transaction at a time; here the writers of this process wait in the order in
/// which they came, where the engine itself would let them try again and again and now and then give up.
/// </summary>
public sealed class WriteQueue
{
    private static readonly ConcurrentDictionary<string, WriteQueue> Queues = new(StringComparer.Ordinal);

    private readonly Lock guard = new();
    private readonly LinkedList<TaskCompletionSource> waiting = new();
    private bool taken;

    /// <summary>The one queue of a file.</summary>
    public static WriteQueue For(string file) => Queues.GetOrAdd(Path.GetFullPath(file), static _ => new WriteQueue());

    /// <summary>How many writers wait at this moment.</summary>
    public int Length
    {
        get
        {
            lock (guard)
            {
                return waiting.Count;
            }
        }
    }

    /// <summary>Waits for one's turn, which lasts until the returned value is disposed of.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the place in the queue is given up.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        TaskCompletionSource place;
        lock (guard)
        {
            if (!taken)
            {
                taken = true;
                return new Turn(this);
            }

            place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.AddLast(place);
        }

        await using (cancellation.Register(() => GiveUp(place, cancellation)))
        {
            await place.Task;
        }

        return new Turn(this);
    }

    private void GiveUp(TaskCompletionSource place, CancellationToken cancellation)
    {
        lock (guard)
        {
            if (!waiting.Remove(place))
            {
                return;
            }
        }

        place.TrySetCanceled(cancellation);
    }

    private void Leave()
    {
        TaskCompletionSource next;
        lock (guard)
        {
            if (waiting.First is null)
            {
                taken = false;
                return;
            }

            next = waiting.First.Value;
            waiting.RemoveFirst();
        }

        next.SetResult();
    }

    private sealed class Turn(WriteQueue queue) : IDisposable
    {
        private WriteQueue? queue = queue;

        public void Dispose() => Interlocked.Exchange(ref queue, null)?.Leave();
    }
}
