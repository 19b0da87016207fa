using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Plumbing;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>
/// Everything that is the applicant's own, to take away: a page to read, the same as data, and their files (PL4). Nothing that others wrote or voted
/// is in it; that it exists, and who can be asked for it, is said (rule 30).
/// </summary>
public sealed class ApplicantExport(
    RecordQueries record,
    ApplicantQueries queries,
    IFileStore files,
    IAuditTrail audit,
    DefectionDbContext context,
    IVault vault,
    PartyNames names,
    TimeProvider clock)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The archive of an application. That it was made goes into the audit trail (AT1).</summary>
    public async Task<ArchiveResult> OfAsync(Guid id, CancellationToken cancellation = default)
    {
        var own = await CollectAsync(id, cancellation);
        var stored = await record.StoredFilesAsync(id, cancellation);
        audit.Record(new AuditDeed("applicant.exported", nameof(DefectionApplication), id) { Role = nameof(Role.Applicant) });
        await context.SaveChangesAsync(cancellation);
        return new ArchiveResult(
            $"{own.Reference}.zip",
            [
                new("read-me.html", (to, _) => WriteAsync(to, ExportPage.Of(own, names))),
                new("data.json", (to, c) => JsonSerializer.SerializeAsync(to, own, Format, c)),
                .. stored.Select((file, i) => new ArchiveEntry(
                    $"files/{NameOf(file, i)}",
                    async (to, c) =>
                    {
                        await using var content = await files.OpenAsync(file.Id, c);
                        await content.CopyToAsync(to, c);
                    })),
            ]);
    }

    /// <summary>What is not in the archive, and why, a sentence each.</summary>
    public static IReadOnlyList<string> Withheld(PartyNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return
        [
            $"What {names.Research} noted about its checks and conversations, and where it looked. Others wrote this about you.",
            "What Members and Participants said about your application, and the positions they took. These are their own words.",
            "How anybody voted. Nobody can know this.",
            "Who of us did what. Their names are theirs.",
            $"You can ask the {names.GeneralSecretary} for what others wrote about you. A named person looks at each piece and releases it without its author’s name, or tells you why not.",
        ];
    }

    private static string NameOf(StoredFile file, int place) =>
        $"{place + 1:00}-{file.Purpose.ToString().ToLowerInvariant()}{Downloads.EndingOf(file.ContentType)}";

    private static async Task WriteAsync(Stream to, string text)
    {
        await using var writer = new StreamWriter(to, leaveOpen: true);
        await writer.WriteAsync(text);
    }

    private async Task<OwnData> CollectAsync(Guid id, CancellationToken cancellation)
    {
        var facts = await queries.FactsAsync(id, cancellation);
        var needs = await record.NeedsAsync(id, cancellation);
        var meeting = needs?.OpenMeeting(vault);
        var sent = await record.FilesAsync(id, cancellation);
        var stored = await record.StoredFilesAsync(id, cancellation);
        return new OwnData
        {
            Reference = facts.Reference,
            MadeAt = clock.Now(),
            State = ApplicantWords.Of(facts, names, clock.Now()).Title,
            Party = names.Party,
            Happened = [.. (await queries.TimelineAsync(id, facts, cancellation)).Reverse().Select(t => new OwnEvent(t.At, t.What))],
            Answers = await record.AnswersAsync(id, cancellation),
            AnswersInWords = await queries.AnswerLinesAsync(id, cancellation),
            Corrections = await record.CorrectionsAsync(id, cancellation),
            Questions = [.. facts.Questions, .. facts.Doubt is { } doubt ? [doubt] : Array.Empty<AskedQuestion>()],
            MeetingNeeds = meeting?.Lines ?? [],
            HowToReach = needs?.OpenReach(vault),
            Files = [.. sent.Select((f, i) => new OwnFile(f.Name, f.Size, f.SentAt, $"files/{NameOf(stored[i], i)}"))],
            Letters = [.. (await record.LettersAsync(id, cancellation)).Select(l => new OwnLetter(l.WrittenAt, l.ByPost, l.Heading, l.Text))],
            AgreedTo = await record.PromisesAsync(id, cancellation),
            Withheld = Withheld(names),
        };
    }
}

/// <summary>Everything that is an applicant's own.</summary>
public sealed record OwnData
{
    public required string Reference { get; init; }

    /// <summary>When it was put together, in UTC.</summary>
    public required DateTime MadeAt { get; init; }

    public required string Party { get; init; }

    /// <summary>Where the application stands, in words.</summary>
    public required string State { get; init; }

    public required IReadOnlyList<OwnEvent> Happened { get; init; }

    /// <summary>The form as it was sent; nothing once it is deleted.</summary>
    public FormAnswers? Answers { get; init; }

    /// <summary>The same in words, question by question; for the page alone.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Question, string Answer)> AnswersInWords { get; init; } = [];

    public required IReadOnlyList<CorrectionLine> Corrections { get; init; }

    /// <summary>What Research asked, and the answers.</summary>
    public required IReadOnlyList<AskedQuestion> Questions { get; init; }

    public required IReadOnlyList<string> MeetingNeeds { get; init; }

    public string? HowToReach { get; init; }

    public required IReadOnlyList<OwnFile> Files { get; init; }

    public required IReadOnlyList<OwnLetter> Letters { get; init; }

    /// <summary>What was agreed to, with the exact texts.</summary>
    public required IReadOnlyList<GivenUndertaking> AgreedTo { get; init; }

    /// <summary>What is not here, and whom to ask.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }
}

/// <summary>Something that happened, in the applicant's words.</summary>
public sealed record OwnEvent(DateTime At, string What);

/// <summary>A file in the archive: the name it had, and where it lies there.</summary>
public sealed record OwnFile(string Name, string Size, DateTime SentAt, string Path);

/// <summary>A letter, as Markdown.</summary>
public sealed record OwnLetter(DateTime WrittenAt, bool ByPost, string Heading, string Text);
