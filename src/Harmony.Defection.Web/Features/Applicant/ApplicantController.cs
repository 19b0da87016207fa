using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Outcome;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Wording;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>The applicant's page and what can be done on it, by the secret link alone (rule 29).</summary>
[InBothLanguages]
[AllowAnonymous]
[ByApplicantLink]
[EnableRateLimiting(SecuritySetup.LinkLimit)]
[Route("/application/{token}")]
public sealed class ApplicantController(
    LinkedApplication linked, ApplicantQueries queries, Desk desk, ClosingDesk closing, IVault vault) : DefectionController
{
    /// <summary>Where the application is.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Status(string token) => View(await queries.StatusAsync(linked.Id, token));

    /// <summary>A letter in full.</summary>
    [HttpGet("letters/{id:guid}")]
    public async Task<IActionResult> Letter(string token, Guid id) =>
        await queries.LetterAsync(linked.Id, id, token) is { } letter ? View(letter) : NotFound();

    /// <summary>The form as it was sent.</summary>
    [HttpGet("form")]
    public async Task<IActionResult> Form(string token) => View(await queries.FormAsync(linked.Id, token));

    /// <summary>Something Research could not match, to be answered.</summary>
    [HttpGet("answer-finding/{id:guid}")]
    public async Task<IActionResult> Finding(string token, Guid id) => await AskFindingAsync(token, id, null) ?? NotFound();

    /// <summary>Keeps the answer (rule 4). A second one is told that the first stands.</summary>
    [HttpPost("answer-finding/{id:guid}")]
    public async Task<IActionResult> Finding(string token, Guid id, AnswerForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var question = (await queries.FactsAsync(linked.Id)).Questions.FirstOrDefault(q => q.Id == id);
        if (question is null)
        {
            return NotFound();
        }

        if (question.Answer is not null)
        {
            return HaveItAlready(token);
        }

        if (ModelState.IsValid
            && await TryAsync(() => desk.ActAsync(
                linked.Id, linked.Id, Role.Applicant, (a, act) => a.AnswerFinding(id, Tidy.Text(form.Answer)!, act, vault))))
        {
            Say("We have your answer.");
            return ToStatus(token);
        }

        return await AskFindingAsync(token, id, form.Answer) ?? NotFound();
    }

    /// <summary>A doubt that the application is genuine, to be answered.</summary>
    [HttpGet("answer-not-genuine")]
    public async Task<IActionResult> Doubt(string token) => await AskDoubtAsync(token, null) ?? ToStatus(token);

    /// <summary>Keeps the answer (rule 5). A second one is told that the first stands.</summary>
    [HttpPost("answer-not-genuine")]
    public async Task<IActionResult> Doubt(string token, AnswerForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var doubt = (await queries.FactsAsync(linked.Id)).Doubt;
        if (doubt is { Answer: not null })
        {
            return HaveItAlready(token);
        }

        if (ModelState.IsValid
            && await TryAsync(() => desk.ActAsync(
                linked.Id, linked.Id, Role.Applicant, (a, act) => a.AnswerNotGenuine(Tidy.Text(form.Answer)!, act, vault))))
        {
            Say("We have your answer.");
            return ToStatus(token);
        }

        return await AskDoubtAsync(token, form.Answer) ?? await RefusedAsync(token);
    }

    /// <summary>Keeps the answer to the invitation (P9). The same answer again changes nothing.</summary>
    [HttpPost("answer-invitation")]
    public async Task<IActionResult> AnswerInvitation(string token, InvitationAnswer answer)
    {
        if (!ModelState.IsValid || answer == InvitationAnswer.None)
        {
            return BadRequest();
        }

        var meeting = (await queries.FactsAsync(linked.Id)).Meeting;
        if (meeting?.Answer != answer
            && !await TryAsync(() => desk.ActAsync(linked.Id, linked.Id, Role.Applicant, (a, act) => a.AnswerInvitation(answer, act))))
        {
            return await RefusedAsync(token);
        }

        Say(answer == InvitationAnswer.WillCome ? "Thank you. The Society knows that you will come." : "The Society knows that you ask for another time.");
        return ToStatus(token);
    }

    /// <summary>Asks before the application is withdrawn.</summary>
    [HttpGet("withdraw")]
    public async Task<IActionResult> Withdraw(string token) => View(new WithdrawPage(token, (await queries.FactsAsync(linked.Id)).Stage.IsOpen()));

    /// <summary>Withdraws the application (rule 21).</summary>
    [HttpPost("withdraw")]
    public async Task<IActionResult> WithdrawNow(string token)
    {
        if ((await queries.FactsAsync(linked.Id)).Stage == Stage.Withdrawn)
        {
            Say("Your application is withdrawn already.");
            return ToStatus(token);
        }

        if (!await TryAsync(() => closing.WithdrawAsync(linked.Id)))
        {
            return await RefusedAsync(token);
        }

        Say("Your application is withdrawn.");
        return ToStatus(token);
    }

    private RedirectResult ToStatus(string token) => Redirect($"/application/{token}");

    private RedirectResult HaveItAlready(string token)
    {
        Say("We have your answer already.");
        return ToStatus(token);
    }

    /// <summary>The status page with the sentence of a refusal.</summary>
    private async Task<IActionResult> RefusedAsync(string token) => View("Status", await queries.StatusAsync(linked.Id, token));

    private async Task<IActionResult?> AskFindingAsync(string token, Guid id, string? typed) =>
        (await queries.FactsAsync(linked.Id)).Questions.FirstOrDefault(q => q.Id == id) is { } question
            ? View("Answer", new AnswerPage(token, question, IsDoubt: false, typed))
            : null;

    private async Task<IActionResult?> AskDoubtAsync(string token, string? typed) =>
        (await queries.FactsAsync(linked.Id)).Doubt is { } doubt ? View("Answer", new AnswerPage(token, doubt, IsDoubt: true, typed)) : null;
}

/// <summary>The page that asks before an application is withdrawn.</summary>
/// <param name="Token">The link's token.</param>
/// <param name="IsOpen">Whether there is still something to withdraw.</param>
public sealed record WithdrawPage(string Token, bool IsOpen);

/// <summary>What the applicant answers to something put to them.</summary>
public sealed class AnswerForm
{
    /// <summary>Most characters.</summary>
    public const int Longest = 4000;

    public string? Answer { get; set; }
}

internal sealed class AnswerFormValidator : AbstractValidator<AnswerForm>
{
    public AnswerFormValidator() =>
        RuleFor(f => f.Answer).Must(a => Tidy.Text(a) is not null).WithMessage("Write your answer first")
            .MaximumLength(AnswerForm.Longest).WithMessage($"Use {AnswerForm.Longest} characters or fewer");
}
