using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Outcome;

/// <summary>What ends an application early, and what opens a decision again (rules 21 and 28).</summary>
public sealed class ClosingDesk(
    Desk desk, IBallotBox box, IOutbox outbox, ISocieties societies, Notices notices, ApplicantPost post, ProcessSettings settings, IVault vault)
{
    /// <summary>The applicant takes the application back (rule 21).</summary>
    /// <exception cref="ProcessRuleException">The outcome is there already.</exception>
    public Task WithdrawAsync(Guid application, CancellationToken cancellation = default) =>
        CloseAsync(application, application, Role.Applicant, LetterKind.Withdrawal, (a, act) => a.Withdraw(act), cancellation);

    /// <summary>The applicant no longer holds office (F1).</summary>
    /// <exception cref="ProcessRuleException">The outcome is there already.</exception>
    public Task LapseAsync(Guid application, string reason, Guid by, Role role, CancellationToken cancellation = default) =>
        CloseAsync(application, by, role, LetterKind.Lapse, (a, act) => a.Lapse(reason, act, vault), cancellation);

    /// <summary>The Committee for Resolutions confirms that the decision is made anew (rule 28).</summary>
    /// <exception cref="ProcessRuleException">Nobody proposed it, or the same person did.</exception>
    public Task ConfirmReopeningAsync(Guid application, Guid by, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            Role.CommitteeForResolutions,
            async (a, act) =>
            {
                a.ConfirmReopening(act, settings);
                await notices.PeriodDeclaredAsync(a, act.At, cancellation);
                var society = await societies.AssemblyNameAsync(a, cancellation);
                await post.WriteAsync(
                    a,
                    LetterKind.Reopened,
                    act.At,
                    ("Society", () => society),
                    ("EndsAt", () => UkTime.SayWithWeekday(a.CurrentPeriod!.EndsAt)));
            },
            cancellation);

    private Task CloseAsync(
        Guid application, Guid by, Role role, LetterKind letter, Action<DefectionApplication, Act> deed, CancellationToken cancellation) =>
        desk.ActAsync(
            application,
            by,
            role,
            async (a, act) =>
            {
                var open = a.OpenBallotNow?.Id;
                var gathering = a.CurrentGathering;
                deed(a, act);
                if (open is { } ballot)
                {
                    await box.VoidAsync(ballot, cancellation);
                }

                await outbox.CancelAboutAsync(a.Id, cancellation);
                await notices.HustingsFellAwayAsync(a, gathering, act.At, cancellation);
                await post.WriteAsync(a, letter, act.At);
            },
            cancellation);
}
