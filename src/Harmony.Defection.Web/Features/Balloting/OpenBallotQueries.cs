using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Balloting;

/// <summary>Reads what the chair must know before a ballot is opened.</summary>
public sealed class OpenBallotQueries(
    DefectionDbContext context, IApplications applications, ISocieties societies, CaseContext here, ProcessSettings settings, TimeProvider clock)
{
    /// <summary>The ballot as it would open now.</summary>
    public async Task<OpenBallotPage> FindAsync(CancellationToken cancellation = default)
    {
        var application = await applications.FindAsync(here.Id, cancellation) ?? throw new ApplicationNotFoundException(here.Id);
        var society = (await societies.AllAsync(cancellation)).FirstOrDefault(s => s.Id == application.AssemblySocietyId);
        var refusal = WhyNot(application);
        var roll = refusal is null ? await CountAsync(application, cancellation) : null;
        return new OpenBallotPage
        {
            Reference = application.Reference,
            Society = society?.Name ?? string.Empty,
            Refusal = refusal ?? (roll!.OnRoll == 0 ? "Nobody is on the roll, so no ballot can open (rule 15)." : null),
            OpensByItselfAt = application is { Stage: Stage.Deliberation, NoConsensusAt: not null } ? application.NextDueAt : null,
            Roll = roll,
            Options = society is { OffersDiscussion: true } && !application.HasDiscussedFurther
                ? [BallotOption.Accept, BallotOption.Reject, BallotOption.DiscussFurther]
                : [BallotOption.Accept, BallotOption.Reject],
            LeastDays = settings.BallotLeastDays,
            Form = new OpenBallotForm { Days = settings.BallotDays },
        };
    }

    private static string? WhyNot(DefectionApplication application) =>
        application.Stage != Stage.Deliberation ? $"“{Step.OpenBallot.Label()}” opens while the assembly deliberates."
        : application.CopyInForce is null ? "The assembly’s copy is recalled. Nothing goes on until a new version is released (rule 28)."
        : application.NoConsensusAt is null ? "A ballot opens only once it is recorded that there is no consensus (P13)."
        : null;

    private async Task<RollCount> CountAsync(DefectionApplication application, CancellationToken cancellation)
    {
        var now = clock.Now();
        var today = UkTime.Day(now);
        var announced = UkTime.Day(application.HustingsAnnouncedAt!.Value);
        var within = DecisionRoute.Within(application.AssemblySocietyId!.Value, await societies.AllAsync(cancellation));
        var roll = (await societies.RollAsync(application, now, cancellation)).ToHashSet();
        var memberships = await context.Set<Membership>().AsNoTracking()
            .Where(m => within.Contains(m.SocietyId) && m.Kind == MembershipKind.Member && m.JoinedOn <= today && (m.LeftOn == null || today < m.LeftOn))
            .ToListAsync(cancellation);
        var opened = (await context.Set<OriginalOpening>().Where(o => o.ApplicationId == application.Id).Select(o => o.PersonId)
            .ToListAsync(cancellation)).ToHashSet();
        var left = memberships.GroupBy(m => m.PersonId).Where(m => !roll.Contains(m.Key))
            .Select(m => opened.Contains(m.Key) ? Why.OpenedOriginal
                : m.All(x => !x.Holds(today)) ? Why.Suspended
                : m.All(x => x.JoinedOn > announced || !x.Holds(today)) ? Why.JoinedLater
                : Why.Other)
            .ToList();
        return new RollCount
        {
            OnRoll = roll.Count,
            Suspended = left.Count(w => w == Why.Suspended),
            JoinedLater = left.Count(w => w == Why.JoinedLater),
            OpenedOriginal = left.Count(w => w == Why.OpenedOriginal),
            Others = left.Count(w => w == Why.Other),
        };
    }

    private enum Why
    {
        Suspended,
        JoinedLater,
        OpenedOriginal,
        Other,
    }
}
