using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Allocation;

/// <summary>Who carries out the decision duties, and whose Members decide (P7, P8, rules 1, 2, 15 and 27).</summary>
[Route("cases/{reference}"), Settled]
public sealed class AllocationController(
    CaseContext current, CurrentPerson person, AllocationDesk desk, Desk deeds, AllocationQueries queries, IVault vault) : DefectionController
{
    private string CasePath => $"/cases/{current.Reference}";

    /// <summary>What taking responsibility means.</summary>
    [HttpGet("take-responsibility"), OnCase(Role.SocietySecretary)]
    public Task<IActionResult> Take() => ShowAsync(Step.TakeResponsibility);

    /// <summary>The Society takes responsibility.</summary>
    [HttpPost("take-responsibility"), OnCase(Role.SocietySecretary)]
    public Task<IActionResult> TakeNow() => DoAsync(
        Step.TakeResponsibility,
        role => desk.TakeResponsibilityAsync(current.Id, person.Id, role),
        "Your Society has taken responsibility. Next: announce the hustings.");

    /// <summary>What declining means.</summary>
    [HttpGet("decline-responsibility"), OnCase(Role.SocietySecretary)]
    public async Task<IActionResult> Decline() => View(await FillAsync(new DeclineForm()));

    /// <summary>The Society declines; the next body is asked.</summary>
    [HttpPost("decline-responsibility"), OnCase(Role.SocietySecretary)]
    public async Task<IActionResult> Decline(DeclineForm form)
    {
        current.Require(Step.DeclineResponsibility);
        if (!ModelState.IsValid || !await TryAsync(() => desk.DeclineAsync(current.Id, form.Reason, person.Id)))
        {
            return View(await FillAsync(form));
        }

        // The case is with the next body now, and no longer there for this one.
        Say("Your Society has declined for lack of capacity. The next body is asked.");
        return Redirect("/work");
    }

    /// <summary>What carrying out the duties means.</summary>
    [HttpGet("carry-out-duties"), OnCase(Role.SocietyForElections)]
    public Task<IActionResult> CarryOut() => ShowAsync(Step.CarryOutDuties);

    /// <summary>The Society for Elections carries out the duties.</summary>
    [HttpPost("carry-out-duties"), OnCase(Role.SocietyForElections)]
    public Task<IActionResult> CarryOutNow() => DoAsync(
        Step.CarryOutDuties,
        role => desk.TakeResponsibilityAsync(current.Id, person.Id, role),
        "You carry out the duties. Next: announce the hustings.");

    /// <summary>Whether a silent body may be passed over yet.</summary>
    [HttpGet("confirm-lack-of-capacity"), OnCase(Role.GeneralSecretary)]
    public Task<IActionResult> ConfirmLack() => ShowAsync(Step.ConfirmLackOfCapacity);

    /// <summary>A silent body is passed over; the next is asked.</summary>
    [HttpPost("confirm-lack-of-capacity"), OnCase(Role.GeneralSecretary)]
    public Task<IActionResult> ConfirmLackNow() => DoAsync(
        Step.ConfirmLackOfCapacity,
        _ => desk.ConfirmLackOfCapacityAsync(current.Id, person.Id),
        "Lack of capacity is confirmed. The next body is asked.");

    /// <summary>Whether a body that arranged no hustings may be passed over yet.</summary>
    [HttpGet("confirm-hustings-not-arranged"), OnCase(Role.GeneralSecretary)]
    public Task<IActionResult> ConfirmNotArranged() => ShowAsync(Step.ConfirmHustingsNotArranged);

    /// <summary>A body that arranged no hustings is passed over; the next is asked.</summary>
    [HttpPost("confirm-hustings-not-arranged"), OnCase(Role.GeneralSecretary)]
    public Task<IActionResult> ConfirmNotArrangedNow() => DoAsync(
        Step.ConfirmHustingsNotArranged,
        _ => desk.ConfirmHustingsNotArrangedAsync(current.Id, person.Id),
        "It is confirmed that no hustings was arranged. The next body is asked.");

    /// <summary>The Societies that may be named.</summary>
    [HttpGet("name-assembly"), OnCase(Role.GeneralSecretary)]
    public async Task<IActionResult> NameAssembly() => View(await FillAsync(new NameAssemblyForm()));

    /// <summary>The General Secretary names the Society whose Members decide.</summary>
    [HttpPost("name-assembly"), OnCase(Role.GeneralSecretary)]
    public async Task<IActionResult> NameAssembly(NameAssemblyForm form)
    {
        var role = current.Require(Step.NameAssembly);
        var filled = await FillAsync(form);
        if (ModelState.IsValid && filled.Societies.All(s => s.Value != form.Society.ToString()))
        {
            ModelState.AddModelError(nameof(form.Society), "Choose one of the Societies listed");
        }

        if (!ModelState.IsValid || !await TryAsync(() =>
            deeds.ActAsync(current.Id, person.Id, role, (a, act) => a.NameAssembly(form.Society!.Value, form.Reason!.Trim(), act, vault))))
        {
            return View(filled);
        }

        Say("The Society whose Members decide is named.");
        return Redirect(CasePath);
    }

    private async Task<IActionResult> ShowAsync(Step step) =>
        View(step.ToString(), await queries.PageAsync(current.Id, step, person.Id, current.Require(step)));

    private async Task<IActionResult> DoAsync(Step step, Func<Role, Task> deed, string done)
    {
        var role = current.Require(step);
        if (!await TryAsync(() => deed(role)))
        {
            return View(step.ToString(), await queries.PageAsync(current.Id, step, person.Id, role));
        }

        Say(done);
        return Redirect(CasePath);
    }

    private async Task<DeclineForm> FillAsync(DeclineForm form)
    {
        form.Page = await queries.PageAsync(current.Id, Step.DeclineResponsibility, person.Id, current.Require(Step.DeclineResponsibility));
        return form;
    }

    private async Task<NameAssemblyForm> FillAsync(NameAssemblyForm form)
    {
        form.Page = await queries.PageAsync(current.Id, Step.NameAssembly, person.Id, current.Require(Step.NameAssembly));
        form.Societies = await queries.AssembliesAsync(current.Id);
        return form;
    }
}
