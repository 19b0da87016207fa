using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Privacy.Audit;

/// <summary>What is wrong at one place of the trail.</summary>
/// <param name="Sequence">The place.</param>
/// <param name="Sentence">What is wrong there, for the operator.</param>
public sealed record AuditFault(long Sequence, string Sentence);

/// <summary>What checking the trail found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="HeadSequence">The place at which the chain ends.</param>
/// <param name="HeadHash">The hash at which it ends; copied off the machine daily, it proves later that nothing before was rewritten.</param>
/// <param name="Faults">Everything found wrong, at most a hundred.</param>
public sealed record AuditVerdict(long Entries, long HeadSequence, string HeadHash, IReadOnlyList<AuditFault> Faults)
{
    /// <summary>Whether the chain is whole.</summary>
    public bool IsWhole => Faults.Count == 0;
}

/// <summary>A head of the chain noted earlier, away from the machine.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditNote(long Sequence, string Hash);

/// <summary>Reads the whole trail and checks every link of it (AT2).</summary>
public sealed class AuditVerifier(DefectionDbContext database)
{
    private const int MostFaults = 100;

    /// <summary>
    /// Checks the chain from its beginning to its head, and against heads noted earlier. People may go on working meanwhile: what they add
    /// after the start is left for the next time.
    /// </summary>
    public async Task<AuditVerdict> VerifyAsync(IReadOnlyList<AuditNote>? notes = null, CancellationToken cancellation = default)
    {
        var faults = new List<AuditFault>();
        var heads = await Heads().ToListAsync(cancellation);
        var end = heads is [var head] ? head : new AuditHead();
        if (heads.Count != 1)
        {
            Report(faults, new AuditFault(0, "the chain has lost its head"));
        }

        var last = new AuditNote(0, AuditHash.Beginning);
        long count = 0;
        var missing = (notes ?? []).ToDictionary(note => note.Sequence, note => note.Hash);
        await foreach (var entry in Entries().Where(row => row.Sequence <= end.Sequence).OrderBy(row => row.Sequence)
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            count++;
            Report(faults, Check(entry, last));
            if (missing.Remove(entry.Sequence, out var noted) && noted != entry.Hash)
            {
                Report(faults, new AuditFault(entry.Sequence, "the entry is not the one whose hash was noted earlier"));
            }

            last = new AuditNote(entry.Sequence, entry.Hash);
        }

        foreach (var note in missing.Keys)
        {
            Report(faults, new AuditFault(note, "an entry whose hash was noted earlier is gone"));
        }

        if (end.Sequence != last.Sequence || end.Hash != last.Hash)
        {
            Report(faults, new AuditFault(last.Sequence, "the chain does not end where its head says"));
        }

        Report(faults, await FindBeyondAsync(cancellation));
        return new AuditVerdict(count, last.Sequence, last.Hash, faults);
    }

    /// <summary>Entries are looked at before the head, so that one added in between is never taken for a stray.</summary>
    private async Task<AuditFault?> FindBeyondAsync(CancellationToken cancellation)
    {
        var furthest = await Entries().MaxAsync(entry => (long?)entry.Sequence, cancellation) ?? 0;
        var end = await Heads().MaxAsync(head => (long?)head.Sequence, cancellation) ?? 0;
        return furthest > end ? new AuditFault(furthest, "an entry stands after the end of the chain") : null;
    }

    private IQueryable<AuditEntry> Entries() => database.Set<AuditEntry>().AsNoTracking();

    private IQueryable<AuditHead> Heads() => database.Set<AuditHead>().AsNoTracking();

    private static AuditFault? Check(AuditEntry entry, AuditNote last)
    {
        if (entry.Sequence != last.Sequence + 1)
        {
            return new AuditFault(entry.Sequence, $"entries are missing before it, after {last.Sequence}");
        }

        if (entry.PreviousHash != last.Hash)
        {
            return new AuditFault(entry.Sequence, "it does not follow from the entry before it");
        }

        return entry.Hash == AuditHash.Of(entry) ? null : new AuditFault(entry.Sequence, "it was changed after it was written");
    }

    private static void Report(List<AuditFault> faults, AuditFault? fault)
    {
        if (fault is not null && faults.Count < MostFaults)
        {
            faults.Add(fault);
        }
    }
}
