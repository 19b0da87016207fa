using System.IO.Compression;
using System.Text;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>Files made by hand: whole ones of every kind that is let in, and hostile ones.</summary>
internal static class FileSamples
{
    private static readonly string[] WordParts = ["[Content_Types].xml", "word/document.xml"];

    /// <summary>A JPEG down to its frame.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="comment">What stands in its comment.</param>
    public static byte[] Jpeg(int width = 800, int height = 600, string comment = "") =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xFE, (byte)((comment.Length + 2) >> 8), (byte)(comment.Length + 2), .. Encoding.ASCII.GetBytes(comment),
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0, 0xFF, 0xD9,
    ];

    /// <summary>The header of a PNG.</summary>
    public static byte[] Png(int width = 800, int height = 600) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, .. Big(width), .. Big(height), 8, 2, 0, 0, 0];

    /// <summary>The boxes of a HEIC that name its brand and size.</summary>
    public static byte[] Heic(string brand = "heic", int width = 800, int height = 600) =>
        [0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 20, .. "ispe"u8, 0, 0, 0, 0, .. Big(width), .. Big(height)];

    /// <summary>A Word document with further parts.</summary>
    public static byte[] Word(params string[] more) => Archive([.. WordParts, .. more]);

    /// <summary>A Word document whose text unpacks to many bytes.</summary>
    public static byte[] WordOf(int bytes)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(WordParts[0]);
            using var text = zip.CreateEntry(WordParts[1], CompressionLevel.Optimal).Open();
            for (var piece = new byte[1_000_000]; bytes > 0; bytes -= piece.Length)
            {
                text.Write(piece);
            }
        }

        return memory.ToArray();
    }

    /// <summary>A Word document whose parts say that they unpack to more bytes than can be counted.</summary>
    public static byte[] WordThatBoasts()
    {
        var (parts, directory) = (new List<byte>(), new List<byte>());
        foreach (var name in WordParts.Select(Encoding.ASCII.GetBytes))
        {
            byte[] sizes = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
            byte[] whole = [1, 0, 16, 0, .. BitConverter.GetBytes(long.MaxValue), .. BitConverter.GetBytes(1L)];
            byte[] lengths = [(byte)name.Length, 0, (byte)whole.Length, 0];
            directory.AddRange([.. "PK\x01\x02"u8, 45, 0, 45, 0, .. new byte[12], .. sizes, .. lengths, .. new byte[10], .. BitConverter.GetBytes(parts.Count), .. name, .. whole]);
            parts.AddRange([.. "PK\x03\x04"u8, 45, 0, .. new byte[12], .. sizes, .. lengths, .. name, .. whole, (byte)'x']);
        }

        var end = BitConverter.GetBytes((short)WordParts.Length);
        return
        [
            .. parts, .. directory, .. "PK\x05\x06"u8, 0, 0, 0, 0, .. end, .. end, .. BitConverter.GetBytes(directory.Count), .. BitConverter.GetBytes(parts.Count), 0, 0,
        ];
    }

    /// <summary>An archive with empty parts.</summary>
    public static byte[] Archive(params IEnumerable<string> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                zip.CreateEntry(part);
            }
        }

        return memory.ToArray();
    }

    private static byte[] Big(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
}
