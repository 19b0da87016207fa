using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Development;

/// <summary>Every component on one page, right and wrong, to be looked at. In Development alone.</summary>
[DevelopmentOnly, AllowAnonymous]
public sealed class ComponentsController : DefectionController
{
    /// <summary>The page.</summary>
    /// <param name="errors">Whether the fields show errors.</param>
    /// <param name="inOffice">Whether it stands in the frame of casework.</param>
    [HttpGet("/development/components")]
    public IActionResult Show(bool errors, bool inOffice)
    {
        if (errors)
        {
            ModelState.AddModelError(nameof(ComponentsPage.Employer), "Enter the name of the employer");
            ModelState.AddModelError($"{nameof(ComponentsPage.Left)}.Year", "The year you left must be 2019 or later");
            ModelState.AddModelError(nameof(ComponentsPage.Born), "Enter your date of birth");
            ModelState.AddModelError(nameof(ComponentsPage.Office), "Choose the office you hold");
            ModelState.AddModelError(nameof(ComponentsPage.Reason), "Say why you want to join");
            ModelState.AddModelError(nameof(ComponentsPage.Agrees), "Tick the box if you agree");
            ModelState.AddModelError(nameof(ComponentsPage.Proof), "Choose a file");
        }

        var look = new SecondLook();
        look.Add(nameof(ComponentsPage.Reason), ContactPoints.PrivateAccount);
        ViewData[SecondLook.Key] = look;
        ViewData["Office"] = inOffice;
        Say("Your answer is saved.");
        return View("Components", new ComponentsPage());
    }
}

/// <summary>Something for every kind of field.</summary>
public sealed class ComponentsPage
{
    public string? Employer { get; set; } = "<script>alert('no')</script>";

    public string? Phone { get; set; } = "01632 960 118";

    public string? Reason { get; set; } = "To be heard & to listen";

    public string? Region { get; set; } = "north";

    public string? Office { get; set; } = "council";

    public string? OtherOffice { get; set; }

    public bool? Sitting { get; set; } = true;

    public string? Position { get; set; } = "concern";

    public bool Agrees { get; set; } = true;

    public List<string> Links { get; set; } = ["work"];

    public DateInput Born { get; set; } = DateInput.Of(new DateOnly(1983, 2, 14));

    public MonthInput Left { get; set; } = new() { Month = "August", Year = "2018" };

    public WhenInput Starts { get; set; } = WhenInput.Of(new DateTime(2026, 9, 8, 18, 30, 0, DateTimeKind.Utc));

    public IFormFile? Proof { get; set; }

    public List<ComponentsScore> Scores { get; set; } = [new() { Score = 5 }, new()];
}

/// <summary>One option's score.</summary>
public sealed class ComponentsScore
{
    public int? Score { get; set; }
}
