using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Web.Features.Apply;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>Documents that an applicant adds after sending the form: let in by the same rules as proof on the form (IN3, IN4).</summary>
public sealed class ApplicantFiles(ApplicantDesk desk, IDrafts drafts)
{
    /// <summary>Takes files in, one by one.</summary>
    /// <returns>For each that was not, the sentence that says why.</returns>
    /// <exception cref="Domain.Applications.ProcessRuleException">Research takes no more documents.</exception>
    public async Task<IReadOnlyList<string>> TakeAsync(Guid application, IReadOnlyList<IFormFile> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var refusals = new List<string>();
        var kept = (await drafts.FilesAsync(application, FilePurpose.Evidence, cancellation)).ToList();
        foreach (var file in files)
        {
            var judged = FileChecks.Judge(file, (name, size) => FileRoom.WhyFull(FilePurpose.Evidence, isKeyed: false, kept, name, size));
            if (judged.Type is not { } type)
            {
                refusals.Add(judged.Refusal!);
                continue;
            }

            await using var content = file.OpenReadStream();
            kept.Add(await desk.AddDocumentAsync(application, judged.Name, type.ContentType, content, cancellation));
        }

        return refusals;
    }
}
