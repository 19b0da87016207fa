namespace Harmony.Defection.Web.Plumbing;

/// <summary>
/// Where the site's own files lie, whatever folder it is started from: the project's folder when it runs from its sources, the program's own
/// folder once it is published.
/// </summary>
internal static class ContentRoot
{
    private const string Project = "Harmony.Defection.Web.csproj";

    /// <summary>The folder; nothing where the caller names one.</summary>
    public static string? Find(IEnumerable<string> args)
    {
        if (args.Any(a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Project)))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
