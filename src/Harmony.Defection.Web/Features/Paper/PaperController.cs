using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Wording;
using Harmony.Defection.Web.Plumbing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace Harmony.Defection.Web.Features.Paper;

/// <summary>The form to print and fill in by hand (P1): of the release in force, from the very questions and texts of the form online.</summary>
[InBothLanguages]
[AllowAnonymous]
public sealed class PaperController(FormSession session, ISocieties societies, PaperFiles files) : DefectionController
{
    /// <summary>The form for A4.</summary>
    [HttpGet(PaperFiles.Path)]
    public Task<IActionResult> Paper() => ShowAsync(PaperSize.A4);

    /// <summary>The form in large print.</summary>
    [HttpGet(PaperFiles.LargePath)]
    public Task<IActionResult> LargePrint() => ShowAsync(PaperSize.LargePrint);

    /// <summary>The PDF that was made of the form for A4.</summary>
    [HttpGet(PaperFiles.Path + ".pdf"), SecurityHeadersPolicy(Headers.Download)]
    public Task<IActionResult> Pdf() => DownloadAsync(PaperSize.A4);

    /// <summary>The PDF that was made of the form in large print.</summary>
    [HttpGet(PaperFiles.LargePath + ".pdf"), SecurityHeadersPolicy(Headers.Download)]
    public Task<IActionResult> LargePrintPdf() => DownloadAsync(PaperSize.LargePrint);

    private async Task<IActionResult> ShowAsync(PaperSize size)
    {
        await session.OpenAsync(HttpContext.RequestAborted);
        if (!session.IsOpen)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("/Features/Apply/Closed.cshtml");
        }

        var rules = PaperPage.RulesOf(await societies.AllAsync(HttpContext.RequestAborted));
        return View("Paper", new PaperPage(session.Release, session.Under!, size, rules));
    }

    private async Task<IActionResult> DownloadAsync(PaperSize size)
    {
        await session.OpenAsync(HttpContext.RequestAborted);
        return session.IsOpen && files.Find(session.Release, size) is { } file
            ? PhysicalFile(file, "application/pdf", size == PaperSize.A4 ? "defection-form.pdf" : "defection-form-large-print.pdf")
            : NotFound();
    }
}

/// <summary>The form on paper.</summary>
/// <param name="Release">The release in force.</param>
/// <param name="Under">The line that names the form and its date of release (F4).</param>
/// <param name="Size">How large it is printed.</param>
/// <param name="Rules">The rule of each Society on residence and links, as it is in force (F13, rule 3).</param>
public sealed record PaperPage(FormRelease Release, string Under, PaperSize Size, IReadOnlyList<string> Rules)
{
    /// <summary>Most rules that are printed; where there are more, the applicant asks for theirs.</summary>
    public const int MostRules = 40;

    /// <summary>The rules of Societies, the smallest kind first.</summary>
    public static IReadOnlyList<string> RulesOf(IEnumerable<Society> societies) =>
    [
        .. societies.Where(s => s.Kind != SocietyKind.Elections).OrderBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.CurrentCulture)
            .Select(s => s.AreaRule()),
    ];

    /// <summary>How often the questions that are asked of each office, job and account are printed.</summary>
    public static int TimesOf(FormPart part) => part == FormPart.Office ? 2 : 6;

    /// <summary>What one office, job or account is called.</summary>
    public static string NameOf(FormPart part, int number) => part switch
    {
        FormPart.Office => $"Office {number}",
        FormPart.Employment => $"Job {number}",
        _ => $"Public account {number}",
    };
}
