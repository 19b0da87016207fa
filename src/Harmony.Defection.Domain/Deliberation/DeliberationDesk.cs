using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Deliberation;

/// <summary>Deeds of the debate and of the period (P11, P12, rules 10 to 12).</summary>
public sealed class DeliberationDesk(
    Desk desk, IApplications applications, IDebates debates, Notices notices, ProcessSettings settings, IVault vault)
{
    /// <summary>Adds to the debate.</summary>
    /// <exception cref="ProcessRuleException">The period is over.</exception>
    public Task DebateAsync(Guid application, string text, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(application, by, role, (a, act) => applications.Add(a.Debate(text, act, vault)), cancellation);

    /// <summary>States or changes a position.</summary>
    /// <exception cref="ProcessRuleException">The time for positions is over, or a block has no reason.</exception>
    public Task StatePositionAsync(
        Guid application, PositionKind kind, string? reason, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            role,
            async (a, act) =>
            {
                var existing = a.CurrentPeriod is { } period ? await debates.FindPositionAsync(period.Id, by, cancellation) : null;
                var position = a.StatePosition(existing, kind, reason, act, vault);
                if (existing is null)
                {
                    applications.Add(position);
                }
            },
            cancellation);

    /// <summary>Extends the period; the assembly is told.</summary>
    /// <exception cref="ProcessRuleException">It is over, the new day is not later, or it would be too long.</exception>
    public Task ExtendAsync(Guid application, DateOnly lastDay, string reason, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            role,
            async (a, act) =>
            {
                a.ExtendPeriod(lastDay, reason, act, settings, vault);
                await notices.PeriodDeclaredAsync(a, act.At, cancellation);
            },
            cancellation);

    /// <summary>Proposes a finding.</summary>
    /// <exception cref="ProcessRuleException">A finding stands, "no consensus" is recorded, or the time is over.</exception>
    public Task ProposeFindingAsync(
        Guid application, FindingKind kind, string? statement, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(application, by, role, (a, act) => { a.ProposeFinding(kind, statement, act, settings, vault); }, cancellation);

    /// <summary>Seconds the finding.</summary>
    /// <exception cref="ProcessRuleException">No finding waits for a second, or the Member proposed it.</exception>
    public Task SecondFindingAsync(Guid application, Guid by, CancellationToken cancellation = default) =>
        desk.ActAsync(application, by, Role.Member, (a, act) => a.SecondFinding(act), cancellation);

    /// <summary>Challenges the finding.</summary>
    /// <exception cref="ProcessRuleException">No finding stands, or its moment has come.</exception>
    public Task ChallengeFindingAsync(Guid application, string reason, Guid by, CancellationToken cancellation = default) =>
        desk.ActAsync(application, by, Role.Member, (a, act) => a.ChallengeFinding(reason, act, vault), cancellation);
}
