using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Web.Features.Shared.TagHelpers;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>What happened on a case, as far as the reader may know it.</summary>
public static class CaseTimeline
{
    // How Research works is nobody's business outside it: a doubt that comes to nothing must not colour a debate.
    private static readonly HashSet<Step> ResearchWork =
    [
        Step.HandOver, Step.RecordContact, Step.RecordCheck, Step.PutFinding, Step.AnswerFinding, Step.ProposeNotGenuine, Step.AnswerNotGenuine,
        Step.PrepareCopy, Step.CorrectForm, Step.AddDocument, Step.TakeInCorrections,
    ];

    private static readonly Role[] Insiders = [Role.Research, Role.GeneralSecretary];

    /// <summary>The entries that somebody with these roles may read, newest first.</summary>
    public static IReadOnlyList<HistoryEntry> For(IEnumerable<HistoryEntry> history, IReadOnlySet<Role> roles)
    {
        var isInsider = Insiders.Any(roles.Contains);
        return [.. history.Where(h => isInsider || !ResearchWork.Contains(h.Step)).OrderByDescending(h => h.Number)];
    }

    /// <summary>Who did it, as somebody with these roles may know them.</summary>
    /// <param name="entry">What was done.</param>
    /// <param name="names">Names of people.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="roles">The reader's roles on the case.</param>
    public static string Who(HistoryEntry entry, IReadOnlyDictionary<Guid, string> names, Guid reader, IReadOnlySet<Role> roles) => entry switch
    {
        { Role: Role.Clock } => "by the clock",
        { Role: Role.Applicant } => "the applicant",
        _ when entry.By == reader => "you",

        // Who spoke in an assembly is for the assembly and its secretaries; who checked is for Research and the General Secretary.
        { Role: Role.Member or Role.Participant } when !roles.Contains(Role.SocietySecretary) && !roles.Contains(Role.SocietyForElections) =>
            entry.Role == Role.Member ? "a Member" : "a Participant",
        { Role: Role.Research } when !Insiders.Any(roles.Contains) => "Research",
        _ => $"{names.Say(entry.By, reader)}, {entry.Role.Say()}",
    };

    /// <summary>Entries as the case page shows them: the same step taken several times in a row is one item.</summary>
    /// <param name="entries">Entries, newest first.</param>
    /// <param name="most">How many items at the most.</param>
    public static IReadOnlyList<(HistoryEntry Entry, int Times)> InShort(IEnumerable<HistoryEntry> entries, int most)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var items = new List<(HistoryEntry Entry, int Times)>();
        foreach (var entry in entries)
        {
            if (items.Count > 0 && items[^1].Entry.Step == entry.Step && items[^1].Entry.By == entry.By)
            {
                items[^1] = (items[^1].Entry, items[^1].Times + 1);
            }
            else if (items.Count < most)
            {
                items.Add((entry, 1));
            }
            else
            {
                break;
            }
        }

        return items;
    }

    /// <summary>One entry as the timeline shows it.</summary>
    public static TimelineItem Item(
        HistoryEntry entry, IReadOnlyDictionary<Guid, string> names, Guid reader, IReadOnlySet<Role> roles, string? note = null, int times = 1) =>
        new(times == 1 ? entry.Step.Past() : $"{entry.Step.Past()}, {times} times", entry.At, Who(entry, names, reader, roles), note);
}
