using System.Globalization;

namespace Harmony.Defection.Domain.Applications;

/// <summary>The Party's colours, each "#rrggbb". Every other colour of the site is fixed, so that it stays legible.</summary>
/// <param name="Main">Buttons, and what is chosen, by day: white text stands on it.</param>
/// <param name="MainInDark">The same where the reader's device is set to dark.</param>
/// <param name="Link">Links, by day.</param>
/// <param name="LinkInDark">The same where the reader's device is set to dark.</param>
public sealed record PartyColours(string Main, string MainInDark, string Link, string LinkInDark)
{
    /// <summary>The least contrast of text with what it stands on (WCAG 2.2, 1.4.3).</summary>
    public const double LeastOfText = 4.5;

    /// <summary>The least contrast of a control with what lies around it (WCAG 2.2, 1.4.11).</summary>
    public const double LeastOfControl = 3;

    // The fixed colours beside them: text on the main one, and the pages' grounds by day and in dark.
    private const string OnMain = "#ffffff";
    private static readonly string[] Grounds = ["#ffffff", "#fbf3f1", "#f6eae7"];
    private static readonly string[] GroundsInDark = ["#201a1b", "#161112", "#2b2324"];

    /// <summary>The colours that the software comes with.</summary>
    public static PartyColours Usual { get; } = new("#a8122a", "#c52b42", "#8f0f25", "#ffa3aa");

    /// <summary>Whether a text is a colour as "#rrggbb".</summary>
    public static bool IsColour(string? text) => text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);

    /// <summary>What speaks against these colours, by the name of the property at fault; nothing where they can be used.</summary>
    public IReadOnlyList<(string Property, string Sentence)> WhyNot()
    {
        var found = new List<(string, string)>();
        Ask(nameof(Main), Main, [OnMain], LeastOfText, "White text on this colour has a contrast of {0}. It needs 4.5 or more: choose a darker one");
        Ask(nameof(Main), Main, Grounds, LeastOfControl, "A button in this colour has a contrast of {0} with the page. It needs 3 or more: choose a darker one");
        Ask(nameof(MainInDark), MainInDark, [OnMain], LeastOfText, "White text on this colour has a contrast of {0}. It needs 4.5 or more: choose a darker one");
        Ask(nameof(MainInDark), MainInDark, GroundsInDark[..2], LeastOfControl, "A button in this colour has a contrast of {0} with the dark page. It needs 3 or more: choose a lighter one");
        Ask(nameof(Link), Link, Grounds, LeastOfText, "A link in this colour has a contrast of {0} with the page. It needs 4.5 or more: choose a darker one");
        Ask(nameof(LinkInDark), LinkInDark, GroundsInDark, LeastOfText, "A link in this colour has a contrast of {0} with the dark page. It needs 4.5 or more: choose a lighter one");
        return found;

        void Ask(string property, string colour, IEnumerable<string> beside, double least, string sentence)
        {
            var worst = beside.Min(other => ContrastOf(colour, other));
            if (worst < least && found.TrueForAll(f => f.Item1 != property))
            {
                // Rounded down, so that a colour just below the line is not said to be on it.
                var said = (Math.Floor(worst * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture);
                found.Add((property, string.Format(CultureInfo.InvariantCulture, sentence, said)));
            }
        }
    }

    /// <summary>The contrast of two colours, from 1 to 21 (WCAG 2.2).</summary>
    public static double ContrastOf(string one, string other)
    {
        var (lighter, darker) = (Math.Max(LuminanceOf(one), LuminanceOf(other)), Math.Min(LuminanceOf(one), LuminanceOf(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double LuminanceOf(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
