using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Outcome;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Applications;

/// <summary>
/// What follows from time alone (rule 27): a finding that takes effect, "no consensus" where nobody proposed one, a ballot that opens or
/// closes. A deadline holds the moment it has passed; this only does what follows from it, whoever comes by first.
/// </summary>
public sealed class Clockwork(
    IApplications applications,
    IDebates debates,
    IBallotBox box,
    ISocieties societies,
    Notices notices,
    ApplicantPost post,
    Outcomes outcomes,
    ProcessSettings settings)
{
    /// <summary>Does everything that is due, in the current unit of work.</summary>
    /// <returns>Whether anything was.</returns>
    public async Task<bool> SettleAsync(DefectionApplication application, DateTime now, CancellationToken cancellation = default)
    {
        var steps = application.History.Count;
        while (application.NextDueAt is { } due && due <= now)
        {
            var before = application.History.Count;
            await SettleOneAsync(application, due, now, cancellation);
            if (application.History.Count == before)
            {
                break;
            }
        }

        return application.History.Count > steps;
    }

    /// <summary>Settles one application by itself, as the worker does.</summary>
    /// <returns>Whether anything was due that could be done.</returns>
    /// <exception cref="ApplicationNotFoundException">There is no such application.</exception>
    public async Task<bool> SettleAsync(Guid id, DateTime now, CancellationToken cancellation = default)
    {
        var (application, settled) = await applications.DoAsync(
            async () =>
            {
                var found = await applications.FindAsync(id, cancellation) ?? throw new ApplicationNotFoundException(id);
                return (found, await SettleAsync(found, now, cancellation));
            },
            cancellation);
        await AfterSaveAsync(application, cancellation);
        return settled;
    }

    /// <summary>Once a ballot's end is durable, its sealing key is destroyed.</summary>
    public async Task AfterSaveAsync(DefectionApplication application, CancellationToken cancellation = default)
    {
        if (application.Ballots.Any(b => b.Outcome != BallotOutcome.None))
        {
            await box.DestroyKeysAsync(cancellation);
        }
    }

    private async Task SettleOneAsync(DefectionApplication application, DateTime due, DateTime now, CancellationToken cancellation)
    {
        if (application.Stage == Stage.Ballot)
        {
            await CountAsync(application, Act.OfClock(due), cancellation);
        }
        else if (application.NoConsensusAt is not null)
        {
            await OpenBallotAsync(application, Act.OfClock(now), cancellation);
        }
        else if (application.CurrentPeriod is { } period)
        {
            await ConcludePeriodAsync(application, period, Act.OfClock(due), cancellation);
        }
    }

    private async Task ConcludePeriodAsync(DefectionApplication application, DecisionPeriod period, Act act, CancellationToken cancellation)
    {
        var blocks = await debates.MemberBlocksAsync(period.Id, cancellation);
        switch (application.WhatThePeriodComesTo(act.At, blocks))
        {
            case Step.AcceptByConsensus:
                application.AcceptByConsensus(act, blocks);
                await outcomes.AcceptAsync(application, act, cancellation);
                break;
            case Step.RejectByConsensus:
                application.RejectByConsensus(act, blocks);
                await outcomes.RejectAsync(application, act, cancellation);
                break;
            case Step.FindNoConsensus:
                application.FindNoConsensus(act, blocks);
                await notices.ToSecretariesAsync(application, act.At, cancellation);
                break;
            default:
                break;
        }
    }

    private async Task OpenBallotAsync(DefectionApplication application, Act act, CancellationToken cancellation)
    {
        var roll = await societies.RollAsync(application, act.At, cancellation);
        if (roll.Count == 0)
        {
            // Nobody can vote: the ballot waits for the General Secretary, on whose list the case stands as overdue (rule 15).
            return;
        }

        var offers = (await societies.AllAsync(cancellation)).Any(s => s.Id == application.AssemblySocietyId && s.OffersDiscussion);
        var ballot = application.OpenBallotOnTime(new BallotPlan(Guid.CreateVersion7(), offers, settings.BallotDays, roll.Count), act, settings);
        box.Open(ballot.Id, roll);
        await notices.BallotOpenedAsync(application, ballot, roll, act.At, cancellation);
        var society = await societies.AssemblyNameAsync(application, cancellation);
        await post.WriteAsync(
            application,
            LetterKind.BallotOpened,
            act.At,
            ("Society", () => society),
            ("ClosesAt", () => UkTime.SayWithWeekday(ballot.ClosesAt)));
    }

    private async Task CountAsync(DefectionApplication application, Act act, CancellationToken cancellation)
    {
        var ballot = application.OpenBallotNow!;
        var published = await box.CloseAsync(ballot.Id, cancellation);
        var outcome = BallotResult.Of(ballot, published).Outcome;
        switch (application.WhatTheBallotComesTo(outcome, settings))
        {
            case Step.AcceptByBallot:
                application.AcceptByBallot(act);
                await outcomes.AcceptAsync(application, act, cancellation);
                break;
            case Step.RejectByBallot:
                application.RejectByBallot(act);
                await outcomes.RejectAsync(application, act, cancellation);
                break;
            case Step.RejectOnSecondTie:
                application.RejectOnSecondTie(act);
                await outcomes.RejectAsync(application, act, cancellation);
                break;
            case Step.DiscussFurther:
                application.DiscussFurther(act, settings);
                await TellOfPeriodAsync(application, act, cancellation);
                break;
            case Step.ReturnTie:
                application.ReturnTie(act, settings);
                await TellOfPeriodAsync(application, act, cancellation);
                break;
            case Step.ReturnEmptyBallot:
                application.ReturnEmptyBallot(act, settings);
                await TellOfPeriodAsync(application, act, cancellation);
                break;
            default:
                application.ReturnEmptyBallotAgain(act);
                await notices.ToSecretariesAsync(application, act.At, cancellation);
                break;
        }

        await notices.ResultAsync(application, act.At, cancellation);
    }

    private async Task TellOfPeriodAsync(DefectionApplication application, Act act, CancellationToken cancellation)
    {
        await notices.PeriodDeclaredAsync(application, act.At, cancellation);
        var society = await societies.AssemblyNameAsync(application, cancellation);
        await post.WriteAsync(
            application,
            LetterKind.PeriodDeclared,
            act.At,
            ("Society", () => society),
            ("EndsAt", () => UkTime.SayWithWeekday(application.CurrentPeriod!.EndsAt)));
    }
}
