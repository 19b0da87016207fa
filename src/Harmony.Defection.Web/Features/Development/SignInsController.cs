using Harmony.Defection.Infrastructure.Sample;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Development;

/// <summary>Who can sign in to the sample.</summary>
[DevelopmentOnly, AllowAnonymous]
public sealed class SignInsController : DefectionController
{
    /// <summary>The list of the sample's people and their password.</summary>
    [HttpGet("/development/sign-ins")]
    public IActionResult Index() => View("SignIns", SampleWorld.People);
}
