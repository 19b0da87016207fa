using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Societies;

/// <summary>Deeds by which a body takes the decision duties or the case goes on to the next (P7, rules 2, 15, 17 and 27).</summary>
public sealed class AllocationDesk(Desk desk, Notices notices, ProcessSettings settings, IVault vault)
{
    /// <summary>The secretary of the body that is asked takes responsibility.</summary>
    /// <exception cref="ProcessRuleException">Not the stage for it.</exception>
    public Task TakeResponsibilityAsync(Guid application, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            role,
            (a, act) =>
            {
                if (role == Role.SocietyForElections)
                {
                    a.CarryOutDuties(act);
                }
                else
                {
                    a.TakeResponsibility(act);
                }
            },
            cancellation);

    /// <summary>The secretary declines for lack of capacity; the next body is asked.</summary>
    /// <exception cref="ProcessRuleException">It is the last body.</exception>
    public Task DeclineAsync(Guid application, string? reason, Guid by, CancellationToken cancellation = default) =>
        PassOnAsync(application, by, Role.SocietySecretary, (a, act) => a.DeclineResponsibility(reason, act, vault), cancellation);

    /// <summary>The General Secretary confirms that a silent body lacks capacity; the next body is asked.</summary>
    /// <exception cref="ProcessRuleException">The body still has time, or is the last one.</exception>
    public Task ConfirmLackOfCapacityAsync(Guid application, Guid by, CancellationToken cancellation = default) =>
        PassOnAsync(application, by, Role.GeneralSecretary, (a, act) => a.ConfirmLackOfCapacity(act, settings), cancellation);

    /// <summary>The General Secretary confirms that no hustings was arranged; the next body is asked.</summary>
    /// <exception cref="ProcessRuleException">The body still has time, or has announced one.</exception>
    public Task ConfirmHustingsNotArrangedAsync(Guid application, Guid by, CancellationToken cancellation = default) =>
        PassOnAsync(application, by, Role.GeneralSecretary, (a, act) => a.ConfirmHustingsNotArranged(act, settings), cancellation);

    private Task PassOnAsync(
        Guid application, Guid by, Role role, Action<DefectionApplication, Act> deed, CancellationToken cancellation) =>
        desk.ActAsync(
            application,
            by,
            role,
            async (a, act) =>
            {
                deed(a, act);
                await notices.ToSecretariesAsync(a, act.At, cancellation);
            },
            cancellation);
}
