using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;

namespace Harmony.Defection.Domain.Applicant;

/// <summary>What an applicant does from their own page beyond the aggregate: corrections, documents, and what they need.</summary>
public sealed class ApplicantDesk(
    Desk desk, IApplications applications, IApplicantStore store, IDrafts drafts, IFileStore files, Notices notices, IVault vault)
{
    /// <summary>Keeps a correction beside the form, and tells the researcher who has the case.</summary>
    /// <param name="application">The application.</param>
    /// <param name="answer">What is corrected.</param>
    /// <param name="was">What the form says.</param>
    /// <param name="shouldBe">What it should say.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ProcessRuleException">The application is closed, or holds too many corrections.</exception>
    public Task CorrectAsync(
        Guid application, CorrectedAnswer answer, string was, string shouldBe, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            application,
            Role.Applicant,
            async (a, act) =>
            {
                a.CorrectForm(answer, was, shouldBe, act, vault);
                await notices.ToResearcherAsync(a, cancellation);
            },
            cancellation);

    /// <summary>Takes in a document for Research: its content first, durably, then its row.</summary>
    /// <exception cref="ProcessRuleException">Research has finished its checks, or there is no room for more.</exception>
    public async Task<StoredFile> AddDocumentAsync(
        Guid application, string fileName, string contentType, Stream content, CancellationToken cancellation = default)
    {
        var id = Guid.CreateVersion7();
        var size = await files.WriteAsync(id, content, cancellation);
        StoredFile? file = null;
        try
        {
            await desk.ActAsync(
                application,
                application,
                Role.Applicant,
                async (a, act) =>
                {
                    a.AddDocument(act);
                    var kept = await drafts.FilesAsync(application, FilePurpose.Evidence, cancellation);
                    FileRoom.Require(FilePurpose.Evidence, isKeyed: false, kept, fileName, size);
                    file = StoredFile.Of(id, application, FilePurpose.Evidence, fileName, contentType, size, act.At, vault);
                    applications.Add(file);
                    await notices.ToResearcherAsync(a, cancellation);
                },
                cancellation);
        }
        catch (ProcessRuleException)
        {
            await files.RemoveAsync(id, CancellationToken.None);
            throw;
        }

        return file!;
    }

    /// <summary>Keeps what the applicant needs, in place of what they said before.</summary>
    /// <exception cref="ProcessRuleException">The application is closed.</exception>
    public Task TellNeedsAsync(Guid application, MeetingNeeds meeting, string? reach, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            application,
            Role.Applicant,
            async (a, act) =>
            {
                a.TellNeeds(act);
                var needs = await store.FindNeedsAsync(application, cancellation);
                if (needs is null)
                {
                    needs = ApplicantNeeds.For(application);
                    applications.Add(needs);
                }

                needs.Write(meeting, reach, act.At, vault);
                if (a.Stage == Stage.Hustings)
                {
                    await notices.ToSecretariesAsync(a, act.At, cancellation);
                }
            },
            cancellation);
}
