using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Paper;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Drafts of a release: written, looked at as applicants will see them, held against the release in force, released (F2, F4, F5).</summary>
[Route("operations/releases/drafts/{id:guid}"), HoldsRole(Role.Operations)]
public sealed class ReleaseDraftsController(ReleaseQueries queries, ReleaseDesk desk, StartPages pages, ISocieties societies, CurrentPerson person, TimeProvider clock)
    : DefectionController
{
    private const string List = "/operations/releases";

    /// <summary>The English texts.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(Guid id) => await queries.DraftAsync(id) is { } draft ? View(ReleaseForm.Of(draft)) : NotFound();

    /// <summary>Saves the English texts.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Edit(Guid id, ReleaseForm form)
    {
        if (await queries.DraftAsync(id) is not { } draft)
        {
            return NotFound();
        }

        form.Reading = draft;
        return ModelState.IsValid && await TryAsync(() => desk.KeepAsync(id, form.Version, d => (form.Texts(), d.Welsh), person.Id))
            ? Saved(draft.Path)
            : View(form);
    }

    /// <summary>The Welsh texts.</summary>
    [HttpGet("welsh")]
    public async Task<IActionResult> Welsh(Guid id) => await queries.DraftAsync(id) is { } draft ? View(WelshForm.Of(draft)) : NotFound();

    /// <summary>Saves the Welsh texts.</summary>
    [HttpPost("welsh")]
    public async Task<IActionResult> Welsh(Guid id, WelshForm form)
    {
        if (await queries.DraftAsync(id) is not { } draft)
        {
            return NotFound();
        }

        form.Reading = draft;
        return ModelState.IsValid && await TryAsync(() => desk.KeepAsync(id, form.Version, d => (d.Texts, form.Texts()), person.Id))
            ? Saved(draft.Path + "/welsh")
            : View(form);
    }

    /// <summary>What the draft changes in the release in force.</summary>
    [HttpGet("changes")]
    public async Task<IActionResult> Changes(Guid id) => await queries.DraftAsync(id) is { } draft ? View(queries.ChangesOf(draft)) : NotFound();

    /// <summary>Goes on from the release that came out meanwhile.</summary>
    [HttpPost("follow")]
    public async Task<IActionResult> Follow(Guid id, int version)
    {
        if (await queries.DraftAsync(id) is not { } draft)
        {
            return NotFound();
        }

        if (!await TryAsync(() => desk.FollowAsync(id, version)))
        {
            return View(nameof(Edit), ReleaseForm.Of(draft));
        }

        Say("The draft goes on from the release in force.");
        return Redirect(draft.Path + "/changes");
    }

    /// <summary>The start page as applicants will see it.</summary>
    [HttpGet("preview/start"), SpokenByQuery]
    public async Task<IActionResult> PreviewStart(Guid id) => await queries.DraftAsync(id) is { } draft
        ? Preview(draft, release => View("/Features/Apply/Start.cshtml", pages.Of(release, isOpen: true, hasDraft: false, Languages.Current, pdfs: [])))
        : NotFound();

    /// <summary>The page with the Kernel and the undertakings as applicants will see it.</summary>
    [HttpGet("preview/undertakings"), SpokenByQuery]
    public async Task<IActionResult> PreviewUndertakings(Guid id) => await queries.DraftAsync(id) is { } draft
        ? Preview(draft, release =>
        {
            ViewData["Part"] = FormMap.Of(FormPart.Undertakings);
            return View("/Features/Apply/Undertakings.cshtml", UndertakingsForm.Of(release.Id, agreed: false));
        })
        : NotFound();

    /// <summary>The form on paper as it will be printed.</summary>
    [HttpGet("preview/paper"), SpokenByQuery]
    public async Task<IActionResult> PreviewPaper(Guid id)
    {
        if (await queries.DraftAsync(id) is not { } draft)
        {
            return NotFound();
        }

        var rules = PaperPage.RulesOf(await societies.AllAsync());
        return Preview(draft, release => View(
            "/Features/Paper/Paper.cshtml", new PaperPage(release, FormSession.UnderOf(release), PaperSize.A4, rules)));
    }

    /// <summary>A form sent from a preview goes nowhere.</summary>
    [HttpPost("preview/start"), HttpPost("preview/undertakings")]
    public async Task<IActionResult> SendPreview(Guid id)
    {
        if (await queries.DraftAsync(id) is null)
        {
            return NotFound();
        }

        Say("This is a preview: nothing was kept.");
        return Redirect(Request.Path);
    }

    /// <summary>The last look before the release.</summary>
    [HttpGet("release")]
    public async Task<IActionResult> Release(Guid id) => await queries.DraftAsync(id) is { } draft
        ? View(new ReleaseNowForm { Version = draft.Draft.Version, Reading = draft })
        : NotFound();

    /// <summary>Releases the form.</summary>
    [HttpPost("release")]
    public async Task<IActionResult> Release(Guid id, ReleaseNowForm form)
    {
        if (await queries.DraftAsync(id) is not { } draft)
        {
            return NotFound();
        }

        var number = 0;
        if (!ModelState.IsValid || !await TryAsync(async () => number = await desk.ReleaseAsync(id, form.Version, person.Id)))
        {
            form.Reading = draft;
            return View(form);
        }

        Say($"Release {number} of the form is out. New applications are made with it; whoever had begun reads the new texts before sending.");
        return Redirect(List);
    }

    /// <summary>Asks before a draft is thrown away.</summary>
    [HttpGet("discard")]
    public async Task<IActionResult> Discard(Guid id) => await queries.DraftAsync(id) is { } draft
        ? View("ConfirmRelease", new ConfirmPage(
            "Throw this draft away?", "Its texts are gone then. Releases stay as they are.", "Throw it away", draft.Path + "/discard", draft.Path))
        : NotFound();

    /// <summary>Throws a draft away.</summary>
    [HttpPost("discard"), ActionName(nameof(Discard))]
    public async Task<IActionResult> DiscardNow(Guid id)
    {
        await desk.DiscardAsync(id, person.Id);
        Say("The draft is thrown away.");
        return Redirect(List);
    }

    private ViewResult Preview(DraftReading draft, Func<FormRelease, ViewResult> show)
    {
        var release = FormRelease.Make(
            (draft.Last?.Number ?? 0) + 1, draft.Draft.Texts, draft.IsSample, person.Id, clock.Now(), draft.Draft.Welsh);
        ViewData["Preview"] = draft.Path;
        ViewData["Release"] = release;
        ViewData["Under"] = FormSession.UnderOf(release);
        ViewData["SavedAt"] = clock.Now();
        return show(release);
    }

    private RedirectResult Saved(string path)
    {
        Say("The draft is saved. Nothing is released.");
        return Redirect(path);
    }
}
