using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>
/// Refuses a bulk update or delete outside <see cref="DefectionDbContext.WriteAsync{T}"/>: it would push past the writers that wait, and its
/// audit entry would not stand or fall with it.
/// </summary>
internal sealed class WriteGuard : DbCommandInterceptor
{
    public static WriteGuard Instance { get; } = new();

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Check(CommandEventData eventData)
    {
        if (eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete
            && eventData.Context is DefectionDbContext { IsWriting: false })
        {
            throw new InvalidOperationException("Bulk updates and deletes belong inside DefectionDbContext.WriteAsync.");
        }
    }
}
