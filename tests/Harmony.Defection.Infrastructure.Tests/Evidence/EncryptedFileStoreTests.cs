using System.Security.Cryptography;
using System.Text;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Evidence;
using Microsoft.AspNetCore.DataProtection;

namespace Harmony.Defection.Infrastructure.Tests.Evidence;

/// <summary>DU3, IN4, PD1: a file is stored whole or not at all, and reads back as it was or not at all.</summary>
public sealed class EncryptedFileStoreTests : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly string folder = Directory.CreateTempSubdirectory("defection-files-").FullName;
    private readonly EncryptedFileStore store;
    private readonly Guid id = Guid.NewGuid();

    public EncryptedFileStoreTests() => store = new EncryptedFileStore(new StorageOptions { DataFolder = folder }, new EphemeralDataProtectionProvider());

    private string FileOf => Path.Combine(folder, "files", $"{id:N}.sealed");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData(3 * Piece)]
    public async Task A_file_comes_back_as_it_was(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        Assert.Equal(length, await store.WriteAsync(id, new MemoryStream(content)));
        Assert.Equal(content, await ReadAsync(id));
    }

    [Fact]
    public async Task Nothing_of_it_lies_in_the_clear_and_its_name_is_its_id()
    {
        await store.WriteAsync(id, new MemoryStream(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("9 Chandlers Row. ", 500)))));
        Assert.Equal([FileOf], Directory.GetFiles(Path.Combine(folder, "files")));
        Assert.DoesNotContain("Chandlers", await File.ReadAllTextAsync(FileOf, Encoding.Latin1), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FileOf));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-1)]
    [InlineData(-Piece)]
    public async Task A_changed_byte_is_found(int place)
    {
        await store.WriteAsync(id, new MemoryStream(RandomNumberGenerator.GetBytes(2 * Piece)));
        var bytes = await File.ReadAllBytesAsync(FileOf);
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        await File.WriteAllBytesAsync(FileOf, bytes);
        await Assert.ThrowsAsync<TamperedCellException>(() => ReadAsync(id));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Piece + 16)]
    [InlineData((2 * Piece) + 32)]
    public async Task A_file_that_was_cut_off_is_found(int bytes)
    {
        await store.WriteAsync(id, new MemoryStream(RandomNumberGenerator.GetBytes(2 * Piece)));
        await using (var file = new FileStream(FileOf, FileMode.Open))
        {
            file.SetLength(file.Length - bytes);
        }

        await Assert.ThrowsAsync<TamperedCellException>(() => ReadAsync(id));
    }

    [Fact]
    public async Task A_file_put_in_another_s_place_is_found()
    {
        var other = Guid.NewGuid();
        await store.WriteAsync(id, new MemoryStream([1, 2, 3]));
        File.Copy(FileOf, Path.Combine(folder, "files", $"{other:N}.sealed"));
        await Assert.ThrowsAsync<TamperedCellException>(() => ReadAsync(other));
    }

    [Fact]
    public async Task A_file_is_never_rewritten()
    {
        await store.WriteAsync(id, new MemoryStream([1]));
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(id, new MemoryStream([2])));
        Assert.Equal([1], await ReadAsync(id));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync(id, new BrokenStream()));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "files")));
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.OpenAsync(id));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_told_from_files_and_swept()
    {
        await store.WriteAsync(id, new MemoryStream([1]));
        await File.WriteAllBytesAsync($"{FileOf}.{Guid.NewGuid():N}.part", [1, 2]);
        var now = DateTime.UtcNow;
        Assert.Equal(0, store.RemovePartsBefore(now.AddHours(-1)));
        Assert.Equal(1, store.RemovePartsBefore(now.AddHours(1)));
        Assert.Equal([id], store.WrittenBefore(now.AddHours(1)));
        Assert.Empty(store.WrittenBefore(now.AddHours(-1)));
    }

    [Fact]
    public async Task A_removed_file_is_gone_and_may_be_removed_again()
    {
        await store.WriteAsync(id, new MemoryStream([1]));
        await store.RemoveAsync(id);
        await store.RemoveAsync(id);
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.OpenAsync(id));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<byte[]> ReadAsync(Guid file)
    {
        await using var content = await store.OpenAsync(file);
        using var all = new MemoryStream();
        await content.CopyToAsync(all);
        return all.ToArray();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was lost.");
    }
}
