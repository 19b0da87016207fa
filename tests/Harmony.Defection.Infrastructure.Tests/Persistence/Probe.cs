using System.Data.Common;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Persistence.Sqlite;
using Harmony.Defection.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

/// <summary>A small aggregate, so that what holds for every entity can be shown without any of the product's.</summary>
internal sealed class Tree : IVersioned
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public int Version { get; private set; }

    public string Name { get; set; } = string.Empty;

    public Bark Bark { get; set; } = new();

    public List<Branch> Branches { get; } = [];
}

internal sealed class Bark
{
    public string Colour { get; set; } = "grey";
}

internal sealed class Branch
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public int Length { get; set; }

    public List<Leaf> Leaves { get; } = [];
}

internal sealed class Leaf
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public bool IsGreen { get; set; }
}

/// <summary>A row that must not tell when it came.</summary>
internal sealed class Seed
{
    public string Key { get; init; } = string.Empty;

    public int Weight { get; init; }
}

/// <summary>The product's context with the entities above.</summary>
internal sealed class ProbeContext(DbContextOptions<ProbeContext> options) : DefectionDbContext(options)
{
    public static ProbeContext OnSqlite(string connectionString)
    {
        var options = new DbContextOptionsBuilder<ProbeContext>();
        SqliteDefectionDbContext.Configure(options, connectionString);
        return new ProbeContext(options.Options);
    }

    public static ProbeContext OnSqlServer()
    {
        var options = new DbContextOptionsBuilder<ProbeContext>();
        SqlServerDefectionDbContext.Configure(options, "Server=none;Encrypt=True");
        return new ProbeContext(options.Options);
    }

    protected override string? DuplicateIn(DbException failure) => null;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.Entity<Tree>(tree =>
        {
            tree.Property(row => row.Name).HasMaxLength(20);
            tree.OwnsOne(row => row.Bark, bark => bark.Property(row => row.Colour).HasMaxLength(20));
            tree.HasMany(row => row.Branches).WithOne().OnDelete(DeleteBehavior.ClientCascade);
        });
        builder.Entity<Branch>().HasMany(row => row.Leaves).WithOne().OnDelete(DeleteBehavior.ClientCascade);
        builder.Entity<Seed>(seed =>
        {
            seed.ToTableWithoutRowOrder("Seeds");
            seed.HasKey(row => row.Key);
            seed.Property(row => row.Key).HasMaxLength(20);
        });
        base.OnModelCreating(builder);
    }
}
