using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The product's home: who the form is for, who reads what, and the way in, on screen or on paper (F1, F8, P1).</summary>
public sealed class StartController(FormSession session, StartPages pages, Intake intake, ReturnDesk returns, FormCookies cookies, PaperFiles paper)
    : FormController(session)
{
    /// <inheritdoc />
    protected override bool NeedsDraft => false;

    /// <summary>The start page.</summary>
    [HttpGet("/")]
    public IActionResult Start() => View(pages.Of(
        Form.IsOpen ? Form.Release : null,
        Form.IsOpen,
        Form.HasDraft,
        Languages.Current,
        Form.IsOpen ? [.. Enum.GetValues<PaperSize>().Where(size => paper.Find(Form.Release, size) is not null)] : []));

    /// <summary>The form's own address leads to where it can be filled in.</summary>
    [HttpGet("/apply")]
    public IActionResult Apply() => Redirect(Form.HasDraft ? FormMap.TasksPath : "/");

    /// <summary>Begins a draft; a browser that has one goes on with it.</summary>
    [HttpPost("/apply")]
    public async Task<IActionResult> Begin()
    {
        if (!Form.IsOpen)
        {
            return Closed();
        }

        if (!Form.HasDraft)
        {
            var code = ReturnCode.New();
            cookies.Open((await intake.BeginAsync(code)).Id, code);
        }

        return Redirect(FormMap.TasksPath);
    }

    /// <summary>
    /// Closes the form, as on a shared computer: no browser that had it open opens it without its code, nor this one the page after sending.
    /// </summary>
    [HttpPost("/apply/leave")]
    public async Task<IActionResult> Leave()
    {
        if (Form.HasDraft)
        {
            await returns.CloseAsync(Form.Draft);
        }

        cookies.ForgetDraft();
        cookies.ForgetAsked();
        cookies.ForgetSent();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        Say(Form.HasDraft ? T("The form is closed. Your code opens it again, here or anywhere.") : T("The form is closed in this browser."));
        return Redirect("/");
    }
}
