using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Web.Features.Applicant;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>The applicant says on their page whether a form by post or e-mail was keyed in as they wrote it (P1).</summary>
[AllowAnonymous]
[ByApplicantLink]
[EnableRateLimiting(SecuritySetup.LinkLimit)]
[Route("/application/{token}/answer-keyed-form")]
public sealed class KeyedReplyController(LinkedApplication linked, KeyedReplies replies, KeyedReplyDesk desk) : DefectionController
{
    /// <summary>Every answer as it was keyed in, and what is asked.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Answer(string token) =>
        await replies.AskAsync(linked.Id, new KeyedReplyForm(), HttpContext.RequestAborted) is { } page
            ? View("Answer", page with { Back = $"/application/{token}" })
            : NotFound();

    /// <summary>Keeps what they say. A second time is told that the first stands.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Answer(string token, KeyedReplyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await replies.AskAsync(linked.Id, form, HttpContext.RequestAborted) is not { } page)
        {
            return NotFound();
        }

        if (ModelState.IsValid && await TryAsync(() => desk.AnswerAsync(
            linked.Id, form.IsAsWritten!.Value, form.Together(page.Missing), linked.Id, Role.Applicant, HttpContext.RequestAborted)))
        {
            Say(T("Thank you. We have your answer."));
            return Redirect(form.IsAsWritten is false || page.Missing.Count > 0 ? $"/application/{token}/answer-keyed-form" : $"/application/{token}");
        }

        return View("Answer", page with { Back = $"/application/{token}" });
    }
}

/// <summary>The General Secretary records what an applicant says by post of a keyed form (P1).</summary>
[OnCase(Role.GeneralSecretary), Settled]
public sealed class KeyedReplyByPostController(
    CaseContext current, CaseQueries cases, KeyedReplies replies, KeyedReplyDesk desk, OriginalReader original) : DefectionController
{
    /// <summary>Asks what they wrote.</summary>
    [HttpGet("/cases/{reference}/answer-keyed-form")]
    public async Task<IActionResult> Record(string reference) => await ShowAsync(new KeyedReplyForm());

    /// <summary>Records it.</summary>
    [HttpPost("/cases/{reference}/answer-keyed-form")]
    public async Task<IActionResult> Record(string reference, KeyedReplyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await replies.AskAsync(current.Id, form, HttpContext.RequestAborted) is { } page && ModelState.IsValid && await TryAsync(() => desk.AnswerAsync(
            current.Id, form.IsAsWritten!.Value, form.Together(page.Missing), current.Standing.PersonId, Role.GeneralSecretary, HttpContext.RequestAborted)))
        {
            Say("What the applicant says is recorded.");
            return Redirect($"/cases/{current.Reference}");
        }

        return await ShowAsync(form);
    }

    private async Task<IActionResult> ShowAsync(KeyedReplyForm form)
    {
        if (await replies.AskAsync(current.Id, form, HttpContext.RequestAborted) is not { } page)
        {
            return NotFound();
        }

        await original.RecordAsync("original.opened", "Answers");
        var head = await cases.HeadAsync(await cases.CaseAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        return View("Record", new RecordReplyPage(head, page));
    }
}

/// <summary>Reads what an applicant is asked about their keyed form, and what they said.</summary>
public sealed class KeyedReplies(IDrafts drafts, IApplications applications, IVault vault)
{
    /// <summary>What the applicant is asked; nothing where the form was sent online.</summary>
    public async Task<AskedAboutKeyed?> AskAsync(Guid application, KeyedReplyForm form, CancellationToken cancellation = default)
    {
        if (await drafts.KeyedReplyAsync(application, cancellation) is not { } reply
            || await applications.FindAsync(application, cancellation) is not { } found
            || await applications.FindFormAsync(application, cancellation) is not { } sent)
        {
            return null;
        }

        var lines = AnswerLines.Of(sent.Open(vault));
        AnswerLine[] missing = [.. lines.Where(l => l.Gap is not null)];
        form.Missing = [.. missing.Select((_, i) => form.Missing.ElementAtOrDefault(i))];
        return new AskedAboutKeyed(string.Empty, [.. lines.Where(l => l.Gap is null)], missing, form, Of(reply, found))
        {
            MayCorrect = ApplicationProcess.Find(Step.CorrectForm, found.Stage) is not null,
        };
    }

    /// <summary>What the applicant said; nothing where the form was sent online.</summary>
    public async Task<SaidOfKeyed?> FindAsync(Guid application, CancellationToken cancellation = default) =>
        await drafts.KeyedReplyAsync(application, cancellation) is { } reply && await applications.FindAsync(application, cancellation) is { } found
            ? Of(reply, found)
            : null;

    private SaidOfKeyed Of(KeyedReply reply, DefectionApplication application) => new(
        reply.AskedAt,
        reply.IsAsWritten,
        reply.Said is { } said ? vault.Open(reply, nameof(KeyedReply.Said), said) : null,
        reply.AnsweredAt,
        reply.RecordedBy is not null,
        [.. application.Corrections.Where(c => c.MadeAt >= reply.AskedAt).Select(c => c.Answer).Distinct()]);
}

/// <summary>What the applicant is asked about a keyed form.</summary>
/// <param name="Back">Where the page leads back to.</param>
/// <param name="Lines">Every answer that was keyed in.</param>
/// <param name="Missing">What could not be read, or was left blank.</param>
/// <param name="Form">What they say.</param>
/// <param name="Said">What they said before.</param>
public sealed record AskedAboutKeyed(
    string Back, IReadOnlyList<AnswerLine> Lines, IReadOnlyList<AnswerLine> Missing, KeyedReplyForm Form, SaidOfKeyed Said)
{
    /// <summary>Whether answers can be corrected now.</summary>
    public bool MayCorrect { get; init; }

    /// <summary>Answers of which something was missing.</summary>
    public IReadOnlyList<CorrectedAnswer> Incomplete => [.. Missing.Select(l => CorrectedAnswers.Of(l.Question)).Distinct()];
}

/// <summary>What the applicant said of a keyed form.</summary>
/// <param name="AskedAt">When they were asked, in UTC.</param>
/// <param name="IsAsWritten">Whether it is as they wrote it; nothing before they have answered.</param>
/// <param name="Said">What differs, and what was missing.</param>
/// <param name="AnsweredAt">When they answered, in UTC.</param>
/// <param name="ByPost">Whether the answer came by post.</param>
/// <param name="Corrected">What they corrected since they were asked.</param>
public sealed record SaidOfKeyed(
    DateTime AskedAt, bool? IsAsWritten, string? Said, DateTime? AnsweredAt, bool ByPost, IReadOnlyList<CorrectedAnswer> Corrected)
{
    /// <summary>Whether they said something that belongs into corrections.</summary>
    public bool AsksForCorrections => AnsweredAt is not null && (IsAsWritten is false || Said is not null);
}

/// <summary>The page on which an answer by post is recorded.</summary>
public sealed record RecordReplyPage(CaseHead Head, AskedAboutKeyed Asked) : ICasePart;

/// <summary>What the applicant says of a keyed form.</summary>
public sealed class KeyedReplyForm
{
    /// <summary>Most characters of one answer.</summary>
    public const int Longest = 2000;

    public bool? IsAsWritten { get; set; }

    public string? Said { get; set; }

    /// <summary>Answers to what was missing, in the order in which it is asked.</summary>
    public List<string?> Missing { get; set; } = [];

    /// <summary>Everything they say, as one text.</summary>
    public string? Together(IReadOnlyList<AnswerLine> missing)
    {
        ArgumentNullException.ThrowIfNull(missing);
        var parts = missing.Select((line, i) => (line, Text: Tidy.Text(Missing.ElementAtOrDefault(i)))).Where(p => p.Text is not null)
            .Select(p => $"{p.line.Theirs}: {p.Text}").ToList();
        if (Tidy.Text(Said) is { } said)
        {
            parts.Insert(0, said);
        }

        return parts.Count == 0 ? null : string.Join("\n", parts);
    }
}

internal sealed class KeyedReplyFormValidator : AbstractValidator<KeyedReplyForm>
{
    public KeyedReplyFormValidator()
    {
        RuleFor(f => f.IsAsWritten).NotNull().WithMessage(_ => T("Say whether it is as it was written"));
        RuleFor(f => f.Said)
            .Must((f, said) => f.IsAsWritten != false || Tidy.Text(said) is not null).WithMessage(_ => T("Write what is different"))
            .AtMost(KeyedReplyForm.Longest);
        RuleForEach(f => f.Missing).AtMost(KeyedReplyForm.Longest);
    }
}
