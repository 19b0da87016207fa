using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The part on offices: one after another, which of them is the main one, and the party to be left (F1, rule 1).</summary>
public sealed class OfficesController(FormSession session, ISocieties societies, OfficeKindList kinds) : FormController(session)
{
    private const string Path = "/apply/office";

    private OfficesAnswer Given => Form.Answers.Offices ?? new OfficesAnswer([], Guid.Empty, Party: null, IsAnswered: false);

    /// <summary>Shows the offices so far; asks which is the main one, and for the party.</summary>
    [HttpGet(Path)]
    public IActionResult Offices() => Given.Held.Count == 0 ? Redirect(Path + "/new") : AskOffices(OfficesForm.Of(Given));

    /// <summary>Keeps the main office and the party. Another Society has another rule, which the part on the area then shows first (rule 3).</summary>
    [HttpPost(Path)]
    public async Task<IActionResult> Offices(OfficesForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Given.Held.Count == 0)
        {
            return Redirect(Path + "/new");
        }

        if (Given.Held.Count > 1 && Given.Held.All(o => o.Id != form.Main))
        {
            ModelState.AddModelError(nameof(OfficesForm.Main), T("Choose your main office"));
        }

        if (!ModelState.IsValid)
        {
            return AskOffices(form);
        }

        var answer = Given with
        {
            MainId = Given.Held.Count > 1 ? form.Main!.Value : Given.Held[0].Id,
            Party = form.ToParty(),
            IsAnswered = true,
        };
        return await TryAsync(() => KeepAsync(answer)) ? Redirect(Form.PathAfter(FormPart.Office)) : AskOffices(form);
    }

    /// <summary>Asks for one more office.</summary>
    [HttpGet(Path + "/new")]
    public Task<IActionResult> Office() => AskOfficeAsync(new OfficeForm());

    /// <summary>Keeps one more office.</summary>
    [HttpPost(Path + "/new")]
    public async Task<IActionResult> Office(OfficeForm form)
    {
        if (Given.Held.Count >= OfficesForm.Most)
        {
            ModelState.AddModelError(string.Empty, T($"{OfficesForm.Most} offices are the most that can be listed"));
        }

        return await JudgeAsync(form, null) is { } kind && await TryAsync(() => KeepAsync(Given with
        {
            Held = [.. Given.Held, form.ToAnswer(Guid.CreateVersion7(), kind)],
            IsAnswered = Given.IsAnswered && Given.Held.Count > 0,
        }))
            ? Redirect(Path)
            : await AskOfficeAsync(form);
    }

    /// <summary>Shows one office, to change it.</summary>
    [HttpGet(Path + "/{id:guid}")]
    public Task<IActionResult> Change(Guid id) =>
        Find(id) is { } office ? AskOfficeAsync(OfficeForm.Of(office), office) : Task.FromResult<IActionResult>(NotFound());

    /// <summary>Keeps a changed office.</summary>
    [HttpPost(Path + "/{id:guid}")]
    public async Task<IActionResult> Change(Guid id, OfficeForm form)
    {
        if (Find(id) is not { } office)
        {
            return NotFound();
        }

        return await JudgeAsync(form, office) is { } kind
            && await TryAsync(() => KeepAsync(Given with { Held = [.. Given.Held.Select(o => o.Id == id ? form.ToAnswer(id, kind) : o)] }))
            ? Redirect(After(Path))
            : await AskOfficeAsync(form, office);
    }

    /// <summary>Asks before an office is taken off the list.</summary>
    [HttpGet(Path + "/{id:guid}/remove")]
    public IActionResult Remove(Guid id) => Find(id) is { } office
        ? View("Remove", new RemovePage(T("Remove this office?"), office.Say(), $"{Path}/{id}/remove", Path))
        : NotFound();

    /// <summary>Takes an office off the list.</summary>
    [HttpPost(Path + "/{id:guid}/remove")]
    public async Task<IActionResult> RemoveNow(Guid id)
    {
        await KeepAsync(Given with { Held = [.. Given.Held.Where(o => o.Id != id)] });
        Say(T("The office is removed."));
        return Redirect(Path);
    }

    private OfficeAnswer? Find(Guid id) => Given.Held.FirstOrDefault(o => o.Id == id);

    /// <summary>Keeps the offices. Where the deciding Society is another one than before, its rule has not been shown yet.</summary>
    private Task KeepAsync(OfficesAnswer offices)
    {
        var area = Form.Answers.Area;
        if (area is not null && Given.Main?.SocietyId != offices.Main?.SocietyId)
        {
            area = area with { RuleShown = string.Empty };
        }

        return Form.KeepAsync(Form.Answers with { Offices = offices, Area = area });
    }

    /// <summary>Whether the kind and the Society are on the lists; the kind where everything is right.</summary>
    private async Task<ChosenKind?> JudgeAsync(OfficeForm form, OfficeAnswer? before)
    {
        ArgumentNullException.ThrowIfNull(form);
        var kind = await kinds.FindAsync(form.Kind, before is null ? [] : [before.Kind]);
        if (form.Kind is not null && kind is null)
        {
            ModelState.AddModelError(nameof(OfficeForm.Kind), T("Choose a kind of office from the list"));
        }

        if (kind is { IsNamedByApplicant: true } && Tidy.Line(form.NamedAs) is null)
        {
            ModelState.AddModelError(nameof(OfficeForm.NamedAs), T("Enter what your office is called, since it is not on the list"));
        }

        if (form.SocietyId is { } chosen && !(await OfferedAsync()).Exists(s => s.Id == chosen))
        {
            ModelState.AddModelError(nameof(OfficeForm.SocietyId), T("Choose a Society from the list"));
        }

        return ModelState.IsValid ? kind : null;
    }

    private ViewResult AskOffices(OfficesForm form)
    {
        ViewData["Offices"] = Given;
        return Ask(FormPart.Office, form, "Offices");
    }

    private async Task<IActionResult> AskOfficeAsync(OfficeForm form, OfficeAnswer? before = null)
    {
        ViewData["Kinds"] = await kinds.ChoicesAsync(before is null ? [] : [before.Kind]);
        ViewData["Societies"] = (await OfferedAsync()).ConvertAll(s => new Choice(s.Id.ToString(), s.Name));
        ViewData["IsFirst"] = Given.Held.Count == 0;
        return Ask(FormPart.Office, form, before is null ? "Office" : "ChangeOffice");
    }

    /// <summary>The Societies of areas, smallest first; the one for elections has none.</summary>
    private async Task<List<Society>> OfferedAsync() => [.. (await societies.AllAsync()).Where(s => s.Kind != SocietyKind.Elections)
        .OrderBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal)];
}
