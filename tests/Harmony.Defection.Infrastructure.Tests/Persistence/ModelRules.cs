using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

/// <summary>What must hold for every entity of a model; each rule lists what breaks it.</summary>
internal static class ModelRules
{
    /// <summary>The framework's own column, never ordered or compared in a query.</summary>
    private const string LockoutEnd = "Person.LockoutEnd";

    public static List<string> TextsWithoutLength(IModel model) => Names(Columns(model).Where(property =>
        StoredType(property) == typeof(string) && !IsBounded(property) && !IsDeclaredUnbounded(property)));

    public static List<string> UnboundedInIndexOrKey(IModel model) => Names(Columns(model).Where(property =>
        StoredType(property) == typeof(string) && !IsBounded(property) && (property.IsKey() || property.IsForeignKey() || property.IsIndex())));

    public static List<string> SealedOutsideSealedRow(IModel model) => Names(Columns(model).Where(property =>
        IsSealed(property) && !typeof(ISealedRow).IsAssignableFrom(property.DeclaringType.ClrType)));

    public static List<string> ValuesThatSqliteCannotCompare(IModel model) => Names(Columns(model).Where(property =>
        Unwrap(property.ClrType) is var type && (type == typeof(DateTimeOffset) || type == typeof(decimal))))
        .Where(name => name != LockoutEnd).ToList();

    public static List<string> GeneratedIds(IModel model) => Names(Columns(model).Where(property =>
        property.IsPrimaryKey() && property.ClrType == typeof(Guid) && property.ValueGenerated != ValueGenerated.Never));

    public static List<string> EnumsTooLong(IModel model) => Names(Columns(model).Where(property =>
        Unwrap(property.ClrType) is { IsEnum: true } type
        && Enum.GetNames(type).Max(name => name.Length) > (property.GetMaxLength() ?? 0)));

    /// <summary>Tables that one deletion would reach by two ways, which SQL Server refuses to make.</summary>
    public static List<string> TablesReachedByTwoCascades(IModel model)
    {
        var links = model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredForeignKeys())
            .Where(link => link.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .Select(link => (From: link.PrincipalEntityType.GetTableName()!, To: link.DeclaringEntityType.GetTableName()!))
            .Where(link => link.From != link.To)
            .ToLookup(link => link.From, link => link.To);
        return links.SelectMany(start => Reached(start.Key, links, [start.Key]).GroupBy(table => table).Where(ways => ways.Count() > 1)
            .Select(ways => $"{start.Key} → {ways.Key}")).Distinct().ToList();
    }

    private static IEnumerable<string> Reached(string table, ILookup<string, string> links, string[] path) => links[table]
        .SelectMany(next => path.Contains(next) ? [next] : Reached(next, links, [.. path, next]).Prepend(next));

    private static IEnumerable<IProperty> Columns(IModel model) => model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties());

    private static Type StoredType(IProperty property) => property.GetTypeMapping().Converter?.ProviderClrType ?? Unwrap(property.ClrType);

    private static Type Unwrap(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static bool IsBounded(IProperty property) => property.GetMaxLength() is not null;

    private static bool IsDeclaredUnbounded(IProperty property) =>
        Unwrap(property.ClrType) == typeof(Sealed) || property.FindAnnotation(TableMarks.UnboundedMark) is not null;

    private static bool IsSealed(IProperty property) =>
        Unwrap(property.ClrType) == typeof(Sealed) || (property.FindAnnotation(TableMarks.SealedTextMark) is not null
            && !property.DeclaringType.ShortName().StartsWith("IdentityUserToken", StringComparison.Ordinal));

    private static List<string> Names(IEnumerable<IProperty> columns) =>
        columns.Select(property => $"{property.DeclaringType.ShortName()}.{property.Name}").ToList();
}
