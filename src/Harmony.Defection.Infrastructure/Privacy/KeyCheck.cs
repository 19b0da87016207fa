using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Privacy;

/// <summary>
/// The one row that tells whether the keys at hand are those this database was written with. Without it, a lost look-up key would be made
/// anew in silence, and nobody could be found any more.
/// </summary>
public sealed class KeyCheck : ISealedRow
{
    private const string Kind = "KeyCheck";

    private static readonly Guid OnlyId = new("6b1d3f0e-52c4-4a35-9c1e-3f4f5a7f8d01");

    /// <summary>Always the same.</summary>
    public Guid Id { get; private init; } = OnlyId;

    /// <summary>A fixed text, sealed by the key ring.</summary>
    public Sealed Sample { get; private init; }

    /// <summary>The keyed hash of the same text.</summary>
    public string LookUp { get; private init; } = string.Empty;

    /// <summary>Notes the keys in a new database; in any other, makes sure that they are the same.</summary>
    /// <exception cref="StorageRefusedException">The database was written with other keys.</exception>
    internal static async Task RunAsync(DefectionDbContext database, IVault vault, CancellationToken cancellation)
    {
        if (await database.Set<KeyCheck>().AsNoTracking().SingleOrDefaultAsync(cancellation) is { } noted)
        {
            noted.Test(vault);
            return;
        }

        var made = new KeyCheck();
        database.Add(new KeyCheck { Sample = vault.Seal(made, nameof(Sample), Kind), LookUp = vault.LookUp(Kind, Kind) });
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DuplicateRowException)
        {
            database.ChangeTracker.Clear();
            (await database.Set<KeyCheck>().AsNoTracking().SingleAsync(cancellation)).Test(vault);
        }
    }

    private void Test(IVault vault)
    {
        try
        {
            if (vault.Open(this, nameof(Sample), Sample) == Kind && vault.LookUp(Kind, Kind) == LookUp)
            {
                return;
            }
        }
        catch (TamperedCellException)
        {
            // Said below, in words for the operator.
        }

        throw new StorageRefusedException("The keys in the key folder are not those this database was written with: put the right ones back.");
    }
}
