using System.Buffers.Binary;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>Reads how large a picture says it is, without decoding it.</summary>
internal static class PictureSizes
{
    /// <summary>Segments of a JPEG that are looked at for its frame.</summary>
    private const int MostSegments = 500;

    /// <summary>Bytes of a HEIC in which its boxes of sizes stand.</summary>
    private const int HeicHead = 64 * 1024;

    /// <summary>Width and height of a PNG; nothing where its first chunk is not a header.</summary>
    public static (long Width, long Height)? OfPng(ReadOnlySpan<byte> head) => head.Length >= 24 && head[12..16].SequenceEqual("IHDR"u8)
        ? (BinaryPrimitives.ReadUInt32BigEndian(head[16..20]), BinaryPrimitives.ReadUInt32BigEndian(head[20..24]))
        : null;

    /// <summary>Width and height of a JPEG; nothing where its segments do not lead to a frame, so that it is none.</summary>
    public static (long Width, long Height)? OfJpeg(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 2;
        for (var i = 0; i < MostSegments; i++)
        {
            var code = Marker(content);
            if (code is < 0 or 0xD9 or 0xDA)
            {
                return null;
            }

            if (code is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                continue;
            }

            var length = Read16(content);
            if (IsFrame(code))
            {
                content.ReadByte();
                var (height, width) = (Read16(content), Read16(content));
                return width > 0 && height > 0 ? (width, height) : null;
            }

            if (length < 2 || content.Position + length - 2 > content.Length)
            {
                return null;
            }

            content.Position += length - 2;
        }

        return null;
    }

    /// <summary>Every width and height that a HEIC names: the picture's, and those of its tiles.</summary>
    public static IReadOnlyList<(long Width, long Height)> OfHeic(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var head = new byte[HeicHead];
        content.Position = 0;
        var all = head.AsSpan(0, content.ReadAtLeast(head, HeicHead, throwOnEndOfStream: false));
        var sizes = new List<(long, long)>();
        for (var at = all.IndexOf("ispe"u8); at >= 0 && at + 16 <= all.Length;)
        {
            sizes.Add((BinaryPrimitives.ReadUInt32BigEndian(all[(at + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(all[(at + 12)..])));
            var next = all[(at + 4)..].IndexOf("ispe"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return sizes;
    }

    private static bool IsFrame(int code) => code is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static int Marker(Stream content)
    {
        if (content.ReadByte() != 0xFF)
        {
            return -1;
        }

        int code;
        do
        {
            code = content.ReadByte();
        }
        while (code == 0xFF);
        return code;
    }

    private static int Read16(Stream content)
    {
        var (high, low) = (content.ReadByte(), content.ReadByte());
        return high < 0 || low < 0 ? -1 : (high << 8) | low;
    }
}
