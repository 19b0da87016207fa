using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Deliberation;

/// <summary>Reads what the chair must know before a step of the decision period.</summary>
public sealed class DeliberationQueries(DefectionDbContext context, CaseContext here, ProcessSettings settings, TimeProvider clock)
{
    /// <summary>For an extension.</summary>
    public async Task<ExtendPage> ExtendAsync(CancellationToken cancellation = default)
    {
        var (application, period, now) = await ReadAsync(cancellation);
        return new ExtendPage
        {
            Reference = application.Reference,
            EndsAt = period?.EndsAt,
            Latest = period is null ? null : UkTime.Day(period.DeclaredAt).AddDays(settings.PeriodMostDaysExtended),
            Refusal = period is null ? NotNow(Step.ExtendPeriod)
                : period.IsOver(now) ? "The period is over; it can be extended only while it runs."
                : null,
        };
    }

    /// <summary>For a finding.</summary>
    public async Task<ProposePage> ProposeAsync(CancellationToken cancellation = default)
    {
        var (application, period, now) = await ReadAsync(cancellation);
        return new ProposePage
        {
            Reference = application.Reference,
            EndsAt = period?.EndsAt,
            TakesEffectAt = period is null ? null : ConsensusFinding.EffectOf(now, period.EndsAt, settings.CoolingOffDays),
            CoolingOffDays = settings.CoolingOffDays,
            Refusal = period is null ? NotNow(Step.ProposeFinding)
                : application.CopyInForce is null ? "The assembly’s copy is recalled. Nothing goes on until a new version is released (rule 28)."
                : application.WhyNoFindingCanBeProposed(now),
        };
    }

    private static string NotNow(Step step) => $"“{step.Label()}” opens while the assembly deliberates.";

    private async Task<(DefectionApplication Application, DecisionPeriod? Period, DateTime Now)> ReadAsync(CancellationToken cancellation)
    {
        var application = await context.Set<DefectionApplication>().AsNoTracking()
            .Include(a => a.Periods.OrderBy(p => p.Number)).Include(a => a.Findings.OrderBy(f => f.ProposedAt)).Include(a => a.Copies)
            .AsSplitQuery().SingleAsync(a => a.Id == here.Id, cancellation);
        return (application, application.Stage == Stage.Deliberation ? application.CurrentPeriod : null, clock.Now());
    }
}
