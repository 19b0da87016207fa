using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Appearance;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>The settings of how the Party appears (F3, rules 26 and 29).</summary>
[Route(Path), HoldsRole(Role.Operations)]
public sealed class PartyController(PartyDesk desk, PartyBook book, CurrentPerson person) : DefectionController
{
    private const string Path = "/operations/settings";

    /// <summary>Names, colours, mark, and who changed them last.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Party() => View(await desk.FormAsync());

    /// <summary>Changes names and colours.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Party(PartyForm form)
    {
        if (!ModelState.IsValid || !await TryAsync(() => desk.SetAsync(form.Names(), form.Colours(), form.Version, person.Id)))
        {
            return View(await desk.FillAsync(form));
        }

        Say("The settings are saved. Every page and letter has them from now on.");
        return Redirect(Path);
    }

    /// <summary>The page on which a mark is chosen.</summary>
    [HttpGet("mark")]
    public IActionResult Mark() => View(new MarkForm { Now = book.Current });

    /// <summary>Takes a mark in: a PNG by its content.</summary>
    [HttpPost("mark"), RequestSizeLimit(4 * PartySettings.MarkBytes)]
    public async Task<IActionResult> Mark(MarkForm form)
    {
        var (png, refusal) = await ReadAsync(form.Mark);
        if (refusal is not null)
        {
            ModelState.AddModelError(nameof(MarkForm.Mark), refusal);
        }

        if (!ModelState.IsValid || !await TryAsync(() => desk.SetMarkAsync(png, person.Id)))
        {
            form.Now = book.Current;
            return View(form);
        }

        Say("The mark is on every page from now on.");
        return Redirect(Path);
    }

    /// <summary>Goes back to the mark that the software comes with.</summary>
    [HttpPost("mark/remove")]
    public async Task<IActionResult> RemoveMark()
    {
        await desk.SetMarkAsync(null, person.Id);
        Say("The mark that the software comes with is back.");
        return Redirect(Path);
    }

    private static async Task<(byte[]? Png, string? Refusal)> ReadAsync(IFormFile? file)
    {
        if (file is not { Length: > 0 })
        {
            return (null, "Choose the picture of the mark");
        }

        if (file.Length > PartySettings.MarkBytes)
        {
            return (null, "The picture is larger than 200 kB. Choose a smaller one");
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var png = PngMark.Read(content.ToArray(), out var refusal);
        return (png, refusal);
    }
}
