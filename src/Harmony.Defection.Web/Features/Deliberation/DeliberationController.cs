using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Deliberation;

/// <summary>The chair's steps in the decision period: extending it, and proposing a finding on the process (rules 10, 12 and 13).</summary>
[OnCase(Role.SocietySecretary, Role.SocietyForElections), Settled]
public sealed class DeliberationController(DeliberationQueries queries, DeliberationDesk desk, CaseContext here) : DefectionController
{
    /// <summary>Asks for a new last day.</summary>
    [HttpGet("/cases/{reference}/extend-period")]
    public async Task<IActionResult> Extend(CancellationToken cancellation) => View(await queries.ExtendAsync(cancellation));

    /// <summary>Extends the period; the assembly is told.</summary>
    [HttpPost("/cases/{reference}/extend-period")]
    public async Task<IActionResult> Extend(
        string reference, [Bind(Prefix = nameof(ExtendPage.Form))] ExtendForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid
            && await TryAsync(() => desk.ExtendAsync(
                here.Id, form.LastDay.Value!.Value, form.Reason!.Trim(), here.Standing.PersonId, RoleFor(Step.ExtendPeriod), cancellation)))
        {
            Say("The period is extended. The assembly is told by e-mail.");
            return Redirect($"/cases/{reference}");
        }

        var page = await queries.ExtendAsync(cancellation);
        page.Form = form;
        return View(page);
    }

    /// <summary>Asks for a finding, and says when it would take effect.</summary>
    [HttpGet("/cases/{reference}/propose-finding")]
    public async Task<IActionResult> Propose(CancellationToken cancellation) => View(await queries.ProposeAsync(cancellation));

    /// <summary>Proposes the finding.</summary>
    [HttpPost("/cases/{reference}/propose-finding")]
    public async Task<IActionResult> Propose(
        string reference, [Bind(Prefix = nameof(ProposePage.Form))] FindingForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid
            && await TryAsync(() => desk.ProposeFindingAsync(
                here.Id, form.Kind!.Value, form.Statement!.Trim(), here.Standing.PersonId, RoleFor(Step.ProposeFinding), cancellation)))
        {
            Say("The finding is proposed. Another Member has to second it.");
            return Redirect($"/cases/{reference}");
        }

        var page = await queries.ProposeAsync(cancellation);
        page.Form = form;
        return View(page);
    }

    /// <summary>The role of the step; where it is not open, one whose refusal says so.</summary>
    private Role RoleFor(Step step) => here.Standing.RoleFor(step) ?? Role.SocietySecretary;
}
