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

    /// <summary>Most bytes that a Word document unpacks to.</summary>
    private const long MostUnpacked = 100_000_000;

    /// <summary>Bytes up to which nobody asks how tightly they were packed.</summary>
    private const long ModestlyUnpacked = 5_000_000;

    /// <summary>How many times larger than packed a large document may be.</summary>
    private const long MostPackedTimes = 60;

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
        return Of(content) is { } type && type.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? type : null;
    }

    /// <summary>The type of content without a name; nothing for one that is not let in.</summary>
    public static FileType? Of(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var head = new byte[HeadBytes];
        content.Position = 0;
        var length = content.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        var type = Recognise(head.AsSpan(0, length), content);
        content.Position = 0;
        return type;
    }

    private static FileType? Recognise(ReadOnlySpan<byte> head, Stream content)
    {
        if (head.StartsWith("%PDF-"u8))
        {
            return head.Length >= 8 && char.IsAsciiDigit((char)head[5]) && head[6] == '.' ? Pdf : null;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return PictureSizes.OfJpeg(content) is { } size && IsSmallEnough(size) ? Jpeg : null;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return PictureSizes.OfPng(head) is { } size && IsSmallEnough(size) ? Png : null;
        }

        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
        {
            var brand = System.Text.Encoding.ASCII.GetString(head[8..12]);
            return HeicBrands.Contains(brand, StringComparer.Ordinal) && PictureSizes.OfHeic(content).All(IsSmallEnough) ? Heic : null;
        }

        return head.StartsWith("PK\x03\x04"u8) && IsWordDocument(content) ? Word : null;
    }

    private static bool IsSmallEnough((long Width, long Height) size) => size.Width * size.Height is > 0 and <= MostPixels;

    /// <summary>
    /// Whether the archive names the parts of a Word document, none of a program in it, and no more than a document unpacks to. Nothing is
    /// unpacked.
    /// </summary>
    private static bool IsWordDocument(Stream content)
    {
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var entries = archive.Entries;
            return entries.Count <= MostParts
                && entries.Any(e => e.FullName == "[Content_Types].xml")
                && entries.Any(e => e.FullName == "word/document.xml")
                && !entries.Any(e => IsUnwelcome(e.FullName))
                && UnpacksModestly(entries);
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException or ArgumentException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>Parts that a letter or a statement has no need of: macros, embedded objects, paths that lead out of the archive.</summary>
    private static bool IsUnwelcome(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("word/embeddings/", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("word/activeX/", StringComparison.OrdinalIgnoreCase)
        || part.Contains("..", StringComparison.Ordinal)
        || part.StartsWith('/')
        || part.Contains('\\', StringComparison.Ordinal);

    private static bool UnpacksModestly(IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        var (packed, unpacked) = (entries.Sum(e => e.CompressedLength), entries.Sum(e => e.Length));
        return unpacked <= MostUnpacked && (unpacked <= ModestlyUnpacked || unpacked <= packed * MostPackedTimes);
    }
}
