using System.Text.Json.Serialization;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Domain.Sanitisation;

/// <summary>A research team's work on one copy, between proposal and release.</summary>
/// <param name="Texts">The texts that were searched.</param>
/// <param name="Findings">The adverse findings as Research words them for the assembly.</param>
/// <param name="Rulings">Proposals and decisions, in order of text and place; no two overlap.</param>
public sealed record SanitisingState(IReadOnlyList<CopyText> Texts, IReadOnlyList<CopyFinding> Findings, IReadOnlyList<Ruling> Rulings)
{
    /// <summary>The version of the stored work it was read from: whoever decides on an older one is refused.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    /// <summary>What the applicant corrected of answers that the copy has, up to when the work began.</summary>
    public IReadOnlyList<CopyCorrection> Corrections { get; init; } = [];

    /// <summary>How many proposals are not decided yet.</summary>
    [JsonIgnore]
    public int OpenRulings => Rulings.Count(r => r.Kind == RulingKind.Open);

    /// <summary>Searches every text that a copy will hold.</summary>
    /// <param name="answers">The original's answers.</param>
    /// <param name="findings">Adverse findings with their answers.</param>
    /// <param name="sanitiser">Searches, the applicant's own values included.</param>
    /// <param name="corrections">What the applicant corrected of answers that the copy has.</param>
    public static SanitisingState Begin(
        FormAnswers answers, IReadOnlyList<CopyFinding> findings, Sanitiser sanitiser, IReadOnlyList<CopyCorrection>? corrections = null)
    {
        var texts = CopyBuilder.TextsOf(answers, findings, corrections);
        return new SanitisingState(texts, findings, [.. texts.SelectMany(t => Propose(t, sanitiser))]) { Corrections = corrections ?? [] };
    }

    /// <summary>A text with every proposal removed that is not decided to be kept. An undecided one never shows.</summary>
    public string Sanitise(CopyText text)
    {
        var result = text.Text;
        foreach (var ruling in Rulings.Where(r => r.Field == text.Field && r.Kind != RulingKind.Keep).OrderByDescending(r => r.Start))
        {
            result = string.Concat(result.AsSpan(0, ruling.Start), ruling.Mark, result.AsSpan(ruling.Start + ruling.Length));
        }

        return result;
    }

    /// <summary>Decides proposals by their place in <see cref="Rulings"/>.</summary>
    /// <exception cref="ProcessRuleException">There is no such proposal, or something is kept without a reason.</exception>
    public SanitisingState Rule(IReadOnlyCollection<int> places, RulingKind kind, string? reason)
    {
        if (kind == RulingKind.Keep && string.IsNullOrWhiteSpace(reason))
        {
            throw new ProcessRuleException("Say why it is kept (rule 7).");
        }

        var rulings = Rulings.ToArray();
        foreach (var place in places)
        {
            if (place < 0 || place >= rulings.Length)
            {
                throw new ProcessRuleException("There is no such proposal.");
            }

            rulings[place] = rulings[place] with { Kind = kind, Reason = kind == RulingKind.Keep ? reason!.Trim() : null };
        }

        return this with { Rulings = rulings };
    }

    /// <summary>Adds a removal by its place. Proposals that it touches become part of it.</summary>
    /// <exception cref="ProcessRuleException">The place is not in the text.</exception>
    public SanitisingState Remove(string field, int start, int length)
    {
        var text = Find(field).Text;
        if (start < 0 || length <= 0 || start > text.Length - length)
        {
            throw new ProcessRuleException("That place is not in the text.");
        }

        var (from, to) = WholeCharacters(text, start, start + length);
        var touched = Rulings.Where(r => r.Field == field && r.Start < to && from < r.Start + r.Length).ToList();
        from = touched.Select(r => r.Start).Append(from).Min();
        to = touched.Select(r => r.Start + r.Length).Append(to).Max();
        var added = new Ruling(field, from, to - from, "[removed]", "Added", "A researcher added it.", RulingKind.Remove, Reason: null);
        return this with { Rulings = InOrder(Rulings.Except(touched).Append(added)) };
    }

    /// <summary>Adds a removal wherever these words stand in a text.</summary>
    /// <exception cref="ProcessRuleException">They stand nowhere in it.</exception>
    public SanitisingState Remove(string field, string words)
    {
        var text = Find(field).Text;
        var wanted = words.Trim();
        var state = this;
        if (wanted.Length > 0)
        {
            for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
            {
                state = state.Remove(field, at, wanted.Length);
            }
        }

        return ReferenceEquals(state, this) ? throw new ProcessRuleException("Those words do not stand in the text.") : state;
    }

    /// <summary>Adds a removal wherever these words stand in any text.</summary>
    /// <exception cref="ProcessRuleException">They stand nowhere.</exception>
    public SanitisingState RemoveEverywhere(string words)
    {
        var wanted = words.Trim();
        var fields = Texts.Where(t => wanted.Length > 0 && t.Text.Contains(wanted, StringComparison.Ordinal)).Select(t => t.Field).ToList();
        return fields.Count == 0
            ? throw new ProcessRuleException("Those words stand in none of the texts. Copy them exactly as they stand in an original.")
            : fields.Aggregate(this, (state, field) => state.Remove(field, wanted));
    }

    /// <summary>Takes decisions, rewritten findings and words to remove, in this order. What says the same as before changes nothing.</summary>
    /// <exception cref="ProcessRuleException">A decision, a finding or the words do not fit.</exception>
    public SanitisingState Take(SanitisingChange change, FormAnswers answers, Sanitiser sanitiser)
    {
        var state = this;
        foreach (var decision in change.Decisions)
        {
            var decided = state.Rule([decision.Place], decision.Kind, decision.Reason);
            state = decided.Rulings[decision.Place] == state.Rulings[decision.Place] ? state : decided;
        }

        state = change.Findings.Where(f => !state.Findings.Contains(f)).Aggregate(state, (s, finding) => s.Reword(finding, answers, sanitiser));
        return string.IsNullOrWhiteSpace(change.Words) ? state : state.RemoveEverywhere(change.Words);
    }

    /// <summary>Puts another wording in the place of a finding and its answer, and searches both.</summary>
    /// <exception cref="ProcessRuleException">There is no such finding, or the statement is empty.</exception>
    public SanitisingState Reword(CopyFinding finding, FormAnswers answers, Sanitiser sanitiser)
    {
        if (Findings.All(f => f.Item != finding.Item))
        {
            throw new ProcessRuleException("There is no finding on that item.");
        }

        if (string.IsNullOrWhiteSpace(finding.Statement))
        {
            throw new ProcessRuleException("Write what could not be matched.");
        }

        List<CopyFinding> findings = [.. Findings.Select(f => f.Item == finding.Item ? finding : f)];
        return Begin(answers, findings, sanitiser, Corrections).WithRulingsOf(this);
    }

    /// <summary>Takes over the decisions of earlier work wherever the same text says the same.</summary>
    public SanitisingState WithRulingsOf(SanitisingState earlier)
    {
        var same = Texts.Where(earlier.Texts.Contains).Select(t => t.Field).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Rulings = InOrder([.. Rulings.Where(r => !same.Contains(r.Field)), .. earlier.Rulings.Where(r => same.Contains(r.Field))]),
        };
    }

    private static IEnumerable<Ruling> Propose(CopyText text, Sanitiser sanitiser) =>
        sanitiser.Search(text.Text).Select(f =>
            new Ruling(text.Field, f.Start, f.Length, f.Kind.Mark(), f.Kind.Say(), f.Why, RulingKind.Open, Reason: null));

    private static (int From, int To) WholeCharacters(string text, int from, int to)
    {
        from -= from > 0 && char.IsLowSurrogate(text[from]) && char.IsHighSurrogate(text[from - 1]) ? 1 : 0;
        to += to < text.Length && char.IsLowSurrogate(text[to]) && char.IsHighSurrogate(text[to - 1]) ? 1 : 0;
        return (from, to);
    }

    private CopyText Find(string field) =>
        Texts.FirstOrDefault(t => t.Field == field) ?? throw new ProcessRuleException("There is no such text in the copy.");

    private List<Ruling> InOrder(IEnumerable<Ruling> rulings)
    {
        var order = Texts.Select((t, i) => (t.Field, i)).ToDictionary(t => t.Field, t => t.i, StringComparer.Ordinal);
        return [.. rulings.OrderBy(r => order[r.Field]).ThenBy(r => r.Start)];
    }
}
