using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Balloting;

/// <summary>Opens ballots, and lets Members vote (P13, P14, rules 14 and 15).</summary>
public sealed class BallotDesk(
    Desk desk,
    IApplications applications,
    IBallotBox box,
    ISocieties societies,
    Notices notices,
    ApplicantPost post,
    ProcessSettings settings,
    TimeProvider clock)
{
    /// <summary>Opens the ballot: roll, key and invitations in the same save.</summary>
    /// <exception cref="ProcessRuleException">There is no recorded "no consensus", it is too short, or nobody is on the roll.</exception>
    public Task OpenAsync(Guid application, int days, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            role,
            async (a, act) =>
            {
                a.Allow(Step.OpenBallot, act);
                var roll = await societies.RollAsync(a, act.At, cancellation);
                var assembly = (await societies.AllAsync(cancellation)).First(s => s.Id == a.AssemblySocietyId);
                var plan = new BallotPlan(Guid.CreateVersion7(), assembly.OffersDiscussion, days, roll.Count);
                var ballot = a.OpenBallot(plan, act, settings);
                box.Open(ballot.Id, roll);
                await notices.BallotOpenedAsync(a, ballot, roll, act.At, cancellation);
                await post.WriteAsync(
                    a, LetterKind.BallotOpened, act.At, ("Society", () => assembly.Name), ("ClosesAt", () => UkTime.SayWithWeekday(ballot.ClosesAt)));
            },
            cancellation);

    /// <summary>
    /// Puts a Member's ballot into the box. The application itself is not touched, so that nothing of it tells when somebody voted.
    /// </summary>
    /// <param name="application">The application.</param>
    /// <param name="person">The Member.</param>
    /// <param name="receipt">The receipt made for this ballot and Member.</param>
    /// <param name="scores">The scores in ballot order.</param>
    /// <param name="cancellation">Stops before anything is stored.</param>
    /// <exception cref="ApplicationNotFoundException">There is no such application.</exception>
    /// <exception cref="ProcessRuleException">The ballot is closed, or the person is not on its roll.</exception>
    public async Task<CastResult> CastAsync(
        Guid application, Guid person, string receipt, IReadOnlyList<int?> scores, CancellationToken cancellation = default)
    {
        var found = await applications.FindAsync(application, cancellation) ?? throw new ApplicationNotFoundException(application);
        var ballot = found.RequireOpenBallot(new Act(person, Role.Member, clock.Now()));
        if (scores.Count != ballot.Options.Count || scores.Any(s => s is < 0 or > StarTally.HighestScore))
        {
            throw new ProcessRuleException($"Each option has a score from 0 to {StarTally.HighestScore}, or none.");
        }

        return await box.CastAsync(ballot.Id, person, receipt, scores, cancellation);
    }
}
