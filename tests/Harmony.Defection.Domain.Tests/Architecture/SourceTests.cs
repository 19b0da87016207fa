using System.Reflection;
using System.Runtime.CompilerServices;
using Harmony.Defection.Domain.Tests.Documents;

namespace Harmony.Defection.Domain.Tests.Architecture;

/// <summary>What every file and every public name keeps to.</summary>
public sealed class SourceTests
{
    private const int MostLines = 400;

    public static TheoryData<string> Projects => ["Harmony.Defection.Domain", "Harmony.Defection.Infrastructure", "Harmony.Defection.Web"];

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var tooLong = Repository.Sources(".cs", ".cshtml", ".scss", ".js")
            .Select(file => (file, lines: File.ReadLines(Repository.PathOf(file)).Count()))
            .Where(f => f.lines > MostLines).Select(f => $"{f.file}: {f.lines} lines");
        Assert.Empty(tooLong);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_public_type_and_method_says_what_it_is(string project)
    {
        var assembly = Assembly.Load(project);
        var docstrings = Repository.Docstrings(assembly);
        var documented = docstrings.Where(d => d.Value.Elements().Any(e => e.Name.LocalName is "summary" or "inheritdoc" or "content"))
            .GroupBy(d => d.Key.Split('(', '`')[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var types = assembly.GetExportedTypes().Where(t => IsHandWritten(t) && t is { IsNested: false }).ToList();
        Assert.NotEmpty(types);

        var missing = types.Select(t => $"T:{NameOf(t)}")
            .Concat(types.Where(t => !typeof(Delegate).IsAssignableFrom(t)).SelectMany(MethodsOf))
            .CountBy(name => name).Where(n => documented.GetValueOrDefault(n.Key) < n.Value).Select(n => n.Key);
        Assert.Empty(missing);
    }

    private static IEnumerable<string> MethodsOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName && m.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Where(m => m.GetBaseDefinition().DeclaringType != typeof(object))
            .Select(m => $"M:{NameOf(type)}.{m.Name}");

    private static bool IsHandWritten(Type type) =>
        type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type.Namespace is { } space
        && space.StartsWith("Harmony.", StringComparison.Ordinal)
        && !space.EndsWith(".Migrations", StringComparison.Ordinal);

    private static string NameOf(Type type) => type.FullName!.Split('`')[0].Replace('+', '.');
}
