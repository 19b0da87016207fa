using System.Reflection;
using Harmony.Defection.Infrastructure;
using Xunit.Sdk;

namespace Harmony.Defection.Testing.Storage;

/// <summary>Runs a theory, whose one parameter is the engine, on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite]];
}

/// <summary>Runs a theory, whose one parameter is the engine, on a SQL Server; shown as skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqlServerAttribute : DataAttribute
{
    /// <summary>Looks for the server.</summary>
    public OnSqlServerAttribute()
    {
        if (TestDatabase.Server is null)
        {
            Skip = $"No SQL Server: {TestDatabase.ServerVariable} is not set.";
        }
    }

    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.SqlServer]];
}
