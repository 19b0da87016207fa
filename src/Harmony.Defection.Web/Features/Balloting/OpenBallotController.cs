using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Balloting;

/// <summary>The chair opens the ballot of Members (P13, rules 14 and 15).</summary>
[OnCase(Role.SocietySecretary, Role.SocietyForElections), Settled]
public sealed class OpenBallotController(OpenBallotQueries queries, BallotDesk desk, CaseContext here) : DefectionController
{
    /// <summary>Shows the roll in numbers and asks for how long the ballot is to be open.</summary>
    [HttpGet("/cases/{reference}/open-ballot")]
    public async Task<IActionResult> OpenBallot(CancellationToken cancellation) => View(await queries.FindAsync(cancellation));

    /// <summary>Opens it: the roll is fixed, and everybody on it is told.</summary>
    [HttpPost("/cases/{reference}/open-ballot")]
    public async Task<IActionResult> OpenBallot(
        string reference, [Bind(Prefix = nameof(OpenBallotPage.Form))] OpenBallotForm form, CancellationToken cancellation)
    {
        var role = here.Standing.RoleFor(Step.OpenBallot) ?? Role.SocietySecretary;
        if (ModelState.IsValid && await TryAsync(() => desk.OpenAsync(here.Id, form.Days!.Value, here.Standing.PersonId, role, cancellation)))
        {
            Say("The ballot is open. Everybody on the roll is told by e-mail.");
            return Redirect($"/cases/{reference}");
        }

        var page = await queries.FindAsync(cancellation);
        page.Form = form;
        return View(page);
    }
}
