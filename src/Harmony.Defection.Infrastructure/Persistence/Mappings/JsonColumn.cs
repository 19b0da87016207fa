using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Harmony.Defection.Infrastructure.Persistence.Mappings;

/// <summary>Values that are read and written as one: kept as JSON in one column, and replaced whole.</summary>
internal static class JsonColumn
{
    /// <summary>Declares such a column. The type is a record, so that an equal value is no change.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> builder) => builder.HasConversion(value => Write(value), text => Read<T>(text)).IsUnbounded();

    private static string Write<T>(T value) => JsonSerializer.Serialize(value);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text)!;
}
