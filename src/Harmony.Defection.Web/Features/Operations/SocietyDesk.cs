using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Founding Societies, and the settings their Members made (F13, rules 3 and 14, Roles).</summary>
public sealed class SocietyDesk(DefectionDbContext context, IAuditTrail audit)
{
    /// <summary>Founds a Society.</summary>
    /// <exception cref="ProcessRuleException">The name is taken, the larger Society does not fit, or there is a Society for Elections already.</exception>
    public async Task<Guid> FoundAsync(string name, SocietyKind kind, Guid? parent, Guid by, CancellationToken cancellation = default)
    {
        try
        {
            return await context.WriteAsync(
                async () =>
                {
                    var all = await context.Set<Society>().AsNoTracking().ToListAsync(cancellation);
                    if (WhyNot(kind, all.Find(s => s.Id == parent), parent is not null, all) is { } refusal)
                    {
                        throw new ProcessRuleException(refusal);
                    }

                    var society = Society.Found(name.Trim(), kind, parent);
                    context.Add(society);
                    Record("society.founded", society.Id, by, nameof(Society.Name), nameof(Society.Kind), nameof(Society.ParentId));
                    return society.Id;
                },
                cancellation);
        }
        catch (DuplicateRowException)
        {
            throw new ProcessRuleException("There is a Society of that name already.");
        }
    }

    /// <summary>Changes a Society's settings.</summary>
    /// <param name="id">The Society.</param>
    /// <param name="version">The version that was shown; an older one is refused.</param>
    /// <param name="set">Sets what the Society asks for and allows.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed them meanwhile.</exception>
    public Task SetAsync(Guid id, int version, Action<Society> set, Guid by, CancellationToken cancellation = default) =>
        context.WriteAsync(
            async () =>
            {
                var society = await context.Set<Society>().SingleAsync(s => s.Id == id, cancellation);
                context.ExpectVersion(society, version);
                set(society);
                var changed = context.Entry(society).Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name)
                    .Where(n => n != nameof(Society.Version)).ToArray();
                if (changed.Length > 0)
                {
                    Record("society.changed", id, by, changed);
                }
            },
            cancellation);

    private static string? WhyNot(SocietyKind kind, Society? parent, bool hasParent, List<Society> all) => (kind, parent?.Kind) switch
    {
        _ when hasParent && parent is null => "The larger Society is not there any more.",
        (SocietyKind.Elections, _) when all.Exists(s => s.Kind == SocietyKind.Elections) => "There is a Society for Elections already.",
        (SocietyKind.Elections or SocietyKind.Regional, not null) => "A Society of this kind lies within no other.",
        (SocietyKind.Constituency, SocietyKind.City or SocietyKind.Regional or null) => null,
        (SocietyKind.City, SocietyKind.Regional or null) => null,
        (SocietyKind.Elections or SocietyKind.Regional, null) => null,
        _ => "The Society around it must be a larger one.",
    };

    private void Record(string action, Guid society, Guid by, params string[] fields) =>
        audit.Record(new AuditDeed(action, nameof(Society), society) { ActorId = by, Role = nameof(Role.Operations), Fields = fields });
}
