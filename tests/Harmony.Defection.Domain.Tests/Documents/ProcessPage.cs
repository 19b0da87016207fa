using System.Globalization;
using System.Text;
using Harmony.Defection.Domain.Applications;

namespace Harmony.Defection.Domain.Tests.Documents;

/// <summary>Writes docs/process.md from the process table and the settings.</summary>
internal static class ProcessPage
{
    // A step out of more stages than this is listed under the diagram, whose lines would otherwise be lost in it.
    private const int MostDrawn = 2;

    private static readonly IReadOnlyDictionary<string, System.Xml.Linq.XElement> Docstrings =
        Repository.Docstrings(typeof(Stage).Assembly);

    /// <summary>The whole page.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # The process

            An application is in one stage at a time. Everything that can happen to it is a step: a row of one table in the code,
            `ApplicationProcess.Transitions`, which says from which stage to which it leads, whose step it is, and which clause of the policy, or
            which rule, it carries out. The aggregate `DefectionApplication` has one verb for each step. Every verb asks the table first, then the
            rules of its own, and leaves an entry in the history: who, in what role, when, from where to where. A step that is not in the table is
            refused with a sentence that says why.

            This page is written from the code. A test fails when it is stale; `UPDATE_DOCS=1 dotnet test tests/Harmony.Defection.Domain.Tests
            --filter ProcessPageTests` writes it anew.

            ## Stages


            """);
        WriteDiagram(page);
        WriteStages(page);
        WriteSteps(page);
        WriteSettings(page);
        return page.ToString();
    }

    private static void WriteDiagram(StringBuilder page)
    {
        var moves = ApplicationProcess.Transitions.Where(t => t.Moves).ToList();
        var drawn = moves.Where(t => moves.Count(m => m.Step == t.Step) <= MostDrawn).ToList();
        page.Append("```mermaid\nstateDiagram-v2\n");
        foreach (var stage in Enum.GetValues<Stage>().Where(s => s.Say() != s.ToString()))
        {
            page.Append(CultureInfo.InvariantCulture, $"    state \"{stage.Say()}\" as {stage}\n");
        }

        foreach (var arrow in drawn.GroupBy(t => (t.From, t.To)))
        {
            var from = arrow.Key.From?.ToString() ?? "[*]";
            page.Append(CultureInfo.InvariantCulture, $"    {from} --> {arrow.Key.To}: {string.Join(" / ", arrow.Select(t => Plain(t.Step.Label())))}\n");
        }

        page.Append("```\n\nNot drawn, since they lead out of many stages:\n\n");
        foreach (var step in moves.Except(drawn).GroupBy(t => (t.Step, t.To)))
        {
            page.Append(CultureInfo.InvariantCulture, $"- {step.Key.Step.Label()}: from {Join(step.Select(t => t.From!.Value.Say()))} to {step.Key.To.Say()}\n");
        }

        page.Append('\n');
    }

    private static void WriteStages(StringBuilder page)
    {
        page.Append("| stage | what it means | whose turn it is |\n| --- | --- | --- |\n");
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var waiting = ApplicationProcess.Waiting(stage).Select(r => r.Say()).ToList();
            var meaning = Docstrings.Summary($"F:{typeof(Stage).FullName}.{stage}");
            page.Append(CultureInfo.InvariantCulture, $"| {stage.Say()} | {meaning} | {(waiting.Count == 0 ? "nobody’s" : Join(waiting, "or"))} |\n");
        }
    }

    private static void WriteSteps(StringBuilder page)
    {
        page.Append("\n## Steps\n\nA step without a stage after its arrow is work within the stage.\n\n");
        page.Append("| step | in the code | from → to | whose step | carries out |\n| --- | --- | --- | --- | --- |\n");
        foreach (var rows in ApplicationProcess.Transitions.GroupBy(t => (t.Step, To: t.Moves ? t.To : (Stage?)null)))
        {
            var row = rows.First();
            var from = Join(rows.Select(t => t.From?.Say() ?? "a form"));
            var to = rows.Key.To is { } stage ? $" → {stage.Say()}" : string.Empty;
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Step.Label()} | `{row.Step}` | {from}{to} | {Join(row.Whose.Select(r => r.Say()), "or")} | {row.Clause} |\n");
        }
    }

    private static void WriteSettings(StringBuilder page)
    {
        page.Append(
            """

            ## Settings

            Where the policy leaves something open it is a setting of the Party, with the default given here. What a stage needs is copied into
            it when it begins, so that a later change binds no application already there. Days are days of 24 hours; a period and a ballot end at
            23:59:59 UK local time.

            | setting | default | what it settles |
            | --- | --- | --- |

            """);
        var defaults = new ProcessSettings();
        foreach (var property in typeof(ProcessSettings).GetProperties().Where(p => p.Name != "EqualityContract"))
        {
            var value = property.GetValue(defaults) switch
            {
                true => "yes",
                false => "no",
                { } other => Convert.ToString(other, CultureInfo.InvariantCulture),
                null => "none",
            };
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{property.Name}` | {value} | {Docstrings.Summary($"P:{typeof(ProcessSettings).FullName}.{property.Name}")} |\n");
        }
    }

    private static string Join(IEnumerable<string> words, string last = "and")
    {
        var all = words.Distinct(StringComparer.Ordinal).ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    /// <summary>Without quotation marks and colons, which the diagram's language takes for its own.</summary>
    private static string Plain(string label) => string.Concat(label.Where(c => c is not ('“' or '”' or ':' or '"')));
}
