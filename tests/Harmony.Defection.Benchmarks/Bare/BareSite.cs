using Microsoft.Data.Sqlite;

namespace Harmony.Defection.Benchmarks.Bare;

/// <summary>The least that the framework can do: one Razor page with one field, whose post inserts one row as durably as the product does.</summary>
public static class BareSite
{
    /// <summary>The argument that starts it as a process of its own.</summary>
    public const string Command = "bare";

    /// <summary>Serves until the process is killed.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        await using var store = new BareStore(Path.Combine(folder, "bare.db"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Bare/Pages");
        builder.Services.AddSingleton(store);
        var app = builder.Build();
        app.MapRazorPages();
        await app.RunAsync();
        return 0;
    }
}

/// <summary>One table in WAL mode that syncs every commit, as the product's database does. One writer at a time.</summary>
public sealed class BareStore : IAsyncDisposable
{
    private readonly SemaphoreSlim writer = new(1);
    private readonly SqliteConnection connection;

    /// <summary>Opens the file and makes the table.</summary>
    public BareStore(string path)
    {
        connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS Rows (Id INTEGER PRIMARY KEY, Text TEXT NOT NULL)");
    }

    /// <summary>Inserts a row, durably.</summary>
    public async Task InsertAsync(string text)
    {
        await writer.WaitAsync();
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO Rows (Text) VALUES ($text)";
            command.Parameters.AddWithValue("$text", text);
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            writer.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        writer.Dispose();
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
