using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>The debate of the decision period: what is said, where people stand, and the finding that ends it (P12, rules 11 to 13).</summary>
[OnCase(Role.Member, Role.Participant, Role.SocietySecretary, Role.SocietyForElections), ParticipantsIf(ParticipantsMay.Read), Settled]
public sealed class DebateController(
    AssemblyQueries assembly, DebateQueries queries, DeliberationDesk desk, CaseContext here) : DefectionController
{
    /// <summary>The debate, oldest contribution first.</summary>
    [HttpGet("/assembly/{reference}/debate")]
    public async Task<IActionResult> Debate(int? period, int? page, CancellationToken cancellation) =>
        await ShowAsync(period, page, null, null, cancellation);

    /// <summary>Adds to the debate. The same words sent twice in a row are one contribution.</summary>
    [HttpPost("/assembly/{reference}/debate"), OnCase(Role.Member, Role.Participant)]
    public async Task<IActionResult> Add(string reference, [Bind(Prefix = nameof(DebatePage.Contribution))] ContributionForm form, CancellationToken cancellation)
    {
        var text = form.Text?.Trim();
        if (ModelState.IsValid
            && (await queries.IsSaidAsync(here.Id, Me, text!, cancellation)
                || await TryAsync(() => desk.DebateAsync(here.Id, text!, Me, RoleFor(Step.Debate), cancellation))))
        {
            Say("Your contribution is in the debate.");
            return Redirect($"{Path(reference)}/debate?page={int.MaxValue}#last");
        }

        return await ShowAsync(null, null, form, null, cancellation);
    }

    /// <summary>The place on the debate's page where a position is stated.</summary>
    [HttpGet("/assembly/{reference}/state-position"), OnCase(Role.Member, Role.Participant)]
    public IActionResult StatePosition(string reference) => Redirect($"{Path(reference)}/debate#position");

    /// <summary>States or changes the reader's position.</summary>
    [HttpPost("/assembly/{reference}/state-position"), OnCase(Role.Member, Role.Participant)]
    public async Task<IActionResult> StatePosition(
        string reference, [Bind(Prefix = nameof(DebatePage.Position))] PositionForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid
            && await TryAsync(() => desk.StatePositionAsync(here.Id, form.Kind!.Value, form.Reason?.Trim(), Me, RoleFor(Step.StatePosition), cancellation)))
        {
            Say("Your position is saved. You can change it until the end.");
            return Redirect($"{Path(reference)}/debate");
        }

        return await ShowAsync(null, null, null, form, cancellation);
    }

    /// <summary>Asks whether to second the finding.</summary>
    [HttpGet("/assembly/{reference}/second-finding"), OnCase(Role.Member)]
    public Task<IActionResult> Second(CancellationToken cancellation) => ShowFindingAsync("Second", cancellation);

    /// <summary>Seconds the finding.</summary>
    [HttpPost("/assembly/{reference}/second-finding"), OnCase(Role.Member), ActionName("Second")]
    public async Task<IActionResult> SecondNow(string reference, CancellationToken cancellation)
    {
        if (!await TryAsync(() => desk.SecondFindingAsync(here.Id, Me, cancellation)))
        {
            return await ShowFindingAsync("Second", cancellation);
        }

        Say("You seconded the finding.");
        return Redirect($"{Path(reference)}/debate");
    }

    /// <summary>Asks for the reason of a challenge.</summary>
    [HttpGet("/assembly/{reference}/challenge-finding"), OnCase(Role.Member)]
    public Task<IActionResult> Challenge(CancellationToken cancellation) => ShowFindingAsync("Challenge", cancellation);

    /// <summary>Challenges the finding.</summary>
    [HttpPost("/assembly/{reference}/challenge-finding"), OnCase(Role.Member)]
    public async Task<IActionResult> Challenge(string reference, ChallengeForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !await TryAsync(() => desk.ChallengeFindingAsync(here.Id, form.Reason!.Trim(), Me, cancellation)))
        {
            return await ShowFindingAsync("Challenge", cancellation, form);
        }

        Say("You challenged the finding. At its moment it turns to “no consensus”.");
        return Redirect($"{Path(reference)}/debate");
    }

    private Guid Me => here.Standing.PersonId;

    private static string Path(string reference) => $"/assembly/{reference}";

    /// <summary>The role of the step; where it is not open, one whose refusal says so.</summary>
    private Role RoleFor(Step step) => here.Standing.RoleFor(step) ?? (here.Standing.Is(Role.Member) ? Role.Member : Role.Participant);

    private async Task<IActionResult> ShowAsync(
        int? period, int? page, ContributionForm? contribution, PositionForm? position, CancellationToken cancellation)
    {
        var head = await assembly.HeadAsync(here.Standing, cancellation);
        if (head.IsEnded || head.IsNotReady)
        {
            return View("Closed", new ClosedPage(head));
        }

        if (await queries.FindAsync(head, here.Standing, period, page, cancellation) is not { } shown)
        {
            return period is null ? View("NoDebate", new ClosedPage(head)) : NotFound();
        }

        shown.Contribution = contribution ?? shown.Contribution;
        shown.Position = position ?? shown.Position;
        return View("Debate", shown);
    }

    private async Task<IActionResult> ShowFindingAsync(string view, CancellationToken cancellation, ChallengeForm? form = null)
    {
        var head = await assembly.HeadAsync(here.Standing, cancellation);
        if (head.IsEnded || head.IsNotReady)
        {
            return View("Closed", new ClosedPage(head));
        }

        var debate = await queries.FindAsync(head, here.Standing, null, null, cancellation);
        return debate is null ? View("NoDebate", new ClosedPage(head)) : View(view, new FindingPage(debate, form ?? new()));
    }
}

/// <summary>The finding, for a Member who is about to second or challenge it.</summary>
/// <param name="Debate">The debate it belongs to.</param>
/// <param name="Form">What is typed for a challenge.</param>
public sealed record FindingPage(DebatePage Debate, ChallengeForm Form);
