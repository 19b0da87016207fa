using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Testing.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_migrations_say_all_that_the_model_says(DatabaseProvider provider)
    {
        using var context = Unopened(provider);
        Assert.False(context.Database.HasPendingModelChanges(), "Run tools/add-migration.");
    }

    [Fact]
    public void Both_engines_have_the_same_migrations()
    {
        using var sqlite = Unopened(DatabaseProvider.Sqlite);
        using var server = Unopened(DatabaseProvider.SqlServer);
        var names = Names(sqlite);
        Assert.NotEmpty(names);
        Assert.Equal(names, Names(server));
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_script_for_SQL_Server_is_good_Transact_SQL(MigrationsSqlGenerationOptions options)
    {
        using var context = Unopened(DatabaseProvider.SqlServer);
        var script = context.GetService<IMigrator>().GenerateScript(options: options);
        Assert.Contains("CREATE TRIGGER [TR_AuditEntries_NoUpdate]", script, StringComparison.Ordinal);
        Assert.Empty(TSql.FindErrors(script));
    }

    [Fact]
    public void The_parser_finds_a_mistake_inside_a_trigger() =>
        Assert.NotEmpty(TSql.FindErrors("EXEC(N'CREATE TRIGGER [T] ON [A] INSTEAD OFF UPDATE AS THROW 51000, N''No.'', 1;');"));

    [Fact]
    public async Task The_migrations_make_a_fresh_SQLite_file()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.Null(await context.FindDamageAsync());
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_keep_the_next_one_waiting()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            """);

        await context.MigrateAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_database_migrates_when_two_processes_start_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("defection-").FullName;
        var connection = $"Data Source={Path.Combine(folder, "new.db")};Pooling=False";
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var context = TestDatabase.NewContext(DatabaseProvider.Sqlite, connection);
            await context.MigrateAsync();
        }));

        await using var after = TestDatabase.NewContext(DatabaseProvider.Sqlite, connection);
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_table_marked_so_keeps_no_row_order_and_every_append_only_one_has_its_triggers()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        var made = await SqlOfAsync(context);
        foreach (var entity in context.GetService<IDesignTimeModel>().Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            Assert.Equal(
                entity.FindAnnotation(TableMarks.NoRowOrderMark) is not null,
                made[table].EndsWith("WITHOUT ROWID", StringComparison.Ordinal));
            Assert.Equal(entity.FindAnnotation(TableMarks.AppendOnlyMark) is not null, made.ContainsKey(TableMarks.UpdateTrigger(table)));
            Assert.Equal(entity.FindAnnotation(TableMarks.AppendOnlyMark) is not null, made.ContainsKey(TableMarks.DeleteTrigger(table)));
        }

        Assert.Contains(TableMarks.UpdateTrigger("AuditEntries"), made.Keys);
    }

    [Fact]
    public async Task A_table_without_row_order_gives_its_rows_by_key_and_has_no_hidden_number()
    {
        var folder = Directory.CreateTempSubdirectory("defection-").FullName;
        await using var context = ProbeContext.OnSqlite($"Data Source={Path.Combine(folder, "probe.db")};Pooling=False");
        await context.Database.EnsureCreatedAsync();
        foreach (var key in new[] { "m", "z", "a" })
        {
            context.Add(new Seed { Key = key });
            await context.SaveChangesAsync();
        }

        Assert.Equal(["a", "m", "z"], await context.Database.SqlQueryRaw<string>("SELECT \"Key\" AS \"Value\" FROM \"Seeds\"").ToListAsync());
        await Assert.ThrowsAsync<SqliteException>(() =>
            context.Database.SqlQueryRaw<long>("SELECT rowid AS \"Value\" FROM \"Seeds\"").ToListAsync());
        await context.Database.EnsureDeletedAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void On_SQL_Server_a_table_without_row_order_has_its_clustered_key_and_nothing_else()
    {
        using var context = ProbeContext.OnSqlServer();
        var script = context.Database.GenerateCreateScript();
        Assert.Empty(TSql.FindErrors(script));
        var table = script[script.IndexOf("CREATE TABLE [Seeds]", StringComparison.Ordinal)..];
        table = table[..table.IndexOf(");", StringComparison.Ordinal)];
        Assert.Contains("PRIMARY KEY ([Key])", table, StringComparison.Ordinal);
        Assert.DoesNotContain("IDENTITY", table, StringComparison.Ordinal);
        Assert.DoesNotContain("NONCLUSTERED", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_append_only_table_keeps_its_triggers_when_a_migration_rebuilds_it_twice()
    {
        await using var database = await TestDatabase.CreateAsync();
        for (var round = 0; round < 2; round++)
        {
            await using var context = database.NewContext();
            var model = context.GetService<IDesignTimeModel>().Model;
            var column = model.GetRelationalModel().FindTable("AuditEntries", schema: null)!.FindColumn("Role")!;
            var commands = context.GetService<IMigrationsSqlGenerator>().Generate([Alter(column)], model);
            await context.GetService<IMigrationCommandExecutor>()
                .ExecuteNonQueryAsync([.. commands], context.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalConnection>());
        }

        await using var after = database.NewContext();
        Assert.Equal(2, (await SqlOfAsync(after)).Values.Count(sql => sql.StartsWith("CREATE TRIGGER", StringComparison.Ordinal) && sql.Contains("AuditEntries", StringComparison.Ordinal)));
        await after.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"AuditEntries\" (\"Sequence\", \"At\", \"Action\", \"SubjectKind\", \"Fields\", \"PreviousHash\", \"Hash\") "
            + "VALUES (1, '2026-01-01', 'a', 's', '', '0', '1')");
        var refused = await Assert.ThrowsAsync<SqliteException>(() => after.Database.ExecuteSqlRawAsync("DELETE FROM \"AuditEntries\""));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    private static AlterColumnOperation Alter(IColumn column) => new()
    {
        Table = column.Table.Name,
        Name = column.Name,
        ClrType = typeof(string),
        IsNullable = true,
        ColumnType = "TEXT",
        OldColumn = new AddColumnOperation { ClrType = typeof(string), ColumnType = "TEXT" },
    };

    private static DefectionDbContext Unopened(DatabaseProvider provider) => TestDatabase.NewContext(
        provider, provider == DatabaseProvider.Sqlite ? "Data Source=never-opened.db" : "Server=none;Encrypt=True");

    private static List<string> Names(DefectionDbContext context) =>
        context.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]).ToList();

    private static async Task<Dictionary<string, string>> SqlOfAsync(DefectionDbContext context)
    {
        var names = await context.Database.SqlQueryRaw<string>("SELECT name || char(1) || sql AS \"Value\" FROM sqlite_master WHERE sql IS NOT NULL").ToListAsync();
        return names.Select(row => row.Split('\u0001', 2)).ToDictionary(row => row[0], row => row[1].Trim());
    }
}
