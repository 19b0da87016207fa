using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The parts on social media (F14, F15) and on why the applicant wants to join.</summary>
public sealed partial class RecordController(FormSession session) : FormController(session)
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
        ArgumentNullException.ThrowIfNull(form);
        if (!form.IsEmpty && Given.Accounts.Count >= AccountsForm.Most)
        {
            ModelState.AddModelError(nameof(AccountsForm.Platform), T($"{AccountsForm.Most} accounts are the most that can be listed"));
        }

        PointAt(form);
        if (!ModelState.IsValid || IsLookDue())
        {
            return AskAccounts(form);
        }

        List<PublicAccount> accounts = form.IsEmpty ? [.. Given.Accounts] : [.. Given.Accounts, form.ToAccount(Guid.CreateVersion7())];
        var answer = new AccountsAnswer(accounts, form.HasPrivateAccounts ?? Given.HasPrivateAccounts, IsAnswered: !form.Another);
        return await TryAsync(() => Form.KeepAsync(Form.Answers with { Accounts = answer }))
            ? Redirect(form.Another ? WithinPart(AccountsPath) : Form.PathAfter(FormPart.Accounts))
            : AskAccounts(form);
    }

    /// <summary>Shows one account, to change it.</summary>
    [HttpGet(AccountsPath + "/{id:guid}")]
    public IActionResult Account(Guid id) => Find(id) is { } account ? AskAccount(AccountForm.Of(account)) : NotFound();

    /// <summary>Keeps a changed account.</summary>
    [HttpPost(AccountsPath + "/{id:guid}")]
    public async Task<IActionResult> Account(Guid id, AccountForm form)
    {
        if (Find(id) is null)
        {
            return NotFound();
        }

        PointAt(form);
        if (!ModelState.IsValid || IsLookDue())
        {
            return AskAccount(form);
        }

        var changed = Given with { Accounts = [.. Given.Accounts.Select(a => a.Id == id ? form.ToAccount(id) : a)] };
        return await TryAsync(() => Form.KeepAsync(Form.Answers with { Accounts = changed })) ? Redirect(After(AccountsPath)) : AskAccount(form);
    }

    /// <summary>Asks before an account is taken off the list.</summary>
    [HttpGet(AccountsPath + "/{id:guid}/remove")]
    public IActionResult RemoveAccount(Guid id) => Find(id) is { } account
        ? View("Remove", new RemovePage(T("Remove this account?"), T($"{account.Name} on {account.Platform}"), $"{AccountsPath}/{id}/remove", AccountsPath))
        : NotFound();

    /// <summary>Takes an account off the list.</summary>
    [HttpPost(AccountsPath + "/{id:guid}/remove")]
    public async Task<IActionResult> RemoveAccountNow(Guid id)
    {
        await Form.KeepAsync(Form.Answers with { Accounts = Given with { Accounts = [.. Given.Accounts.Where(a => a.Id != id)] } });
        Say(T("The account is removed."));
        return Redirect(AccountsPath);
    }

    /// <summary>Asks why the applicant wants to join.</summary>
    [HttpGet("/apply/reasons")]
    public IActionResult Reasons() => Ask(FormPart.Reasons, new ReasonsForm { Why = Form.Answers.Reasons?.Why });

    /// <summary>Keeps why the applicant wants to join, or that they leave it open.</summary>
    [HttpPost("/apply/reasons")]
    public async Task<IActionResult> Reasons(ReasonsForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Look.AddContactsIn(nameof(ReasonsForm.Why), form.Why, Search);
        return !ModelState.IsValid || IsLookDue()
            ? Ask(FormPart.Reasons, form)
            : await KeepAsync(FormPart.Reasons, form, Form.Answers with { Reasons = new ReasonsAnswer(Tidy.Text(form.Why)) });
    }

    private PublicAccount? Find(Guid id) => Given.Accounts.FirstOrDefault(a => a.Id == id);

    /// <summary>Points at what looks private (F15), or is no name of an account.</summary>
    private void PointAt(AccountForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ContactPoints.IsForMessages(form.OtherPlatform))
        {
            Look.Add(nameof(AccountForm.OtherPlatform), ContactPoints.MessagesOnly);
        }

        if (PrivateWord().IsMatch($"{form.OtherPlatform} {form.Name}"))
        {
            Look.Add(nameof(AccountForm.Name), ContactPoints.PrivateAccount);
        }

        if (MailAddress().IsMatch(form.Name ?? string.Empty))
        {
            Look.Add(nameof(AccountForm.Name), ContactPoints.Of(ContactKind.Email));
        }
    }

    private ViewResult AskAccount(AccountForm form) => Ask(FormPart.Accounts, form, "Account");

    private ViewResult AskAccounts(AccountsForm form)
    {
        ViewData["Accounts"] = Given.Accounts;
        ViewData["Promise"] = Form.Release.PrivateAccounts;
        return Ask(FormPart.Accounts, form);
    }

    [GeneratedRegex(@"\b(?:private|locked|protected|hidden|secret|friends only|preifat|breifat|cudd)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrivateWord();

    [GeneratedRegex(@"^[^@\s/:]+@[^@\s/:]+\.[^@\s/:]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MailAddress();
}
