using System.Linq.Expressions;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>Looks cases up, open or closed: by reference, by stage, or by a word of the applicant's name through its keyed hash.</summary>
public sealed class FindQueries(DefectionDbContext context, IVault vault)
{
    /// <summary>Most cases that a look-up by name shows.</summary>
    public const int Most = 50;

    /// <summary>Looks up by what stands in the clear.</summary>
    public async Task<FoundPage> FindAsync(FindForm form, int page, CancellationToken cancellation = default)
    {
        var reference = form.Reference?.Trim().ToUpperInvariant();
        var stage = form.Stage;
        var (lines, total) = await PageAsync(
            a => (string.IsNullOrEmpty(reference) || a.Reference == reference) && (stage == null || a.Stage == stage),
            page,
            WorkPage.Size,
            cancellation);
        return new FoundPage(
            string.IsNullOrEmpty(reference) ? $"Stage: {stage?.Say()}" : stage is null ? reference : $"{reference}, {stage.Value.Say()}", lines, page, total);
    }

    /// <summary>Looks up by words of a name: every word must be one of the name's, whole.</summary>
    public async Task<FoundPage> FindByNameAsync(string name, CancellationToken cancellation = default)
    {
        var found = context.Set<LookUpEntry>().AsNoTracking().Where(l => l.Kind == LookUpKind.NameWord).Select(l => l.ApplicationId);
        foreach (var hash in LookUps.WordsOf(name).Take(4).Select(w => LookUps.HashOf(LookUpKind.NameWord, w, vault)))
        {
            found = found.Where(id => context.Set<LookUpEntry>().Any(l => l.ApplicationId == id && l.Kind == LookUpKind.NameWord && l.Hash == hash));
        }

        var (lines, total) = await PageAsync(a => found.Contains(a.Id), 1, Most, cancellation);
        return new FoundPage($"Name: {name.Trim()}", lines, 1, total);
    }

    private async Task<(IReadOnlyList<FoundLine> Lines, int Total)> PageAsync(
        Expression<Func<DefectionApplication, bool>> which, int page, int size, CancellationToken cancellation)
    {
        var cases = context.Set<DefectionApplication>().AsNoTracking().Where(which);
        var total = await cases.CountAsync(cancellation);
        var rows = await cases.OrderByDescending(a => a.StageSince).ThenBy(a => a.Reference).Skip((Math.Max(1, page) - 1) * size).Take(size)
            .Select(a => new { a.Id, a.Reference, a.ApplicantName, a.Office, a.Stage, a.StageSince }).ToListAsync(cancellation);
        return (
            [
                .. rows.Select(r => new FoundLine(
                    r.Reference,
                    vault.Open<DefectionApplication>(r.Id, nameof(DefectionApplication.ApplicantName), r.ApplicantName),
                    vault.Open<DefectionApplication>(r.Id, nameof(DefectionApplication.Office), r.Office),
                    r.Stage,
                    r.StageSince)),
            ],
            total);
    }
}
