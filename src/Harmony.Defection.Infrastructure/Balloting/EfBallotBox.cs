using System.Security.Cryptography;
using System.Text;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Balloting;

/// <summary>
/// The box in the database. Mark and row go in one transaction; neither holds a time or an order; a row's key says nothing without the
/// receipt, and its content nothing without the ballot's sealing key.
/// </summary>
internal sealed class EfBallotBox(DefectionDbContext context, BallotKeys keys, TimeProvider clock) : IBallotBox
{
    // Tracker, a space and up to eight scores, so that every sealed ballot has one length.
    private const int ContentBytes = 80;

    /// <inheritdoc />
    public void Open(Guid ballot, IReadOnlyCollection<Guid> roll)
    {
        keys.Make(ballot);
        context.AddRange(roll.Select(person => RollEntry.For(ballot, person)));
    }

    /// <inheritdoc />
    public Task<CastResult> CastAsync(
        Guid ballot, Guid person, string receipt, IReadOnlyList<int?> scores, CancellationToken cancellation = default) =>
        context.WriteAsync(
            async () =>
            {
                await RequireOpenAsync(ballot, cancellation);
                var key = Hash("row", ballot, person, receipt);
                var content = $"{TrackerOf(ballot, receipt)} {BallotResult.WriteScores(scores)}";
                var row = await context.Set<SealedBallot>().AsNoTracking()
                    .SingleOrDefaultAsync(b => b.BallotId == ballot && b.Key == key, cancellation);
                var marked = await context.Set<RollEntry>().Where(r => r.BallotId == ballot && r.PersonId == person && !r.HasVoted)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.HasVoted, true), cancellation);
                if (marked == 1)
                {
                    if (row is not null)
                    {
                        throw new InvalidOperationException($"Ballot {ballot} holds a row of a Member who is not marked as having voted.");
                    }

                    context.Add(SealedBallot.Of(key, ballot, Seal(ballot, key, content)));
                    return CastResult.Cast;
                }

                if (row is null)
                {
                    var onRoll = await context.Set<RollEntry>().AnyAsync(r => r.BallotId == ballot && r.PersonId == person, cancellation);
                    return onRoll ? CastResult.ReceiptNeeded : CastResult.NotOnRoll;
                }

                if (Unseal(row) == content)
                {
                    return CastResult.Cast;
                }

                var resealed = Seal(ballot, key, content);
                await context.Set<SealedBallot>().Where(b => b.BallotId == ballot && b.Key == key)
                    .ExecuteUpdateAsync(set => set.SetProperty(b => b.Content, resealed), cancellation);
                return CastResult.Replaced;
            },
            cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<PublishedBallot>> CloseAsync(Guid ballot, CancellationToken cancellation = default)
    {
        await LockAsync(ballot, cancellation);
        var rows = await context.Set<SealedBallot>().Where(b => b.BallotId == ballot).ToListAsync(cancellation);
        var published = rows.Select(Unseal)
            .Select(content => content.Split(' '))
            .OrderBy(parts => parts[0], StringComparer.Ordinal)
            .Select(parts => PublishedBallot.Of(ballot, parts[0], parts[1]))
            .ToList();
        context.RemoveRange(rows);
        context.AddRange(published);
        return published;
    }

    /// <inheritdoc />
    public Task<PublishedBallot?> FindAsync(Guid ballot, string receipt, CancellationToken cancellation = default)
    {
        var tracker = TrackerOf(ballot, receipt);
        return context.Set<PublishedBallot>().AsNoTracking().SingleOrDefaultAsync(b => b.BallotId == ballot && b.Tracker == tracker, cancellation);
    }

    /// <inheritdoc />
    public async Task VoidAsync(Guid ballot, CancellationToken cancellation = default)
    {
        await LockAsync(ballot, cancellation);
        context.RemoveRange(await context.Set<SealedBallot>().Where(b => b.BallotId == ballot).ToListAsync(cancellation));
    }

    /// <inheritdoc />
    public async Task DestroyKeysAsync(CancellationToken cancellation = default)
    {
        var held = keys.All();
        if (held.Count == 0)
        {
            return;
        }

        var over = await context.Set<Ballot>().Where(b => held.Contains(b.Id) && b.Outcome != BallotOutcome.None).Select(b => b.Id)
            .ToListAsync(cancellation);
        over.ForEach(keys.Destroy);
    }

    /// <summary>The published name of the ballot that a receipt stands for.</summary>
    internal static string TrackerOf(Guid ballot, string receipt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"tracker|{ballot:N}|{receipt}")));

    private static string Hash(string kind, Guid ballot, Guid person, string receipt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{ballot:N}|{person:N}|{receipt}")));

    /// <summary>
    /// Asks whether the ballot is open and holds its row for this transaction, so that casting and closing cannot both go through (CO3).
    /// </summary>
    private async Task RequireOpenAsync(Guid ballot, CancellationToken cancellation)
    {
        var now = clock.Now();
        var open = await context.Set<Ballot>().Where(b => b.Id == ballot && b.Outcome == BallotOutcome.None && b.ClosesAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.RollSize, b => b.RollSize), cancellation);
        if (open == 0)
        {
            throw new Domain.Applications.ProcessRuleException("The ballot is closed.");
        }
    }

    private Task LockAsync(Guid ballot, CancellationToken cancellation) =>
        context.Set<Ballot>().Where(b => b.Id == ballot)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.RollSize, b => b.RollSize), cancellation);

    private string Seal(Guid ballot, string rowKey, string content)
    {
        var plain = Encoding.ASCII.GetBytes(content.PadRight(ContentBytes));
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var cipher = new byte[plain.Length];
        var tag = new byte[AesGcm.TagByteSizes.MaxSize];
        using var aes = new AesGcm(keys.Read(ballot), tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag, Encoding.ASCII.GetBytes(rowKey));
        return Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
    }

    private string Unseal(SealedBallot row)
    {
        var bytes = Convert.FromBase64String(row.Content).AsSpan();
        var nonce = bytes[..AesGcm.NonceByteSizes.MaxSize];
        var tag = bytes.Slice(nonce.Length, AesGcm.TagByteSizes.MaxSize);
        var cipher = bytes[(nonce.Length + tag.Length)..];
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(keys.Read(row.BallotId), tag.Length);
        aes.Decrypt(nonce, cipher, tag, plain, Encoding.ASCII.GetBytes(row.Key));
        return Encoding.ASCII.GetString(plain).TrimEnd();
    }
}
