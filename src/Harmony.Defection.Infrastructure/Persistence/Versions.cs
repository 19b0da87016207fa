using Harmony.Defection.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>
/// Raises the version of every <see cref="IVersioned"/> row that changed. A row belongs to a versioned one if that one has a navigation to it
/// (an aggregate's list, or an owned value), so that a new history entry raises its application's version too.
/// </summary>
internal static class Versions
{
    public static void Raise(ChangeTracker tracker)
    {
        tracker.DetectChanges();
        var entries = tracker.Entries().ToList();
        var roots = new HashSet<EntityEntry>();
        foreach (var entry in entries.Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            Climb(entry, entries, roots);
        }

        foreach (var root in roots)
        {
            Raise(root);
        }
    }

    private static void Climb(EntityEntry entry, List<EntityEntry> entries, HashSet<EntityEntry> roots)
    {
        if (entry.Entity is IVersioned && roots.All(known => known.Entity != entry.Entity))
        {
            roots.Add(entry);
        }

        foreach (var link in entry.Metadata.GetForeignKeys().Where(link => link.PrincipalToDependent is not null))
        {
            if (OwnerOf(entry, link, entries) is { } owner && owner.Entity != entry.Entity)
            {
                Climb(owner, entries, roots);
            }
        }
    }

    private static EntityEntry? OwnerOf(EntityEntry entry, IForeignKey link, List<EntityEntry> entries)
    {
        var values = link.Properties.Select(property => ValueOf(entry, property)).ToList();
        return entries.Find(candidate => link.PrincipalEntityType.IsAssignableFrom(candidate.Metadata)
            && link.PrincipalKey.Properties.Select(property => candidate.Property(property).CurrentValue).SequenceEqual(values));
    }

    private static object? ValueOf(EntityEntry entry, IProperty property) =>
        entry.State == EntityState.Added ? entry.Property(property).CurrentValue : entry.Property(property).OriginalValue;

    private static void Raise(EntityEntry root)
    {
        var version = root.Property(nameof(IVersioned.Version));
        switch (root.State)
        {
            case EntityState.Added:
                version.CurrentValue = 1;
                break;
            case EntityState.Modified or EntityState.Unchanged:
                version.CurrentValue = (int)version.OriginalValue! + 1;
                break;
        }
    }
}
