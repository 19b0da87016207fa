using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Harmony.Defection.Infrastructure.Persistence.SqlServer;

/// <summary>The database on a SQL Server.</summary>
public sealed partial class SqlServerDefectionDbContext(DbContextOptions<SqlServerDefectionDbContext> options) : DefectionDbContext(options)
{
    private const int UniqueIndexFailed = 2601;
    private const int UniqueConstraintFailed = 2627;

    /// <summary>Everything this engine needs of its options.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connectionString, int? batchSize = null) => options
        .UseSqlServer(connectionString, server =>
        {
            server.EnableRetryOnFailure();
            if (batchSize is { } size)
            {
                server.MaxBatchSize(size);
            }
        })
        .ReplaceService<IMigrationsSqlGenerator, SqlServerTableGenerator>()
        .AddInterceptors(WriteGuard.Instance);

    /// <summary>The index or key named in the server's message, which quotes them in every language.</summary>
    internal static string ConstraintIn(string message) => ConstraintName().Match(message) is { Success: true } match ? match.Value : "unknown";

    /// <inheritdoc />
    protected override string? DuplicateIn(DbException failure) =>
        failure is SqlException { Number: UniqueIndexFailed or UniqueConstraintFailed } ? ConstraintIn(failure.Message) : null;

    [GeneratedRegex(@"\b(IX|PK|AK)_\w+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex ConstraintName();
}

/// <summary>Makes the context for the migration tool; it opens no database.</summary>
public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerDefectionDbContext>
{
    /// <inheritdoc />
    public SqlServerDefectionDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerDefectionDbContext>();
        SqlServerDefectionDbContext.Configure(options, "Server=design-time;Database=Defection;Encrypt=True");
        return new SqlServerDefectionDbContext(options.Options);
    }
}
