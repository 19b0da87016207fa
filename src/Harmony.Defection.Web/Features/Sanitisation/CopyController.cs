using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Sanitisation;

/// <summary>The assembly's copy once it is prepared: released by another person, read, recalled, released anew (P6, rules 7 and 28).</summary>
[Route("cases/{reference}"), Settled]
public sealed class CopyController(CaseContext current, CurrentPerson person, SanitisingDesk desk, CopyQueries queries) : DefectionController
{
    private string CasePath => $"/cases/{current.Reference}";

    /// <summary>Every version, and the one in force.</summary>
    [HttpGet("copy"), OnCase(Role.Research, Role.GeneralSecretary, Role.SocietySecretary, Role.SocietyForElections)]
    public async Task<IActionResult> Versions() =>
        View(await queries.VersionsAsync(current.Id, person.Id, current.Standing.Is(Role.Research, Role.GeneralSecretary)));

    /// <summary>What is prepared, exactly as the assembly will read it.</summary>
    [HttpGet("release-copy"), OnCase(Role.Research, Role.GeneralSecretary)]
    public async Task<IActionResult> Release() =>
        View(await queries.ReleaseAsync(current.Id, person.Id, current.Require(Step.ReleaseCopy), Step.ReleaseCopy));

    /// <summary>Releases it.</summary>
    [HttpPost("release-copy"), OnCase(Role.Research, Role.GeneralSecretary), ActionName(nameof(Release))]
    public async Task<IActionResult> ReleaseNow()
    {
        var role = current.Require(Step.ReleaseCopy);
        if (!await TryAsync(() => desk.ReleaseAsync(current.Id, person.Id, role)))
        {
            return View(await queries.ReleaseAsync(current.Id, person.Id, role, Step.ReleaseCopy));
        }

        Say("The copy is released. The first Society on the route is asked to take responsibility.");
        return Redirect(CasePath);
    }

    /// <summary>What a recall does, and the reason for it.</summary>
    [HttpGet("recall-copy"), OnCase(Role.Research, Role.GeneralSecretary)]
    public async Task<IActionResult> Recall() => View(await RecallAsync(new CopyReasonForm()));

    /// <summary>Recalls the copy.</summary>
    [HttpPost("recall-copy"), OnCase(Role.Research, Role.GeneralSecretary)]
    public async Task<IActionResult> Recall(CopyReasonForm form)
    {
        var role = current.Require(Step.RecallCopy);
        if (!ModelState.IsValid || !await TryAsync(() => desk.RecallAsync(current.Id, form.Reason!, person.Id, role)))
        {
            return View(await RecallAsync(form));
        }

        Say("The copy is recalled. It is gone from every page, and the clocks stand still until a new version is released.");
        return Redirect(CasePath);
    }

    /// <summary>A new version, exactly as the assembly will read it.</summary>
    [HttpGet("release-copy-again"), OnCase(Role.Research, Role.GeneralSecretary)]
    public async Task<IActionResult> ReleaseAgain() => View(await ReleaseAgainAsync(new CopyReasonForm()));

    /// <summary>Releases it in place of the version before.</summary>
    [HttpPost("release-copy-again"), OnCase(Role.Research, Role.GeneralSecretary)]
    public async Task<IActionResult> ReleaseAgain(CopyReasonForm form)
    {
        var role = current.Require(Step.ReleaseCopyAgain);
        if (!ModelState.IsValid || !await TryAsync(() => desk.ReleaseAgainAsync(current.Id, form.Reason!, person.Id, role)))
        {
            return View(await ReleaseAgainAsync(form));
        }

        Say("The new version is released. Members read it from now on.");
        return Redirect(CasePath);
    }

    private async Task<CopyReasonForm> RecallAsync(CopyReasonForm form)
    {
        form.Recall = await queries.RecallAsync(current.Id, person.Id, current.Require(Step.RecallCopy));
        return form;
    }

    private async Task<CopyReasonForm> ReleaseAgainAsync(CopyReasonForm form)
    {
        form.Release = await queries.ReleaseAsync(current.Id, person.Id, current.Require(Step.ReleaseCopyAgain), Step.ReleaseCopyAgain);
        return form;
    }
}
