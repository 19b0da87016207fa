using System.Buffers.Binary;
using System.IO.Compression;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>A type of file that is let in.</summary>
/// <param name="ContentType">As what it is stored and served.</param>
/// <param name="Extensions">The endings its name may have.</param>
public sealed record FileType(string ContentType, IReadOnlyList<string> Extensions);

/// <summary>Tells by a file's content what it is; its name only has to agree (IN3).</summary>
public static class FileTypes
{
    /// <summary>Bytes from the beginning that are looked at.</summary>
    private const int HeadBytes = 64;

    /// <summary>Most pixels of a picture, so that opening one cannot fill a reader's memory.</summary>
    private const long MostPixels = 100_000_000;

    /// <summary>Most parts of a Word document.</summary>
    private const int MostParts = 2000;

    private static readonly FileType Pdf = new("application/pdf", [".pdf"]);
    private static readonly FileType Jpeg = new("image/jpeg", [".jpg", ".jpeg"]);
    private static readonly FileType Png = new("image/png", [".png"]);
    private static readonly FileType Heic = new("image/heic", [".heic", ".heif"]);
    private static readonly FileType Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);

    private static readonly string[] HeicBrands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"];

    /// <summary>What the file picker offers.</summary>
    public const string Accept = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.docx";

    /// <summary>The type of a file by its content; nothing for one that is not let in.</summary>
    /// <param name="content">The content, which can be sought in.</param>
    /// <param name="name">The name the file had.</param>
    public static FileType? Of(Stream content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        var head = new byte[HeadBytes];
        content.Position = 0;
        var length = content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        var type = Recognise(head.AsSpan(0, length), content);
        content.Position = 0;
        return type is not null && type.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? type : null;
    }

    private static FileType? Recognise(ReadOnlySpan<byte> head, Stream content)
    {
        if (head.StartsWith("%PDF-"u8))
        {
            return Pdf;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return Jpeg;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return IsSmallEnough(head) ? Png : null;
        }

        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
        {
            var brand = System.Text.Encoding.ASCII.GetString(head[8..12]);
            return HeicBrands.Contains(brand, StringComparer.Ordinal) ? Heic : null;
        }

        return head.StartsWith("PK\x03\x04"u8) && IsWordDocument(content) ? Word : null;
    }

    private static bool IsSmallEnough(ReadOnlySpan<byte> png) =>
        png.Length >= 24
        && png[12..16].SequenceEqual("IHDR"u8)
        && (long)BinaryPrimitives.ReadUInt32BigEndian(png[16..20]) * BinaryPrimitives.ReadUInt32BigEndian(png[20..24]) is > 0 and <= MostPixels;

    /// <summary>Whether the archive names the parts of a Word document, and none of a program in it. Nothing is unpacked.</summary>
    private static bool IsWordDocument(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Take(MostParts + 1).Select(e => e.FullName).ToList();
            return names.Count <= MostParts
                && names.Contains("[Content_Types].xml", StringComparer.Ordinal)
                && names.Contains("word/document.xml", StringComparer.Ordinal)
                && !names.Exists(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or ArgumentException)
        {
            return false;
        }
    }
}
