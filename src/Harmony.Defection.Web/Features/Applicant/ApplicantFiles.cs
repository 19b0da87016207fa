using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Web.Features.Apply;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>Documents that an applicant adds after sending the form: let in by the same rules as proof on the form (IN3, IN4).</summary>
public sealed class ApplicantFiles(ApplicantDesk desk)
{
    /// <summary>Takes files in, one by one.</summary>
    /// <returns>For each that was not, the sentence that says why.</returns>
    /// <exception cref="Domain.Applications.ProcessRuleException">Research takes no more documents.</exception>
    public async Task<IReadOnlyList<string>> TakeAsync(Guid application, IReadOnlyList<IFormFile> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var refusals = new List<string>();
        foreach (var file in files)
        {
            if (await TakeAsync(application, file, ProofFiles.NameOf(file.FileName), cancellation) is { } refusal)
            {
                refusals.Add(refusal);
            }
        }

        return refusals;
    }

    private async Task<string?> TakeAsync(Guid application, IFormFile file, string name, CancellationToken cancellation)
    {
        if (file.Length == 0)
        {
            return $"“{name}” is empty. Choose another file";
        }

        if (file.Length > ProofFiles.Largest)
        {
            return $"“{name}” is larger than 10 MB. Choose a smaller file, or a photo of it";
        }

        await using var content = file.OpenReadStream();
        if (FileTypes.Of(content, name) is not { } type)
        {
            return $"“{name}” is not a PDF, a picture (JPEG, PNG, HEIC) or a Word document. Save it as one of these, or take a photo";
        }

        await desk.AddDocumentAsync(application, name, type.ContentType, content, cancellation);
        return null;
    }
}
