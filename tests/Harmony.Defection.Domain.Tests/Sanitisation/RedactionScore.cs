using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Tests.Sanitisation;

/// <summary>One labelled text: what must go, what must stay, and what may do either. Places count code points.</summary>
internal sealed record Labelled(string Id, string Text, IReadOnlyList<LabelledSpan> Spans, IReadOnlyList<string> Keep, IReadOnlyList<LabelledSpan>? Neutral)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The corpus that stands beside these tests.</summary>
    public static IReadOnlyList<Labelled> Corpus()
    {
        using var reader = new StreamReader(typeof(Labelled).Assembly.GetManifestResourceStream("corpus.jsonl")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<Labelled>(l, Options)!)];
    }
}

/// <summary>A stretch of a labelled text, in code points, its end exclusive.</summary>
internal sealed record LabelledSpan(int Start, int End, string? Type);

/// <summary>How well a sanitiser did over labelled texts.</summary>
internal sealed record RedactionScore(double Recall, double LeakyTexts, double Kept, double OverRedacted, IReadOnlyList<string> Faults)
{
    /// <summary>Scores a sanitiser: letters and digits count, and a span is leaked when over a fifth of its own survive.</summary>
    public static RedactionScore Of(IReadOnlyList<Labelled> corpus, Func<string, string> redact)
    {
        var (inside, survived, outside, gone, leaky, withSpans, keeps, kept) = (0, 0, 0, 0, 0, 0, 0, 0);
        var faults = new List<string>();
        foreach (var labelled in corpus)
        {
            var redacted = redact(labelled.Text);
            var runes = labelled.Text.EnumerateRunes().ToList();
            var alive = Survivors(labelled.Text, redacted);
            var spoken = new bool[runes.Count];
            var leaks = false;
            foreach (var span in labelled.Spans)
            {
                var letters = Enumerable.Range(span.Start, span.End - span.Start).Where(i => Rune.IsLetterOrDigit(runes[i])).ToList();
                var piece = string.Concat(runes.GetRange(span.Start, span.End - span.Start));
                var left = letters.Count >= 6 && redacted.Contains(piece, StringComparison.Ordinal) ? letters.Count : letters.Count(alive.Contains);
                (inside, survived) = (inside + letters.Count, survived + left);
                spoken.AsSpan(span.Start, span.End - span.Start).Fill(true);
                if (left > letters.Count * 0.2)
                {
                    leaks = true;
                    faults.Add($"{labelled.Id} leaks {span.Type} “{piece}”");
                }
            }

            foreach (var span in labelled.Neutral ?? [])
            {
                spoken.AsSpan(span.Start, span.End - span.Start).Fill(true);
            }

            var free = Enumerable.Range(0, runes.Count).Where(i => !spoken[i] && Rune.IsLetterOrDigit(runes[i])).ToList();
            (outside, gone) = (outside + free.Count, gone + free.Count(i => !alive.Contains(i)));
            (withSpans, leaky) = (withSpans + (labelled.Spans.Count > 0 ? 1 : 0), leaky + (leaks ? 1 : 0));
            keeps += labelled.Keep.Count;
            kept += labelled.Keep.Count(k => redacted.Contains(k, StringComparison.Ordinal));
            faults.AddRange(labelled.Keep.Where(k => !redacted.Contains(k, StringComparison.Ordinal)).Select(k => $"{labelled.Id} loses “{k}”"));
        }

        return new RedactionScore(
            1 - (double)survived / inside, (double)leaky / withSpans, (double)kept / keeps, (double)gone / outside, faults);
    }

    /// <summary>Code points of the original that stand in the redacted text: those in equal tokens of a longest common subsequence.</summary>
    private static HashSet<int> Survivors(string original, string redacted)
    {
        var (one, other) = (Tokens(original), Tokens(redacted));
        var lengths = new int[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
        {
            for (var j = other.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = one[i].Word == other[j].Word ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var alive = new HashSet<int>();
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            if (one[i].Word == other[j].Word)
            {
                alive.UnionWith(Enumerable.Range(one[i].At, one[i].Word.EnumerateRunes().Count()));
                (i, j) = (i + 1, j + 1);
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return alive;
    }

    private static List<(string Word, int At)> Tokens(string text)
    {
        var tokens = new List<(string, int)>();
        var at = 0;
        foreach (Match match in Regex.Matches(text, @"\p{L}+|\p{Nd}+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.Singleline | RegexOptions.NonBacktracking))
        {
            tokens.Add((match.Value, at));
            at += match.Value.EnumerateRunes().Count();
        }

        return tokens;
    }
}
