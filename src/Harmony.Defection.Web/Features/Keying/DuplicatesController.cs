using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>Forms of the same person: shown, compared side by side, linked to one case, and set free again (P1).</summary>
[OnCase(Role.Research, Role.GeneralSecretary), Settled]
public sealed class DuplicatesController(
    CaseQueries cases,
    CaseContext current,
    DuplicateQueries queries,
    OriginalReader original,
    Desk desk,
    IApplications applications,
    DefectionDbContext context,
    IVault vault) : DefectionController
{
    /// <summary>Forms that may be of the same person, and those linked already.</summary>
    [HttpGet("/cases/{reference}/link-duplicate")]
    public async Task<IActionResult> Duplicates(string reference) => View(nameof(Duplicates), await PageAsync());

    /// <summary>Two forms side by side. It opens both originals.</summary>
    [HttpGet("/cases/{reference}/link-duplicate/{other}")]
    public async Task<IActionResult> Compare(string reference, string other)
    {
        if (await FindAsync(other) is not { } found)
        {
            return NotFound();
        }

        await original.RecordAsync("original.opened", "Answers");
        await original.RecordAsync(found.Id, current.Standing.PersonId, Acting, "original.opened", "Answers");
        var application = await cases.CaseAsync(HttpContext.RequestAborted);
        return View(new ComparePage(
            await cases.HeadAsync(application, HttpContext.RequestAborted),
            found,
            await queries.CompareAsync(current.Id, found.Id, HttpContext.RequestAborted),
            WhyNot(application, found),
            found.Stage.IsOpen() && DefectionApplication.WhyNotADuplicate(application.Stage) is null));
    }

    /// <summary>Links another form to this case.</summary>
    [HttpPost("/cases/{reference}/link-duplicate")]
    public async Task<IActionResult> Link(string reference, [FromForm] string? other)
    {
        if (await FindAsync(other) is not { } found)
        {
            return NotFound();
        }

        if (await TryAsync(() => desk.ActAsync(
            current.Id,
            current.Standing.PersonId,
            Acting,
            async (a, act) => a.LinkDuplicate(
                await applications.FindAsync(found.Id, HttpContext.RequestAborted) ?? throw new ApplicationNotFoundException(found.Id), act, vault),
            HttpContext.RequestAborted)))
        {
            Say($"{found.Reference} is linked to this case as a duplicate.");
            return Redirect($"/cases/{current.Reference}/link-duplicate");
        }

        context.ChangeTracker.Clear();
        return View(nameof(Duplicates), await PageAsync());
    }

    /// <summary>Asks before a linked form is set free.</summary>
    [HttpGet("/cases/{reference}/unlink-duplicate")]
    public Task<IActionResult> Unlink(string reference) => Duplicates(reference);

    /// <summary>Sets a linked form free: one of this case's, or this form itself where its case is closed.</summary>
    [HttpPost("/cases/{reference}/unlink-duplicate")]
    public async Task<IActionResult> Unlinked(string reference, [FromForm] string? other)
    {
        var linked = (await queries.LinkedAsync(current.Id, HttpContext.RequestAborted)).FirstOrDefault(l => l.Reference == other);
        if (await TryAsync(() => desk.ActAsync(
            current.Id,
            current.Standing.PersonId,
            Acting,
            async (a, act) =>
            {
                if (linked.Reference is not null)
                {
                    a.UnlinkDuplicate((await applications.FindAsync(linked.Id, HttpContext.RequestAborted))!, act, vault);
                }
                else if (a.DuplicateOfId is { } main && await applications.FindAsync(main, HttpContext.RequestAborted) is { } found && found.Stage.IsOpen())
                {
                    found.UnlinkDuplicate(a, act, vault);
                }
                else
                {
                    a.StandAlone(act, "No longer linked: the case it was linked to is closed.", vault);
                }
            },
            HttpContext.RequestAborted)))
        {
            Say("The forms stand by themselves again.");
            return Redirect($"/cases/{current.Reference}/link-duplicate");
        }

        context.ChangeTracker.Clear();
        return View(nameof(Duplicates), await PageAsync());
    }

    private Role Acting => current.Standing.Is(Role.Research) ? Role.Research : Role.GeneralSecretary;

    private async Task<Alike?> FindAsync(string? other) => other is null
        ? null
        : await queries.FindAsync(current.Id, other.ToUpperInvariant(), current.Standing.PersonId, HttpContext.RequestAborted);

    private static string? WhyNot(DefectionApplication application, Alike other) =>
        !application.Stage.IsOpen() ? "This case is closed, so nothing is linked to it any more."
        : application.DuplicateOfId is not null ? "This form is linked to another case itself. Set it free first."
        : DefectionApplication.WhyNotADuplicate(other.Stage);

    private async Task<DuplicatesPage> PageAsync()
    {
        var application = await cases.CaseAsync(HttpContext.RequestAborted);
        var linked = await queries.LinkedAsync(current.Id, HttpContext.RequestAborted);
        var linkedTo = application.DuplicateOfId is { } main ? await applications.ReferenceOfAsync(main, HttpContext.RequestAborted) : null;
        return new DuplicatesPage(
            await cases.HeadAsync(application, HttpContext.RequestAborted),
            linkedTo is null && application.Stage.IsOpen() ? await queries.OfAsync(current.Id, current.Standing.PersonId, HttpContext.RequestAborted) : [],
            [.. linked.Select(l => l.Reference)],
            linkedTo);
    }
}

/// <summary>Forms that may be of the same person as a case's.</summary>
/// <param name="Head">What stands above every page of the case.</param>
/// <param name="Alike">Those that may be.</param>
/// <param name="Linked">References of those that are linked to this case.</param>
/// <param name="LinkedTo">The case that this form is linked to itself; nothing where it stands by itself.</param>
public sealed record DuplicatesPage(CaseHead Head, IReadOnlyList<Alike> Alike, IReadOnlyList<string> Linked, string? LinkedTo) : ICasePart;

/// <summary>Two forms side by side.</summary>
/// <param name="Head">What stands above every page of the case.</param>
/// <param name="Other">The other form.</param>
/// <param name="Lines">Every line that one of them answers, those that differ first.</param>
/// <param name="NotYet">Why the other form cannot be linked to this case; nothing where it can.</param>
/// <param name="OtherWay">Whether this form could be linked to the other case instead.</param>
public sealed record ComparePage(CaseHead Head, Alike Other, IReadOnlyList<ComparedLine> Lines, string? NotYet, bool OtherWay) : ICasePart;
