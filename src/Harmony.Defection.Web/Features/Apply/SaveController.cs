using Harmony.Defection.Domain.Apply;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>Leaving the form to come back later: the code to keep, and keeping the form open for longer.</summary>
public sealed class SaveController(FormSession session, ReturnDesk returns, FormCookies cookies) : FormController(session)
{
    /// <summary>The page with the code, to write down or print.</summary>
    [HttpGet(FormMap.SavePath)]
    public IActionResult Save() =>
        View(new SavePage(Form.ReturnCode, Form.Draft.ExpiresAt, Form.Answers.Contact?.Email, Form.Draft.EmailConfirmedAt is not null));

    /// <summary>Makes another code, in place of one that was lost or seen.</summary>
    [HttpPost(FormMap.SavePath + "/new-code")]
    public async Task<IActionResult> NewCode()
    {
        if (await TryAsync(async () => cookies.Open(Form.Draft.Id, await returns.GiveCodeAsync(Form.Draft))))
        {
            Say(T("This is your new code. The one before opens nothing now."));
            return Redirect(FormMap.SavePath);
        }

        return Save();
    }

    /// <summary>Keeps the form open: asking is enough, since every request of an open form counts as use.</summary>
    [HttpPost("/apply/stay")]
    public IActionResult Stay() => Request.Headers.ContainsKey("X-Requested-With") ? NoContent() : Redirect(FormMap.TasksPath);
}

/// <summary>What the page to come back by shows.</summary>
/// <param name="Code">The code; nothing where this browser was not given it.</param>
/// <param name="KeptUntil">Until when the draft is kept, in UTC.</param>
/// <param name="Email">The address on the form.</param>
/// <param name="EmailIsConfirmed">Whether it is confirmed.</param>
public sealed record SavePage(string? Code, DateTime KeptUntil, string? Email, bool EmailIsConfirmed);
