using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Hustings;

/// <summary>The chair arranges the hustings, and records what became of it (P9 to P11, rules 8 and 9).</summary>
[Route("cases/{reference}"), OnCase(Role.SocietySecretary, Role.SocietyForElections), Settled]
public sealed class HustingsController(CaseContext current, CurrentPerson person, HustingsDesk desk, HustingsQueries queries) : DefectionController
{
    private string Path => $"/cases/{current.Reference}/hustings";

    /// <summary>The form for a first date.</summary>
    [HttpGet("announce-hustings")]
    public async Task<IActionResult> Announce() => View(await FillAsync(new GatheringForm(), Step.AnnounceHustings));

    /// <summary>Announces it; everybody is invited.</summary>
    [HttpPost("announce-hustings")]
    public async Task<IActionResult> Announce(GatheringForm form)
    {
        var role = current.Require(Step.AnnounceHustings);
        if (!ModelState.IsValid || !await TryAsync(() => desk.AnnounceAsync(current.Id, form.Plan(), person.Id, role)))
        {
            return View(await FillAsync(form, Step.AnnounceHustings));
        }

        Say("The hustings is announced. The applicant and the assembly are invited.");
        return Redirect(Path);
    }

    /// <summary>The form for a new date, with how and where the standing one is held.</summary>
    [HttpGet("offer-new-date")]
    public async Task<IActionResult> OfferNewDate()
    {
        var form = await FillAsync(new GatheringForm(), Step.OfferNewDate);
        if (form.Page!.Standing is { } standing)
        {
            (form.Kind, form.Place, form.JoiningLink) = (standing.Kind, standing.Place, standing.JoiningLink);
        }

        return View(form);
    }

    /// <summary>Offers it; everybody is told.</summary>
    [HttpPost("offer-new-date")]
    public async Task<IActionResult> OfferNewDate(GatheringForm form)
    {
        var role = current.Require(Step.OfferNewDate);
        if (!ModelState.IsValid || !await TryAsync(() => desk.OfferNewDateAsync(current.Id, form.Plan(), person.Id, role)))
        {
            return View(await FillAsync(form, Step.OfferNewDate));
        }

        Say("The new date is offered. The applicant and the assembly are told.");
        return Redirect(Path);
    }

    /// <summary>The form that records the hustings as held.</summary>
    [HttpGet("record-hustings-held")]
    public Task<IActionResult> RecordHeld() => ShowRecordAsync(Step.RecordHustingsHeld);

    /// <summary>Records it as held and declares the period.</summary>
    [HttpPost("record-hustings-held")]
    public Task<IActionResult> RecordHeld(RecordForm form) => RecordAsync(form, Step.RecordHustingsHeld);

    /// <summary>The form that records the hustings as offered and not attended.</summary>
    [HttpGet("record-hustings-offered")]
    public Task<IActionResult> RecordOffered() => ShowRecordAsync(Step.RecordHustingsOffered);

    /// <summary>Records it as offered and not attended and declares the period.</summary>
    [HttpPost("record-hustings-offered")]
    public Task<IActionResult> RecordOffered(RecordForm form) => RecordAsync(form, Step.RecordHustingsOffered);

    private async Task<IActionResult> ShowRecordAsync(Step step)
    {
        var form = await FillAsync(new RecordForm(), step);
        form.LastDay = DateInput.Of(form.Page!.Earliest);
        return View("Record", form);
    }

    private async Task<IActionResult> RecordAsync(RecordForm form, Step step)
    {
        var role = current.Require(step);
        var held = step == Step.RecordHustingsHeld;
        if (!ModelState.IsValid || !await TryAsync(() => desk.RecordAsync(current.Id, held, form.LastDay!.Value!.Value, person.Id, role)))
        {
            return View("Record", await FillAsync(form, step));
        }

        Say("The decision period is declared. Members can debate and state their positions.");
        return Redirect($"/cases/{current.Reference}");
    }

    private async Task<GatheringForm> FillAsync(GatheringForm form, Step step)
    {
        form.Page = await queries.AnnounceAsync(current.Id, step, person.Id, current.Require(step));
        return form;
    }

    private async Task<RecordForm> FillAsync(RecordForm form, Step step)
    {
        form.Page = await queries.RecordAsync(current.Id, step, person.Id, current.Require(step));
        return form;
    }
}

/// <summary>The arrangement of the hustings, for those who chair it and for the General Secretary.</summary>
public sealed class ArrangementController(CaseContext current, CurrentPerson person, HustingsQueries queries) : DefectionController
{
    /// <summary>The arrangement.</summary>
    [HttpGet("/cases/{reference}/hustings"), OnCase(Role.SocietySecretary, Role.SocietyForElections, Role.GeneralSecretary)]
    public async Task<IActionResult> Arrangement()
    {
        Role[] order = [Role.SocietySecretary, Role.SocietyForElections, Role.GeneralSecretary];
        return View(await queries.ArrangementAsync(current.Id, person.Id, order.First(r => current.Standing.Is(r))));
    }
}
