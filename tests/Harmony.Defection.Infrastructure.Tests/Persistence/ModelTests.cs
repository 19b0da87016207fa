using System.Data.Common;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Persistence.Sqlite;
using Harmony.Defection.Testing.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

/// <summary>The rules for the whole model, on both engines; and each rule shown to find what breaks it.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void Every_text_has_a_length_or_is_declared_unbounded(DatabaseProvider provider) =>
        Assert.Empty(ModelRules.TextsWithoutLength(ModelOf(provider)));

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void No_index_or_key_has_an_unbounded_column(DatabaseProvider provider) =>
        Assert.Empty(ModelRules.UnboundedInIndexOrKey(ModelOf(provider)));

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void Every_sealed_column_belongs_to_a_sealed_row(DatabaseProvider provider) =>
        Assert.Empty(ModelRules.SealedOutsideSealedRow(ModelOf(provider)));

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void No_table_is_reached_by_two_cascades(DatabaseProvider provider) =>
        Assert.Empty(ModelRules.TablesReachedByTwoCascades(ModelOf(provider)));

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void No_column_is_of_a_type_that_one_engine_cannot_compare(DatabaseProvider provider) =>
        Assert.Empty(ModelRules.ValuesThatSqliteCannotCompare(ModelOf(provider)));

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void Every_id_is_made_in_code(DatabaseProvider provider) => Assert.Empty(ModelRules.GeneratedIds(ModelOf(provider)));

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void Every_name_of_an_enum_fits_its_column(DatabaseProvider provider) => Assert.Empty(ModelRules.EnumsTooLong(ModelOf(provider)));

    [Fact]
    public void The_rules_find_what_breaks_them()
    {
        var options = new DbContextOptionsBuilder<BadContext>();
        SqliteDefectionDbContext.Configure(options, "Data Source=never-opened.db");
        using var context = new BadContext(options.Options);
        var model = context.GetService<IDesignTimeModel>().Model;

        Assert.Equal(["Bad.Long"], ModelRules.TextsWithoutLength(model));
        Assert.Equal(["Bad.Long"], ModelRules.UnboundedInIndexOrKey(model));
        Assert.Equal(["Bad.Secret"], ModelRules.SealedOutsideSealedRow(model));
        Assert.Equal(["Bad.Share"], ModelRules.ValuesThatSqliteCannotCompare(model));
        Assert.Equal(["Bad.Id"], ModelRules.GeneratedIds(model));
        Assert.Equal(["Bad.Word"], ModelRules.EnumsTooLong(model));
        Assert.Contains("Bad → BadGrandchild", ModelRules.TablesReachedByTwoCascades(model));
    }

    private static IModel ModelOf(DatabaseProvider provider)
    {
        using var context = TestDatabase.NewContext(
            provider, provider == DatabaseProvider.Sqlite ? "Data Source=never-opened.db" : "Server=none;Encrypt=True");
        return context.GetService<IDesignTimeModel>().Model;
    }

    private enum LongWord
    {
        AWordThatIsLongerThanTheColumnInWhichItIsToBeStoredAndThenSomeMore,
    }

    private sealed class Bad
    {
        public Guid Id { get; init; }

        public string Long { get; init; } = string.Empty;

        public Sealed Secret { get; init; }

        public decimal Share { get; init; }

        public LongWord Word { get; init; }
    }

    private sealed class BadChild
    {
        public Guid Id { get; init; }

        public Bad? Parent { get; init; }
    }

    private sealed class BadGrandchild
    {
        public Guid Id { get; init; }

        public BadChild? Parent { get; init; }

        public Bad? Grandparent { get; init; }
    }

    private sealed class BadContext(DbContextOptions<BadContext> options) : DefectionDbContext(options)
    {
        protected override string? DuplicateIn(DbException failure) => null;

        protected override void OnModelCreating(ModelBuilder builder)
        {
            base.OnModelCreating(builder);
            builder.Entity<Bad>(bad =>
            {
                bad.HasIndex(row => row.Long);
                bad.Property(row => row.Id).ValueGeneratedOnAdd();
            });
            builder.Entity<BadChild>().HasOne(row => row.Parent).WithMany().OnDelete(DeleteBehavior.Cascade);
            builder.Entity<BadChild>().Property(row => row.Id).ValueGeneratedNever();
            builder.Entity<BadGrandchild>().HasOne(row => row.Parent).WithMany().OnDelete(DeleteBehavior.Cascade);
            builder.Entity<BadGrandchild>().HasOne(row => row.Grandparent).WithMany().OnDelete(DeleteBehavior.Cascade);
            builder.Entity<BadGrandchild>().Property(row => row.Id).ValueGeneratedNever();
        }
    }
}
