using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>The history of the case that a request is about, with the notes that its reader may read.</summary>
public sealed class CaseHistory(CaseQueries cases, StaffNames names, IVault vault)
{
    /// <summary>The page, and whether it shows notes of Research.</summary>
    public async Task<(HistoryPage Page, bool ShowsResearchNotes)> OpenAsync(CancellationToken cancellation = default)
    {
        var application = await cases.CaseAsync(cancellation);
        var standing = cases.Standing;
        var entries = CaseTimeline.For(application.History, standing.Roles);
        var known = await names.OfAsync(entries.Select(h => h.By), cancellation);
        var notes = entries.Where(h => h.Note is not null && MayReadNote(h, standing))
            .ToDictionary(h => h.Id, h => vault.Open(h, nameof(HistoryEntry.Note), h.Note!.Value));
        return (
            new HistoryPage(
                await cases.HeadAsync(application, cancellation),
                [.. entries.Select(h => CaseTimeline.Item(h, known, standing.PersonId, standing.Roles, notes.GetValueOrDefault(h.Id)))]),
            entries.Any(h => h.Role == Role.Research && notes.ContainsKey(h.Id)));
    }

    /// <summary>Notes are for Research and the General Secretary; what Research notes for itself is for Research.</summary>
    private static bool MayReadNote(HistoryEntry entry, Standing standing) =>
        standing.Is(Role.Research) || (standing.Is(Role.GeneralSecretary) && entry.Step != Step.HandOver);
}
