namespace Harmony.Defection.Domain.Privacy;

/// <summary>
/// A personal value as it lies in the database: authenticated ciphertext, bound to the cell it was sealed for.
/// Nothing but <see cref="IVault"/> turns it back into what was typed.
/// </summary>
/// <param name="Cipher">The ciphertext, as text that any database can hold.</param>
public readonly record struct Sealed(string Cipher)
{
    /// <summary>Never the plain value, so that a log line or a page cannot give it away by accident.</summary>
    public override string ToString() => "[sealed]";
}

/// <summary>Where a sealed value lies: table, row and field. Ciphertext moved to another cell does not open.</summary>
/// <param name="Table">Name of the entity.</param>
/// <param name="Row">The row's id, made before the row is saved.</param>
/// <param name="Field">Name of the property.</param>
public readonly record struct Cell(string Table, Guid Row, string Field);

/// <summary>A row that holds sealed values. Its id is made with it, since every sealed value is bound to it.</summary>
public interface ISealedRow
{
    /// <summary>The row's id.</summary>
    Guid Id { get; }
}

/// <summary>Seals and opens personal values (design: personal values are sealed columns).</summary>
public interface IVault
{
    /// <summary>Seals a value for one cell.</summary>
    Sealed Seal(Cell cell, string plain);

    /// <summary>Opens a value that was sealed for this very cell.</summary>
    /// <exception cref="TamperedCellException">The value was changed, or was sealed for another cell.</exception>
    string Open(Cell cell, Sealed value);

    /// <summary>
    /// The keyed hash by which a value can be looked up without being readable (whole e-mail, phone, date of birth, a word of a name).
    /// </summary>
    /// <param name="kind">What kind of value it is, so that equal values of two kinds do not look alike.</param>
    /// <param name="normalised">The value in its one normal form.</param>
    string LookUp(string kind, string normalised);
}

/// <summary>A sealed value did not open: it was altered, or lies in a cell it was not sealed for.</summary>
public sealed class TamperedCellException(Cell cell, Exception? inner = null)
    : Exception($"The sealed value in {cell.Table}.{cell.Field} of row {cell.Row} does not open: it was altered or moved.", inner)
{
    /// <summary>The cell whose value did not open.</summary>
    public Cell Cell { get; } = cell;
}

/// <summary>Shorthand that names the cell from the row itself.</summary>
public static class VaultExtensions
{
    /// <summary>Seals a value for a field of a row.</summary>
    public static Sealed Seal(this IVault vault, ISealedRow row, string field, string plain) =>
        vault.Seal(new Cell(row.GetType().Name, row.Id, field), plain);

    /// <summary>Seals a value that may be missing; a missing one stays missing.</summary>
    public static Sealed? SealOptional(this IVault vault, ISealedRow row, string field, string? plain) =>
        string.IsNullOrEmpty(plain) ? null : vault.Seal(row, field, plain);

    /// <summary>Opens a field of a row.</summary>
    /// <exception cref="TamperedCellException">The value was altered or moved.</exception>
    public static string Open(this IVault vault, ISealedRow row, string field, Sealed value) =>
        vault.Open(new Cell(row.GetType().Name, row.Id, field), value);

    /// <summary>Opens a projected value whose row was not loaded.</summary>
    /// <exception cref="TamperedCellException">The value was altered or moved.</exception>
    public static string Open<TRow>(this IVault vault, Guid row, string field, Sealed value) where TRow : ISealedRow =>
        vault.Open(new Cell(typeof(TRow).Name, row, field), value);
}
