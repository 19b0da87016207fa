using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Plumbing;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>The original of a form and the files that came with it, for Research alone.</summary>
[OnCase(Role.Research), Settled]
public sealed class OriginalController(ResearchQueries queries, OriginalReader original, IFileStore files) : DefectionController
{
    /// <summary>The original, whole.</summary>
    [HttpGet("/cases/{reference}/form")]
    public async Task<IActionResult> Original(string reference)
    {
        await original.RecordAsync("original.opened", "Answers");
        return View(await queries.OriginalAsync(HttpContext.RequestAborted));
    }

    /// <summary>A file that came with it: always saved, never shown in the site.</summary>
    [HttpGet("/cases/{reference}/files/{id:guid}"), SecurityHeadersPolicy(Headers.Download)]
    public async Task<IActionResult> Download(string reference, Guid id)
    {
        if (await queries.FileAsync(id, HttpContext.RequestAborted) is not { } file)
        {
            return NotFound();
        }

        await original.RecordAsync("file.opened", file.Purpose.ToString());
        return Downloads.Of(await files.OpenAsync(id, HttpContext.RequestAborted), file, reference);
    }
}
