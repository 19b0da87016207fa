using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>What the applicant corrected after the assembly's copy was released (P5, rule 7).</summary>
[OnCase(Role.Research), Settled]
public sealed class CorrectionsController(CaseContext current, CaseQueries cases, OriginalReader original, Desk desk, IVault vault) : DefectionController
{
    /// <summary>Corrections beside what the form says, and what follows for the copy.</summary>
    [HttpGet("/cases/{reference}/take-in-corrections")]
    public async Task<IActionResult> TakeInCorrections(string reference)
    {
        await original.RecordAsync("corrections.opened", "Was", "ShouldBe");
        return View(await PageAsync(new TakeInCorrectionsForm()));
    }

    /// <summary>Records that they were read.</summary>
    [HttpPost("/cases/{reference}/take-in-corrections")]
    public async Task<IActionResult> TakeInCorrections(string reference, TakeInCorrectionsForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid && await TryAsync(() => desk.ActAsync(
            current.Id, current.Standing.PersonId, Role.Research, (a, act) => a.TakeInCorrections(form.Last, form.Note!.Trim(), act, vault))))
        {
            Say("The corrections are taken in.");
            return Redirect($"/cases/{current.Reference}");
        }

        await original.RecordAsync("corrections.opened", "Was", "ShouldBe");
        return View(await PageAsync(form));
    }

    private async Task<TakeInCorrectionsPage> PageAsync(TakeInCorrectionsForm form)
    {
        var application = await cases.CaseAsync(HttpContext.RequestAborted);
        form.Last = application.Corrections.Count;
        return new TakeInCorrectionsPage(
            await cases.HeadAsync(application, HttpContext.RequestAborted), CorrectionRows.Of(application, vault, c => c.TakenInAt is null), form);
    }
}

/// <summary>What follows from corrections for the copy that Members read.</summary>
public sealed class TakeInCorrectionsForm
{
    /// <summary>Longest note.</summary>
    public const int NoteLength = 1000;

    /// <summary>The number of the last correction that was shown, so that none is taken in unread.</summary>
    public int Last { get; set; }

    public string? Note { get; set; }
}

internal sealed class TakeInCorrectionsFormValidator : AbstractValidator<TakeInCorrectionsForm>
{
    public TakeInCorrectionsFormValidator() =>
        RuleFor(f => f.Note).NotEmpty().WithMessage("Write what follows for the copy that Members read")
            .MaximumLength(TakeInCorrectionsForm.NoteLength).WithMessage($"Use {TakeInCorrectionsForm.NoteLength} characters or fewer");
}
