using Harmony.Defection.Domain.Apply;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The form as a whole: the list of its parts, and throwing it away.</summary>
public sealed class ApplyController(FormSession session, Intake intake, FormCookies cookies) : FormController(session)
{
    /// <summary>The parts and how far each is.</summary>
    [HttpGet(FormMap.TasksPath)]
    public IActionResult Tasks() => View(new TasksPage(
        [.. FormMap.Parts.Select(p => new PartAndState(p, Form.StateOf(p.Part)))],
        Form.DoneCount,
        Form.PathAfter(null),
        Form.Draft.ExpiresAt,
        Form.Release.IsSample));

    /// <summary>Asks before the form is thrown away.</summary>
    [HttpGet("/apply/discard")]
    public IActionResult Discard() => View();

    /// <summary>Throws the form away, its files included.</summary>
    [HttpPost("/apply/discard")]
    public async Task<IActionResult> DiscardNow()
    {
        await intake.DiscardAsync(Form.Draft);
        cookies.ForgetDraft();
        Say(T("Your form is thrown away. Nobody has read it."));
        return Redirect("/");
    }
}

/// <summary>A part of the form and how far it is.</summary>
public sealed record PartAndState(PartOnMap Part, PartState State);

/// <summary>What the task list shows.</summary>
/// <param name="Parts">Every part and how far it is.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Next">Where to carry on.</param>
/// <param name="KeptUntil">Until when the draft is kept, in UTC.</param>
/// <param name="IsSample">Whether the release is the sample.</param>
public sealed record TasksPage(IReadOnlyList<PartAndState> Parts, int Done, string Next, DateTime KeptUntil, bool IsSample);
