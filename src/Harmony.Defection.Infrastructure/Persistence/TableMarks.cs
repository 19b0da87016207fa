using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>What a mapping can ask of its table or column beyond what the framework knows. The providers' SQL generators carry it out.</summary>
public static class TableMarks
{
    internal const string NoRowOrderMark = "Defection:NoRowOrder";
    internal const string AppendOnlyMark = "Defection:AppendOnly";
    internal const string UnboundedMark = "Defection:Unbounded";

    internal const string SealedTextMark = "Defection:SealedText";

    private const string RebuildPrefix = "ef_temp_";

    /// <summary>
    /// Maps to a table that keeps no order of insertion (SQLite: <c>WITHOUT ROWID</c>; SQL Server: the clustered key and nothing else),
    /// so that rows lie in the order of their key. For whatever must not tell who came first.
    /// </summary>
    public static EntityTypeBuilder<T> ToTableWithoutRowOrder<T>(this EntityTypeBuilder<T> builder, string table) where T : class
    {
        builder.ToTable(table);
        builder.HasAnnotation(NoRowOrderMark, true);
        return builder;
    }

    /// <summary>Maps to a table in which the database itself refuses to change or delete a row, by triggers made together with it.</summary>
    public static EntityTypeBuilder<T> ToAppendOnlyTable<T>(this EntityTypeBuilder<T> builder, string table) where T : class
    {
        builder.ToTable(table, made =>
        {
            made.HasTrigger(UpdateTrigger(table));
            made.HasTrigger(DeleteTrigger(table));
        });
        builder.HasAnnotation(AppendOnlyMark, true);
        return builder;
    }

    /// <summary>Says that a text has no fixed greatest length. Such a column can have no index.</summary>
    public static PropertyBuilder<T> IsUnbounded<T>(this PropertyBuilder<T> builder)
    {
        builder.HasAnnotation(UnboundedMark, true);
        return builder;
    }

    /// <summary>Declares a column of keyed hashes (<see cref="IVault.LookUp"/>): what may be looked up of a sealed value.</summary>
    public static PropertyBuilder<T> LookUp<T>(this PropertyBuilder<T> builder) =>
        builder.HasMaxLength(Vault.LookUpLength).IsUnicode(false).IsFixedLength();

    /// <summary>Declares a text that holds ciphertext although its type is the framework's plain string.</summary>
    internal static PropertyBuilder<T> SealedText<T>(this PropertyBuilder<T> builder)
    {
        builder.HasAnnotation(SealedTextMark, true);
        builder.IsUnbounded().IsUnicode(false).Metadata.SetMaxLength(null);
        return builder;
    }

    internal static string UpdateTrigger(string table) => $"TR_{table}_NoUpdate";

    internal static string DeleteTrigger(string table) => $"TR_{table}_NoDelete";

    /// <summary>Whether the entity of a table carries a mark. A table that is being rebuilt bears a temporary name.</summary>
    internal static bool Has(IModel? model, string table, string mark)
    {
        var name = table.StartsWith(RebuildPrefix, StringComparison.Ordinal) ? table[RebuildPrefix.Length..] : table;
        return model?.GetEntityTypes().Any(entity => entity.GetTableName() == name && entity.FindAnnotation(mark) is not null) ?? false;
    }
}
