using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Societies;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The check before sending, sending (P1), and the page after it.</summary>
public sealed class SendingController(
    FormSession session, Intake intake, ISocieties societies, ProofFiles proof, FormCookies cookies, IServiceScopeFactory scopes) : FormController(session)
{
    private const string SentPath = "/apply/sent";

    /// <inheritdoc />
    protected override bool NeedsDraft => false;

    /// <summary>All answers, to check them.</summary>
    [HttpGet(FormMap.CheckPath)]
    public async Task<IActionResult> Check() => WithoutForm() ?? (Form.IsComplete ? await ShowCheckAsync() : Redirect(FormMap.TasksPath));

    /// <summary>Sends the form. However often and however close together it is sent, one application comes of it, and each answer leads to it.</summary>
    [HttpPost("/apply/send")]
    public async Task<IActionResult> Send()
    {
        if (Form.HasDraft && Form.IsOpen)
        {
            if (!Form.IsComplete)
            {
                Say(T("The form can be sent once every part is done."));
                return Redirect(FormMap.TasksPath);
            }

            Sent? sent = null;
            if (!await TryAsync(async () => sent = await intake.SubmitAsync(Form.Draft)))
            {
                return await ShowCheckAsync();
            }

            return Done(sent is { Token: not null } ? sent : await SentBeforeAsync(Form.Draft.Id) ?? sent!);
        }

        if (cookies.DraftId is { } id && await SentBeforeAsync(id) is { } before)
        {
            return Done(before);
        }

        return cookies.SentNote() is null ? WithoutForm() ?? Redirect(FormMap.TasksPath) : Redirect(SentPath);
    }

    /// <summary>What came of sending: the reference, and for a while the secret link to keep.</summary>
    [HttpGet(SentPath)]
    public IActionResult Sent() => cookies.SentNote() is { } note ? View(note) : Redirect("/");

    private RedirectResult Done(Sent sent)
    {
        cookies.Remember(sent);
        cookies.ForgetDraft();
        return Redirect(SentPath);
    }

    /// <summary>Looks in a unit of work of its own, since this request's may hold rows that were refused.</summary>
    private async Task<Sent?> SentBeforeAsync(Guid draft)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Intake>().SentBeforeAsync(draft);
    }

    private async Task<IActionResult> ShowCheckAsync()
    {
        var society = (await societies.AllAsync()).FirstOrDefault(s => s.Id == Form.Answers.MainOffice?.SocietyId)?.Name;
        return View("Check", new CheckPage(Form.Answers, society, await proof.OfAsync(Form.Draft.Id), MayChange: true)
        {
            EmailIsConfirmed = Form.Answers.Contact?.Email is null || Form.Draft.EmailConfirmedAt is not null,
        });
    }
}

/// <summary>All answers of a form, as the check and the applicant's own page show them.</summary>
/// <param name="Answers">The answers.</param>
/// <param name="Society">The name of the Society of the main office.</param>
/// <param name="Files">The files uploaded as proof.</param>
/// <param name="MayChange">Whether links lead back to the questions.</param>
public sealed record CheckPage(FormAnswers Answers, string? Society, IReadOnlyList<ProofFile> Files, bool MayChange)
{
    /// <summary>Whether the e-mail address is confirmed, or there is none to confirm.</summary>
    public bool EmailIsConfirmed { get; init; } = true;
}
