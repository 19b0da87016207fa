using System.Globalization;
using Harmony.Defection.Domain.Applications;

namespace Harmony.Defection.Domain.Evidence;

/// <summary>How many files of one purpose an application may have, and how large they may be together: one rule wherever files are taken in (IN3).</summary>
public static class FileRoom
{
    /// <summary>Most files of one purpose that applicants themselves send.</summary>
    public const int Most = 10;

    /// <summary>Most files of one purpose with a form that is keyed in: a scan can be a picture a page.</summary>
    public const int MostKeyed = 20;

    /// <summary>Most bytes of the files of one purpose, all together.</summary>
    public const long LargestTogether = 60_000_000;

    /// <summary>Why another file cannot be added, in a sentence without its full stop; nothing where there is room.</summary>
    /// <param name="purpose">What the file is for.</param>
    /// <param name="isKeyed">Whether it comes with a form that is keyed in.</param>
    /// <param name="kept">The files of this purpose that the application has already.</param>
    /// <param name="name">The name the file is shown by.</param>
    /// <param name="size">Its size in bytes.</param>
    public static string? WhyFull(FilePurpose purpose, bool isKeyed, IReadOnlyCollection<StoredFile> kept, string name, long size)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var most = (isKeyed ? MostKeyed : Most).ToString(CultureInfo.InvariantCulture);
        var isSent = purpose == FilePurpose.Evidence;
        if (kept.Count >= (isKeyed ? MostKeyed : Most))
        {
            return isSent
                ? T($"“{name}” was not added: {most} files are the most. Tell us about it when we speak with you")
                : T($"“{name}” was not added: {most} files are the most. Remove one first");
        }

        if (kept.Sum(f => f.Size) + size <= LargestTogether)
        {
            return null;
        }

        return isSent
            ? T($"“{name}” was not added: all files together may have 60 MB. Choose a smaller file")
            : T($"“{name}” was not added: all files together may have 60 MB. Remove one first, or choose a smaller file");
    }

    /// <summary>Refuses a file for which there is no room.</summary>
    /// <exception cref="ProcessRuleException">There is no room for it.</exception>
    public static void Require(FilePurpose purpose, bool isKeyed, IReadOnlyCollection<StoredFile> kept, string name, long size)
    {
        if (WhyFull(purpose, isKeyed, kept, name, size) is { } refusal)
        {
            throw new ProcessRuleException(refusal);
        }
    }
}
