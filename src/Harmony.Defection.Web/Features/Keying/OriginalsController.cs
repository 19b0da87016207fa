using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Plumbing;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>
/// What a form was keyed from, for whoever keys or compares it: pictures shown beside the fields, messages as text, everything to download (P1, IN4).
/// </summary>
[HoldsRole(Role.Research, Role.GeneralSecretary)]
public sealed class OriginalsController(
    KeyingQueries queries, CurrentPerson person, OriginalReader original, IFileStore files, IVault vault) : DefectionController
{
    private static readonly string[] Pictures = ["image/jpeg", "image/png"];

    /// <summary>A file that came with the form: always saved, never shown in the site.</summary>
    [HttpGet("/keying/{id:guid}/files/{file:guid}"), SecurityHeadersPolicy(Headers.Download)]
    public async Task<IActionResult> Download(Guid id, Guid file) => await FindAsync(id, file) is { } stored
        ? Downloads.Of(await files.OpenAsync(file, HttpContext.RequestAborted), stored, "keyed-form")
        : NotFound();

    /// <summary>A scan that is a picture, to stand beside the fields. Only types that a browser draws and does not run.</summary>
    [HttpGet("/keying/{id:guid}/files/{file:guid}/picture"), SecurityHeadersPolicy(Headers.Download)]
    public async Task<IActionResult> Picture(Guid id, Guid file) =>
        await FindAsync(id, file) is { } stored && Pictures.Contains(stored.ContentType, StringComparer.Ordinal)
            ? File(await files.OpenAsync(file, HttpContext.RequestAborted), stored.ContentType)
            : NotFound();

    /// <summary>A message, as text.</summary>
    [HttpGet("/keying/{id:guid}/files/{file:guid}/message")]
    public async Task<IActionResult> Message(Guid id, Guid file)
    {
        if (await FindAsync(id, file) is not { ContentType: MessageReader.ContentType } stored)
        {
            return NotFound();
        }

        await using var content = await files.OpenAsync(file, HttpContext.RequestAborted);
        return await MessageReader.ReadAsync(content, HttpContext.RequestAborted) is { } message
            ? View(new MessagePage(id, file, vault.Open(stored, nameof(StoredFile.FileName), stored.FileName), message))
            : NotFound();
    }

    /// <summary>
    /// Something attached to a message: always saved, as bytes, under a name of the program's own, whose ending says what the content is.
    /// </summary>
    [HttpGet("/keying/{id:guid}/files/{file:guid}/message/{number:int}"), SecurityHeadersPolicy(Headers.Download)]
    public async Task<IActionResult> Attachment(Guid id, Guid file, int number)
    {
        if (await FindAsync(id, file) is not { ContentType: MessageReader.ContentType })
        {
            return NotFound();
        }

        await using var content = await files.OpenAsync(file, HttpContext.RequestAborted);
        return await MessageReader.OpenAsync(content, number, HttpContext.RequestAborted) is { } part
            ? File(part, "application/octet-stream", $"attachment-{number}{Downloads.EndingOf(FileTypes.Of(part)?.ContentType ?? string.Empty)}")
            : NotFound();
    }

    private async Task<StoredFile?> FindAsync(Guid id, Guid file)
    {
        if (await queries.FindAsync(id, HttpContext.RequestAborted) is null || await queries.FileAsync(id, file, HttpContext.RequestAborted) is not { } stored)
        {
            return null;
        }

        var role = await person.HoldsAsync(Role.Research) ? Role.Research : Role.GeneralSecretary;
        await original.RecordAsync(id, person.Id, role, "file.opened", stored.Purpose.ToString());
        return stored;
    }
}

/// <summary>A message that a form came in.</summary>
/// <param name="Draft">The keyed form.</param>
/// <param name="File">The file of the message.</param>
/// <param name="Name">The name it had.</param>
/// <param name="Message">The message.</param>
public sealed record MessagePage(Guid Draft, Guid File, string Name, ReadMessage Message);
