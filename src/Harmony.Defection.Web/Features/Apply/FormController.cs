using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Features.Wording;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>
/// A page of the public form. Each bears the Party's name and the date of release (F3, F4); where no form may be filled in it says so, and
/// a browser without a draft is led to the start page.
/// </summary>
[InBothLanguages]
[AllowAnonymous, LimitedForm]
public abstract class FormController(FormSession session) : DefectionController
{
    /// <summary>The field of the button that saves a question, or leaves it blank, and goes to the page to come back by.</summary>
    public const string LaterField = "Later";

    /// <summary>The field of the button that saves an entry of a list and stays to add another.</summary>
    public const string AnotherField = "Another";

    /// <summary>The buttons of a question that lead elsewhere than its main one.</summary>
    public static IReadOnlyList<string> SideButtons { get; } = [AnotherField, LaterField];

    /// <summary>The form in this request.</summary>
    protected FormSession Form => session;

    /// <summary>What the page points at before it goes on.</summary>
    protected SecondLook Look { get; } = new();

    /// <summary>The search for contact data, this applicant's own among them.</summary>
    protected Sanitiser Search => Sanitiser.For(Form.Answers);

    /// <summary>Whether the page can be read without a draft.</summary>
    protected virtual bool NeedsDraft => true;

    /// <inheritdoc />
    public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        await session.OpenAsync(HttpContext.RequestAborted);
        ViewData["Under"] = session.Under;
        if (NeedsDraft && (KeepForLater() ?? WithoutForm()) is { } instead)
        {
            context.Result = instead;
            return;
        }

        var done = await next();
        if (SecondLook.IsPressed(Request, LaterField)
            && (done.Result is RedirectResult || IsBlank(Request.Form)))
        {
            Response.StatusCode = StatusCodes.Status200OK;
            done.Result = Redirect(FormMap.SavePath);
        }
    }

    /// <summary>What is answered where there is no form to fill in here; nothing where there is.</summary>
    protected IActionResult? WithoutForm()
    {
        if (!session.IsOpen)
        {
            return Closed();
        }

        if (session.HasDraft)
        {
            return null;
        }

        if (session.ClosedDraft is not null)
        {
            Say(T("Your form was closed in this browser. Nothing is lost: your code opens it again."));
            return Redirect(FormMap.ReturnPath);
        }

        Say(T("This browser has no form open. Start your application here."));
        return Redirect("/");
    }

    /// <summary>Whether nothing was typed or ticked, so that nothing is lost by leaving.</summary>
    private static bool IsBlank(IFormCollection form) => form.Files.Count == 0 && form.All(f =>
        f.Key is LaterField or LanguageButton.Field or KeptAnswers.AntiforgeryField || f.Value.All(v => string.IsNullOrWhiteSpace(v) || v == "false"));

    /// <summary>
    /// Where a question is sent although its form has been closed here meanwhile: the page that opens it again, which keeps what was typed.
    /// </summary>
    private ViewResult? KeepForLater()
    {
        if (session is not { IsOpen: true, ClosedDraft: { } draft } || !Request.HasFormContentType
            || !(HttpMethods.IsPost(Request.Method) || LanguageButton.IsPressed(HttpContext)))
        {
            return null;
        }

        var kept = HttpContext.RequestServices.GetRequiredService<KeptAnswers>().Seal(draft, Request);
        ModelState.Clear();
        return View("Return", new ReturnForm { Kept = kept });
    }

    /// <summary>The plain word that no form may be filled in at present.</summary>
    protected ViewResult Closed()
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Closed");
    }

    /// <summary>Whether the applicant is asked to look again: something is pointed at, and they have not chosen to keep it.</summary>
    protected bool IsLookDue()
    {
        ViewData[SecondLook.Key] = Look;
        return Look.Points.Count > 0 && !Request.Form.ContainsKey(SecondLook.KeepName);
    }

    /// <summary>Where the form goes on: back to the check for whoever changes one answer from there, else where it would.</summary>
    protected string After(string otherwise) => FormMap.IsFromCheck(Request) && Form.IsComplete ? FormMap.CheckPath : otherwise;

    /// <summary>The page of a list, from which the form goes on the same way.</summary>
    protected string WithinPart(string path) => FormMap.IsFromCheck(Request) ? FormMap.FromCheck(path) : path;

    /// <summary>Shows a question.</summary>
    protected ViewResult Ask(FormPart part, object form, string? view = null)
    {
        ViewData["Part"] = FormMap.Of(part);
        ViewData["SavedAt"] = Form.Draft.ChangedAt;
        return View(view ?? part.ToString(), form);
    }

    /// <summary>Keeps the answers of a part and goes on; where they cannot be kept, asks again with what was typed.</summary>
    protected async Task<IActionResult> KeepAsync(FormPart part, object form, FormAnswers answers, string? next = null)
    {
        return await TryAsync(() => Form.KeepAsync(answers)) ? Redirect(next ?? Form.PathAfter(part)) : Ask(part, form);
    }
}
