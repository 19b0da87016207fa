using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>What waits for whoever is signed in, and looking a case up.</summary>
[Authorize]
public sealed class WorkController(CurrentPerson person, WorkDesk desk, FindQueries find) : DefectionController
{
    /// <summary>The person's queues; who has none but works for Operations goes on to its page.</summary>
    [HttpGet("/work")]
    public async Task<IActionResult> Work(string? view, int page = 1)
    {
        var facts = await person.FactsAsync();
        return facts.Memberships.Count == 0 && facts.Holdings.Count > 0 && facts.Holdings.All(h => h.Role == Role.Operations)
            ? Redirect("/operations")
            : View(await desk.OpenAsync(facts, view, page, HttpContext.RequestAborted));
    }

    /// <summary>Looks a case up by reference or stage.</summary>
    [HttpGet("/work/find"), HoldsRole(Role.Research, Role.GeneralSecretary)]
    public async Task<IActionResult> Find(FindForm form, int page = 1) =>
        form.IsAsked && ModelState.IsValid ? View("Found", await find.FindAsync(form, page, HttpContext.RequestAborted)) : RedirectToAction(nameof(Work));

    /// <summary>Looks cases up by a word of the applicant's name.</summary>
    [HttpPost("/work/find"), HoldsRole(Role.Research, Role.GeneralSecretary)]
    public async Task<IActionResult> Find(FindNameForm form)
    {
        if (ModelState.IsValid)
        {
            return View("Found", await find.FindByNameAsync(form.Name!, HttpContext.RequestAborted));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View("Work", await desk.OpenAsync(await person.FactsAsync(), null, 1, HttpContext.RequestAborted));
    }
}

internal sealed class FindNameFormValidator : AbstractValidator<FindNameForm>
{
    public FindNameFormValidator() =>
        RuleFor(f => f.Name)
            .NotEmpty().WithMessage("Enter a word of the name")
            .MaximumLength(200).WithMessage("Use 200 characters or fewer")
            .Must(n => LookUps.WordsOf(n!).Any()).WithMessage("Enter a word of the name");
}
