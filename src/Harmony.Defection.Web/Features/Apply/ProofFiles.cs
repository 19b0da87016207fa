using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The files with which an applicant proves links or residence (F13): let in by content, counted before they are written (IN3, IN4).</summary>
public sealed class ProofFiles(IDrafts drafts, Intake intake, IVault vault)
{
    /// <summary>Most files of one form.</summary>
    public const int Most = 10;

    /// <summary>Largest file, in bytes.</summary>
    public const long Largest = 10_000_000;

    /// <summary>Most bytes that one upload may have, all files of it together.</summary>
    public const long LargestUpload = 41_000_000;

    private const int LongestName = 120;

    /// <summary>The files of a form, oldest first.</summary>
    public async Task<IReadOnlyList<ProofFile>> OfAsync(Guid draft, CancellationToken cancellation = default) =>
        [.. (await drafts.FilesAsync(draft, FilePurpose.Proof, cancellation))
            .Select(f => new ProofFile(f.Id, vault.Open(f, nameof(StoredFile.FileName), f.FileName), f.Size))];

    /// <summary>Takes files in, one by one.</summary>
    /// <returns>For each that was not, the sentence that says why.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(Draft draft, IReadOnlyList<IFormFile> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var refusals = new List<string>();
        var room = Most - (await drafts.FilesAsync(draft.Id, FilePurpose.Proof, cancellation)).Count;
        foreach (var file in files)
        {
            var name = NameOf(file.FileName);
            if (room <= 0)
            {
                refusals.Add($"“{name}” was not added: {Most} files are the most. Remove one first");
                continue;
            }

            if (await TakeAsync(draft, file, name, cancellation) is { } refusal)
            {
                refusals.Add(refusal);
            }
            else
            {
                room--;
            }
        }

        return refusals;
    }

    /// <summary>Takes a file of this form away.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(Guid draft, Guid file, CancellationToken cancellation = default)
    {
        var stored = (await drafts.FilesAsync(draft, FilePurpose.Proof, cancellation)).FirstOrDefault(f => f.Id == file);
        if (stored is null)
        {
            return false;
        }

        await intake.DetachAsync(stored, cancellation);
        return true;
    }

    /// <summary>The last part of a file's name, for showing only: without folders or control characters, and not too long.</summary>
    internal static string NameOf(string? given)
    {
        var last = Tidy.Line((given ?? string.Empty).Split('/', '\\')[^1]) ?? "file";
        var extension = Path.GetExtension(last);
        return last.Length <= LongestName || extension.Length > 10 ? last[..Math.Min(last.Length, LongestName)] : last[..(LongestName - extension.Length)] + extension;
    }

    private async Task<string?> TakeAsync(Draft draft, IFormFile file, string name, CancellationToken cancellation)
    {
        if (file.Length == 0)
        {
            return $"“{name}” is empty. Choose another file";
        }

        if (file.Length > Largest)
        {
            return $"“{name}” is larger than 10 MB. Choose a smaller file, or a photo of it";
        }

        await using var content = file.OpenReadStream();
        if (FileTypes.Of(content, name) is not { } type)
        {
            return $"“{name}” is not a PDF, a picture (JPEG, PNG, HEIC) or a Word document. Save it as one of these, or take a photo";
        }

        await intake.AttachAsync(draft, FilePurpose.Proof, name, type.ContentType, content, cancellation);
        return null;
    }
}
