using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>Contributions and positions in the database.</summary>
internal sealed class EfDebates(DefectionDbContext context) : IDebates
{
    /// <inheritdoc />
    public Task<Position?> FindPositionAsync(Guid period, Guid person, CancellationToken cancellation = default) =>
        context.Set<Position>().SingleOrDefaultAsync(p => p.PeriodId == period && p.By == person, cancellation);

    /// <inheritdoc />
    public Task<bool> MemberBlocksAsync(Guid period, CancellationToken cancellation = default) =>
        context.Set<Position>().AnyAsync(p => p.PeriodId == period && p.Kind == PositionKind.Block && p.Role == Role.Member, cancellation);
}
