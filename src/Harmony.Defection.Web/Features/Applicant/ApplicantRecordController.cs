using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Keying;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Features.Wording;
using Harmony.Defection.Web.Plumbing;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>The applicant's own record by the secret link: corrections, documents, needs, promises, and everything to take away (PL4).</summary>
[InBothLanguages]
[AllowAnonymous]
[ByApplicantLink]
[EnableRateLimiting(SecuritySetup.LinkLimit)]
[Route("/application/{token}")]
public sealed class ApplicantRecordController(
    LinkedApplication linked, RecordQueries queries, ApplicantDesk desk, ApplicantFiles uploads, IFileStore files, ApplicantExport export, PartyNames party,
    KeyedReplies replies, IVault vault)
    : DefectionController
{
    /// <summary>What the address of a correction says that is made after the reply about a keyed form: it leads back there.</summary>
    private const string AfterReply = "reply";

    /// <summary>What was undertaken, in the very words (F5 to F8, F15).</summary>
    [HttpGet("promises")]
    public async Task<IActionResult> Promises(string token) =>
        View(new PromisesPage(token, await queries.ReferenceAsync(linked.Id), await queries.PromisesAsync(linked.Id)));

    /// <summary>The answers that can be corrected.</summary>
    [HttpGet("correct-form")]
    public async Task<IActionResult> CorrectList(string token) =>
        View(new CorrectListPage(token, await queries.CorrectionsAsync(linked.Id), await MayAsync(Step.CorrectForm) && await queries.AnswersAsync(linked.Id) is not null));

    /// <summary>Asks what an answer should be.</summary>
    [HttpGet("correct-form/{answer}")]
    public Task<IActionResult> Correct(string token, string answer) => AskCorrectionAsync(token, answer, null);

    /// <summary>Keeps the correction beside the form.</summary>
    [HttpPost("correct-form/{answer}")]
    public async Task<IActionResult> Correct(string token, string answer, CorrectForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (Kebab.Read<CorrectedAnswer>(answer) is not { } known || await queries.AnswersAsync(linked.Id) is not { } answers)
        {
            return NotFound();
        }

        if (known == CorrectedAnswer.Email)
        {
            return Redirect($"/application/{token}/email");
        }

        if (ModelState.IsValid
            && await TryAsync(() => desk.CorrectAsync(linked.Id, known, AnswerInWords.Kept(known, answers), Tidy.Text(form.ShouldBe)!)))
        {
            Say("We have your correction. It stands beside the form as you sent it.");
            return Redirect($"/application/{token}/{(Request.Query["after"] == AfterReply ? "answer-keyed-form" : "correct-form")}");
        }

        return await AskCorrectionAsync(token, answer, form.ShouldBe);
    }

    /// <summary>Documents sent so far, and a place to add more.</summary>
    [HttpGet("add-document")]
    public Task<IActionResult> Documents(string token) => ShowDocumentsAsync(token);

    /// <summary>Takes documents in for Research. What cannot be taken is named; the others are kept.</summary>
    [HttpPost("add-document")]
    [RequestSizeLimit(FileChecks.LargestUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = FileChecks.LargestUpload)]
    public async Task<IActionResult> Documents(string token, DocumentsForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var given = form.Files ?? [];
        if (given.Count == 0)
        {
            ModelState.AddModelError(nameof(DocumentsForm.Files), "Choose a file first");
            return await ShowDocumentsAsync(token);
        }

        await TryAsync(async () =>
        {
            foreach (var refusal in await uploads.TakeAsync(linked.Id, given))
            {
                ModelState.AddModelError(nameof(DocumentsForm.Files), refusal);
            }
        });
        if (!ModelState.IsValid)
        {
            return await ShowDocumentsAsync(token);
        }

        Say($"{party.Research} has what you added.");
        return Redirect($"/application/{token}/add-document");
    }

    /// <summary>A file that the applicant sent: always saved, never shown in the site (IN4).</summary>
    [HttpGet("documents/{id:guid}"), SecurityHeadersPolicy(Headers.Download)]
    public async Task<IActionResult> Document(string token, Guid id) => await queries.FileAsync(linked.Id, id) is { } file
        ? Downloads.Of(await files.OpenAsync(id, HttpContext.RequestAborted), file, await queries.ReferenceAsync(linked.Id))
        : NotFound();

    /// <summary>What the applicant needs at the meeting, and how to reach them.</summary>
    [HttpGet("tell-needs")]
    public async Task<IActionResult> Needs(string token)
    {
        var needs = await queries.NeedsAsync(linked.Id);
        var meeting = needs?.OpenMeeting(vault);
        var form = new NeedsForm { Needs = [.. meeting?.Needs ?? []], Other = meeting?.Other, Reach = needs?.OpenReach(vault) };
        return await AskNeedsAsync(token, form);
    }

    /// <summary>Keeps it. Whoever arranges the meeting never sees contact details, so none may stand in the part that they read (rule 29).</summary>
    [HttpPost("tell-needs")]
    public async Task<IActionResult> Needs(string token, NeedsForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var (other, reach) = (Tidy.Text(form.Other), Tidy.Text(form.Reach));
        if (other is not null && ModelState.IsValid && await ContactDataInAsync(other) is { } found)
        {
            ModelState.AddModelError(nameof(NeedsForm.Other), $"Take out “{found}”: whoever arranges the meeting never sees contact details. Put it in the second box");
        }

        if (ModelState.IsValid
            && await TryAsync(() => desk.TellNeedsAsync(linked.Id, new MeetingNeeds([.. form.Needs.Distinct().Order()], other), reach)))
        {
            Say("We have noted what you need.");
            return Redirect($"/application/{token}");
        }

        return await AskNeedsAsync(token, form);
    }

    /// <summary>What the download holds, what it does not, and who can be asked for the rest (rule 30).</summary>
    [HttpGet("data")]
    public async Task<IActionResult> YourData(string token) => View(await queries.DataAsync(linked.Id, token));

    /// <summary>Everything that is the applicant's own, in one archive (PL4).</summary>
    [HttpGet("data/download"), SecurityHeadersPolicy(Headers.Download)]
    public async Task<IActionResult> Download(string token) => await export.OfAsync(linked.Id, HttpContext.RequestAborted);

    private async Task<bool> MayAsync(Step step) => ApplicationProcess.Find(step, await queries.StageAsync(linked.Id)) is not null;

    private async Task<IActionResult> AskCorrectionAsync(string token, string answer, string? typed)
    {
        if (Kebab.Read<CorrectedAnswer>(answer) is not { } known || await queries.AnswersAsync(linked.Id) is not { } answers)
        {
            return NotFound();
        }

        if (known == CorrectedAnswer.Email)
        {
            return Redirect($"/application/{token}/email");
        }

        var stage = await queries.StageAsync(linked.Id);
        return ApplicationProcess.Find(Step.CorrectForm, stage) is null && ModelState.IsValid
            ? Redirect($"/application/{token}/correct-form")
            : View("Correct", new CorrectPage(token, known, AnswerInWords.Of(known, answers), party.InOurWords(RecordQueries.ConsequenceIn(stage, party)), typed)
            {
                Replied = (await replies.FindAsync(linked.Id, HttpContext.RequestAborted))?.Said,
            });
    }

    private async Task<IActionResult> ShowDocumentsAsync(string token) =>
        View("Documents", new DocumentsPage(token, await queries.FilesAsync(linked.Id), await MayAsync(Step.AddDocument)));

    private async Task<IActionResult> AskNeedsAsync(string token, NeedsForm form)
    {
        (form.Link, form.IsOpen) = (token, await MayAsync(Step.TellNeeds));
        return View("Needs", form);
    }

    private async Task<string?> ContactDataInAsync(string text)
    {
        var answers = await queries.AnswersAsync(linked.Id) ?? new FormAnswers();
        return Sanitiser.For(answers).Search(text) is [var first, ..] ? text.Substring(first.Start, first.Length) : null;
    }
}
