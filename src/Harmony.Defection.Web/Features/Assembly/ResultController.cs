using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>The result, for the assembly alone: every step of the count, the published box, and one's own ballot in it (BA6, BA8, PL6).</summary>
[OnCase(Role.Member, Role.Participant, Role.SocietySecretary, Role.SocietyForElections), ParticipantsIf(ParticipantsMay.Read), Settled]
public sealed class ResultController(AssemblyQueries assembly, ResultQueries queries, IBallotBox box, CaseContext here) : DefectionController
{
    /// <summary>The result.</summary>
    [HttpGet("/assembly/{reference}/result")]
    public async Task<IActionResult> Result(int? ballot, int page = 1, CancellationToken cancellation = default) =>
        await ShowAsync(ballot, page, null, cancellation);

    /// <summary>
    /// Looks a receipt up. The answer comes with the post itself, so that the receipt is in no address. A protected box has no look-up.
    /// </summary>
    [HttpPost("/assembly/{reference}/result")]
    public async Task<IActionResult> LookUp(
        [Bind(Prefix = nameof(ResultPage.LookUp))] LookUpForm form, CancellationToken cancellation) =>
        await ShowAsync(form.Ballot, 1, form, cancellation);

    /// <summary>The published box as a table.</summary>
    [HttpGet("/assembly/{reference}/result.csv")]
    public async Task<IActionResult> Csv(int? ballot, CancellationToken cancellation) =>
        await OpenBoxAsync(ballot, cancellation) is { } counted
            ? File(PublishedBox.Csv(counted), "text/csv; charset=utf-8", "ballots.csv")
            : NotFound();

    /// <summary>The published box as the command "recount" reads it.</summary>
    [HttpGet("/assembly/{reference}/result.json")]
    public async Task<IActionResult> Json(int? ballot, CancellationToken cancellation) =>
        await OpenBoxAsync(ballot, cancellation) is { } counted
            ? File(PublishedBox.Json(here.Standing.Case.Reference, counted), "application/json", "ballots.json")
            : NotFound();

    private async Task<CountedBallot?> OpenBoxAsync(int? ballot, CancellationToken cancellation)
    {
        var head = await assembly.HeadAsync(here.Standing, cancellation);
        var page = head.IsEnded ? null : await queries.FindAsync(head, ballot, 1, cancellation);
        return page?.Ballot is { IsProtected: false } counted ? counted : null;
    }

    private async Task<IActionResult> ShowAsync(int? ballot, int page, LookUpForm? form, CancellationToken cancellation)
    {
        var head = await assembly.HeadAsync(here.Standing, cancellation);
        if (head.IsEnded)
        {
            return View("Closed", new ClosedPage(head));
        }

        if (await queries.FindAsync(head, ballot, page, cancellation) is not { } shown)
        {
            return ballot is null ? View("NoResult", new ClosedPage(head)) : NotFound();
        }

        if (form is null || shown.Ballot is not { IsProtected: false } counted)
        {
            ModelState.Clear();
            return View("Result", shown);
        }

        shown.LookUp = form;
        if (ModelState.IsValid && (shown.Found = await box.FindAsync(counted.Id, Receipt.Read(form.Receipt)!, cancellation)) is null)
        {
            ModelState.AddModelError(
                $"{nameof(ResultPage.LookUp)}.{nameof(LookUpForm.Receipt)}", "No ballot of this box has that receipt. Check every group of it");
        }

        return View("Result", shown);
    }
}
