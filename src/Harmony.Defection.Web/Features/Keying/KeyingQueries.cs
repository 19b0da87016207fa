using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Research;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>Fills the pages of keyed forms. An applicant's own draft is never there (PL2).</summary>
public sealed class KeyingQueries(
    DefectionDbContext context,
    IDrafts drafts,
    ISocieties societies,
    OfficeKindList kinds,
    DuplicateQueries duplicates,
    StaffNames names,
    IFileStore store,
    IVault vault,
    ProcessSettings settings,
    TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>Most messages that are shown beside the fields; further ones are opened by their links.</summary>
    private const int MostMessages = 3;

    /// <summary>A form that is keyed in; nothing where there is none, or it is an applicant's own.</summary>
    public async Task<Draft?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        await drafts.FindAsync(id, cancellation) is { KeyedBy: not null } draft ? draft : null;

    /// <summary>The form releases that a paper can bear, the newest first.</summary>
    public async Task<IReadOnlyList<Choice>> ReleasesAsync(CancellationToken cancellation = default) =>
    [
        .. (await context.Set<FormRelease>().AsNoTracking().OrderByDescending(r => r.Number).Select(r => new { r.Id, r.Number, r.ReleasedOn })
            .ToListAsync(cancellation)).Select(r => new Choice(r.Id.ToString(), $"{UkTime.Say(r.ReleasedOn)} (release {r.Number})")),
    ];

    /// <summary>Whether there is a form release of this id.</summary>
    public Task<bool> IsReleaseAsync(Guid id, CancellationToken cancellation = default) => context.Set<FormRelease>().AnyAsync(r => r.Id == id, cancellation);

    /// <summary>What is being keyed in, and what waits for its second person.</summary>
    public async Task<KeyingPage> ListAsync(CancellationToken cancellation = default)
    {
        var rows = await context.Set<Draft>().AsNoTracking().Where(d => d.KeyedBy != null).OrderBy(d => d.BegunAt).Take(Most)
            .Select(d => new { d.Id, d.Channel, d.ReceivedOn, d.KeyedBy, d.ChangedAt, d.KeyedAt, WasSentBack = d.Returned != null })
            .ToListAsync(cancellation);
        var known = await names.OfAsync(rows.Select(r => r.KeyedBy), cancellation);
        var lines = rows.ConvertAll(r => new KeyedLine(
            r.Id, r.Channel, r.ReceivedOn!.Value, known.GetValueOrDefault(r.KeyedBy!.Value, "Somebody who has left"), r.ChangedAt, r.KeyedAt, r.WasSentBack));
        return new KeyingPage([.. lines.Where(l => l.KeyedAt is null)], [.. lines.Where(l => l.KeyedAt is not null)]);
    }

    /// <summary>The page on which a form is keyed in.</summary>
    /// <param name="draft">The keyed form.</param>
    /// <param name="person">The reader.</param>
    /// <param name="typed">What they typed; nothing where the page is opened.</param>
    /// <param name="cancellation">Stops the queries.</param>
    public async Task<KeyInPage> KeyInAsync(Draft draft, Guid person, KeyedForm? typed, CancellationToken cancellation = default)
    {
        var answers = draft.Read(vault);
        var returned = draft.ReadReturned(vault);
        var known = await names.OfAsync([returned?.By], cancellation);
        var all = await societies.AllAsync(cancellation);
        return new KeyInPage(
            draft.Id,
            await CameAsync(draft, cancellation),
            (typed ?? KeyedForm.Of(answers, draft.Version)).WithRows(),
            await kinds.ChoicesAsync([.. answers.Offices?.Held.Select(o => o.Kind) ?? []], cancellation),
            [
                .. all.Where(s => s.Kind != SocietyKind.Elections).OrderBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal)
                    .Select(s => new Choice(s.Id.ToString(), s.Name)),
            ],
            await OriginalsAsync(draft.Id, mayAdd: true, cancellation),
            returned,
            returned is null ? null : known.GetValueOrDefault(returned.By, "Somebody who has left"),
            returned is null ? [] : [.. LinesOf(returned.Keyed, all).Where(l => returned.Fields.Contains(l.Field)).Select(l => l.Theirs)],
            await duplicates.OfDraftAsync(draft.Id, answers, person, cancellation));
    }

    /// <summary>The page on which a second person confirms it.</summary>
    /// <param name="draft">The keyed form.</param>
    /// <param name="person">The reader.</param>
    /// <param name="role">In what role they would confirm it.</param>
    /// <param name="typed">What they ticked and wrote.</param>
    /// <param name="cancellation">Stops the queries.</param>
    public async Task<ConfirmPage> ConfirmAsync(
        Draft draft, Guid person, Role role, SendBackForm? typed = null, CancellationToken cancellation = default)
    {
        var answers = draft.Read(vault);
        var known = await names.OfAsync([draft.KeyedBy], cancellation);
        var all = await societies.AllAsync(cancellation);
        var returned = draft.ReadReturned(vault);
        var before = returned is null ? null : LinesOf(returned.Keyed, all).DistinctBy(l => l.Field).ToDictionary(l => l.Field, l => l.Say());
        return new ConfirmPage(
            draft.Id,
            draft.Version,
            await CameAsync(draft, cancellation),
            known.Say(draft.KeyedBy, person),
            [.. LinesOf(answers, all).Select(l => new KeyedAnswer(l, Changed(l, before)))],
            answers.Undertakings is { } given ? UkTime.Say(UkTime.Day(given.AgreedAt)) : "Not signed",
            await OriginalsAsync(draft.Id, mayAdd: false, cancellation),
            returned,
            await duplicates.OfDraftAsync(draft.Id, answers, person, cancellation),
            typed ?? new SendBackForm(),
            WhyNot(draft, person, role));
    }

    private static string? Changed(AnswerLine line, Dictionary<string, string>? before) => before is null ? null
        : before.GetValueOrDefault(line.Field, "Nothing") is var old && old != line.Say() ? old
        : null;

    private static IReadOnlyList<AnswerLine> LinesOf(FormAnswers answers, IReadOnlyList<Society> all) =>
        AnswerLines.Of(answers, id => all.FirstOrDefault(s => s.Id == id)?.Name ?? "Unknown");

    /// <summary>A file of this very form.</summary>
    public Task<StoredFile?> FileAsync(Guid draft, Guid file, CancellationToken cancellation = default) =>
        context.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == file && f.ApplicationId == draft, cancellation);

    private string? WhyNot(Draft draft, Guid person, Role role) => draft switch
    {
        { KeyedAt: null } => "This form is not keyed in to its end yet.",
        { KeyedBy: { } by } when by == person => "A keyed form is confirmed by a second person, not by whoever keyed it (P1).",
        { KeyedAt: { } at } when role == Role.GeneralSecretary && clock.Now() < at.AddDays(settings.SecondPersonDays) =>
            $"The General Secretary may be the second person only when nobody else was free for {settings.SecondPersonDays} days.",
        _ => null,
    };

    private async Task<string> CameAsync(Draft draft, CancellationToken cancellation)
    {
        var released = await context.Set<FormRelease>().Where(r => r.Id == draft.FormReleaseId).Select(r => r.ReleasedOn).SingleAsync(cancellation);
        var came = draft.Channel == Channel.Post ? "Came by post" : "Came by e-mail";
        return $"{came} on {UkTime.SayWithWeekday(draft.ReceivedOn!.Value)}, on the form released on {UkTime.Say(released)}";
    }

    private async Task<OriginalsBeside> OriginalsAsync(Guid draft, bool mayAdd, CancellationToken cancellation)
    {
        StoredFile[] files = [.. await drafts.FilesAsync(draft, FilePurpose.Source, cancellation), .. await drafts.FilesAsync(draft, FilePurpose.Proof, cancellation)];
        var messages = new Dictionary<Guid, ReadMessage?>();
        foreach (var file in files.Where(f => f.ContentType == MessageReader.ContentType).Take(MostMessages))
        {
            await using var content = await store.OpenAsync(file.Id, cancellation);
            messages[file.Id] = await MessageReader.ReadAsync(content, cancellation);
        }

        return new OriginalsBeside(
            draft, [.. files.Select(f => new OriginalFile(FileLines.Of(f, vault), f.ContentType, messages.GetValueOrDefault(f.Id)))], mayAdd);
    }
}
