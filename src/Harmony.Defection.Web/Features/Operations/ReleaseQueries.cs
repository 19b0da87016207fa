using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Web.Features.Casework;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>What the pages on releases and their drafts show. Of applications they count how many name a release, and read nothing.</summary>
public sealed class ReleaseQueries(DefectionDbContext context, ReleaseDesk desk, PartyNames party, StaffNames names)
{
    /// <summary>Every release and every draft, the newest first.</summary>
    public async Task<ReleasesPage> ListAsync(CancellationToken cancellation = default)
    {
        var releases = await context.Set<FormRelease>().AsNoTracking().OrderByDescending(r => r.Number)
            .Select(r => new { r.Id, r.Number, r.ReleasedOn, r.IsSample, r.ReleasedBy }).ToListAsync(cancellation);
        var counts = await context.Set<DefectionApplication>().AsNoTracking().GroupBy(a => a.FormReleaseId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var drafts = await context.Set<ReleaseDraft>().AsNoTracking().OrderByDescending(d => d.ChangedAt).ToListAsync(cancellation);
        var who = await names.OfAsync([.. releases.Select(r => r.ReleasedBy), .. drafts.Select(d => (Guid?)d.ChangedBy)], cancellation);
        return new ReleasesPage(
            [
                .. releases.Select(r => new ReleaseRow(
                    r.Number, r.ReleasedOn, r.IsSample, r.ReleasedBy is { } by ? who.GetValueOrDefault(by) : null, counts.GetValueOrDefault(r.Id))),
            ],
            [.. drafts.Select(d => new DraftRow(d.Id, d.After, d.ChangedAt, who.GetValueOrDefault(d.ChangedBy), d.Missing.Count))]);
    }

    /// <summary>The release in force; nothing before the first.</summary>
    public async Task<ReleaseRow?> NewestAsync(CancellationToken cancellation = default) =>
        (await ListAsync(cancellation)).Releases is [var newest, ..] ? newest : null;

    /// <summary>One release, whole; nothing where there is none.</summary>
    public async Task<ReleaseReading?> ReleaseAsync(int number, CancellationToken cancellation = default)
    {
        if (await FindAsync(number, cancellation) is not { } release)
        {
            return null;
        }

        var who = await names.OfAsync([release.ReleasedBy], cancellation);
        var row = new ReleaseRow(
            release.Number,
            release.ReleasedOn,
            release.IsSample,
            release.ReleasedBy is { } by ? who.GetValueOrDefault(by) : null,
            await context.Set<DefectionApplication>().CountAsync(a => a.FormReleaseId == release.Id, cancellation));
        return new ReleaseReading(row, release, await context.Set<WelshReview>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == release.Id, cancellation));
    }

    /// <summary>What a release changed in the one before; nothing where there is none.</summary>
    public async Task<ChangesPage?> ChangesAsync(int number, CancellationToken cancellation = default) =>
        await FindAsync(number, cancellation) is not { } release ? null : new ChangesPage(
            $"What release {number} changed",
            $"/operations/releases/{number}",
            Compare(await FindAsync(number - 1, cancellation), Texts(release), release.Welsh ?? new WelshTexts()));

    /// <summary>A draft, and the release in force beside it; nothing where there is none.</summary>
    public async Task<DraftReading?> DraftAsync(Guid id, CancellationToken cancellation = default)
    {
        if (await context.Set<ReleaseDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } draft)
        {
            return null;
        }

        var last = await context.Set<FormRelease>().AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);
        return new DraftReading(draft, last, desk.WhyNot(draft, last?.Number ?? 0), SampleTexts.IsSample(draft.Texts.Kernel));
    }

    /// <summary>What a draft would change in the release in force.</summary>
    public ChangesPage ChangesOf(DraftReading draft) => new(
        draft.Last is { } last ? $"What this draft changes in release {last.Number}" : "What this draft holds",
        draft.Path,
        Compare(draft.Last, draft.Draft.Texts, draft.Draft.Welsh));

    private static FormTexts Texts(FormRelease release) => new(
        release.Kernel, release.FourPrinciples, release.Consensus, release.PrivateAccounts, release.PrivacyNotice, release.PostalAddress, release.Introduction);

    private IReadOnlyList<TextChange> Compare(FormRelease? before, FormTexts after, WelshTexts welsh)
    {
        var was = before is null ? new FormTexts(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty) : Texts(before);
        var wasWelsh = before?.Welsh ?? new WelshTexts();
        return
        [
            new("Introduction", was.Introduction, after.Introduction),
            new(party.Kernel, was.Kernel, after.Kernel),
            new($"Undertaking on the {party.FourPrinciples}", was.FourPrinciples, after.FourPrinciples),
            new("Undertaking to follow Party Consensus", was.Consensus, after.Consensus),
            new("Promise on private accounts", was.PrivateAccounts, after.PrivateAccounts),
            new("Privacy notice", was.PrivacyNotice, after.PrivacyNotice),
            new("Where the paper form is posted to", was.PostalAddress, after.PostalAddress),
            new("Introduction in Welsh", wasWelsh.Introduction ?? string.Empty, welsh.Introduction ?? string.Empty),
            new($"{party.Kernel} in Welsh", wasWelsh.Kernel ?? string.Empty, welsh.Kernel ?? string.Empty),
            new($"Undertaking on the {party.FourPrinciples} in Welsh", wasWelsh.FourPrinciples ?? string.Empty, welsh.FourPrinciples ?? string.Empty),
            new("Undertaking to follow Party Consensus in Welsh", wasWelsh.Consensus ?? string.Empty, welsh.Consensus ?? string.Empty),
            new("Promise on private accounts in Welsh", wasWelsh.PrivateAccounts ?? string.Empty, welsh.PrivateAccounts ?? string.Empty),
            new("Privacy notice in Welsh", wasWelsh.PrivacyNotice ?? string.Empty, welsh.PrivacyNotice ?? string.Empty),
        ];
    }

    private Task<FormRelease?> FindAsync(int number, CancellationToken cancellation) =>
        context.Set<FormRelease>().AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, cancellation);
}
