using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The parts about the office and its area (F1, F13).</summary>
public sealed class OfficeController(FormSession session, ISocieties societies, ProofFiles proof) : FormController(session)
{
    private const string ProofPath = "/apply/area/proof";

    /// <summary>Asks for the office.</summary>
    [HttpGet("/apply/office")]
    public Task<IActionResult> Office() => AskOfficeAsync(OfficeForm.Of(Form.Answers.Office));

    /// <summary>Keeps the office. Another Society has another rule, which the part on the area then shows first (rule 3).</summary>
    [HttpPost("/apply/office")]
    public async Task<IActionResult> Office(OfficeForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.SocietyId is { } chosen && !(await OfferedAsync()).Exists(s => s.Id == chosen))
        {
            ModelState.AddModelError(nameof(OfficeForm.SocietyId), "Choose a Society from the list");
        }

        if (!ModelState.IsValid)
        {
            return await AskOfficeAsync(form);
        }

        var office = form.ToAnswer();
        var area = Form.Answers.Area;
        if (area is not null && Form.Answers.Office?.SocietyId != office.SocietyId)
        {
            area = area with { RuleShown = string.Empty };
        }

        return await TryAsync(() => Form.KeepAsync(Form.Answers with { Office = office, Area = area }))
            ? Redirect(Form.PathAfter(FormPart.Office))
            : await AskOfficeAsync(form);
    }

    /// <summary>Asks for residence or links.</summary>
    [HttpGet("/apply/area")]
    public Task<IActionResult> Area() => AskAreaAsync(AreaForm.Of(Form.Answers.Area));

    /// <summary>Keeps residence or links, with the rule that was shown, and goes on to the proof.</summary>
    [HttpPost("/apply/area")]
    public async Task<IActionResult> Area(AreaForm form)
    {
        if (!ModelState.IsValid || await RuleAsync() is not { } rule)
        {
            return await AskAreaAsync(form);
        }

        return await TryAsync(() => Form.KeepAsync(Form.Answers with { Area = form.ToAnswer(rule.Rule) })) ? Redirect(ProofPath) : await AskAreaAsync(form);
    }

    /// <summary>Asks for proof.</summary>
    [HttpGet(ProofPath)]
    public Task<IActionResult> Proof() => AskProofAsync(new ProofForm());

    /// <summary>Takes files in. What cannot be taken is named; the others are kept.</summary>
    [HttpPost(ProofPath)]
    [RequestSizeLimit(ProofFiles.LargestUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = ProofFiles.LargestUpload)]
    public async Task<IActionResult> Proof(ProofForm form)
    {
        var files = form.Files ?? [];
        if (form.Another && files.Count == 0)
        {
            ModelState.AddModelError(nameof(ProofForm.Files), "Choose a file first");
        }

        foreach (var refusal in await proof.TakeAsync(Form.Draft, files))
        {
            ModelState.AddModelError(nameof(ProofForm.Files), refusal);
        }

        return !ModelState.IsValid ? await AskProofAsync(form) : Redirect(form.Another ? ProofPath : Form.PathAfter(FormPart.Area));
    }

    /// <summary>Asks before a file is removed.</summary>
    [HttpGet(ProofPath + "/{id:guid}/remove")]
    public async Task<IActionResult> RemoveProof(Guid id) => (await proof.OfAsync(Form.Draft.Id)).FirstOrDefault(f => f.Id == id) is { } file
        ? View("Remove", new RemovePage("Remove this file?", file.Name, $"{ProofPath}/{id}/remove", ProofPath))
        : NotFound();

    /// <summary>Removes a file.</summary>
    [HttpPost(ProofPath + "/{id:guid}/remove")]
    public async Task<IActionResult> RemoveProofNow(Guid id)
    {
        Say(await proof.RemoveAsync(Form.Draft.Id, id) ? "The file is removed." : "The file was removed before.");
        return Redirect(ProofPath);
    }

    private async Task<IActionResult> AskOfficeAsync(OfficeForm form)
    {
        ViewData["Societies"] = (await OfferedAsync()).ConvertAll(s => new Choice(s.Id.ToString(), s.Name));
        return Ask(FormPart.Office, form);
    }

    /// <summary>The Societies of areas, smallest first; the one for elections has none.</summary>
    private async Task<List<Society>> OfferedAsync() => [.. (await societies.AllAsync()).Where(s => s.Kind != SocietyKind.Elections)
        .OrderBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal)];

    private async Task<IActionResult> AskAreaAsync(AreaForm form)
    {
        ViewData["Rule"] = await RuleAsync();
        return Ask(FormPart.Area, form);
    }

    private async Task<IActionResult> AskProofAsync(ProofForm form)
    {
        ViewData["Part"] = FormMap.Of(FormPart.Area);
        ViewData["SavedAt"] = Form.Draft.ChangedAt;
        ViewData["Rule"] = await RuleAsync();
        ViewData["Files"] = await proof.OfAsync(Form.Draft.Id);
        return View("Proof", form);
    }

    /// <summary>The rule of the Society chosen with the office; nothing before that.</summary>
    private async Task<AreaRule?> RuleAsync() => (await societies.AllAsync()).FirstOrDefault(s => s.Id == Form.Answers.Office?.SocietyId) is { } society
        ? new AreaRule(society.Name, society.AreaRule())
        : null;
}

/// <summary>The page that asks before something is taken out of the form.</summary>
/// <param name="Title">The question.</param>
/// <param name="What">What goes.</param>
/// <param name="Action">Where it is done.</param>
/// <param name="Back">The page to go back to.</param>
public sealed record RemovePage(string Title, string What, string Action, string Back);
