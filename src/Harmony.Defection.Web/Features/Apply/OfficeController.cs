using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Societies;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The part on the area of the main office: residence or links, and their proof (F13).</summary>
public sealed class OfficeController(FormSession session, ISocieties societies, ProofFiles proof) : FormController(session)
{
    private const string ProofPath = "/apply/area/proof";

    /// <summary>Asks for residence or links.</summary>
    [HttpGet("/apply/area")]
    public Task<IActionResult> Area() => AskAreaAsync(AreaForm.Of(Form.Answers.Area));

    /// <summary>Keeps residence or links, with the rule that was shown, and goes on to the proof.</summary>
    [HttpPost("/apply/area")]
    public async Task<IActionResult> Area(AreaForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var rule = await RuleAsync();
        if (rule is not null && form.RuleShown is { } shown && shown != rule.Rule)
        {
            ModelState.AddModelError(string.Empty, T("The rule on this page has changed since you opened it. Read the one in force now, then save again"));
        }

        if (!ModelState.IsValid || rule is null)
        {
            return await AskAreaAsync(form);
        }

        Look.AddContactsIn(nameof(AreaForm.Statement), form.Statement, Search);
        return !IsLookDue() && await TryAsync(() => Form.KeepAsync(Form.Answers with { Area = form.ToAnswer(rule.Rule) }))
            ? Redirect(After(ProofPath))
            : await AskAreaAsync(form);
    }

    /// <summary>Asks for proof.</summary>
    [HttpGet(ProofPath)]
    public Task<IActionResult> Proof() => AskProofAsync(new ProofForm());

    /// <summary>Takes files in. What cannot be taken is named; the others are kept.</summary>
    [HttpPost(ProofPath)]
    [RequestSizeLimit(FileChecks.LargestUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = FileChecks.LargestUpload)]
    public async Task<IActionResult> Proof(ProofForm form)
    {
        var files = form.Files ?? [];
        if (form.Another && files.Count == 0)
        {
            ModelState.AddModelError(nameof(ProofForm.Files), T("Choose a file first"));
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
        ? View("Remove", new RemovePage(T("Remove this file?"), file.Name, $"{ProofPath}/{id}/remove", ProofPath))
        : NotFound();

    /// <summary>Removes a file.</summary>
    [HttpPost(ProofPath + "/{id:guid}/remove")]
    public async Task<IActionResult> RemoveProofNow(Guid id)
    {
        Say(await proof.RemoveAsync(Form.Draft.Id, id) ? T("The file is removed.") : T("The file was removed before."));
        return Redirect(ProofPath);
    }

    private async Task<IActionResult> AskAreaAsync(AreaForm form)
    {
        ViewData["Rule"] = await RuleAsync();
        ViewData["IsAskedAgain"] = Form.Answers.Area is { RuleShown.Length: 0 };
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

    /// <summary>The rule of the Society chosen with the main office; nothing before that.</summary>
    private async Task<AreaRule?> RuleAsync() => (await societies.AllAsync()).FirstOrDefault(s => s.Id == Form.Answers.MainOffice?.SocietyId) is { } society
        ? new AreaRule(society.Name, society.AreaRule())
        : null;
}

/// <summary>The page that asks before something is taken out of the form.</summary>
/// <param name="Title">The question.</param>
/// <param name="What">What goes.</param>
/// <param name="Action">Where it is done.</param>
/// <param name="Back">The page to go back to.</param>
public sealed record RemovePage(string Title, string What, string Action, string Back);
