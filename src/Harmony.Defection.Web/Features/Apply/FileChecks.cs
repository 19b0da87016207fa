using Harmony.Defection.Domain.Evidence;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>What a file was found to be before a byte of it is kept.</summary>
/// <param name="Name">The name it is shown by.</param>
/// <param name="Type">As what it is kept; nothing where it is refused.</param>
/// <param name="Refusal">The sentence that says why it is refused.</param>
public sealed record JudgedFile(string Name, FileType? Type, string? Refusal);

/// <summary>The checks that every uploaded file passes, wherever one is taken in: size, number, and type by content (IN3, IN4).</summary>
public static class FileChecks
{
    /// <summary>Largest file, in bytes.</summary>
    public const long Largest = 10_000_000;

    /// <summary>Most bytes that one upload may have, all files of it together.</summary>
    public const long LargestUpload = 41_000_000;

    private const int LongestName = 120;

    /// <summary>Judges one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="room">Why there is no room for a file of this name and size (<see cref="FileRoom"/>); nothing where there is.</param>
    /// <param name="orElse">What else it may be here, by its content and name.</param>
    /// <param name="otherKind">Refuses a file of another kind, by its name; nothing where the kinds of the public form are asked for.</param>
    public static JudgedFile Judge(
        IFormFile file,
        Func<string, long, string?> room,
        Func<Stream, string, FileType?>? orElse = null,
        Func<string, string>? otherKind = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(room);
        var name = NameOf(file.FileName);
        if (file.Length == 0)
        {
            return Refused(T($"“{name}” is empty. Choose another file"));
        }

        if (file.Length > Largest)
        {
            return Refused(T($"“{name}” is larger than 10 MB. Choose a smaller file, or a photo of it"));
        }

        if (room(name, file.Length) is { } full)
        {
            return Refused(full);
        }

        using var content = file.OpenReadStream();
        return (FileTypes.Of(content, name) ?? orElse?.Invoke(content, name)) is { } type
            ? new JudgedFile(name, type, null)
            : Refused(otherKind is null
                ? T($"“{name}” is not a PDF, a picture (JPEG, PNG, HEIC) or a Word document. Save it as one of these, or take a photo")
                : otherKind(name));

        JudgedFile Refused(string why) => new(name, null, why);
    }

    /// <summary>The last part of a file's name, for showing only: without folders or control characters, and not too long.</summary>
    public static string NameOf(string? given)
    {
        var last = Tidy.Line((given ?? string.Empty).Split('/', '\\')[^1]) ?? "file";
        var extension = Path.GetExtension(last);
        return last.Length <= LongestName || extension.Length > 10 ? last[..Math.Min(last.Length, LongestName)] : last[..(LongestName - extension.Length)] + extension;
    }
}
