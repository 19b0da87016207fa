using System.Diagnostics;
using System.Globalization;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Web.Features.Wording;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Errors;

/// <summary>The page for whatever went wrong: plain words, a reference, nothing of the program (OU4).</summary>
[InBothLanguages]
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorsController(PartyNames party) : Controller
{
    /// <summary>The page of an exception.</summary>
    [Route("/error")]
    public IActionResult Failed()
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        return failure switch
        {
            ProcessRuleException rule => Show(StatusCodes.Status409Conflict, party.InOurWords(rule.Message)),
            ConcurrencyConflictException conflict => Show(StatusCodes.Status409Conflict, conflict.Message),
            ApplicationNotFoundException => Show(StatusCodes.Status404NotFound),
            BadHttpRequestException bad => Show(bad.StatusCode),
            _ => Show(StatusCodes.Status500InternalServerError),
        };
    }

    /// <summary>
    /// The page of a status code. The code is read from the route alone: a form that could not be read would bind as nothing, and one with a
    /// field of that name as what it says.
    /// </summary>
    [Route("/error/{status:int:range(400, 599)}")]
    public IActionResult Status() => Show(int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture));

    private ViewResult Show(int status, string? sentence = null)
    {
        Response.StatusCode = status;
        return View("Problem", ErrorPage.Of(status, sentence, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier));
    }
}
