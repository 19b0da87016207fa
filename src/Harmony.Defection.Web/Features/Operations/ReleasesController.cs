using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Releases of the form (F2, F4, F5).</summary>
[Route(List), HoldsRole(Role.Operations)]
public sealed class ReleasesController(ReleaseQueries queries, ReleaseDesk desk, CurrentPerson person) : DefectionController
{
    private const string List = "/operations/releases";

    /// <summary>Every release and every draft.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Releases() => View(await queries.ListAsync());

    /// <summary>Begins a draft with the texts of the release in force.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Begin() => Redirect($"{List}/drafts/{await desk.BeginAsync(person.Id)}");

    /// <summary>One release, whole.</summary>
    [HttpGet("{number:int}")]
    public async Task<IActionResult> Read(int number) => await queries.ReleaseAsync(number) is { } release ? View(release) : NotFound();

    /// <summary>What it changed in the one before.</summary>
    [HttpGet("{number:int}/changes")]
    public async Task<IActionResult> Changes(int number) => await queries.ChangesAsync(number) is { } changes ? View(changes) : NotFound();

    /// <summary>The page on which a speaker's review of its Welsh is entered.</summary>
    [HttpGet("{number:int}/welsh-review")]
    public async Task<IActionResult> Review(int number) =>
        await queries.ReleaseAsync(number) is { Release.Welsh: not null } reading ? View(new WelshReviewForm { Release = reading }) : NotFound();

    /// <summary>Enters the review.</summary>
    [HttpPost("{number:int}/welsh-review")]
    public async Task<IActionResult> Review(int number, WelshReviewForm form)
    {
        if (await queries.ReleaseAsync(number) is not { Release.Welsh: not null } reading)
        {
            return NotFound();
        }

        if (!ModelState.IsValid
            || !await TryAsync(() => desk.ReviewWelshAsync(number, form.Speaker!.Trim(), form.ReviewedOn!.Value!.Value, person.Id)))
        {
            form.Release = reading;
            return View(form);
        }

        Say("The review is entered.");
        return Redirect($"{List}/{number}");
    }
}
