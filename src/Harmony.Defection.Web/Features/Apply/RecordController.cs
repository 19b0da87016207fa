using Harmony.Defection.Domain.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The parts on social media (F14, F15) and on why the applicant wants to join.</summary>
public sealed class RecordController(FormSession session) : FormController(session)
{
    private const string AccountsPath = "/apply/accounts";

    private AccountsAnswer Given => Form.Answers.Accounts ?? new AccountsAnswer([], HasPrivateAccounts: null, IsAnswered: false);

    /// <summary>Shows the public accounts so far and asks for another, and whether there are private ones.</summary>
    [HttpGet(AccountsPath)]
    public IActionResult Accounts() => AskAccounts(new AccountsForm { HasPrivateAccounts = Given.HasPrivateAccounts });

    /// <summary>Keeps one more account if one was typed, and finishes the list unless another is to come.</summary>
    [HttpPost(AccountsPath)]
    public async Task<IActionResult> Accounts(AccountsForm form)
    {
        if (!form.IsEmpty && Given.Accounts.Count >= AccountsForm.Most)
        {
            ModelState.AddModelError(nameof(AccountsForm.Platform), $"{AccountsForm.Most} accounts are the most that can be listed");
        }

        if (!ModelState.IsValid)
        {
            return AskAccounts(form);
        }

        List<PublicAccount> accounts = form.IsEmpty
            ? [.. Given.Accounts]
            : [.. Given.Accounts, new PublicAccount(Guid.CreateVersion7(), Tidy.Line(form.Platform)!, Tidy.Line(form.Name)!)];
        var answer = new AccountsAnswer(accounts, form.HasPrivateAccounts, IsAnswered: !form.Another);
        return await TryAsync(() => Form.KeepAsync(Form.Answers with { Accounts = answer }))
            ? Redirect(form.Another ? AccountsPath : Form.PathAfter(FormPart.Accounts))
            : AskAccounts(form);
    }

    /// <summary>Asks before an account is taken off the list.</summary>
    [HttpGet(AccountsPath + "/{id:guid}/remove")]
    public IActionResult RemoveAccount(Guid id) => Given.Accounts.FirstOrDefault(a => a.Id == id) is { } account
        ? View("Remove", new RemovePage("Remove this account?", $"{account.Name} on {account.Platform}", $"{AccountsPath}/{id}/remove", AccountsPath))
        : NotFound();

    /// <summary>Takes an account off the list.</summary>
    [HttpPost(AccountsPath + "/{id:guid}/remove")]
    public async Task<IActionResult> RemoveAccountNow(Guid id)
    {
        await Form.KeepAsync(Form.Answers with { Accounts = Given with { Accounts = [.. Given.Accounts.Where(a => a.Id != id)] } });
        Say("The account is removed.");
        return Redirect(AccountsPath);
    }

    /// <summary>Asks why the applicant wants to join.</summary>
    [HttpGet("/apply/reasons")]
    public IActionResult Reasons() => Ask(FormPart.Reasons, new ReasonsForm { Why = Form.Answers.Reasons?.Why });

    /// <summary>Keeps why the applicant wants to join, or that they leave it open.</summary>
    [HttpPost("/apply/reasons")]
    public async Task<IActionResult> Reasons(ReasonsForm form) => ModelState.IsValid
        ? await KeepAsync(FormPart.Reasons, form, Form.Answers with { Reasons = new ReasonsAnswer(Tidy.Text(form.Why)) })
        : Ask(FormPart.Reasons, form);

    private ViewResult AskAccounts(AccountsForm form)
    {
        ViewData["Accounts"] = Given.Accounts;
        ViewData["Promise"] = Form.Release.PrivateAccounts;
        return Ask(FormPart.Accounts, form);
    }
}
