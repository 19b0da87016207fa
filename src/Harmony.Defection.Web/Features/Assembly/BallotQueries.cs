using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>Reads an open ballot. It leaves no trace of who read it, so that nothing tells when somebody voted (BA1).</summary>
public sealed class BallotQueries(DefectionDbContext context, TimeProvider clock)
{
    /// <summary>The open ballot of a case; nothing while none is open.</summary>
    public async Task<BallotPage?> FindOpenAsync(AssemblyHead head, Standing standing, CancellationToken cancellation = default)
    {
        var ballot = await context.Set<Ballot>().AsNoTracking()
            .SingleOrDefaultAsync(b => b.ApplicationId == head.Id && b.Outcome == BallotOutcome.None, cancellation);
        if (ballot is null || head.Stage != Stage.Ballot || !ballot.IsOpen(clock.Now()))
        {
            return null;
        }

        var hasVoted = await context.Set<RollEntry>().Where(r => r.BallotId == ballot.Id && r.PersonId == standing.PersonId)
            .Select(r => (bool?)r.HasVoted).SingleOrDefaultAsync(cancellation);
        return new BallotPage(head)
        {
            Id = ballot.Id,
            Options = ballot.Options,
            ClosesAt = ballot.ClosesAt,
            Mark = !standing.Is(Role.Member) || hasVoted is null ? RollMark.NotOnRoll : hasVoted.Value ? RollMark.HasVoted : RollMark.MayVote,
            AnnouncedAt = await context.Set<Gathering>().Where(g => g.ApplicationId == head.Id).OrderBy(g => g.Number)
                .Select(g => (DateTime?)g.AnnouncedAt).FirstOrDefaultAsync(cancellation),
        };
    }
}
