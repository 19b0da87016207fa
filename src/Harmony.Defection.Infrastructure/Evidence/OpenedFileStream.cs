namespace Harmony.Defection.Infrastructure.Evidence;

/// <summary>Reads a stored file piece by piece; what it gives out has been authenticated.</summary>
internal sealed class OpenedFileStream(FileStream file, FilePieces pieces, Guid id) : Stream
{
    private byte[] piece = [];
    private int used;
    private long number;
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (used == piece.Length && !ended)
        {
            (piece, ended) = await pieces.DecryptAsync(file, number++, cancellationToken);
            used = 0;
        }

        var taken = Math.Min(buffer.Length, piece.Length - used);
        piece.AsMemory(used, taken).CopyTo(buffer);
        used += taken;
        return taken;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override string ToString() => $"[file {id}]";

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            pieces.Dispose();
        }

        base.Dispose(disposing);
    }
}
