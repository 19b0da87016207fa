using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>Names of people with accounts, for pages of casework.</summary>
public sealed class StaffNames(DefectionDbContext context, IVault vault)
{
    /// <summary>The names of these people, in one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IEnumerable<Guid?> people, CancellationToken cancellation = default)
    {
        var ids = people.OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        var rows = await context.Users.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => vault.Open<Person>(r.Id, nameof(Person.Name), r.Name));
    }
}

/// <summary>How people are called on a page.</summary>
public static class StaffNamesWords
{
    /// <summary>A person's name, or "you" for the reader.</summary>
    public static string Say(this IReadOnlyDictionary<Guid, string> names, Guid? person, Guid reader) =>
        person is not { } id ? "Nobody yet" : id == reader ? "You" : names.GetValueOrDefault(id, "Somebody who has left");
}
