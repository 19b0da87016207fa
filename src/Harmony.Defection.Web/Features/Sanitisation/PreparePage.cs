using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Web.Features.Shared;

namespace Harmony.Defection.Web.Features.Sanitisation;

/// <summary>The page on which a researcher decides what leaves the copy.</summary>
/// <param name="Head">The case.</param>
/// <param name="Number">The version that is being prepared.</param>
/// <param name="State">The work as it stands.</param>
/// <param name="Texts">Every text beside what Members will read of it.</param>
/// <param name="Findings">What was put to the applicant, as it was put and answered.</param>
/// <param name="PreparedAt">When this version was prepared already, in UTC.</param>
/// <param name="PreparedBy">By whom.</param>
public sealed record PreparePage(
    CaseCrumb Head,
    int Number,
    SanitisingState State,
    IReadOnlyList<PairedText> Texts,
    IReadOnlyList<CopyFinding> Findings,
    DateTime? PreparedAt,
    string? PreparedBy)
{
    /// <summary>How many proposals are decided.</summary>
    public int Made => State.Rulings.Count - State.OpenRulings;

    /// <summary>"5 of 6 made".</summary>
    public string Progress => State.Rulings.Count == 0 ? "none needed" : $"{Made} of {State.Rulings.Count} made";

    /// <summary>What the page says first.</summary>
    public string Lede => State.Rulings.Count switch
    {
        0 => "Nothing was found that looks like contact details. Read every text all the same: what you add is removed too.",
        1 => "One thing looks like contact details. Decide it. Members will see that something was removed and of what kind, never what it was.",
        var n => $"{Capital(n)} things look like contact details. Decide each one. Members will see that something was removed and of what kind, never what it was.",
    };

    private static string Capital(int number) => number < Numbers.Length ? Numbers[number] : $"{number}";

    private static readonly string[] Numbers =
        ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];
}

/// <summary>A proposal with its number on the page.</summary>
/// <param name="Place">Its place in the work, from 0.</param>
/// <param name="Ruling">The proposal.</param>
/// <param name="Words">What it would remove.</param>
public sealed record NumberedRuling(int Place, Ruling Ruling, string Words)
{
    /// <summary>Its number, from 1.</summary>
    public int Number => Place + 1;

    /// <summary>What it is known by while others change the work.</summary>
    public string Key => KeyOf(Ruling);

    /// <summary>What a proposal is known by.</summary>
    public static string KeyOf(Ruling ruling) => $"{ruling.Field}:{ruling.Start}:{ruling.Length}";
}

/// <summary>One text of the original beside what Members will read of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Original">The original, its proposals marked.</param>
/// <param name="Copy">What Members will read.</param>
/// <param name="Rulings">The proposals in it.</param>
public sealed record PairedText(CopyText Text, IReadOnlyList<Stretch> Original, IReadOnlyList<Stretch> Copy, IReadOnlyList<NumberedRuling> Rulings)
{
    /// <summary>Every text of the work, in order.</summary>
    public static IReadOnlyList<PairedText> Of(SanitisingState state)
    {
        var numbered = state.Rulings.Select((r, i) => (Ruling: r, Place: i)).ToLookup(r => r.Ruling.Field, StringComparer.Ordinal);
        return [.. state.Texts.Select(t => Of(state, t, [.. numbered[t.Field].OrderBy(r => r.Ruling.Start)]))];
    }

    private static PairedText Of(SanitisingState state, CopyText text, IReadOnlyList<(Ruling Ruling, int Place)> rulings)
    {
        var original = new List<Stretch>();
        var numbered = new List<NumberedRuling>();
        var at = 0;
        foreach (var (ruling, place) in rulings)
        {
            var words = text.Text.Substring(ruling.Start, ruling.Length);
            original.Add(new Stretch(text.Text[at..ruling.Start]));
            original.Add(new Stretch(words, ruling.Kind, place + 1));
            numbered.Add(new NumberedRuling(place, ruling, words));
            at = ruling.Start + ruling.Length;
        }

        original.Add(new Stretch(text.Text[at..]));
        return new PairedText(text, original, CopyMarks.Split(state.Sanitise(text)), numbered);
    }
}
