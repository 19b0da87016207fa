using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Appearance;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Appearance;

/// <summary>
/// The Party's own mark and colours, for every page (F3). Each address names what it leads to, so that a browser may keep it for ever; an
/// address of what no longer holds leads nowhere.
/// </summary>
[AllowAnonymous]
public sealed class AppearanceController(PartyAppearance party, DefectionDbContext context) : Controller
{
    private const string KeptForEver = "public, max-age=31536000, immutable";

    /// <summary>The mark: of one fixed type, whatever was uploaded.</summary>
    [HttpGet("/mark/{name}.png")]
    public async Task<IActionResult> Mark(string name, CancellationToken cancellation)
    {
        if (party.MarkHash is not { } hash || hash != name
            || await context.Set<PartySettings>().Where(s => s.MarkHash == hash).Select(s => s.Mark).FirstOrDefaultAsync(cancellation) is not { } png)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = KeptForEver;
        return File(png, "image/png");
    }

    /// <summary>The colours, as the few properties that the style sheet leaves to the Party.</summary>
    [HttpGet("/colours/{name}.css")]
    public IActionResult Colours(string name)
    {
        if (party.ColoursPath != $"/colours/{name}.css")
        {
            return NotFound();
        }

        Response.Headers.CacheControl = KeptForEver;
        var colours = party.Colours;
        return Content(
            $$"""
            :root { {{Properties(colours.Main, colours.Link, "#fff", 8)}} }
            @media screen and (prefers-color-scheme: dark) { :root { {{Properties(colours.MainInDark, colours.LinkInDark, "#201a1b", 20)}} } }

            """,
            "text/css");
    }

    private static string Properties(string main, string link, string sheet, int tint) =>
        $"--hd-red: {main}; --hd-red-deep: color-mix(in srgb, {main} 80%, #000); --hd-red-tint: color-mix(in srgb, {main} {tint}%, {sheet}); --hd-link: {link};";
}
