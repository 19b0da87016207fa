using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Apply;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>Reads the applicant's own record: what they answered, corrected, sent, asked for and agreed to, and what we wrote to them.</summary>
public sealed class RecordQueries(DefectionDbContext context, IApplications applications, IDrafts drafts, IVault vault)
{
    // A scan of a paper form is the applicant's own too.
    private static readonly FilePurpose[] Purposes = [FilePurpose.Proof, FilePurpose.Evidence, FilePurpose.Source];

    /// <summary>The stage that the application is in.</summary>
    public Task<Stage> StageAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == id).Select(a => a.Stage).SingleAsync(cancellation);

    /// <summary>The application's public number.</summary>
    public Task<string> ReferenceAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == id).Select(a => a.Reference).SingleAsync(cancellation);

    /// <summary>Whether a fresh link would go by e-mail.</summary>
    public Task<bool> HasConfirmedEmailAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<DefectionApplication>().AsNoTracking().AnyAsync(a => a.Id == id && a.HasEmail && a.EmailConfirmedAt != null, cancellation);

    /// <summary>The e-mail address that the applicant gave last, and whether it is confirmed.</summary>
    public async Task<GivenEmail> EmailAsync(Guid id, CancellationToken cancellation = default)
    {
        var application = await context.Set<DefectionApplication>().AsNoTracking().Include(a => a.Corrections).SingleAsync(a => a.Id == id, cancellation);
        var form = await context.Set<ApplicationForm>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellation);
        var given = application.GivenEmail(form, vault);
        return new GivenEmail(given, given switch
        {
            null => EmailState.None,
            _ when application.IsGivenEmailConfirmed => EmailState.Confirmed,
            _ when !application.HasEmail => EmailState.NotConfirmed,
            _ when application.EmailInUse(form, vault) == given => EmailState.InUseNotConfirmed,
            _ => EmailState.AnotherNotConfirmed,
        });
    }

    /// <summary>The answers as they were sent; nothing once they are deleted.</summary>
    public async Task<FormAnswers?> AnswersAsync(Guid id, CancellationToken cancellation = default) =>
        (await context.Set<ApplicationForm>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellation))?.Open(vault);

    /// <summary>Every correction, oldest first.</summary>
    public async Task<IReadOnlyList<CorrectionLine>> CorrectionsAsync(Guid id, CancellationToken cancellation = default)
    {
        var rows = await context.Set<Correction>().AsNoTracking().Where(c => c.ApplicationId == id).OrderBy(c => c.Number).ToListAsync(cancellation);
        return
        [
            .. rows.Select(c => new CorrectionLine(
                c.Answer, vault.Open(c, nameof(Correction.Was), c.Was), vault.Open(c, nameof(Correction.ShouldBe), c.ShouldBe), c.MadeAt)),
        ];
    }

    /// <summary>Every file that the applicant sent, oldest first.</summary>
    public async Task<IReadOnlyList<SentFile>> FilesAsync(Guid id, CancellationToken cancellation = default) =>
        [.. (await StoredFilesAsync(id, cancellation)).Select(f => new SentFile(
            f.Id, vault.Open(f, nameof(StoredFile.FileName), f.FileName), new ProofFile(f.Id, string.Empty, f.Size).Size, f.Purpose, f.UploadedAt))];

    /// <summary>The rows of those files.</summary>
    public async Task<IReadOnlyList<StoredFile>> StoredFilesAsync(Guid id, CancellationToken cancellation = default) =>
        await context.Set<StoredFile>().AsNoTracking().Where(f => f.ApplicationId == id && Purposes.Contains(f.Purpose)).OrderBy(f => f.UploadedAt)
            .ToListAsync(cancellation);

    /// <summary>A file of this application; nothing where the id is another's (AZ4).</summary>
    public Task<StoredFile?> FileAsync(Guid id, Guid file, CancellationToken cancellation = default) =>
        context.Set<StoredFile>().AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == file && f.ApplicationId == id && Purposes.Contains(f.Purpose), cancellation);

    /// <summary>What the applicant asked for; nothing where they asked for nothing.</summary>
    public Task<ApplicantNeeds?> NeedsAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<ApplicantNeeds>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, cancellation);

    /// <summary>What was agreed to, with the exact texts, by the releases they stand in.</summary>
    public async Task<IReadOnlyList<GivenUndertaking>> PromisesAsync(Guid id, CancellationToken cancellation = default)
    {
        var given = await context.Set<Undertaking>().AsNoTracking().Where(u => u.ApplicationId == id).ToListAsync(cancellation);
        var promises = new List<GivenUndertaking>();
        foreach (var one in given.OrderBy(u => (int)u.Kind))
        {
            var release = await drafts.ReleaseAsync(one.FormReleaseId, cancellation);
            var text = release.TextOf(one.Kind, one.Language).Text;
            promises.Add(new(
                one.Kind,
                Undertaking.HashOf(text) == one.TextHash ? text : null,
                release.Number,
                release.ReleasedOn,
                release.IsSample,
                one.AgreedAt,
                one.TextHash));
        }

        return promises;
    }

    /// <summary>Every letter in full, oldest first.</summary>
    public async Task<IReadOnlyList<(string Heading, string Text, DateTime WrittenAt, bool ByPost)>> LettersAsync(
        Guid id, CancellationToken cancellation = default)
    {
        var rows = await context.Set<ApplicantLetter>().AsNoTracking().Where(l => l.ApplicationId == id).OrderBy(l => l.WrittenAt).ToListAsync(cancellation);
        return
        [
            .. rows.Select(l => (
                vault.Open(l, nameof(ApplicantLetter.Heading), l.Heading), vault.Open(l, nameof(ApplicantLetter.Text), l.Text), l.WrittenAt, l.ByPost)),
        ];
    }

    /// <summary>The page that says what the download holds.</summary>
    public async Task<YourDataPage> DataAsync(Guid id, string token, CancellationToken cancellation = default) => new(
        token,
        await context.Set<ApplicantLetter>().CountAsync(l => l.ApplicationId == id, cancellation),
        (await StoredFilesAsync(id, cancellation)).Count,
        await applications.FindFormAsync(id, cancellation) is not null);

    /// <summary>What follows from a correction in a stage, in words.</summary>
    public static string ConsequenceIn(Stage stage, PartyNames names) => stage switch
    {
        Stage.Received => $"{names.Research} has not begun to check yet. It finds your correction beside the form.",
        Stage.Verification => $"{names.Research} checks this answer again, so its checks may take a little longer.",
        Stage.Sanitisation => $"{names.Research} had finished its checks. It checks this answer again before Members get their copy, so it takes a little longer.",
        _ => $"Members have a copy already. {names.Research} reads your correction and decides whether they get a new version of it.",
    };

    /// <summary>A day, as files name it.</summary>
    public static string Say(DateTime at) => $"{UkTime.Say(at)}, UK time";
}
