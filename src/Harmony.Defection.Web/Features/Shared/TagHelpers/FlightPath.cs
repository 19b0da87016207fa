using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>One stop of the flight path, as it is drawn.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Note">A date, or when it is needed.</param>
/// <param name="State">Where the application is with respect to it.</param>
internal sealed record PathStop(string Name, string? Note, PathState State);

/// <summary>Whether a stop is behind, here, ahead, or ahead only if needed.</summary>
internal enum PathState
{
    Done,
    Now,
    Ahead,
    Maybe,
}

/// <summary>Works out the stops of the flight path from the stage and the days on which each stage was reached.</summary>
internal static class FlightPath
{
    private static readonly (Stage[] Stages, string Office, string Applicant)[] Stops =
    [
        ([Stage.Received], "Received", "Received"),
        ([Stage.Verification], "Verification", "Checked"),
        ([Stage.Sanitisation], "Sanitisation", "Read by Members"),
        ([Stage.Allocation], "Allocation", "Read by Members"),
        ([Stage.Hustings], "Hustings", "Meeting"),
        ([Stage.Deliberation], "Deliberation", "Members decide"),
        ([Stage.Ballot], "Ballot", "Vote"),
    ];

    /// <summary>The stops in order.</summary>
    /// <param name="stage">Where the application stands.</param>
    /// <param name="reached">When each stage was last reached, in UTC; a stage that never was is not there.</param>
    /// <param name="forApplicant">Whether the words are the applicant's.</param>
    public static IReadOnlyList<PathStop> Of(Stage stage, IReadOnlyDictionary<Stage, DateTime> reached, bool forApplicant)
    {
        var stops = forApplicant ? Merged() : [.. Stops.Select(s => (s.Stages, Name: s.Office))];
        var here = stops.FindIndex(s => s.Stages.Contains(stage));
        var path = new List<PathStop>();
        for (var i = 0; i < stops.Count; i++)
        {
            var (stages, name) = stops[i];
            if (here >= 0)
            {
                path.Add(i < here ? new(name, Left(i), PathState.Done) : i == here ? new(name, Since(stages), PathState.Now)
                    : AheadOf(name, stages));
            }
            else if (stages.Any(reached.ContainsKey))
            {
                path.Add(new(name, Left(i), PathState.Done));
            }
            else if (Stages.Decided.Contains(stage) && stages.Contains(Stage.Ballot))
            {
                path.Add(new(name, "Not needed", PathState.Maybe));
            }
        }

        path.Add(here >= 0
            ? new("Outcome", null, PathState.Ahead)
            : new(forApplicant && Stages.Decided.Contains(stage) ? "Outcome" : stage == Stage.Rejected ? "Not accepted"
                : stage.Say(), DayOf(stage), PathState.Now));
        return path;

        string? Since(Stage[] stages)
        {
            var began = stages.Where(reached.ContainsKey).Select(s => reached[s]).Order().Select(d => (DateTime?)d).FirstOrDefault();
            return began is { } known ? "Since " + Short(known) : null;
        }

        string? Left(int at) => at == 0 && reached.TryGetValue(Stage.Received, out var arrived)
            ? Short(arrived)
            : stops.Skip(at + 1).SelectMany(s => s.Stages).Append(stage).Where(reached.ContainsKey).Select(s =>
                Short(reached[s])).FirstOrDefault();

        string? DayOf(Stage one) => reached.TryGetValue(one, out var at) ? Short(at) : null;

        PathStop AheadOf(string name, Stage[] stages) => stages.Contains(Stage.Ballot)
            ? new(name, forApplicant ? "Only if they do not agree" : "If needed", PathState.Maybe)
            : new(name, null, PathState.Ahead);
    }

    private static List<(Stage[] Stages, string Name)> Merged() =>
        [.. Stops.GroupBy(s => s.Applicant).Select(g => (g.SelectMany(s => s.Stages).ToArray(), g.Key))];

    private static string Short(DateTime utc) =>
        UkTime.ToLocal(utc).ToString("d MMMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}

/// <summary>When each stage was reached, from an application's history.</summary>
public static class StageDates
{
    /// <summary>When each stage was last reached, in UTC.</summary>
    public static IReadOnlyDictionary<Stage, DateTime> Reached(this IEnumerable<HistoryEntry> history) =>
        history.Where(h => h.From != h.To).GroupBy(h => h.To).ToDictionary(g => g.Key, g => g.Max(h => h.At));
}
