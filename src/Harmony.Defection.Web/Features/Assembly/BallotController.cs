using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>
/// The ballot of Members: paper, review, box (P14). Scores and receipt live in forms alone: in no address, log, cookie or audit entry. The receipt
/// is shown in the answer to the post itself.
/// </summary>
[OnCase(Role.Member, Role.Participant, Role.SocietySecretary, Role.SocietyForElections), ParticipantsIf(ParticipantsMay.Read), Settled]
public sealed class BallotController(
    AssemblyQueries assembly, BallotQueries queries, BallotPapers papers, BallotDesk desk, CaseContext here) : DefectionController
{
    private const string ReceiptKey = $"{nameof(BallotPage.Vote)}.{nameof(VoteForm.Receipt)}";

    /// <summary>The ballot paper, or why the reader has none.</summary>
    [HttpGet("/assembly/{reference}/ballot")]
    public async Task<IActionResult> Ballot(CancellationToken cancellation) => await ShowAsync(new VoteForm(), cancellation);

    /// <summary>The paper is where a vote is cast from.</summary>
    [HttpGet("/assembly/{reference}/cast-ballot"), OnCase(Role.Member)]
    public IActionResult Cast(string reference) => Redirect($"/assembly/{reference}/ballot");

    /// <summary>Shows the scores back before anything is cast; or, asked to change them, the paper again.</summary>
    [HttpPost("/assembly/{reference}/ballot"), OnCase(Role.Member)]
    public async Task<IActionResult> Review(
        [Bind(Prefix = nameof(BallotPage.Vote))] VoteForm form, bool change, CancellationToken cancellation)
    {
        var page = await FindAsync(cancellation);
        if (change || !ModelState.IsValid || page is null || page.Mark == RollMark.NotOnRoll || ReceiptOf(page, form) is null)
        {
            return await ShowAsync(form, cancellation);
        }

        page.Vote = form;
        return View("Review", page);
    }

    /// <summary>Puts the ballot into the box, or changes the one there. Sent twice, it is the same ballot.</summary>
    [HttpPost("/assembly/{reference}/cast-ballot"), OnCase(Role.Member)]
    public async Task<IActionResult> Cast([Bind(Prefix = nameof(BallotPage.Vote))] VoteForm form, CancellationToken cancellation)
    {
        var page = await FindAsync(cancellation);
        if (!ModelState.IsValid || (page is not null && page.Mark != RollMark.NotOnRoll && ReceiptOf(page, form) is null))
        {
            return await ShowAsync(form, cancellation);
        }

        var isChange = page is not null && IsChange(page, form);
        var receipt = page is null ? string.Empty : ReceiptOf(page, form) ?? string.Empty;
        List<int?> scores = [.. page?.Options.Select(form.Of) ?? []];
        var result = CastResult.NotOnRoll;
        if (!await TryAsync(async () => result = await desk.CastAsync(here.Id, here.Standing.PersonId, receipt, scores, cancellation)))
        {
            return await ShowAsync(form, cancellation);
        }

        if (result is CastResult.Cast or CastResult.Replaced)
        {
            return View("Cast", new CastPage(page!, isChange ? null : receipt));
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        if (result == CastResult.ReceiptNeeded)
        {
            ModelState.AddModelError(ReceiptKey, isChange
                ? "This is not the receipt of your vote. Check every group of it"
                : "You have voted already. To change your vote, enter your receipt");
        }

        return await ShowAsync(form, cancellation);
    }

    private async Task<BallotPage?> FindAsync(CancellationToken cancellation)
    {
        var head = await assembly.HeadAsync(here.Standing, cancellation);
        return head.IsEnded || head.IsNotReady ? null : await queries.FindOpenAsync(head, here.Standing, cancellation);
    }

    /// <summary>Whether a vote is changed by its receipt, and not cast by its paper.</summary>
    private static bool IsChange(BallotPage page, VoteForm form) => page.Mark == RollMark.HasVoted && !string.IsNullOrWhiteSpace(form.Receipt);

    /// <summary>
    /// The receipt of what is cast or changed. Only the paper of this voter makes a first vote: a typed receipt opens a vote, and never begins one.
    /// </summary>
    /// <returns>Nothing where the form has none, with the reason for the page.</returns>
    private string? ReceiptOf(BallotPage page, VoteForm form)
    {
        var receipt = IsChange(page, form) ? Receipt.Read(form.Receipt) : papers.Read(page.Id, here.Standing.PersonId, form.Paper);
        if (receipt is not null)
        {
            return receipt;
        }

        var (key, words) = page.Mark == RollMark.HasVoted
            ? (ReceiptKey, string.IsNullOrWhiteSpace(form.Receipt)
                ? "Enter the receipt that you were shown when you voted"
                : "A receipt has six groups of four letters and digits. Check every group")
            : (string.Empty, "This ballot paper could not be read, so here is a new one. Look at your scores once more");
        ModelState.AddModelError(key, words);
        return null;
    }

    private async Task<IActionResult> ShowAsync(VoteForm form, CancellationToken cancellation)
    {
        var head = await assembly.HeadAsync(here.Standing, cancellation);
        if (head.IsEnded || head.IsNotReady)
        {
            return View("Closed", new ClosedPage(head));
        }

        if (await queries.FindOpenAsync(head, here.Standing, cancellation) is not { } page)
        {
            return View("NoBallot", new ClosedPage(head));
        }

        if (page.Mark == RollMark.MayVote && papers.Read(page.Id, here.Standing.PersonId, form.Paper) is null)
        {
            form.Paper = papers.New(page.Id, here.Standing.PersonId);
            ModelState.Remove($"{nameof(BallotPage.Vote)}.{nameof(VoteForm.Paper)}");
        }

        page.Vote = form;
        return View("Ballot", page);
    }
}
