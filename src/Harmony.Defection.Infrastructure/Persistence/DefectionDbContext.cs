using System.Data.Common;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>
/// The one database, whichever engine holds it. Every change goes through <see cref="SaveChangesAsync(bool, CancellationToken)"/> or
/// <see cref="WriteAsync{T}"/>: there writers take their turn, versions are raised, and the audit trail is written with the deed.
/// </summary>
public abstract class DefectionDbContext(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    private int turns;

    /// <summary>Whether this context has its turn to write.</summary>
    internal bool IsWriting => turns > 0 || Database.CurrentTransaction is not null;

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    /// <summary>
    /// Saves everything that is pending, and the audit entries of it, in one transaction.
    /// </summary>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed a row in the meantime.</exception>
    /// <exception cref="DuplicateRowException">A row that must be unique is there already.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Versions.Raise(ChangeTracker);
        try
        {
            using var turn = await TakeTurnAsync(cancellationToken);
            if (Database.CurrentTransaction is not null)
            {
                return await SaveWithTrailAsync(acceptAllChangesOnSuccess, cancellationToken);
            }

            if (!AuditChain.IsPending(this))
            {
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            }

            var saved = await Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
                var rows = await SaveWithTrailAsync(acceptAllChangesOnSuccess: false, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return rows;
            });
            if (acceptAllChangesOnSuccess)
            {
                ChangeTracker.AcceptAllChanges();
            }

            return saved;
        }
        catch (Exception failure) when (IsConflict(failure) || DuplicateOf(failure) is not null)
        {
            throw Translate(failure);
        }
    }

    /// <summary>Not offered: a writer may have to wait for its turn, and no thread should be held for that.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    /// <summary>
    /// Does several writes, bulk updates among them, in one transaction, and saves what is pending at its end. The change tracker is emptied
    /// first, because the work may be done again after a lost connection: whatever it changes it must load itself. Inside another
    /// such call it joins that one's transaction.
    /// </summary>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed a row in the meantime.</exception>
    /// <exception cref="DuplicateRowException">A row that must be unique is there already.</exception>
    /// <exception cref="InvalidOperationException">Changes were pending before the call.</exception>
    public async Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Database.CurrentTransaction is not null)
        {
            return await work();
        }

        if (ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("Changes are pending: save them first, or make them inside the work.");
        }

        try
        {
            using var turn = await TakeTurnAsync(cancellation);
            return await Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                ChangeTracker.Clear();
                await using var transaction = await Database.BeginTransactionAsync(cancellation);
                var result = await work();
                await SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
                return result;
            });
        }
        catch (Exception failure) when (IsConflict(failure) || DuplicateOf(failure) is not null)
        {
            throw Translate(failure);
        }
    }

    /// <summary>Does several writes in one transaction (see the other form).</summary>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed a row in the meantime.</exception>
    /// <exception cref="DuplicateRowException">A row that must be unique is there already.</exception>
    /// <exception cref="InvalidOperationException">Changes were pending before the call.</exception>
    public Task WriteAsync(Func<Task> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        return WriteAsync(
            async () =>
            {
                await work();
                return true;
            },
            cancellation);
    }

    /// <summary>
    /// Holds the next save to the version a person saw: if somebody saved since, it is refused.
    /// </summary>
    public void ExpectVersion(IVersioned row, int version) => Entry(row).Property(nameof(IVersioned.Version)).OriginalValue = version;

    /// <summary>Brings the schema up to date, alone among the processes that may try.</summary>
    public virtual Task MigrateAsync(CancellationToken cancellation = default) => Database.MigrateAsync(cancellation);

    /// <summary>What the engine finds wrong with the database, in one line; null if it is sound.</summary>
    public virtual Task<string?> FindDamageAsync(CancellationToken cancellation = default) => Task.FromResult<string?>(null);

    /// <summary>The queue in which this process' writers wait; none where the engine itself has many at once.</summary>
    protected virtual WriteQueue? Queue => null;

    /// <summary>The columns or index that refused a row as a duplicate, as the engine names them; null for every other failure.</summary>
    protected abstract string? DuplicateIn(DbException failure);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DefectionDbContext).Assembly);
        Conventions.Finish(builder);
    }

    private async Task<int> SaveWithTrailAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellation)
    {
        await AuditChain.AppendPendingAsync(this, cancellation);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellation);
    }

    private async Task<IDisposable> TakeTurnAsync(CancellationToken cancellation)
    {
        var turn = IsWriting || Queue is null ? null : await Queue.EnterAsync(cancellation);
        turns++;
        return new Held(this, turn);
    }

    private Exception Translate(Exception failure) => IsConflict(failure)
        ? new ConcurrencyConflictException(failure)
        : new DuplicateRowException(DuplicateOf(failure) ?? string.Empty, failure);

    private static bool IsConflict(Exception failure) => failure is DbUpdateConcurrencyException;

    private string? DuplicateOf(Exception failure) => (failure as DbException ?? (failure as DbUpdateException)?.InnerException as DbException) is { } cause
        ? DuplicateIn(cause)
        : null;

    private sealed class Held(DefectionDbContext context, IDisposable? turn) : IDisposable
    {
        public void Dispose()
        {
            context.turns--;
            turn?.Dispose();
        }
    }
}
