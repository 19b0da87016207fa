using System.Buffers.Binary;
using System.Security.Cryptography;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Infrastructure.Evidence;

/// <summary>
/// A file's content in encrypted pieces. Each piece is bound to the file, to its number and to whether it is the last, so that none can be
/// changed, moved, left out or cut off. The key is used for one file only, which lets the piece's number serve as the nonce.
/// </summary>
internal sealed class FilePieces(byte[] key, Guid id) : IDisposable
{
    public const int KeyBytes = 32;

    private const int PieceBytes = 64 * 1024;
    private const int TagBytes = 16;
    private const int NonceBytes = 12;

    private readonly AesGcm cipher = new(key, TagBytes);
    private readonly byte[] idBytes = id.ToByteArray();

    public static TamperedCellException Tampered(Guid id, Exception? cause = null) => new(new Cell("StoredFile", id, "Content"), cause);

    /// <summary>Encrypts a whole stream; an empty one has one empty piece.</summary>
    /// <returns>The number of plain bytes.</returns>
    public async Task<long> EncryptAsync(Stream content, Stream file, CancellationToken cancellation)
    {
        long total = 0;
        var piece = new byte[PieceBytes];
        var ahead = new byte[PieceBytes];
        var length = await content.ReadAtLeastAsync(piece, PieceBytes, throwOnEndOfStream: false, cancellation);
        for (long number = 0; ; number++)
        {
            var next = length < PieceBytes ? 0 : await content.ReadAtLeastAsync(ahead, PieceBytes, throwOnEndOfStream: false, cancellation);
            var sealedPiece = new byte[length + TagBytes];
            cipher.Encrypt(
                Nonce(number), piece.AsSpan(0, length), sealedPiece.AsSpan(0, length), sealedPiece.AsSpan(length), Place(number, next == 0));
            await file.WriteAsync(sealedPiece, cancellation);
            total += length;
            if (next == 0)
            {
                return total;
            }

            (piece, ahead) = (ahead, piece);
            length = next;
        }
    }

    /// <summary>Reads and decrypts the piece of a number.</summary>
    /// <exception cref="TamperedCellException">The piece was changed, moved or cut off.</exception>
    public async Task<(byte[] Plain, bool IsLast)> DecryptAsync(Stream file, long number, CancellationToken cancellation)
    {
        var sealedPiece = new byte[PieceBytes + TagBytes];
        var length = await file.ReadAtLeastAsync(sealedPiece, sealedPiece.Length, throwOnEndOfStream: false, cancellation) - TagBytes;
        var isLast = file.Position == file.Length;
        if (length < 0)
        {
            throw Tampered(id);
        }

        var plain = new byte[length];
        try
        {
            cipher.Decrypt(Nonce(number), sealedPiece.AsSpan(0, length), sealedPiece.AsSpan(length, TagBytes), plain, Place(number, isLast));
        }
        catch (AuthenticationTagMismatchException failure)
        {
            throw Tampered(id, failure);
        }

        return (plain, isLast);
    }

    public void Dispose() => cipher.Dispose();

    private static byte[] Nonce(long number)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceBytes - sizeof(long)), number);
        return nonce;
    }

    private byte[] Place(long number, bool isLast)
    {
        var place = new byte[idBytes.Length + sizeof(long) + 1];
        idBytes.CopyTo(place, 0);
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(idBytes.Length), number);
        place[^1] = isLast ? (byte)1 : (byte)0;
        return place;
    }
}
