using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>Fills the pages of verification for the case that a request is about. Whoever shows them records the opening first.</summary>
public sealed class ResearchQueries(
    DefectionDbContext context,
    CaseQueries cases,
    CaseContext current,
    IApplications applications,
    ISocieties societies,
    StaffNames names,
    Keying.KeyedReplies replies,
    IVault vault,
    TimeProvider clock)
{
    /// <summary>Every check, open ones first.</summary>
    public async Task<ChecksPage> ChecksAsync(CancellationToken cancellation = default)
    {
        var application = await cases.CaseAsync(cancellation);
        var answers = await AnswersAsync(cancellation);
        var known = await names.OfAsync(application.Checks.Select(c => c.ConcludedBy), cancellation);
        var findings = application.AdverseFindings.ToDictionary(f => f.Item);
        var lines = application.Checks.OrderBy(c => c.Outcome != CheckOutcome.Open).ThenBy(c => c.Outcome != CheckOutcome.Contradicted).ThenBy(c => c.Item)
            .Select(c => new CheckLine(
                c.Item,
                CheckAnswers.Short(c.Item, answers),
                c.Outcome,
                c.Source is { } source ? vault.Open(c, nameof(Check.Source), source) : null,
                SeenOf(c, findings.GetValueOrDefault(c.Item), known)));
        return new ChecksPage(await cases.HeadAsync(application, cancellation), [.. lines], application.Stage == Stage.Verification);
    }

    /// <summary>The first check that is open; nothing where none is.</summary>
    public async Task<CheckItem?> NextOpenAsync(CancellationToken cancellation = default) =>
        (await context.Set<Check>().AsNoTracking().Where(c => c.ApplicationId == current.Id && c.Outcome == CheckOutcome.Open)
            .Select(c => c.Item).ToListAsync(cancellation)).Order().Select(i => (CheckItem?)i).FirstOrDefault();

    /// <summary>One check; nothing before verification has begun.</summary>
    /// <param name="item">The check.</param>
    /// <param name="typed">What was typed and could not be recorded.</param>
    /// <param name="cancellation">Stops the queries.</param>
    public async Task<CheckPage?> CheckAsync(CheckItem item, CheckForm? typed, CancellationToken cancellation = default)
    {
        var application = await cases.CaseAsync(cancellation);
        if (application.Checks.FirstOrDefault(c => c.Item == item) is not { } check)
        {
            return null;
        }

        var stored = CheckForm.Of(check, vault);
        if (typed is not null)
        {
            typed.Seen = stored.Seen;
        }

        var answers = await AnswersAsync(cancellation);
        var known = await names.OfAsync([check.ConcludedBy], cancellation);
        var finding = application.AdverseFindings.FirstOrDefault(f => f.Item == item);
        return new CheckPage(
            await cases.HeadAsync(application, cancellation),
            item,
            CheckAnswers.Whole(item, answers),
            check.ConcludedAt is { } at ? $"{check.Outcome.Say()}, {UkTime.Say(at)}, {known.Say(check.ConcludedBy, current.Standing.PersonId)}" : null,
            finding is null
                ? null
                : new PutFinding(
                    vault.Open(finding, nameof(AdverseFinding.Statement), finding.Statement),
                    finding.PutAt,
                    finding.AnswerDueAt,
                    finding.Answer is { } replied ? vault.Open(finding, nameof(AdverseFinding.Answer), replied) : null,
                    finding.AnsweredAt),
            CorrectionRows.Of(application, vault, c => c.Answer.Checks().Contains(item)),
            [
                .. item == CheckItem.LinksOrResidence ? await FilesAsync(FilePurpose.Proof, cancellation) : [],
                .. await FilesAsync(FilePurpose.Evidence, cancellation),
            ],
            item == CheckItem.Employment ? GapsOf(answers, application) : null,
            typed ?? stored,
            application.Stage == Stage.Verification);
    }

    /// <summary>Contacts, newest first, and what the applicant gave to be reached by.</summary>
    public async Task<ContactsPage> ContactsAsync(CancellationToken cancellation = default)
    {
        var application = await cases.CaseAsync(cancellation);
        var known = await names.OfAsync(application.Contacts.Select(c => (Guid?)c.By), cancellation);
        return new ContactsPage(
            await cases.HeadAsync(application, cancellation),
            await ReachAsync(application, cancellation),
            [
                .. application.Contacts.OrderByDescending(c => c.TookPlaceAt).Select(c => new ContactLine(
                    c.Means.Say(),
                    c.TookPlaceAt,
                    c.Reached,
                    c.Said is { } said ? vault.Open(c, nameof(ContactEntry.Said), said) : null,
                    known.Say(c.By, current.Standing.PersonId))),
            ],
            application.Stage == Stage.Verification);
    }

    /// <summary>The form by which a contact is recorded.</summary>
    public async Task<RecordContactPage> RecordContactAsync(RecordContactForm form, CancellationToken cancellation = default)
    {
        var application = await cases.CaseAsync(cancellation);
        return new(await cases.HeadAsync(application, cancellation), await ReachAsync(application, cancellation), form);
    }

    /// <summary>The form by which a finding is put: the items not put yet, contradicted ones first.</summary>
    public async Task<PutFindingPage> PutFindingAsync(PutFindingForm form, CancellationToken cancellation = default)
    {
        var application = await cases.CaseAsync(cancellation);
        var items = application.Checks.Where(c => application.AdverseFindings.All(f => f.Item != c.Item))
            .OrderBy(c => c.Outcome != CheckOutcome.Contradicted).ThenBy(c => c.Item).Select(c => c.Item);
        return new PutFindingPage(await cases.HeadAsync(application, cancellation), Choices.Of(items, i => i.Say()), form);
    }

    /// <summary>The form by which a case is handed over: every other researcher.</summary>
    public async Task<HandOverPage> HandOverAsync(HandOverForm form, CancellationToken cancellation = default)
    {
        var application = await cases.CaseAsync(cancellation);
        var researchers = await ResearchersAsync(cancellation);
        var known = await names.OfAsync([.. researchers.Select(r => (Guid?)r), application.ResearcherId], cancellation);
        var me = current.Standing.PersonId;
        return new HandOverPage(
            await cases.HeadAsync(application, cancellation),
            application.ResearcherId is null ? null : known.Say(application.ResearcherId, me),
            [
                .. researchers.Where(r => r != application.ResearcherId && known.ContainsKey(r))
                    .Select(r => new Choice(r.ToString(), r == me ? $"You ({known[r]})" : known[r])).OrderBy(c => c.Label, StringComparer.CurrentCulture),
            ],
            form);
    }

    /// <summary>Whether somebody is a researcher now.</summary>
    public async Task<bool> IsResearcherAsync(Guid person, CancellationToken cancellation = default) =>
        (await ResearchersAsync(cancellation)).Contains(person);

    /// <summary>The form by which closing as not genuine is proposed.</summary>
    public async Task<ProposeNotGenuinePage> ProposeNotGenuineAsync(ProposeNotGenuineForm form, CancellationToken cancellation = default) =>
        new(await HeadAsync(cancellation), form);

    /// <summary>What was proposed; nothing where no proposal stands.</summary>
    public async Task<CloseAsNotGenuinePage?> CloseAsNotGenuineAsync(CancellationToken cancellation = default)
    {
        var application = await cases.CaseAsync(cancellation);
        if (application.StandingNotGenuineProposal is not { } proposal)
        {
            return null;
        }

        var known = await names.OfAsync([proposal.ProposedBy], cancellation);
        return new CloseAsNotGenuinePage(
            await cases.HeadAsync(application, cancellation),
            proposal.Ground.Say(),
            vault.Open(proposal, nameof(NotGenuineProposal.Statement), proposal.Statement),
            known.Say(proposal.ProposedBy, current.Standing.PersonId),
            proposal.ProposedAt,
            proposal.AnswerDueAt,
            proposal.Answer is { } answer ? vault.Open(proposal, nameof(NotGenuineProposal.Answer), answer) : null,
            application.WhyNotGenuineCannotBeSigned(current.Standing.PersonId, clock.Now()));
    }

    /// <summary>The original, whole.</summary>
    public async Task<OriginalPage> OriginalAsync(CancellationToken cancellation = default)
    {
        var application = await cases.CaseAsync(cancellation);
        var answers = await AnswersAsync(cancellation);
        var given = await context.Set<Undertaking>().AsNoTracking().Where(u => u.ApplicationId == current.Id).ToListAsync(cancellation);
        var society = (await societies.AllAsync(cancellation)).FirstOrDefault(s => s.Id == answers.MainOffice?.SocietyId)?.Name ?? "Unknown";
        return new OriginalPage(
            await cases.HeadAsync(application, cancellation),
            answers,
            GapsOf(answers, application),
            society,
            CorrectionRows.Of(application, vault),
            [.. given.OrderBy(u => u.Kind).Select(u => new UndertakingLine(u.Kind.Say(), u.AgreedAt, u.TextHash))],
            [
                .. await FilesAsync(FilePurpose.Proof, cancellation),
                .. await FilesAsync(FilePurpose.Evidence, cancellation),
                .. await FilesAsync(FilePurpose.Source, cancellation),
            ],
            await replies.FindAsync(current.Id, cancellation));
    }

    /// <summary>A file of this very case; nothing where the id is another's (AZ4).</summary>
    public Task<StoredFile?> FileAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.ApplicationId == current.Id, cancellation);

    /// <summary>What stands above every page of the case.</summary>
    public async Task<CaseHead> HeadAsync(CancellationToken cancellation = default) =>
        await cases.HeadAsync(await cases.CaseAsync(cancellation), cancellation);

    private async Task<ReachCard> ReachAsync(DefectionApplication application, CancellationToken cancellation)
    {
        CorrectedAnswer[] contact = [CorrectedAnswer.Phone, CorrectedAnswer.Email, CorrectedAnswer.Address];
        var needs = await context.Set<ApplicantNeeds>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == application.Id, cancellation);
        return new ReachCard(
            (await applications.FindFormAsync(current.Id, cancellation))?.OpenContact(vault),
            CorrectionRows.Of(application, vault, c => contact.Contains(c.Answer)),
            needs?.OpenReach(vault),
            needs?.OpenMeeting(vault).Lines ?? []);
    }

    private static WorkGaps? GapsOf(FormAnswers answers, DefectionApplication application) => answers.Employment is { Jobs.Count: > 0 } work
        ? new WorkGaps(EmploymentGaps.In(work.Jobs.Where(j => j.From.IsKnown), new MonthYear(application.ReceivedOn.Month, application.ReceivedOn.Year)), work.Gaps)
        : null;

    private async Task<FormAnswers> AnswersAsync(CancellationToken cancellation) =>
        (await applications.FindFormAsync(current.Id, cancellation))?.Open(vault) ?? new FormAnswers();

    private async Task<IReadOnlyList<Guid>> ResearchersAsync(CancellationToken cancellation)
    {
        var now = clock.Now();
        return await context.Set<RoleHolding>().AsNoTracking()
            .Where(h => h.Role == Role.Research && h.Since <= now && (h.Until == null || now < h.Until))
            .Where(h => context.Users.Any(p => p.Id == h.PersonId && p.ClosedAt == null))
            .Select(h => h.PersonId).Distinct().Take(200).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<FileLine>> FilesAsync(FilePurpose purpose, CancellationToken cancellation)
    {
        var files = await context.Set<StoredFile>().AsNoTracking().Where(f => f.ApplicationId == current.Id && f.Purpose == purpose)
            .OrderBy(f => f.UploadedAt).ToListAsync(cancellation);
        return [.. files.Select(f => FileLines.Of(f, vault))];
    }

    private string? SeenOf(Check check, AdverseFinding? finding, IReadOnlyDictionary<Guid, string> known)
    {
        if (finding is not null && finding.AwaitsAnswer(clock.Now()))
        {
            return $"Answer due {UkTime.Say(UkTime.Day(finding.AnswerDueAt))}";
        }

        var by = check.ConcludedBy is null ? null : known.Say(check.ConcludedBy, current.Standing.PersonId);
        return (check.SeenOn, by) switch
        {
            ({ } day, { } who) => $"Seen {UkTime.Say(day)}, {who}",
            (null, { } who) => $"{UkTime.Say(UkTime.Day(check.ConcludedAt!.Value))}, {who}",
            _ => null,
        };
    }
}

/// <summary>How files are shown in lists.</summary>
public static class FileLines
{
    /// <summary>A file's line.</summary>
    public static FileLine Of(StoredFile file, IVault vault)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new FileLine(file.Id, vault.Open(file, nameof(StoredFile.FileName), file.FileName), KindOf(file), file.Size);
    }

    /// <summary>A size in words.</summary>
    public static string Size(long bytes) => bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1000)} kB" : $"{bytes / 1_000_000.0:0.0} MB";

    private static string KindOf(StoredFile file) => file.Purpose switch
    {
        FilePurpose.Source => "Scan or message it was keyed from",
        FilePurpose.Evidence => "Added by the applicant later",
        _ => "Proof of links or residence",
    };
}
