using Microsoft.Data.SqlClient;

namespace Harmony.Defection.Infrastructure;

/// <summary>What Production refuses to start on (SC1, SE5). Every answer is one line for the operator.</summary>
internal static class StorageChecks
{
    private const UnixFileMode Everybody = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const UnixFileMode NotOwner = Everybody | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;

    /// <summary>The first thing wrong, or null.</summary>
    public static string? FindRefusal(StorageOptions options)
    {
        var keys = options.KeyFolder ?? string.Empty;
        if (IsWithin(keys, options.DataFolder))
        {
            return $"Storage:KeyFolder ({keys}) lies inside the data folder, so that a backup of the data would hold its keys: give it a folder elsewhere.";
        }

        if (IsWithin(options.DataFolder, keys))
        {
            return $"Storage:DataFolder ({options.DataFolder}) lies inside the key folder: give each a folder of its own.";
        }

        if (IsOpenTo(keys, NotOwner))
        {
            return $"The key folder {keys} is open to other accounts: set its mode to 700.";
        }

        if (OpenKeyFile(keys) is { } file)
        {
            return $"The key file {file} is open to other accounts: set its mode to 600.";
        }

        if (IsOpenTo(options.DataFolder, Everybody))
        {
            return $"The data folder {options.DataFolder} is open to every account: set its mode to 700.";
        }

        return options.Provider == DatabaseProvider.SqlServer && !IsEncrypted(options.ConnectionString)
            ? "Storage:ConnectionString does not encrypt the connection: add Encrypt=True."
            : null;
    }

    private static bool IsWithin(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative == "." || (!relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative));
    }

    private static bool IsOpenTo(string path, UnixFileMode others) =>
        !OperatingSystem.IsWindows() && Path.Exists(path) && (File.GetUnixFileMode(path) & others) != UnixFileMode.None;

    private static string? OpenKeyFile(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).FirstOrDefault(file => IsOpenTo(file, NotOwner))
        : null;

    private static bool IsEncrypted(string? connectionString)
    {
        var encrypt = new SqlConnectionStringBuilder(connectionString).Encrypt;
        return encrypt.Equals(SqlConnectionEncryptOption.Mandatory) || encrypt.Equals(SqlConnectionEncryptOption.Strict);
    }
}
