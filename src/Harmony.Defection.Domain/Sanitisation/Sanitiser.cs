using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Sanitisation.Finders;

namespace Harmony.Defection.Domain.Sanitisation;

/// <summary>
/// Searches a text for contact data (rule 7). It proposes; people decide. A search that fails throws, so that no text passes unsearched (PL5).
/// </summary>
public sealed class Sanitiser
{
    private static readonly IReadOnlyList<IFinder> ForEverybody =
    [
        new EmailFinder(), new PhoneFinder(), new HandleFinder(), new LocatorFinder(), new PostcodeFinder(), new AddressFinder(),
    ];

    private readonly IReadOnlyList<IFinder> finders;

    private Sanitiser(IReadOnlyList<IFinder> finders) => this.finders = finders;

    /// <summary>Searches without knowing whose text it is.</summary>
    public static Sanitiser General { get; } = new(ForEverybody);

    /// <summary>Searches for an applicant's own values too, in any spelling.</summary>
    public static Sanitiser For(FormAnswers answers) => new([new KnownValuesFinder(answers), .. ForEverybody]);

    /// <summary>Everything in a text that looks like contact data, in order; no two overlap.</summary>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">The search took too long.</exception>
    public IReadOnlyList<Finding> Search(string text)
    {
        var folded = FoldedText.Of(text);
        var hits = finders.SelectMany(f => f.Find(folded)).Where(h => h.End > h.Start).OrderBy(h => h.Start).ThenByDescending(h => h.End);
        var merged = new List<Hit>();
        foreach (var hit in hits)
        {
            if (merged.Count > 0 && merged[^1] is var last && hit.Start < last.End)
            {
                var longer = hit.End - hit.Start > last.End - last.Start ? hit : last;
                merged[^1] = longer with { Start = last.Start, End = Math.Max(last.End, hit.End) };
            }
            else
            {
                merged.Add(hit);
            }
        }

        return [.. merged.Select(h => InOriginal(folded, h))];
    }

    /// <summary>A text with everything removed that the search finds, and all else as it was.</summary>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">The search took too long.</exception>
    public string Redact(string text)
    {
        var redacted = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var finding in Search(text))
        {
            redacted.Append(text, at, finding.Start - at).Append(finding.Kind.Mark());
            at = finding.End;
        }

        return redacted.Append(text, at, text.Length - at).ToString();
    }

    private static Finding InOriginal(FoldedText folded, Hit hit)
    {
        var (start, end) = folded.Original(hit.Start, hit.End);
        return new Finding(start, end - start, hit.Kind, hit.Why);
    }
}
