using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Post;

/// <summary>Letters to applicants without an e-mail address: printed and posted by the General Secretary alone (rule 29).</summary>
[HoldsRole(Role.GeneralSecretary)]
public sealed class PostController(LetterQueries queries, CurrentPerson person, OriginalReader original, TimeProvider clock) : DefectionController
{
    /// <summary>Letters that wait to be posted.</summary>
    [HttpGet("/post")]
    public async Task<IActionResult> Waiting(LetterFilter filter, int page = 1) =>
        View(await queries.PostAsync(filter, page, HttpContext.RequestAborted));

    /// <summary>A letter as it is printed, with the applicant's address.</summary>
    [HttpGet("/post/{id:guid}")]
    public async Task<IActionResult> Letter(Guid id)
    {
        if (await queries.CaseOfAsync(id, HttpContext.RequestAborted) is not { } application)
        {
            return NotFound();
        }

        await original.RecordAsync(application, person.Id, Role.GeneralSecretary, "letter.opened", "Address", "Text");
        ViewData["Corrected"] = await queries.CorrectedAddressAsync(application, HttpContext.RequestAborted);
        return View(await queries.OpenAsync(id, application, withAddress: true, HttpContext.RequestAborted));
    }

    /// <summary>Asks for the day it was posted.</summary>
    [HttpGet("/post/{id:guid}/posted")]
    public Task<IActionResult> Posted(Guid id) => AskAsync(id, new PostForm { PostedOn = DateInput.Of(UkTime.Day(clock.Now())) });

    /// <summary>Marks it as posted.</summary>
    [HttpPost("/post/{id:guid}/posted")]
    public async Task<IActionResult> Posted(Guid id, PostForm form)
    {
        if (await queries.LineAsync(id, HttpContext.RequestAborted) is not { } letter)
        {
            return NotFound();
        }

        if (form.PostedOn?.Value < UkTime.Day(letter.WrittenAt))
        {
            ModelState.AddModelError("PostedOn.Day", $"It was written on {UkTime.Say(UkTime.Day(letter.WrittenAt))}, so it was posted then or later");
        }

        if (!ModelState.IsValid)
        {
            return await AskAsync(id, form);
        }

        Say(await queries.MarkAsync(id, form.PostedOn!.Value!.Value, person.Id, HttpContext.RequestAborted)
            ? "The letter is marked as posted."
            : "The letter was marked as posted before.");
        return RedirectToAction(nameof(Waiting));
    }

    private async Task<IActionResult> AskAsync(Guid id, PostForm form) =>
        await queries.LineAsync(id, HttpContext.RequestAborted) is { } letter ? View(nameof(Posted), new MarkPage(letter, form)) : NotFound();
}

/// <summary>Letters of a case, for Research and the General Secretary. What they say counts as the original (rule 15).</summary>
[OnCase(Role.Research, Role.GeneralSecretary), Settled]
public sealed class CaseLettersController(LetterQueries queries, CaseQueries cases, CaseContext current, OriginalReader original) : DefectionController
{
    /// <summary>Letters of the case, without what they say.</summary>
    [HttpGet("/cases/{reference}/letters")]
    public async Task<IActionResult> Letters(string reference)
    {
        var head = await cases.HeadAsync(await cases.CaseAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        return View(new CaseLettersPage(head, await queries.OfCaseAsync(current.Id, HttpContext.RequestAborted), current.Standing.Is(Role.GeneralSecretary)));
    }

    /// <summary>One letter as the applicant reads it.</summary>
    [HttpGet("/cases/{reference}/letters/{id:guid}")]
    public async Task<IActionResult> Letter(string reference, Guid id)
    {
        if (await queries.OpenAsync(id, current.Id, withAddress: false, HttpContext.RequestAborted) is not { } letter)
        {
            return NotFound();
        }

        await original.RecordAsync("letter.opened", "Text");
        return View("Letter", letter);
    }
}
