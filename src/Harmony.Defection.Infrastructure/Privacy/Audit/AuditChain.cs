using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Privacy.Audit;

/// <summary>Links pending entries to the end of the chain, inside the transaction of their deed.</summary>
internal static class AuditChain
{
    /// <summary>Adds an entry under a passing key; it gets its place when it is saved.</summary>
    public static void Add(DefectionDbContext database, AuditEntry entry)
    {
        entry.Sequence = -1 - Pending(database).Count;
        database.Add(entry);
    }

    public static bool IsPending(DefectionDbContext database) => Pending(database).Count > 0;

    /// <summary>
    /// Takes the head, which locks out every other writer of entries until this transaction ends, then numbers and hashes. Done again after a
    /// failed save, it numbers the same entries anew.
    /// </summary>
    public static async Task AppendPendingAsync(DefectionDbContext database, CancellationToken cancellation)
    {
        var pending = Pending(database);
        if (pending.Count == 0)
        {
            return;
        }

        var head = await TakeHeadAsync(database, pending.Count, cancellation);
        var sequence = head.Sequence - pending.Count;
        var hash = head.Hash;
        foreach (var source in database.ChangeTracker.Entries<AuditSource>().Where(entry => entry.State == EntityState.Added).ToList())
        {
            source.State = EntityState.Detached;
        }

        foreach (var entry in pending)
        {
            database.Entry(entry).State = EntityState.Detached;
            entry.Link(++sequence, hash);
            hash = entry.Hash;
            database.Add(entry);
            if (entry.Source is { } address)
            {
                database.Add(new AuditSource { Sequence = sequence, At = entry.At, Address = address });
            }
        }

        await database.Set<AuditHead>().ExecuteUpdateAsync(change => change.SetProperty(row => row.Hash, hash), cancellation);
    }

    private static async Task<AuditHead> TakeHeadAsync(DefectionDbContext database, int entries, CancellationToken cancellation)
    {
        var taken = await database.Set<AuditHead>().ExecuteUpdateAsync(
            change => change.SetProperty(head => head.Sequence, head => head.Sequence + entries), cancellation);
        return taken == 1
            ? await database.Set<AuditHead>().AsNoTracking().SingleAsync(cancellation)
            : throw new InvalidOperationException("The audit trail has lost its head: nothing can be recorded, so nothing is done.");
    }

    /// <summary>Entries not yet saved, in the order in which they were recorded: numbered ones first, then −1, −2 and so on.</summary>
    private static List<AuditEntry> Pending(DefectionDbContext database) => database.ChangeTracker.Entries<AuditEntry>()
        .Where(entry => entry.State == EntityState.Added)
        .Select(entry => entry.Entity)
        .OrderBy(entry => entry.Sequence > 0 ? entry.Sequence : long.MaxValue / 2 - entry.Sequence)
        .ToList();
}
