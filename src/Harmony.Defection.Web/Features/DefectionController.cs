using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features;

/// <summary>What every page's controller needs.</summary>
public abstract class DefectionController : Controller
{
    /// <summary>Key of the notice that the next page shows at its top.</summary>
    public const string NoticeKey = "Notice";

    /// <summary>
    /// Does a deed. A refusal, or somebody else's change in the meantime, becomes the page's error and a 409, so that the form is shown again
    /// with what was typed.
    /// </summary>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Task> deed)
    {
        try
        {
            await deed();
            return true;
        }
        catch (Exception refusal) when (refusal is ProcessRuleException or ConcurrencyConflictException)
        {
            ModelState.AddModelError(string.Empty, HttpContext.RequestServices.GetRequiredService<PartyNames>().InOurWords(refusal.Message));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return false;
        }
    }

    /// <summary>Says something at the top of the next page.</summary>
    protected void Say(string notice) => TempData[NoticeKey] = notice;
}
