using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>
/// The kinds of office that a form offers (F1), in the reader's language: those in use and, while an answer is changed, the one it names, in
/// the words it had.
/// </summary>
public sealed class OfficeKindList(DefectionDbContext context)
{
    private List<OfficeKind>? kinds;

    /// <summary>The kinds to choose from, by level.</summary>
    /// <param name="held">Kinds that answers name already.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(IReadOnlyCollection<ChosenKind> held, CancellationToken cancellation = default) =>
    [
        .. (await LoadAsync(cancellation)).Where(k => k.RetiredAt is null || held.Any(h => h.Id == k.Id))
            .OrderBy(k => k.Level).ThenBy(k => k.IsNamedByApplicant).ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => new Choice(k.Id.ToString(), (k.RetiredAt is null ? k.AsChosen() : held.First(h => h.Id == k.Id)).Say(), Group: k.Level.Say())),
    ];

    /// <summary>The kind of an id that may be chosen; nothing where there is none.</summary>
    /// <param name="id">What was sent.</param>
    /// <param name="held">Kinds that answers name already.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<ChosenKind?> FindAsync(Guid? id, IReadOnlyCollection<ChosenKind> held, CancellationToken cancellation = default) =>
        (await LoadAsync(cancellation)).Find(k => k.Id == id) switch
        {
            { RetiredAt: null } kind => kind.AsChosen(),
            _ => held.FirstOrDefault(h => h.Id == id),
        };

    private async Task<List<OfficeKind>> LoadAsync(CancellationToken cancellation) =>
        kinds ??= await context.Set<OfficeKind>().AsNoTracking().ToListAsync(cancellation);
}
