namespace Harmony.Defection.Infrastructure.Tests.Storage;

/// <summary>SC1 and SE5: each thing that Production refuses to start on, in one line.</summary>
public sealed class StorageChecksTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string folder = Directory.CreateTempSubdirectory("defection-checks-").FullName;
    private readonly StorageOptions options;

    public StorageChecksTests()
    {
        options = new StorageOptions { DataFolder = Path.Combine(folder, "data"), KeyFolder = Path.Combine(folder, "keys") };
        Directory.CreateDirectory(options.DataFolder);
        Directory.CreateDirectory(options.KeyFolder);
        SetMode(options.DataFolder, Own);
        SetMode(options.KeyFolder, Own);
    }

    [Fact]
    public void Sound_storage_is_not_refused() => Assert.Null(StorageChecks.FindRefusal(options));

    [Fact]
    public void Keys_inside_the_data_are_refused()
    {
        options.KeyFolder = Path.Combine(options.DataFolder, "keys");
        Assert.Equal(
            $"Storage:KeyFolder ({options.KeyFolder}) lies inside the data folder, so that a backup of the data would hold its keys: give it a folder elsewhere.",
            StorageChecks.FindRefusal(options));
    }

    [Fact]
    public void The_default_of_development_is_refused() =>
        Assert.StartsWith("Storage:KeyFolder (", StorageChecks.FindRefusal(new StorageOptions().Resolve(folder)), StringComparison.Ordinal);

    [Fact]
    public void Data_inside_the_keys_is_refused()
    {
        options.DataFolder = Path.Combine(options.KeyFolder!, "data");
        Assert.Equal(
            $"Storage:DataFolder ({options.DataFolder}) lies inside the key folder: give each a folder of its own.",
            StorageChecks.FindRefusal(options));
    }

    [Fact]
    public void One_folder_for_both_is_refused()
    {
        options.KeyFolder = options.DataFolder;
        Assert.StartsWith("Storage:KeyFolder (", StorageChecks.FindRefusal(options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherExecute)]
    public void A_key_folder_open_to_others_is_refused(UnixFileMode others)
    {
        SetMode(options.KeyFolder!, Own | others);
        Assert.Equal($"The key folder {options.KeyFolder} is open to other accounts: set its mode to 700.", StorageChecks.FindRefusal(options));
    }

    [Fact]
    public void A_key_file_open_to_others_is_refused()
    {
        var file = Path.Combine(options.KeyFolder!, "lookup.key");
        File.WriteAllBytes(file, new byte[32]);
        SetMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal($"The key file {file} is open to other accounts: set its mode to 600.", StorageChecks.FindRefusal(options));
    }

    [Fact]
    public void Data_open_to_everybody_is_refused_and_to_a_group_is_not()
    {
        SetMode(options.DataFolder, Own | UnixFileMode.GroupRead);
        Assert.Null(StorageChecks.FindRefusal(options));
        SetMode(options.DataFolder, Own | UnixFileMode.OtherRead);
        Assert.Equal($"The data folder {options.DataFolder} is open to every account: set its mode to 700.", StorageChecks.FindRefusal(options));
    }

    [Theory]
    [InlineData("Server=db;Database=d", false)]
    [InlineData("Server=db;Database=d;Encrypt=False", true)]
    [InlineData("Server=db;Database=d;Encrypt=Optional", true)]
    [InlineData("Server=db;Database=d;Encrypt=Strict", false)]
    public void A_connection_that_is_not_encrypted_is_refused(string connectionString, bool refused)
    {
        (options.Provider, options.ConnectionString) = (DatabaseProvider.SqlServer, connectionString);
        Assert.Equal(
            refused ? "Storage:ConnectionString does not encrypt the connection: add Encrypt=True." : null, StorageChecks.FindRefusal(options));
    }

    [Fact]
    public void SQL_Server_has_no_default_connection() => Assert.Equal(
        "Storage:ConnectionString is missing: SQL Server has no default.",
        Assert.Throws<StorageRefusedException>(() => new StorageOptions { Provider = DatabaseProvider.SqlServer }.Resolve(folder)).Message);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
