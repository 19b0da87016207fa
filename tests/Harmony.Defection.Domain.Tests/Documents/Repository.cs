using System.Xml.Linq;

namespace Harmony.Defection.Domain.Tests.Documents;

/// <summary>The repository's files, and what the code says of itself.</summary>
internal static class Repository
{
    private static readonly string[] NotSource = ["bin", "obj", "node_modules", "Migrations", "wwwroot", "TestResults"];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A page of the documentation, with line ends as the repository keeps them.</summary>
    public static string ReadPage(string name) =>
        File.ReadAllText(PathOf("docs", name)).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Files written by hand with one of these endings, as paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Sources(params string[] endings) => new[] { "src", "tests", "tools" }
        .Select(folder => PathOf(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => endings.Any(e => file.EndsWith(e, StringComparison.Ordinal)) && !file.Split('/').Any(NotSource.Contains));

    /// <summary>The docstrings of an assembly, by the compiler's name for each member.</summary>
    public static IReadOnlyDictionary<string, XElement> Docstrings(System.Reflection.Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>A docstring's summary in one line; nothing where there is none.</summary>
    public static string? Summary(this IReadOnlyDictionary<string, XElement> docstrings, string member) =>
        docstrings.TryGetValue(member, out var found) && found.Element("summary") is { } summary
            ? string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : null;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Harmony.Defection.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
