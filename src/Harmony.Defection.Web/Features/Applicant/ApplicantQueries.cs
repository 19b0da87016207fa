using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Shared;
using Harmony.Defection.Web.Features.Shared.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>Reads what an applicant's pages show, from the tables that are the applicant's to know.</summary>
public sealed class ApplicantQueries(
    DefectionDbContext context,
    IVault vault,
    RecordQueries record,
    ISocieties societies,
    ProofFiles proof,
    Clockwork clockwork,
    ProcessSettings settings,
    PartyNames names,
    TimeProvider clock)
{
    /// <summary>Minutes before the start from which the joining link is shown.</summary>
    public const int DoorOpensMinutes = 15;

    /// <summary>Hours after the planned end until which it stays, since meetings run over.</summary>
    private const int DoorStaysHours = 2;

    /// <summary>The status page.</summary>
    public async Task<StatusPage> StatusAsync(Guid id, string token, CancellationToken cancellation = default)
    {
        await SettleAsync(id, cancellation);
        var facts = await FactsAsync(id, cancellation);
        var now = clock.Now();
        return new StatusPage(
            token, facts, ApplicantWords.Of(facts, names, now), await TimelineAsync(id, facts, cancellation), ApplicantWords.Next(facts, names, settings), now);
    }

    /// <summary>What happened, newest first, in the applicant's words.</summary>
    public async Task<IReadOnlyList<TimelineItem>> TimelineAsync(Guid id, ApplicantFacts facts, CancellationToken cancellation = default) =>
        names.InOurWords(ApplicantWords.Timeline(
            facts,
            await context.Set<ContactEntry>().AsNoTracking().Where(c => c.ApplicationId == id && c.Reached).Select(c => c.TookPlaceAt).ToListAsync(cancellation)));

    /// <summary>What is known of the application to its applicant.</summary>
    public async Task<ApplicantFacts> FactsAsync(Guid id, CancellationToken cancellation = default)
    {
        var core = await context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == id)
            .Select(a => new { a.Reference, a.Stage, a.StageSince, a.AssemblySocietyId, a.SuspendedSince, a.Channel, a.DuplicateOfId }).SingleAsync(cancellation);
        var steps = await context.Set<HistoryEntry>().AsNoTracking().Where(h => h.ApplicationId == id).OrderBy(h => h.Number)
            .Select(h => new TakenStep(h.Step, h.From, h.To, h.At)).ToListAsync(cancellation);
        var facts = new ApplicantFacts
        {
            Reference = core.Reference,
            Stage = core.Stage,
            StageSince = core.StageSince,
            Steps = steps,
            IsKeyed = core.Channel != Domain.Forms.Channel.Online,
            IsLinked = core.DuplicateOfId is not null,
            Society = core.AssemblySocietyId is { } assembly ? (await societies.AllAsync(cancellation)).First(s => s.Id == assembly).Name : null,
            Email = (await record.EmailAsync(id, cancellation)).State,
            Questions = await QuestionsAsync(id, cancellation),
            Doubt = await DoubtAsync(id, core.Stage, cancellation),
            Meeting = core.Stage == Stage.Hustings ? await MeetingAsync(id, cancellation) : null,
            PeriodEndsAt = core.Stage != Stage.Deliberation ? null : await context.Set<DecisionPeriod>().AsNoTracking().Where(p => p.ApplicationId == id)
                .OrderByDescending(p => p.Number).Select(p => (DateTime?)p.EndsAt).FirstOrDefaultAsync(cancellation),
            BallotClosesAt = core.Stage != Stage.Ballot ? null : await context.Set<Ballot>().AsNoTracking().Where(b => b.ApplicationId == id)
                .OrderByDescending(b => b.Number).Select(b => (DateTime?)b.ClosesAt).FirstOrDefaultAsync(cancellation),
            Letters = await LettersAsync(id, cancellation),
        };
        return facts with { TakesLonger = core.Stage.IsOpen() && (core.SuspendedSince is not null || TakesLonger(facts, clock.Now())) };
    }

    /// <summary>A letter of this application; nothing where it has no such letter (AZ4).</summary>
    public async Task<LetterPage?> LetterAsync(Guid id, Guid letter, string token, CancellationToken cancellation = default)
    {
        var row = await context.Set<ApplicantLetter>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == letter && l.ApplicationId == id, cancellation);
        return row is null ? null : new LetterPage(
            token,
            await record.ReferenceAsync(id, cancellation),
            vault.Open(row, nameof(ApplicantLetter.Heading), row.Heading),
            vault.Open(row, nameof(ApplicantLetter.Text), row.Text),
            UkTime.Day(row.WrittenAt),
            row.Language,
            await AddressAsync(id, cancellation));
    }

    /// <summary>The form as it was sent, with what was corrected and agreed to.</summary>
    public async Task<SentFormPage> FormAsync(Guid id, string token, CancellationToken cancellation = default)
    {
        var answers = await record.AnswersAsync(id, cancellation);
        var society = answers is null ? null : await SocietyOfAsync(answers, cancellation);
        return new SentFormPage(
            token,
            await record.ReferenceAsync(id, cancellation),
            await context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == id).Select(a => a.ReceivedOn).SingleAsync(cancellation),
            answers is null ? null : new CheckPage(answers, society, await proof.OfAsync(id, cancellation), MayChange: false),
            await record.CorrectionsAsync(id, cancellation),
            await record.PromisesAsync(id, cancellation));
    }

    /// <summary>The answers in words, question by question; none once they are deleted.</summary>
    public async Task<IReadOnlyList<(string Question, string Answer)>> AnswerLinesAsync(Guid id, CancellationToken cancellation = default) =>
        await record.AnswersAsync(id, cancellation) is not { } answers
            ? []
            :
            [
                .. Enum.GetValues<CorrectedAnswer>().Select(a => (a.Say(), AnswerInWords.Of(a, answers))),
                ("Society of the area", await SocietyOfAsync(answers, cancellation) ?? string.Empty),
            ];

    private async Task<string?> SocietyOfAsync(FormAnswers answers, CancellationToken cancellation) =>
        answers.MainOffice is { } office ? (await societies.AllAsync(cancellation)).FirstOrDefault(s => s.Id == office.SocietyId)?.Name : null;

    /// <summary>What time has brought about holds when the page is read, whether or not the worker came by.</summary>
    private async Task SettleAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.Now();
        if (await context.Set<DefectionApplication>().AnyAsync(a => a.Id == id && a.NextDueAt <= now, cancellation))
        {
            try
            {
                await clockwork.SettleAsync(id, now, cancellation);
            }
            catch (ConcurrencyConflictException)
            {
                // Somebody else came by at the same moment and did it.
            }
        }
    }

    private async Task<IReadOnlyList<AskedQuestion>> QuestionsAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await context.Set<AdverseFinding>().AsNoTracking().Where(f => f.ApplicationId == id).OrderBy(f => f.PutAt).ToListAsync(cancellation);
        return [.. rows.Select(f => new AskedQuestion(
            f.Id,
            f.Item.Say(),
            vault.Open(f, nameof(AdverseFinding.Statement), f.Statement),
            f.AnswerDueAt,
            f.Answer is { } answer ? vault.Open(f, nameof(AdverseFinding.Answer), answer) : null))];
    }

    private async Task<AskedQuestion?> DoubtAsync(Guid id, Stage stage, CancellationToken cancellation)
    {
        var row = Stages.OpenToNotGenuine.Contains(stage)
            ? await context.Set<NotGenuineProposal>().AsNoTracking().FirstOrDefaultAsync(p => p.ApplicationId == id && !p.IsSettled, cancellation)
            : null;
        return row is null ? null : new AskedQuestion(
            row.Id,
            "Whether this application is genuine",
            vault.Open(row, nameof(NotGenuineProposal.Statement), row.Statement),
            row.AnswerDueAt,
            row.Answer is { } answer ? vault.Open(row, nameof(NotGenuineProposal.Answer), answer) : null);
    }

    private async Task<Invitation?> MeetingAsync(Guid id, CancellationToken cancellation)
    {
        var row = await context.Set<Gathering>().AsNoTracking().Where(g => g.ApplicationId == id && g.Outcome == GatheringOutcome.Announced)
            .OrderByDescending(g => g.Number).FirstOrDefaultAsync(cancellation);
        if (row is null)
        {
            return null;
        }

        var now = clock.Now();
        var isDoorOpen = now >= row.StartsAt.AddMinutes(-DoorOpensMinutes) && now < row.EndsAt.AddHours(DoorStaysHours);
        return new Invitation(
            row.Kind,
            row.StartsAt,
            row.EndsAt,
            row.Place is { } place ? vault.Open(row, nameof(Gathering.Place), place) : null,
            isDoorOpen && row.JoiningLink is { } link ? vault.Open(row, nameof(Gathering.JoiningLink), link) : null,
            row.JoiningLink is not null,
            row.Answer);
    }

    private async Task<IReadOnlyList<LetterLine>> LettersAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await context.Set<ApplicantLetter>().AsNoTracking().Where(l => l.ApplicationId == id).OrderByDescending(l => l.WrittenAt)
            .Select(l => new { l.Id, l.Heading, l.WrittenAt, l.ByPost }).ToListAsync(cancellation);
        return [.. rows.Select(l => new LetterLine(l.Id, vault.Open<ApplicantLetter>(l.Id, nameof(ApplicantLetter.Heading), l.Heading), l.WrittenAt, l.ByPost))];
    }

    private async Task<IReadOnlyList<string>> AddressAsync(Guid id, CancellationToken cancellation)
    {
        var form = await context.Set<ApplicationForm>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellation);
        var answers = form?.Open(vault);
        return answers is { Name: { } name, Contact: { } contact } ? [name.NameUsed, .. contact.AddressLines()] : [];
    }

    /// <summary>Whether a stage has outlasted what is planned for it (rule 27).</summary>
    private bool TakesLonger(ApplicantFacts facts, DateTime now) => facts.Stage switch
    {
        Stage.Received or Stage.Verification or Stage.Sanitisation => now > facts.StageSince.AddDays(settings.VerificationDays),
        Stage.Allocation => now > facts.StageSince.AddDays(settings.CapacityAnswerDays),
        Stage.Hustings => facts.Meeting is null && now > facts.StageSince.AddDays(settings.AnnounceHustingsDays),
        Stage.Deliberation => facts.PeriodEndsAt is { } ends && now >= ends,
        _ => false,
    };
}
