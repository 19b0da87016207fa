using System.Buffers.Binary;
using System.Security.Cryptography;
using Harmony.Defection.Domain.Evidence;
using Microsoft.AspNetCore.DataProtection;

namespace Harmony.Defection.Infrastructure.Evidence;

/// <summary>
/// Uploaded files, each encrypted with a key of its own (AES-256-GCM, in pieces that know their place and the file's id), that key sealed
/// by the key ring. A file is there whole and synced, or not at all (DU3). Its name is the id of its row and nothing else (IN4).
/// </summary>
public sealed class EncryptedFileStore : IFileStore
{
    private const string Suffix = ".sealed";
    private const string PartSuffix = ".part";

    private readonly string folder;
    private readonly IDataProtector protector;

    /// <summary>A store in the folder "files" of the data folder.</summary>
    public EncryptedFileStore(StorageOptions storage, IDataProtectionProvider keys)
    {
        ArgumentNullException.ThrowIfNull(storage);
        folder = Path.Combine(storage.DataFolder, "files");
        protector = keys.CreateProtector("Harmony.Defection.Files");
    }

    /// <inheritdoc />
    /// <exception cref="IOException">A file of this id is stored already: files are never rewritten.</exception>
    public async Task<long> WriteAsync(Guid id, Stream content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        OwnFolder.Make(folder);
        var path = PathOf(id);
        if (File.Exists(path))
        {
            throw new IOException("A file of this id is stored already.");
        }

        var part = $"{path}.{Guid.NewGuid():N}{PartSuffix}";
        try
        {
            var length = await WritePartAsync(part, id, content, cancellation);
            File.Move(part, path, overwrite: false);
            DurableFolder.Sync(folder);
            return length;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<Stream> OpenAsync(Guid id, CancellationToken cancellation = default)
    {
        var file = new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, useAsync: true);
        try
        {
            var prefix = new byte[sizeof(int)];
            await file.ReadExactlyAsync(prefix, cancellation);
            var length = BinaryPrimitives.ReadInt32BigEndian(prefix);
            if (length is <= 0 or > 4096)
            {
                throw FilePieces.Tampered(id);
            }

            var sealedKey = new byte[length];
            await file.ReadExactlyAsync(sealedKey, cancellation);
            return new OpenedFileStream(file, new FilePieces(Unprotect(id, sealedKey), id), id);
        }
        catch (EndOfStreamException failure)
        {
            await file.DisposeAsync();
            throw FilePieces.Tampered(id, failure);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public Task RemoveAsync(Guid id, CancellationToken cancellation = default)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(PathOf(id));
            DurableFolder.Sync(folder);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// The ids of every file written before an instant (UTC). One without a row is left over from a deed that did not come about.
    /// </summary>
    public IReadOnlyList<Guid> WrittenBefore(DateTime instant) => Files("*" + Suffix)
        .Where(file => file.LastWriteTimeUtc < instant)
        .Select(file => Guid.ParseExact(Path.GetFileNameWithoutExtension(file.Name), "N"))
        .ToList();

    /// <summary>Removes what was being written when the process was killed, if it is older than an instant (UTC).</summary>
    /// <returns>How many pieces of files went.</returns>
    public int RemovePartsBefore(DateTime instant)
    {
        var parts = Files("*" + PartSuffix).Where(file => file.LastWriteTimeUtc < instant).ToList();
        parts.ForEach(file => file.Delete());
        return parts.Count;
    }

    private async Task<long> WritePartAsync(string part, Guid id, Stream content, CancellationToken cancellation)
    {
        var key = RandomNumberGenerator.GetBytes(FilePieces.KeyBytes);
        using var pieces = new FilePieces(key, id);
        await using var file = new FileStream(part, NewFile());
        var sealedKey = protector.CreateProtector(id.ToString("N")).Protect(key);
        var prefix = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(prefix, sealedKey.Length);
        await file.WriteAsync(prefix, cancellation);
        await file.WriteAsync(sealedKey, cancellation);
        var length = await pieces.EncryptAsync(content, file, cancellation);
        file.Flush(flushToDisk: true);
        return length;
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private byte[] Unprotect(Guid id, byte[] sealedKey)
    {
        try
        {
            return protector.CreateProtector(id.ToString("N")).Unprotect(sealedKey);
        }
        catch (CryptographicException failure)
        {
            throw FilePieces.Tampered(id, failure);
        }
    }

    private FileInfo[] Files(string pattern) => Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles(pattern) : [];

    private string PathOf(Guid id) => Path.Combine(folder, id.ToString("N") + Suffix);
}
