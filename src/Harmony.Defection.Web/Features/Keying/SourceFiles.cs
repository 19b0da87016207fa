using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Web.Features.Apply;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>Takes in what a form was keyed from, and proof that came with it: by content, as the public form does (IN3, IN4).</summary>
public sealed class SourceFiles(Intake intake, IDrafts drafts)
{
    /// <summary>Most files of one purpose.</summary>
    private const int Most = 20;

    /// <summary>What the file picker offers.</summary>
    public const string Accept = FileTypes.Accept + ",.eml";

    /// <summary>Why files cannot be taken in, a sentence for each; none when all can.</summary>
    public static IReadOnlyList<string> Refusals(IEnumerable<IFormFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return [.. files.Select(RefusalOf).OfType<string>()];
    }

    /// <summary>Takes files in. Their refusals were asked before.</summary>
    /// <returns>A sentence for each that was not taken.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(
        Draft draft, FilePurpose purpose, IEnumerable<IFormFile> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var refusals = new List<string>();
        var room = Most - (await drafts.FilesAsync(draft.Id, purpose, cancellation)).Count;
        foreach (var file in files)
        {
            var name = ProofFiles.NameOf(file.FileName);
            await using var content = file.OpenReadStream();
            if (room-- <= 0)
            {
                refusals.Add($"“{name}” was not added: {Most} files are the most");
            }
            else if (purpose == FilePurpose.Source && MessageReader.IsMessage(content, name))
            {
                await intake.AttachAsync(draft, purpose, name, MessageReader.ContentType, content, cancellation);
            }
            else if (FileTypes.Of(content, name) is { } type)
            {
                await intake.AttachAsync(draft, purpose, name, type.ContentType, content, cancellation);
            }
        }

        return refusals;
    }

    private static string? RefusalOf(IFormFile file)
    {
        var name = ProofFiles.NameOf(file.FileName);
        if (file.Length == 0)
        {
            return $"“{name}” is empty. Choose another file";
        }

        if (file.Length > ProofFiles.Largest)
        {
            return $"“{name}” is larger than 10 MB. Choose a smaller file";
        }

        using var content = file.OpenReadStream();
        return FileTypes.Of(content, name) is null && !MessageReader.IsMessage(content, name)
            ? $"“{name}” is not a PDF, a picture (JPEG, PNG, HEIC), a Word document or an e-mail message (.eml). Save it as one of these"
            : null;
    }
}
