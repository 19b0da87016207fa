using Harmony.Defection.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>Puts the first table of office kinds into a new database (F1).</summary>
internal static class OfficeKindSeed
{
    /// <summary>Fills an empty table; one that holds a row is left alone, whatever Operations made of it.</summary>
    public static async Task EnsureAsync(DefectionDbContext context, CancellationToken cancellation = default)
    {
        try
        {
            await context.WriteAsync(
                async () =>
                {
                    if (!await context.Set<OfficeKind>().AnyAsync(cancellation))
                    {
                        context.AddRange(DefaultOfficeKinds.Make());
                    }
                },
                cancellation);
        }
        catch (Domain.Storage.DuplicateRowException)
        {
            // Another instance started at the same moment and filled it.
        }
    }
}
