using System.Linq.Expressions;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>Letters wait as rows, written by the save of the deed that causes them.</summary>
internal sealed class EfOutbox(DefectionDbContext context, LetterRenderer renderer, OutboxSignal signal, IVault vault, TimeProvider clock) : IOutbox
{
    private int position;
    private bool listens;

    /// <inheritdoc />
    public Task AddAsync(Letter letter, CancellationToken cancellation = default) => AddAsync([letter], cancellation);

    /// <inheritdoc />
    public async Task AddAsync(IReadOnlyCollection<Letter> letters, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var rows = letters.Select(letter => OutboxMessage.Queue(letter, renderer.Render(letter), position++, now, vault)).ToList();
        var keys = rows.Select(row => row.Supersedes).OfType<string>().Distinct().ToList();
        if (keys.Count > 0)
        {
            await CancelStoredAsync(row => keys.Contains(row.Supersedes!), cancellation);
        }

        context.AddRange(rows);
        Listen();
    }

    /// <inheritdoc />
    public Task CancelAsync(string supersedes, CancellationToken cancellation = default)
    {
        Forget(row => row.Supersedes == supersedes);
        return CancelStoredAsync(row => row.Supersedes == supersedes, cancellation);
    }

    /// <inheritdoc />
    public Task CancelAboutAsync(Guid about, CancellationToken cancellation = default)
    {
        Forget(row => row.AboutId == about);
        return CancelStoredAsync(row => row.AboutId == about, cancellation);
    }

    private async Task CancelStoredAsync(
        Expression<Func<OutboxMessage, bool>> which, CancellationToken cancellation)
    {
        var now = clock.Now();
        var rows = await context.Set<OutboxMessage>().Where(row => row.DueAt != null || row.GivenUpAt != null).Where(which)
            .ToListAsync(cancellation);
        rows.ForEach(row => row.Cancel(now));
    }

    /// <summary>Takes letters out of the present unit of work that was going to add them.</summary>
    private void Forget(Func<OutboxMessage, bool> which)
    {
        foreach (var added in context.ChangeTracker.Entries<OutboxMessage>().Where(e => e.State == EntityState.Added && which(e.Entity)).ToList())
        {
            added.State = EntityState.Detached;
        }
    }

    private void Listen()
    {
        if (!listens)
        {
            listens = true;
            context.SavedChanges += (_, _) => signal.Raise();
        }
    }
}
