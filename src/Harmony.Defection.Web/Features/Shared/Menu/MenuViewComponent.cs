using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Shared.Menu;

/// <summary>One way in the menu.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">The icon beside it.</param>
/// <param name="IsHere">Whether the page shown lies there.</param>
public sealed record MenuItem(string Title, string Href, string Icon, bool IsHere);

/// <summary>What the menu shows.</summary>
/// <param name="Items">The ways that the reader's roles reach; none for a stranger.</param>
/// <param name="IsSignedIn">Whether anybody is signed in.</param>
public sealed record MenuModel(IReadOnlyList<MenuItem> Items, bool IsSignedIn);

/// <summary>The menu of whoever is signed in: only what their roles reach, read afresh.</summary>
public sealed class MenuViewComponent(CurrentPerson person) : ViewComponent
{
    private static readonly (string Title, string Href, string Icon, Func<PersonFacts, bool> Reaches)[] Ways =
    [
        ("Your work", "/work", "tray", f => WorksOnCases(f)),
        ("Our decisions", "/assembly", "speech", f => f.Memberships.Count > 0),
        ("Key in a form", "/keying", "pen", f => f.Holds(Role.GeneralSecretary)),
        ("Letters to post", "/post", "letter", f => f.Holds(Role.GeneralSecretary)),
        ("Operations", "/operations", "settings", f => f.Holds(Role.Operations)),
    ];

    /// <summary>Draws the menu at the side of the office, or at the top of a public page.</summary>
    /// <param name="view">Side or Top.</param>
    public async Task<IViewComponentResult> InvokeAsync(string view)
    {
        if (!person.IsSignedIn)
        {
            return View(view, new MenuModel([], IsSignedIn: false));
        }

        var facts = await person.FactsAsync();
        var here = HttpContext.Request.Path;
        return View(view, new MenuModel(
            [.. Ways.Where(w => w.Reaches(facts)).Select(w => new MenuItem(w.Title, w.Href, w.Icon, IsAt(here, w.Href)))],
            IsSignedIn: true));
    }

    /// <summary>Whether the page lies there. A case is reached from the reader's work.</summary>
    private static bool IsAt(PathString here, string href) =>
        here.StartsWithSegments(href, StringComparison.OrdinalIgnoreCase)
        || (href == "/work" && here.StartsWithSegments("/cases", StringComparison.OrdinalIgnoreCase));

    private static bool WorksOnCases(PersonFacts facts) => Roles.Appointed.Any(r => r != Role.Operations && facts.Holds(r));
}
