namespace Harmony.Defection.Testing;

/// <summary>The repository that the tests were built from.</summary>
public static class Sources
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Harmony.Defection.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests were not built inside the repository.");
    }
}
