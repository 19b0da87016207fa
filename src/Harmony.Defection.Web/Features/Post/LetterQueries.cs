using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Research;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Post;

/// <summary>A letter in a list: never what it says, nor to whom.</summary>
public sealed record LetterLine(Guid Id, string Reference, LetterKind Kind, DateTime WrittenAt, bool ByPost, DateOnly? PostedOn, string? PostedBy);

/// <summary>Which letters are looked for.</summary>
public sealed class LetterFilter
{
    /// <summary>The case's public number.</summary>
    public string? Reference { get; set; }

    public LetterKind? Kind { get; set; }

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Reference) && Kind is null;
}

/// <summary>Letters that wait to be posted, applications whose link was lost, and the last letters that were posted.</summary>
public sealed record PostPage(
    LetterFilter Filter, IReadOnlyList<LetterLine> Waiting, int Total, int Page, IReadOnlyList<LetterLine> Posted, IReadOnlyList<LostLinkLine> LostLinks)
{
    /// <summary>Letters on a page.</summary>
    public const int Size = 25;
}

/// <summary>An application whose private link was lost and is to be posted.</summary>
public sealed record LostLinkLine(string Reference, DateTime AskedAt);

/// <summary>Letters of one case.</summary>
/// <param name="Head">The case.</param>
/// <param name="Letters">The letters, newest first.</param>
/// <param name="MayReplaceLinks">Whether the reader may revoke the applicant's links.</param>
public sealed record CaseLettersPage(CaseHead Head, IReadOnlyList<LetterLine> Letters, bool MayReplaceLinks) : ICasePart;

/// <summary>One letter, opened.</summary>
/// <param name="Line">What it is.</param>
/// <param name="Name">The applicant's name.</param>
/// <param name="ToPost">Whether it is opened to be posted, and not to be read with the case.</param>
/// <param name="Address">Lines of their address; none where it is read with the case, or the form bears none.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Its text, as Markdown.</param>
/// <param name="Language">The language it is written in.</param>
public sealed record OpenedLetter(
    LetterLine Line, string Name, bool ToPost, IReadOnlyList<string> Address, string Heading, string Text, string Language);

/// <summary>Reads letters to applicants.</summary>
public sealed class LetterQueries(DefectionDbContext context, IApplications applications, StaffNames names, IVault vault, IAuditTrail audit)
{
    private const int Most = 200;

    /// <summary>Letters that wait to be posted, the oldest first, and the last that were.</summary>
    public async Task<PostPage> PostAsync(LetterFilter filter, int page, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var reference = Reference.Read(filter.Reference) ?? filter.Reference?.Trim();
        var kind = filter.Kind;
        var byPost = Letters().Where(l => l.Letter.ByPost)
            .Where(l => (string.IsNullOrEmpty(reference) || l.Reference == reference) && (kind == null || l.Letter.Kind == kind));
        var waiting = byPost.Where(l => l.Letter.PostedOn == null).OrderBy(l => l.Letter.WrittenAt).ThenBy(l => l.Letter.Id);
        var total = await waiting.CountAsync(cancellation);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PostPage.Size - 1) / PostPage.Size));
        var posted = byPost.Where(l => l.Letter.PostedOn != null).OrderByDescending(l => l.Letter.PostedOn).ThenByDescending(l => l.Letter.WrittenAt).Take(10);
        return new PostPage(
            filter,
            await LinesAsync(waiting.Skip((page - 1) * PostPage.Size).Take(PostPage.Size), cancellation),
            total,
            page,
            await LinesAsync(posted, cancellation),
            await context.Set<LinkRequest>().AsNoTracking().Where(r => r.ByPost && r.SettledAt == null).OrderBy(r => r.AskedAt).Take(Most)
                .Join(context.Set<DefectionApplication>(), r => r.ApplicationId, a => a.Id, (r, a) => new { a.Reference, r.AskedAt })
                .OrderBy(l => l.AskedAt).Select(l => new LostLinkLine(l.Reference, l.AskedAt)).ToListAsync(cancellation));
    }

    /// <summary>Letters of one case, newest first.</summary>
    public Task<IReadOnlyList<LetterLine>> OfCaseAsync(Guid application, CancellationToken cancellation = default) =>
        LinesAsync(Letters().Where(l => l.Letter.ApplicationId == application).OrderByDescending(l => l.Letter.WrittenAt).Take(Most), cancellation);

    /// <summary>The case of a letter that goes by post; nothing where there is no such letter.</summary>
    public async Task<Guid?> CaseOfAsync(Guid letter, CancellationToken cancellation = default) =>
        await context.Set<ApplicantLetter>().AsNoTracking().Where(l => l.Id == letter && l.ByPost).Select(l => (Guid?)l.ApplicationId)
            .SingleOrDefaultAsync(cancellation);

    /// <summary>A letter that goes by post, without what it says; nothing where there is none.</summary>
    public async Task<LetterLine?> LineAsync(Guid letter, CancellationToken cancellation = default) =>
        await LinesAsync(Letters().Where(l => l.Letter.Id == letter && l.Letter.ByPost), cancellation) is [var line] ? line : null;

    /// <summary>Marks a letter as posted.</summary>
    /// <returns>Whether it was not marked before.</returns>
    public Task<bool> MarkAsync(Guid letter, DateOnly day, Guid by, CancellationToken cancellation = default) => context.WriteAsync(
        async () =>
        {
            var found = await context.Set<ApplicantLetter>().SingleAsync(l => l.Id == letter && l.ByPost, cancellation);
            if (found.PostedOn is not null)
            {
                return false;
            }

            found.Post(day, by);
            audit.Record(new AuditDeed("letter.posted", nameof(ApplicantLetter), letter)
            {
                ActorId = by,
                Role = nameof(Role.GeneralSecretary),
                Fields = [nameof(ApplicantLetter.PostedOn)],
            });
            return true;
        },
        cancellation);

    /// <summary>Opens a letter of a case. Whoever shows it records the opening first.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="application">Its case; a letter of another case is not there.</param>
    /// <param name="withAddress">Whether the address is opened as well, to post it.</param>
    /// <param name="cancellation">Stops the queries.</param>
    public async Task<OpenedLetter?> OpenAsync(Guid letter, Guid application, bool withAddress, CancellationToken cancellation = default)
    {
        var found = await context.Set<ApplicantLetter>().AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == letter && l.ApplicationId == application, cancellation);
        if (found is null)
        {
            return null;
        }

        var line = (await LinesAsync(Letters().Where(l => l.Letter.Id == letter), cancellation))[0];
        var name = await context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == application).Select(a => a.ApplicantName).SingleAsync(cancellation);
        var contact = withAddress ? (await applications.FindFormAsync(application, cancellation))?.OpenContact(vault) : null;
        return new OpenedLetter(
            line,
            vault.Open<DefectionApplication>(application, nameof(DefectionApplication.ApplicantName), name),
            withAddress,
            contact is null ? [] : [.. CheckAnswers.AddressLines(contact)],
            vault.Open(found, nameof(ApplicantLetter.Heading), found.Heading),
            vault.Open(found, nameof(ApplicantLetter.Text), found.Text),
            found.Language);
    }

    /// <summary>Name, address and language of an applicant, to post something to. Whoever shows it records the opening first.</summary>
    public async Task<(string Name, IReadOnlyList<string> Address, string Language)> AddressAsync(Guid application, CancellationToken cancellation = default)
    {
        var found = await context.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == application)
            .Select(a => new { a.ApplicantName, a.Language }).SingleAsync(cancellation);
        var contact = (await applications.FindFormAsync(application, cancellation))?.OpenContact(vault);
        return (
            vault.Open<DefectionApplication>(application, nameof(DefectionApplication.ApplicantName), found.ApplicantName),
            contact is null ? [] : [.. CheckAnswers.AddressLines(contact)],
            found.Language);
    }

    /// <summary>What the applicant corrected of name and address since, for whoever posts a letter: pairs of what it is and what it should be.</summary>
    public async Task<IReadOnlyList<(string What, string ShouldBe)>> CorrectedAddressAsync(Guid application, CancellationToken cancellation = default)
    {
        CorrectedAnswer[] wanted = [CorrectedAnswer.NameUsed, CorrectedAnswer.Address];
        var rows = await context.Set<Correction>().AsNoTracking().Where(c => c.ApplicationId == application && wanted.Contains(c.Answer))
            .OrderBy(c => c.Number).ToListAsync(cancellation);
        return [.. rows.Select(c => (c.Answer.Say(), vault.Open(c, nameof(Correction.ShouldBe), c.ShouldBe)))];
    }

    private IQueryable<LetterOfCase> Letters() => context.Set<ApplicantLetter>().AsNoTracking()
        .Join(context.Set<DefectionApplication>(), l => l.ApplicationId, a => a.Id, (l, a) => new LetterOfCase { Letter = l, Reference = a.Reference });

    private async Task<IReadOnlyList<LetterLine>> LinesAsync(IQueryable<LetterOfCase> letters, CancellationToken cancellation)
    {
        var rows = await letters
            .Select(l => new { l.Letter.Id, l.Reference, l.Letter.Kind, l.Letter.WrittenAt, l.Letter.ByPost, l.Letter.PostedOn, l.Letter.PostedBy })
            .ToListAsync(cancellation);
        var known = await names.OfAsync(rows.Select(r => r.PostedBy), cancellation);
        return
        [
            .. rows.Select(r => new LetterLine(
                r.Id, r.Reference, r.Kind, r.WrittenAt, r.ByPost, r.PostedOn, r.PostedBy is { } by ? known.GetValueOrDefault(by) : null)),
        ];
    }

    private sealed class LetterOfCase
    {
        public required ApplicantLetter Letter { get; init; }

        public required string Reference { get; init; }
    }
}
