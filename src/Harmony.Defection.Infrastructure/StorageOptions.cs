namespace Harmony.Defection.Infrastructure;

/// <summary>The database engines the product runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}

/// <summary>Where everything is kept (section "Storage" of the configuration).</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Storage";

    /// <summary>Which engine holds the database.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>How the database is reached; by default, for SQLite, the file <c>defection.db</c> in the data folder.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The folder of the SQLite file and of uploaded files; a relative one lies under the content root.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>
    /// The folder of the keys, mode 700, which no backup of the data may include. By default <c>keys</c> in the data folder, which
    /// Production refuses.
    /// </summary>
    public string? KeyFolder { get; set; }

    /// <summary>Whether a start brings the schema up to date by itself. Development always does; Production does it as a deployment step.</summary>
    public bool MigrateAtStart { get; set; }

    /// <summary>How many statements one round trip may carry on SQL Server; by default the provider's own choice.</summary>
    public int? BatchSize { get; set; }

    /// <summary>The same settings with every path made absolute.</summary>
    public StorageOptions Resolve(string contentRoot)
    {
        var data = Path.GetFullPath(DataFolder, contentRoot);
        var keys = KeyFolder is null ? Path.Combine(data, "keys") : Path.GetFullPath(KeyFolder, contentRoot);
        return new StorageOptions
        {
            Provider = Provider,
            ConnectionString = ConnectionString ?? DefaultConnectionString(data),
            DataFolder = data,
            KeyFolder = keys,
            MigrateAtStart = MigrateAtStart,
            BatchSize = BatchSize,
        };
    }

    private string DefaultConnectionString(string data) => Provider == DatabaseProvider.Sqlite
        ? $"Data Source={Path.Combine(data, "defection.db")}"
        : throw new StorageRefusedException("Storage:ConnectionString is missing: SQL Server has no default.");
}

/// <summary>The product refuses to run on the storage it was given. The message is one line for the operator.</summary>
public sealed class StorageRefusedException(string message) : Exception(message);
