using System.Security.Cryptography;

namespace Harmony.Defection.Infrastructure.Privacy;

/// <summary>
/// The key of the hashes by which sealed values are looked up: 256 random bits in a file beside the key ring, made at the first start.
/// Without it nobody can test a guess ("is this address in there?") against a stolen database.
/// </summary>
public sealed class LookUpKey
{
    /// <summary>Name of the file in the key folder.</summary>
    public const string FileName = "lookup.key";

    private const int Bytes = 32;

    /// <summary>Takes a key as given.</summary>
    /// <exception cref="StorageRefusedException">The key is not 256 bits long.</exception>
    public LookUpKey(byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value.Length == Bytes ? value : throw new StorageRefusedException($"The look-up key has {value.Length} bytes instead of {Bytes}.");
    }

    internal byte[] Value { get; }

    /// <summary>Reads the key of a folder, or makes it if there is none yet.</summary>
    /// <exception cref="StorageRefusedException">The key is damaged.</exception>
    public static LookUpKey ReadOrMake(string keyFolder)
    {
        OwnFolder.Make(keyFolder);
        var path = Path.Combine(keyFolder, FileName);
        if (!File.Exists(path))
        {
            Make(path);
        }

        return new LookUpKey(File.ReadAllBytes(path));
    }

    /// <summary>Written whole under another name first, so that of two processes starting at once both read the same key.</summary>
    private static void Make(string path)
    {
        var made = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(made, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Bytes));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(made, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(made);
        }
    }
}
