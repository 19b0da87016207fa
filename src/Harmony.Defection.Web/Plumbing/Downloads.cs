using Harmony.Defection.Domain.Evidence;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Plumbing;

/// <summary>
/// Gives uploaded files back: of one of a few fixed types, always as an attachment, under a name of the program's own (IN4), so that nothing
/// somebody uploaded is ever run or shown by this site.
/// </summary>
internal static class Downloads
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = "pdf",
        ["image/jpeg"] = "jpg",
        ["image/png"] = "png",
        ["image/webp"] = "webp",
        ["image/heic"] = "heic",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "docx",
        ["message/rfc822"] = "eml",
        ["text/plain"] = "txt",
    };

    /// <summary>The ending of a file's name by its type, with its dot.</summary>
    public static string EndingOf(string contentType) => $".{Endings.GetValueOrDefault(contentType, "bin")}";

    /// <summary>The answer that hands out a file.</summary>
    /// <param name="content">Its content; closed by the answer.</param>
    /// <param name="file">Its row.</param>
    /// <param name="reference">The case's public number, for the name it is saved under.</param>
    public static FileStreamResult Of(Stream content, StoredFile file, string reference)
    {
        var known = Endings.TryGetValue(file.ContentType, out var ending);
        return new FileStreamResult(content, known ? file.ContentType : "application/octet-stream")
        {
            FileDownloadName = $"{reference}-{file.Purpose.ToString().ToLowerInvariant()}-{file.Id.ToString("N")[^6..]}.{ending ?? "bin"}",
        };
    }
}
