using Harmony.Defection.Domain.Wording;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Wording;

/// <summary>Changes the language of a page that has no answers in it.</summary>
[AllowAnonymous]
public sealed class LanguageController(LanguageChoice choice) : DefectionController
{
    /// <summary>The address a choice is sent to.</summary>
    public const string Path = "/language";

    /// <summary>Keeps the choice and leads back to the page it was made on.</summary>
    /// <param name="language">"en" or "cy".</param>
    /// <param name="back">The page, on this site.</param>
    [HttpPost(Path)]
    public IActionResult Choose([FromForm(Name = LanguageButton.Field)] string? language, [FromForm] string? back)
    {
        choice.Remember(language ?? Languages.English);
        return Redirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
