using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>What the Operational Working Group looks after, and the outbox.</summary>
[Route("operations"), HoldsRole(Role.Operations)]
public sealed class OperationsController(OperationsQueries queries, OutboxStatus outbox, CurrentPerson person) : DefectionController
{
    /// <summary>The overview.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Overview() => View(await queries.OverviewAsync());

    /// <summary>How the outbox stands, and letters that were given up.</summary>
    [HttpGet("mail")]
    public async Task<IActionResult> Mail() => View(await queries.MailAsync());

    /// <summary>Sends a letter again that was given up.</summary>
    [HttpPost("mail/{id:guid}/send-again")]
    public async Task<IActionResult> SendAgain(Guid id)
    {
        if (!await outbox.SendAgainAsync(id, person.Id))
        {
            return NotFound();
        }

        Say("The letter is on its way again.");
        return Redirect("/operations/mail");
    }
}
