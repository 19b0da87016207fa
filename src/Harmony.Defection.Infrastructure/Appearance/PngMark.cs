using System.Buffers.Binary;

namespace Harmony.Defection.Infrastructure.Appearance;

/// <summary>
/// A mark as it is taken in: a PNG by its content, square, of a sensible size, with every piece of it sound. Only the pieces that draw the
/// picture are kept; whatever else lay in the file, its maker's notes among it, is left out.
/// </summary>
public static class PngMark
{
    /// <summary>The least and the most pixels along an edge.</summary>
    public const int LeastEdge = 64, MostEdge = 1024;

    private const int ChunkFrame = 12;

    private static readonly uint[] Table = MakeTable();

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads a mark.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="refusal">Why it cannot be used; nothing where it can.</param>
    /// <returns>The mark; nothing where it cannot be used.</returns>
    public static byte[]? Read(ReadOnlySpan<byte> file, out string? refusal)
    {
        refusal = "This is not a sound PNG picture. Save the mark as PNG and choose it again";
        if (!file.StartsWith(Signature))
        {
            return null;
        }

        using var kept = new MemoryStream(file.Length);
        kept.Write(Signature);
        var (at, hasData) = (Signature.Length, false);
        while (file.Length - at >= ChunkFrame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - ChunkFrame)
            {
                return null;
            }

            var chunk = file.Slice(at, (int)length + ChunkFrame);
            var type = chunk[4..8];
            if (BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) != CheckOf(chunk[4..^4]) || type.SequenceEqual("IHDR"u8) != (at == Signature.Length))
            {
                return null;
            }

            if (at == Signature.Length && WhyNot(chunk[8..^4]) is { } why)
            {
                refusal = why;
                return null;
            }

            hasData |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("IDAT"u8))
            {
                kept.Write(chunk);
            }

            at += chunk.Length;
            if (type.SequenceEqual("IEND"u8))
            {
                kept.Write(chunk);
                refusal = hasData && length == 0 ? null : refusal;
                return refusal is null ? kept.ToArray() : null;
            }
        }

        return null;
    }

    private static string? WhyNot(ReadOnlySpan<byte> header)
    {
        if (header.Length != 13)
        {
            return "This is not a sound PNG picture. Save the mark as PNG and choose it again";
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        return width != height ? "The mark is shown in a square: make its width and its height the same"
            : width is < LeastEdge or > MostEdge ? $"The mark is {width} pixels wide. Choose one between {LeastEdge} and {MostEdge} pixels"
            : null;
    }

    private static uint CheckOf(ReadOnlySpan<byte> bytes)
    {
        var check = uint.MaxValue;
        foreach (var b in bytes)
        {
            check = Table[(byte)(check ^ b)] ^ (check >> 8);
        }

        return ~check;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var c = i;
            for (var bit = 0; bit < 8; bit++)
            {
                c = (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1);
            }

            table[i] = c;
        }

        return table;
    }
}
