using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>What holds for every entity, so that mappings say only what is special about theirs.</summary>
internal static class Conventions
{
    /// <summary>Room for the longest name of an enum's value.</summary>
    public const int EnumLength = 60;

    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTime>().HaveConversion<UtcConverter>().HavePrecision(3);
        builder.Properties<Sealed>().HaveConversion<SealedConverter>().AreUnicode(false);
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength).AreUnicode(false);
    }

    /// <summary>
    /// Runs after the mappings. Ids of type Guid are made in code: without this, a child added to a loaded aggregate would be taken for
    /// one already stored, since its key is set.
    /// </summary>
    public static void Finish(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            foreach (var key in entity.FindPrimaryKey()?.Properties.Where(property => property.ClrType == typeof(Guid)) ?? [])
            {
                key.ValueGenerated = ValueGenerated.Never;
            }

            // No row goes because another one goes, unless a mapping says so or the row is owned.
            foreach (var link in entity.GetForeignKeys().Where(link => !link.IsOwnership && !IsExplicit(link)))
            {
                link.DeleteBehavior = DeleteBehavior.Restrict;
            }

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType) && entity.FindProperty(nameof(IVersioned.Version)) is { } version)
            {
                version.IsConcurrencyToken = true;
            }
        }
    }

    private static bool IsExplicit(IMutableForeignKey link) =>
        ((IConventionForeignKey)link).GetDeleteBehaviorConfigurationSource() == ConfigurationSource.Explicit;

    /// <summary>Stores instants in UTC, to the millisecond on both engines, and reads them back as UTC.</summary>
    internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => ToStored(value),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
    {
        private static DateTime ToStored(DateTime value)
        {
            var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc);
            return new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        }
    }

    /// <summary>Wraps and unwraps ciphertext. It opens nothing: only the vault does.</summary>
    internal sealed class SealedConverter() : ValueConverter<Sealed, string>(value => value.Cipher, cipher => new Sealed(cipher));
}
