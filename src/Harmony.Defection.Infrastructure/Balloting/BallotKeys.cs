using System.Security.Cryptography;

namespace Harmony.Defection.Infrastructure.Balloting;

/// <summary>
/// The sealing keys of ballots: one file each, beside the key ring and never in the database or its backup. A key is made when its ballot
/// opens and destroyed once the close is durable; without it what was cast can be read by nobody.
/// </summary>
public sealed class BallotKeys
{
    private const int KeyBytes = 32;

    private readonly string folder;

    /// <summary>Keeps keys in a folder beside the key ring.</summary>
    public BallotKeys(StorageOptions storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        folder = Path.Combine(storage.KeyFolder!, "ballots");
        OwnFolder.Make(folder);
    }

    /// <summary>Makes a ballot's key, durably. One that is there already stays: the opening may have been tried before.</summary>
    public void Make(Guid ballot)
    {
        var path = PathOf(ballot);
        if (File.Exists(path))
        {
            return;
        }

        var temporary = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(temporary, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: false);
    }

    /// <summary>Reads a ballot's key.</summary>
    /// <exception cref="FileNotFoundException">The key was destroyed, or never made.</exception>
    public byte[] Read(Guid ballot) => File.ReadAllBytes(PathOf(ballot));

    /// <summary>The ballots that have a key.</summary>
    public IReadOnlyList<Guid> All() =>
        [.. Directory.EnumerateFiles(folder, "*.key").Select(p => Guid.Parse(Path.GetFileNameWithoutExtension(p)))];

    /// <summary>Destroys a ballot's key: overwritten first, then removed.</summary>
    public void Destroy(Guid ballot)
    {
        var path = PathOf(ballot);
        if (!File.Exists(path))
        {
            return;
        }

        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write))
        {
            file.Write(new byte[KeyBytes]);
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    private string PathOf(Guid ballot) => Path.Combine(folder, $"{ballot:N}.key");
}
