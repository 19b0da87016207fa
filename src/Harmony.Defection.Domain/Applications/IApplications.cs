using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Domain.Applications;

/// <summary>Where applications are kept. One save ends one deed.</summary>
public interface IApplications
{
    /// <summary>An application whole, for a change; nothing where there is none.</summary>
    Task<DefectionApplication?> FindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>The original of its form.</summary>
    Task<ApplicationForm?> FindFormAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>The reference of a stored application, read afresh; nothing where there is none.</summary>
    Task<string?> ReferenceOfAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Applications for which the clock has something to do, the longest due first.</summary>
    /// <param name="now">The present moment, in UTC.</param>
    /// <param name="skip">How many of the first to leave out.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellation">Stops the query.</param>
    Task<IReadOnlyList<Guid>> DueAsync(DateTime now, int skip, int most, CancellationToken cancellation = default);

    /// <summary>Adds rows to the unit of work.</summary>
    void Add(object row);

    /// <summary>Saves the unit of work, whole or not at all.</summary>
    /// <exception cref="Storage.ConcurrencyConflictException">Somebody else saved the same thing meanwhile.</exception>
    /// <exception cref="Storage.DuplicateRowException">A row that must be unique is there already.</exception>
    Task SaveAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Does a deed in one transaction, alone among writers where the database has one writer, and saves it at its end. The deed loads what
    /// it changes itself, since it may be done anew after a lost connection.
    /// </summary>
    /// <exception cref="Storage.ConcurrencyConflictException">Somebody else saved the same thing meanwhile.</exception>
    /// <exception cref="Storage.DuplicateRowException">A row that must be unique is there already.</exception>
    Task<T> DoAsync<T>(Func<Task<T>> deed, CancellationToken cancellation = default);
}
