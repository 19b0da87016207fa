using System.CommandLine;

namespace Harmony.Defection.Web.Commands;

/// <summary>A file that a command reads; a relative name is looked for in the folder the program was called in.</summary>
internal static class InputFile
{
    /// <summary>The argument that names it.</summary>
    public static Argument<string> Argument(string description) => new("file") { Description = description };

    /// <summary>Opens it.</summary>
    /// <exception cref="CommandFailedException">There is no such file, or it cannot be read.</exception>
    public static FileStream Open(string name)
    {
        try
        {
            return new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailedException($"There is no file {name}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandFailedException($"{name} cannot be read.");
        }
    }
}
