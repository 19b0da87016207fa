using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Web.Features.Apply;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>Takes in what a form was keyed from, and proof that came with it, by the checks of the public form.</summary>
public sealed class SourceFiles(Intake intake, IDrafts drafts)
{
    /// <summary>What the file picker offers.</summary>
    public const string Accept = FileTypes.Accept + ",.eml";

    private static readonly FileType Message = new(MessageReader.ContentType, [".eml"]);

    /// <summary>Why files cannot be taken in, a sentence for each; none when all can.</summary>
    public static IReadOnlyList<string> Refusals(IEnumerable<IFormFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return [.. files.Select(f => FileChecks.Judge(f, (_, _) => null, MessageOrNone, NoSource).Refusal).OfType<string>()];
    }

    /// <summary>Takes files in. Their refusals were asked before.</summary>
    /// <returns>A sentence for each that was not taken.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(
        Draft draft, FilePurpose purpose, IEnumerable<IFormFile> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(files);
        var refusals = new List<string>();
        var kept = (await drafts.FilesAsync(draft.Id, purpose, cancellation)).ToList();
        foreach (var file in files)
        {
            var judged = purpose == FilePurpose.Source ? FileChecks.Judge(file, WhyFull, MessageOrNone, NoSource) : FileChecks.Judge(file, WhyFull);
            if (judged.Type is not { } type)
            {
                refusals.Add(judged.Refusal!);
                continue;
            }

            await using var content = file.OpenReadStream();
            kept.Add(await intake.AttachAsync(draft, purpose, judged.Name, type.ContentType, content, cancellation));
        }

        return refusals;

        string? WhyFull(string name, long size) => FileRoom.WhyFull(purpose, isKeyed: true, kept, name, size);
    }

    private static string NoSource(string name) =>
        $"“{name}” is not a PDF, a picture (JPEG, PNG, HEIC), a Word document or an e-mail message (.eml). Save it as one of these, or take a photo";

    private static FileType? MessageOrNone(Stream content, string name) => MessageReader.IsMessage(content, name) ? Message : null;
}
