using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Harmony.Defection.Infrastructure.Persistence.Sqlite;

/// <summary>The database as one SQLite file.</summary>
public sealed class SqliteDefectionDbContext(DbContextOptions<SqliteDefectionDbContext> options) : DefectionDbContext(options)
{
    private const int UniqueFailed = 2067;
    private const int PrimaryKeyFailed = 1555;

    private WriteQueue? queue;

    /// <inheritdoc />
    protected override WriteQueue Queue => queue ??= WriteQueue.For(File);

    private string File => new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource;

    /// <summary>Everything this engine needs of its options.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .ReplaceService<IMigrationsSqlGenerator, SqliteTableGenerator>()
        .AddInterceptors(SqliteSettings.Instance, WriteGuard.Instance);

    /// <summary>
    /// Brings the schema up to date while holding a lock of the operating system, which ends with the process. The framework's own lock is a
    /// row that a killed migration leaves behind, and that the next start would wait for without end.
    /// </summary>
    public override async Task MigrateAsync(CancellationToken cancellation = default)
    {
        await using var alone = await LockAsync(File + ".migrating", cancellation);
        await Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\";", cancellation);
        await base.MigrateAsync(cancellation);
    }

    /// <inheritdoc />
    public override async Task<string?> FindDamageAsync(CancellationToken cancellation = default)
    {
        var integrity = await PragmaAsync("integrity_check", cancellation);
        if (integrity != "ok")
        {
            return $"The database is damaged ({integrity}).";
        }

        var journal = await PragmaAsync("journal_mode", cancellation);
        var synchronous = await PragmaAsync("synchronous", cancellation);
        return journal == "wal" && synchronous == "2"
            ? null
            : $"The database does not keep what it confirms (journal_mode {journal}, synchronous {synchronous}).";
    }

    /// <inheritdoc />
    protected override string? DuplicateIn(DbException failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: UniqueFailed or PrimaryKeyFailed } ? NameOf(failure.Message) : null;

    /// <summary>SQLite names the columns ("Rows.A, Rows.B"); the index or key over them is what the caller knows.</summary>
    private string NameOf(string message)
    {
        var columns = message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('\'', '.');
        var parts = columns.Split(", ").Select(column => column.Split('.', 2)).ToList();
        if (parts.Exists(part => part.Length < 2))
        {
            return columns;
        }

        var table = Model.GetRelationalModel().Tables.FirstOrDefault(candidate => candidate.Name == parts[0][0]);
        var wanted = parts.Select(part => part[1]).ToList();
        return table?.Indexes.FirstOrDefault(index => index.IsUnique && index.Columns.Select(column => column.Name).SequenceEqual(wanted))?.Name
            ?? table?.UniqueConstraints.FirstOrDefault(key => key.Columns.Select(column => column.Name).SequenceEqual(wanted))?.Name
            ?? columns;
    }

    private async Task<string> PragmaAsync(string name, CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = Database.GetDbConnection().CreateCommand();
            command.CommandText = name switch
            {
                "integrity_check" => "PRAGMA integrity_check(1);",
                "journal_mode" => "PRAGMA journal_mode;",
                _ => "PRAGMA synchronous;",
            };
            return Convert.ToString(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) ?? string.Empty;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (tries < 600)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            }
        }
    }
}

/// <summary>Makes the context for the migration tool; it opens no database.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteDefectionDbContext>
{
    /// <inheritdoc />
    public SqliteDefectionDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDefectionDbContext>();
        SqliteDefectionDbContext.Configure(options, "Data Source=design-time.db");
        return new SqliteDefectionDbContext(options.Options);
    }
}
