using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The files with which an applicant proves links or residence (F13).</summary>
public sealed class ProofFiles(IDrafts drafts, Intake intake, IVault vault)
{
    /// <summary>The files of a form, oldest first.</summary>
    public async Task<IReadOnlyList<ProofFile>> OfAsync(Guid draft, CancellationToken cancellation = default) =>
        [.. (await drafts.FilesAsync(draft, FilePurpose.Proof, cancellation))
            .Select(f => new ProofFile(f.Id, vault.Open(f, nameof(StoredFile.FileName), f.FileName), f.Size))];

    /// <summary>Takes files in, one by one.</summary>
    /// <returns>For each that was not, the sentence that says why.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(Draft draft, IReadOnlyList<IFormFile> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(files);
        var refusals = new List<string>();
        var kept = (await drafts.FilesAsync(draft.Id, FilePurpose.Proof, cancellation)).ToList();
        foreach (var file in files)
        {
            var judged = FileChecks.Judge(file, (name, size) => FileRoom.WhyFull(FilePurpose.Proof, isKeyed: false, kept, name, size));
            if (judged.Type is not { } type)
            {
                refusals.Add(judged.Refusal!);
                continue;
            }

            await using var content = file.OpenReadStream();
            kept.Add(await intake.AttachAsync(draft, FilePurpose.Proof, judged.Name, type.ContentType, content, cancellation));
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
}
