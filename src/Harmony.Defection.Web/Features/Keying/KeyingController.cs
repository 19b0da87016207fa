using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>The General Secretary keys in forms that came by post or e-mail (P1).</summary>
[HoldsRole(Role.GeneralSecretary)]
public sealed class KeyingController(
    KeyingQueries queries,
    SourceFiles sources,
    Intake intake,
    CurrentPerson person,
    OriginalReader original,
    OfficeKindList kinds,
    ISocieties societies,
    DefectionDbContext context,
    IVault vault) : DefectionController
{
    /// <summary>What is being keyed in, and what waits for its second person.</summary>
    [HttpGet("/keying")]
    public async Task<IActionResult> List() => View(await queries.ListAsync(HttpContext.RequestAborted));

    /// <summary>Asks how and when the form came.</summary>
    [HttpGet("/keying/new")]
    public async Task<IActionResult> Begin() => await AskAsync(new BeginForm());

    /// <summary>Begins to key it in, with what it is keyed from.</summary>
    [HttpPost("/keying/new")]
    [RequestSizeLimit(FileChecks.LargestUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = FileChecks.LargestUpload)]
    public async Task<IActionResult> Begin(BeginForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Refuse(nameof(BeginForm.Files), SourceFiles.Refusals(form.Files ?? []));
        if (form.Release is { } release && !await queries.IsReleaseAsync(release, HttpContext.RequestAborted))
        {
            ModelState.AddModelError(nameof(BeginForm.Release), "Choose a date from the list");
        }

        Draft? draft = null;
        if (ModelState.IsValid && await TryAsync(async () => draft = await intake.BeginKeyingAsync(
            form.Channel!.Value, form.ReceivedOn!.Value!.Value, form.Release!.Value, person.Id, HttpContext.RequestAborted)))
        {
            await sources.TakeAsync(draft!, FilePurpose.Source, form.Files!, HttpContext.RequestAborted);
            await original.RecordAsync(draft!.Id, person.Id, Role.GeneralSecretary, "keying.begun", "Source");
            return RedirectToAction(nameof(KeyIn), new { id = draft.Id });
        }

        return await AskAsync(form);
    }

    /// <summary>The form, to be keyed in.</summary>
    [HttpGet("/keying/{id:guid}")]
    public async Task<IActionResult> KeyIn(Guid id)
    {
        if (await queries.FindAsync(id, HttpContext.RequestAborted) is not { } draft)
        {
            return NotFound();
        }

        if (draft.KeyedAt is not null)
        {
            return Redirect($"/keying/{id}/confirm");
        }

        await original.RecordAsync(id, person.Id, Role.GeneralSecretary, "keying.opened", "Answers", "Source");
        return View(await queries.KeyInAsync(draft, person.Id, null, HttpContext.RequestAborted));
    }

    /// <summary>Keeps every part that is right, and sends the form to its second person when it is complete.</summary>
    [HttpPost("/keying/{id:guid}")]
    public async Task<IActionResult> KeyIn(Guid id, KeyedForm form)
    {
        if (await queries.FindAsync(id, HttpContext.RequestAborted) is not { KeyedAt: null } draft)
        {
            return NotFound();
        }

        var all = await societies.AllAsync(HttpContext.RequestAborted);
        var before = draft.Read(vault);
        var chosen = await JudgeOfficesAsync(form.Offices, before, all);
        GapRows.Excuse(form, ModelState);
        var answers = form.Into(before, IsRight, draft.FormReleaseId, chosen, society => all.Single(s => s.Id == society).AreaRule());
        context.ExpectVersion(draft, form.Version);
        if (await TryAsync(() => intake.KeepAsync(draft, answers, HttpContext.RequestAborted)))
        {
            form.Version = draft.Version;
            if (ModelState.IsValid && form.Finish && await TryAsync(() => intake.FinishKeyingAsync(draft, HttpContext.RequestAborted)))
            {
                Say("The form is keyed in and waits for a second person.");
                return RedirectToAction(nameof(List));
            }

            if (ModelState.IsValid)
            {
                Say("Everything is saved. Finish it when you have compared it with the paper.");
                return RedirectToAction(nameof(KeyIn), new { id });
            }
        }

        else
        {
            context.ChangeTracker.Clear();
            if (await queries.FindAsync(id, HttpContext.RequestAborted) is not { KeyedAt: null } now)
            {
                return NotFound();
            }

            ModelState.AddModelError(
                string.Empty, "What you typed stands below. Save it again to put it in place of theirs, or open the form anew to see what they keyed in.");
            (draft, form.Version) = (now, now.Version);
        }

        return View(await queries.KeyInAsync(draft, person.Id, form, HttpContext.RequestAborted));
    }

    /// <summary>Asks for more files that came with the form.</summary>
    [HttpGet("/keying/{id:guid}/add-files")]
    public async Task<IActionResult> AddFiles(Guid id) =>
        await queries.FindAsync(id, HttpContext.RequestAborted) is { KeyedAt: null } ? View(new FilesForm()) : NotFound();

    /// <summary>Takes them in.</summary>
    [HttpPost("/keying/{id:guid}/add-files")]
    [RequestSizeLimit(FileChecks.LargestUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = FileChecks.LargestUpload)]
    public async Task<IActionResult> AddFiles(Guid id, FilesForm form)
    {
        if (await queries.FindAsync(id, HttpContext.RequestAborted) is not { KeyedAt: null } draft)
        {
            return NotFound();
        }

        Refuse(nameof(FilesForm.Files), form.Files is { Count: > 0 } files ? SourceFiles.Refusals(files) : ["Choose a file first"]);
        if (ModelState.IsValid)
        {
            var purpose = form.IsProof ? FilePurpose.Proof : FilePurpose.Source;
            Refuse(nameof(FilesForm.Files), await sources.TakeAsync(draft, purpose, form.Files!, HttpContext.RequestAborted));
        }

        return ModelState.IsValid ? RedirectToAction(nameof(KeyIn), new { id }) : View(form);
    }

    private async Task<IActionResult> AskAsync(BeginForm form)
    {
        form.Releases = await queries.ReleasesAsync(HttpContext.RequestAborted);
        form.Release ??= form.Releases is [var only] ? Guid.Parse(only.Value) : null;
        return View(nameof(Begin), form);
    }

    /// <summary>Judges kinds and Societies of the offices keyed; gives the kind of each that is filled.</summary>
    private async Task<IReadOnlyList<ChosenKind?>> JudgeOfficesAsync(OfficesKeyedForm form, FormAnswers before, IReadOnlyList<Society> all)
    {
        ChosenKind[] held = [.. before.Offices?.Held.Select(o => o.Kind) ?? []];
        var chosen = new List<ChosenKind?>();
        foreach (var office in form.Filled)
        {
            var field = $"Offices.Held[{form.Held.IndexOf(office)}]";
            var kind = await kinds.FindAsync(office.Kind, held, HttpContext.RequestAborted);
            chosen.Add(kind);
            if (office.Kind is not null && kind is null)
            {
                ModelState.AddModelError($"{field}.Kind", "Choose a kind of office from the list");
            }

            if (kind is { IsNamedByApplicant: true } && Tidy.Line(office.NamedAs) is null)
            {
                ModelState.AddModelError($"{field}.NamedAs", "Enter what the office is called");
            }

            if (office.SocietyId is { } society && all.All(s => s.Id != society || s.Kind == SocietyKind.Elections))
            {
                ModelState.AddModelError($"{field}.SocietyId", "Choose a Society from the list");
            }
        }

        return chosen;
    }

    private bool IsRight(string part) =>
        !ModelState.Any(e => e.Value is { Errors.Count: > 0 } && (e.Key == part || e.Key.StartsWith(part + ".", StringComparison.Ordinal)));

    private void Refuse(string field, IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            ModelState.AddModelError(field, sentence);
        }
    }
}
