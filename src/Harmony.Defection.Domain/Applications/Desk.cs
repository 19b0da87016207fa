using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Applications;

/// <summary>
/// How a deed is done to an application: load it, let the clock do first what is due, act, and save once. Every stage's service works here.
/// </summary>
public sealed class Desk(IApplications applications, Clockwork clockwork, TimeProvider clock)
{
    /// <summary>Does a deed.</summary>
    /// <param name="id">The application.</param>
    /// <param name="by">The person; the application's own id for the applicant.</param>
    /// <param name="role">In what role they act.</param>
    /// <param name="deed">The deed, with whatever else belongs into the same save.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>The application after it.</returns>
    /// <exception cref="ApplicationNotFoundException">There is no such application.</exception>
    /// <exception cref="ProcessRuleException">A rule refuses it; nothing was saved.</exception>
    /// <exception cref="Storage.ConcurrencyConflictException">Somebody else changed the application meanwhile; nothing was saved.</exception>
    public async Task<DefectionApplication> ActAsync(
        Guid id, Guid by, Role role, Func<DefectionApplication, Act, Task> deed, CancellationToken cancellation = default)
    {
        var application = await applications.DoAsync(
            async () =>
            {
                var found = await applications.FindAsync(id, cancellation) ?? throw new ApplicationNotFoundException(id);
                var act = new Act(by, role, clock.Now());
                await clockwork.SettleAsync(found, act.At, cancellation);
                await deed(found, act);
                return found;
            },
            cancellation);
        await clockwork.AfterSaveAsync(application, cancellation);
        return application;
    }

    /// <summary>Does a deed that needs no more than the aggregate.</summary>
    /// <exception cref="ApplicationNotFoundException">There is no such application.</exception>
    /// <exception cref="ProcessRuleException">A rule refuses it; nothing was saved.</exception>
    /// <exception cref="Storage.ConcurrencyConflictException">Somebody else changed the application meanwhile; nothing was saved.</exception>
    public Task<DefectionApplication> ActAsync(
        Guid id, Guid by, Role role, Action<DefectionApplication, Act> deed, CancellationToken cancellation = default) =>
        ActAsync(
            id,
            by,
            role,
            (application, act) =>
            {
                deed(application, act);
                return Task.CompletedTask;
            },
            cancellation);
}

/// <summary>There is no such application, or none that the person may know of: the two look alike.</summary>
public sealed class ApplicationNotFoundException(Guid id) : Exception($"There is no application {id}.");
