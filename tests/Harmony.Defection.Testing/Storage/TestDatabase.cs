using Harmony.Defection.Infrastructure;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Persistence.Sqlite;
using Harmony.Defection.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Testing.Storage;

/// <summary>
/// A database of a test's own, with the product's schema. SQLite: a copy of a file that was migrated once. SQL Server: a new
/// database on the server named by <see cref="ServerVariable"/>. It goes with the test.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The environment variable with the connection string of a SQL Server for tests.</summary>
    public const string ServerVariable = "DEFECTION_TEST_SQLSERVER";

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private TestDatabase(DatabaseProvider provider, string folder, string connectionString)
    {
        Provider = provider;
        Folder = folder;
        ConnectionString = connectionString;
    }

    /// <summary>The engine it runs on.</summary>
    public DatabaseProvider Provider { get; }

    /// <summary>A folder of the test's own; the SQLite file <c>defection.db</c> lies in it.</summary>
    public string Folder { get; }

    /// <summary>How to reach the database.</summary>
    public string ConnectionString { get; }

    /// <summary>The connection string of the SQL Server for tests; null if there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } given ? given : null;

    /// <summary>Makes a database with the whole schema and no rows but those of the migrations.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var folder = Directory.CreateTempSubdirectory("defection-").FullName;
        if (provider == DatabaseProvider.Sqlite)
        {
            var file = Path.Combine(folder, "defection.db");
            File.Copy(await Template.Value, file);
            return new TestDatabase(provider, folder, $"Data Source={file}");
        }

        var server = new SqlConnectionStringBuilder(Server ?? throw new InvalidOperationException($"{ServerVariable} is not set."))
        {
            InitialCatalog = $"Defection{Guid.NewGuid():N}",
        };
        var database = new TestDatabase(provider, folder, server.ConnectionString);
        await using var context = database.NewContext();
        await context.MigrateAsync();
        return database;
    }

    /// <summary>A new unit of work on it.</summary>
    public DefectionDbContext NewContext() => NewContext(Provider, ConnectionString);

    /// <summary>A unit of work on any database of an engine.</summary>
    public static DefectionDbContext NewContext(DatabaseProvider provider, string connectionString)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteDefectionDbContext>();
            SqliteDefectionDbContext.Configure(sqlite, connectionString);
            return new SqliteDefectionDbContext(sqlite.Options);
        }

        var server = new DbContextOptionsBuilder<SqlServerDefectionDbContext>();
        SqlServerDefectionDbContext.Configure(server, connectionString);
        return new SqlServerDefectionDbContext(server.Options);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.SqlServer)
        {
            await using var context = NewContext();
            await context.Database.EnsureDeletedAsync();
        }
        else
        {
            await using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("defection-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var file = Path.Combine(folder, "template.db");
        await using var context = NewContext(DatabaseProvider.Sqlite, $"Data Source={file};Pooling=False");
        await context.MigrateAsync();
        return file;
    }
}
