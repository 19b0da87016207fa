using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Casework;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>Another form that may be of the same person.</summary>
/// <param name="Id">Its application.</param>
/// <param name="Reference">Its public number.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Received">How and when it came.</param>
/// <param name="Why">What is the same, in words.</param>
public sealed record Alike(Guid Id, string Reference, Stage Stage, string Received, string Why);

/// <summary>
/// Finds forms of the same person across channels by the keyed hashes alone: nothing is opened to look (P1). The reader's own application is
/// never among them.
/// </summary>
public sealed class DuplicateQueries(DefectionDbContext context, IApplications applications, ISocieties societies, IVault vault)
{
    /// <summary>Most forms that are shown.</summary>
    private const int Most = 10;

    /// <summary>Most rows that are weighed, so that a common name cannot make a page slow.</summary>
    private const int MostRows = 500;

    /// <summary>Forms that may be of the same person as an application.</summary>
    public async Task<IReadOnlyList<Alike>> OfAsync(Guid application, Guid reader, CancellationToken cancellation = default)
    {
        var own = await context.Set<LookUpEntry>().AsNoTracking().Where(l => l.ApplicationId == application).ToListAsync(cancellation);
        return await WeighAsync(application, own, reader, cancellation);
    }

    /// <summary>Forms that may be of the same person as a form that is being keyed in.</summary>
    public Task<IReadOnlyList<Alike>> OfDraftAsync(Guid draft, FormAnswers answers, Guid reader, CancellationToken cancellation = default) =>
        WeighAsync(draft, LookUps.Of(draft, answers, vault), reader, cancellation);

    /// <summary>The other application, where the two have enough in common to be compared at all.</summary>
    public async Task<Alike?> FindAsync(Guid application, string reference, Guid reader, CancellationToken cancellation = default) =>
        (await OfAsync(application, reader, cancellation)).FirstOrDefault(a => a.Reference == reference);

    /// <summary>The forms that are linked to a case as duplicates.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Reference)>> LinkedAsync(Guid application, CancellationToken cancellation = default) =>
    [
        .. (await context.Set<DefectionApplication>().AsNoTracking().Where(a => a.DuplicateOfId == application).OrderBy(a => a.Reference)
            .Select(a => new { a.Id, a.Reference }).ToListAsync(cancellation)).Select(a => (a.Id, a.Reference)),
    ];

    /// <summary>
    /// Both forms line by line, as far as one of them says something; lines that differ first. Whoever shows this records that both originals were
    /// opened.
    /// </summary>
    public async Task<IReadOnlyList<ComparedLine>> CompareAsync(Guid one, Guid other, CancellationToken cancellation = default)
    {
        var names = (await societies.AllAsync(cancellation)).ToDictionary(s => s.Id, s => s.Name);
        var first = await LinesAsync(one);
        var second = await LinesAsync(other);
        var fields = first.Select(l => l.Field).Union(second.Select(l => l.Field));
        return
        [
            .. fields.Select(f => (A: first.FirstOrDefault(l => l.Field == f), B: second.FirstOrDefault(l => l.Field == f)))
                .Where(p => p.A is { IsEmpty: false } || p.B is { IsEmpty: false })
                .Select(p => new ComparedLine((p.A ?? p.B)!.Theirs, p.A?.Say() ?? "Nothing", p.B?.Say() ?? "Nothing"))
                .OrderBy(l => l.IsSame),
        ];

        async Task<IReadOnlyList<AnswerLine>> LinesAsync(Guid id) =>
            AnswerLines.Of((await applications.FindFormAsync(id, cancellation))?.Open(vault) ?? new FormAnswers(), s => names.GetValueOrDefault(s, "Unknown"));
    }

    private async Task<IReadOnlyList<Alike>> WeighAsync(
        Guid application, IReadOnlyList<LookUpEntry> own, Guid reader, CancellationToken cancellation)
    {
        var others = context.Set<LookUpEntry>().AsNoTracking().Where(l => l.ApplicationId != application);

        // A hash is of one kind alone: the kind is hashed with the value.
        var rare = HashesOf(own.Where(l => l.Kind != LookUpKind.NameWord));
        var words = HashesOf(own.Where(l => l.Kind == LookUpKind.NameWord));
        var shared = await others.Where(l => l.Kind != LookUpKind.NameWord && rare.Contains(l.Hash))
            .OrderBy(l => l.ApplicationId).Take(MostRows).Select(l => new { l.ApplicationId, l.Kind, Count = 1 }).ToListAsync(cancellation);

        // One common word says nothing by itself, so the database leaves such forms out before any row of theirs is read.
        var ids = shared.Select(l => l.ApplicationId).Distinct().ToList();
        shared.AddRange(await others.Where(l => l.Kind == LookUpKind.NameWord && words.Contains(l.Hash)).GroupBy(l => l.ApplicationId)
            .Where(g => g.Count() >= 2 || ids.Contains(g.Key))
            .OrderBy(g => g.Key).Take(MostRows)
            .Select(g => new { ApplicationId = g.Key, Kind = LookUpKind.NameWord, Count = g.Count() }).ToListAsync(cancellation));
        var alike = shared.GroupBy(l => l.ApplicationId)
            .Select(g => (Id: g.Key, Kinds: g.GroupBy(l => l.Kind).ToDictionary(k => k.Key, k => k.Sum(l => l.Count))))
            .Where(a => IsEnough(a.Kinds)).OrderByDescending(a => a.Kinds.Count).Take(Most).ToDictionary(a => a.Id, a => a.Kinds);
        ids = [.. alike.Keys];
        var found = await context.Set<DefectionApplication>().AsNoTracking().Where(a => ids.Contains(a.Id) && a.DuplicateOfId == null)
            .Where(a => !context.Set<LookUpEntry>().Any(l => l.ApplicationId == a.Id && l.Kind == LookUpKind.Email
                && context.Users.Any(p => p.Id == reader && p.NormalizedEmail == l.Hash)))
            .Select(a => new { a.Id, a.Reference, a.Stage, a.Channel, a.ReceivedOn }).ToListAsync(cancellation);
        return
        [
            .. found.OrderByDescending(f => alike[f.Id].Count).Select(f => new Alike(
                f.Id, f.Reference, f.Stage, $"{f.Channel.Say()} on {Domain.Time.UkTime.Say(f.ReceivedOn)}", Say(alike[f.Id].Keys))),
        ];
    }

    private static List<string> HashesOf(IEnumerable<LookUpEntry> entries) => [.. entries.Select(l => l.Hash).Distinct()];

    /// <summary>One sure value is enough; words of a name are not, unless two of them or another value agree.</summary>
    private static bool IsEnough(Dictionary<LookUpKind, int> shared) =>
        shared.ContainsKey(LookUpKind.Email) || shared.ContainsKey(LookUpKind.Phone)
        || shared.GetValueOrDefault(LookUpKind.NameWord) >= 2
        || (shared.ContainsKey(LookUpKind.NameWord) && (shared.ContainsKey(LookUpKind.DateOfBirth) || shared.ContainsKey(LookUpKind.Office)))
        || (shared.ContainsKey(LookUpKind.DateOfBirth) && shared.ContainsKey(LookUpKind.Office));

    private static string Say(IEnumerable<LookUpKind> kinds) => string.Join(", ", kinds.Order().Select(k => k switch
    {
        LookUpKind.Email => "e-mail address",
        LookUpKind.Phone => "phone number",
        LookUpKind.DateOfBirth => "date of birth",
        LookUpKind.NameWord => "words of the name",
        _ => "office",
    }));
}

/// <summary>One line of two forms.</summary>
public sealed record ComparedLine(string Question, string One, string Other)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsSame => string.Equals(One, Other, StringComparison.OrdinalIgnoreCase);
}
