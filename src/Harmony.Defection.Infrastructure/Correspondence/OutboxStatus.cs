using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>How the outbox stands.</summary>
/// <param name="Waiting">How many letters wait.</param>
/// <param name="OldestWaitsSince">When the oldest of them was added, in UTC.</param>
/// <param name="GivenUp">How many were given up.</param>
public sealed record OutboxCounts(int Waiting, DateTime? OldestWaitsSince, int GivenUp);

/// <summary>A letter that was given up: nothing about whom it was to or what it said.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its class.</param>
/// <param name="QueuedAt">When it was added, in UTC.</param>
/// <param name="GivenUpAt">When it was given up, in UTC.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LastError">Code or class of what went wrong last.</param>
public sealed record GivenUpLetter(Guid Id, string Kind, DateTime QueuedAt, DateTime GivenUpAt, int Attempts, string? LastError);

/// <summary>What Operations sees of the outbox, and can do about it.</summary>
public sealed class OutboxStatus(DefectionDbContext context, OutboxSignal signal, IAuditTrail audit, TimeProvider clock)
{
    /// <summary>How many letters wait and how many were given up.</summary>
    public async Task<OutboxCounts> CountAsync(CancellationToken cancellation = default)
    {
        var waiting = context.Set<OutboxMessage>().Where(m => m.DueAt != null);
        return new OutboxCounts(
            await waiting.CountAsync(cancellation),
            await waiting.MinAsync(m => (DateTime?)m.QueuedAt, cancellation),
            await context.Set<OutboxMessage>().CountAsync(m => m.GivenUpAt != null, cancellation));
    }

    /// <summary>The letters that were given up, the latest first.</summary>
    public async Task<IReadOnlyList<GivenUpLetter>> GivenUpAsync(int most = 200, CancellationToken cancellation = default) =>
        await context.Set<OutboxMessage>().Where(m => m.GivenUpAt != null).OrderByDescending(m => m.GivenUpAt).Take(most)
            .Select(m => new GivenUpLetter(m.Id, m.Kind, m.QueuedAt, m.GivenUpAt!.Value, m.Attempts, m.LastError))
            .ToListAsync(cancellation);

    /// <summary>Sends a letter again that was given up, with all its tries before it.</summary>
    /// <param name="id">The letter.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Whether there was such a letter.</returns>
    public async Task<bool> SendAgainAsync(Guid id, Guid by, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var found = await context.WriteAsync(
            async () =>
            {
                var rows = await context.Set<OutboxMessage>().Where(m => m.Id == id && m.GivenUpAt != null).ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.DueAt, now).SetProperty(m => m.GivenUpAt, (DateTime?)null).SetProperty(m => m.Attempts, 0),
                    cancellation);
                if (rows == 1)
                {
                    audit.Record(new AuditDeed("letter.sent-again", nameof(OutboxMessage), id) { ActorId = by });
                }

                return rows == 1;
            },
            cancellation);
        if (found)
        {
            signal.Raise();
        }

        return found;
    }
}
