namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>A word or number of a text.</summary>
internal readonly record struct Token(int Start, int End, string Word)
{
    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapital => char.IsUpper(Word[0]);

    /// <summary>Whether it begins with a digit.</summary>
    public bool IsNumber => char.IsAsciiDigit(Word[0]);
}

/// <summary>What stands between two commas or line ends.</summary>
internal sealed class Segment
{
    /// <summary>Its words, at least one.</summary>
    public List<Token> Tokens { get; } = [];

    /// <summary>Whether a comma or a line end comes before it, rather than the end of a sentence.</summary>
    public bool Continues { get; init; }
}

/// <summary>Cuts a text into the pieces that addresses are made of.</summary>
internal static class AddressText
{
    private static readonly HashSet<string> Shortened = new(
        "st rd ave av ln cl dr cres cresc ct gdns pl sq ter terr blvd apt no mr mrs ms rev revd cllr sgt cpl capt lt col hse cott bldgs flt rm nr".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Every segment of a text, in order.</summary>
    public static List<Segment> Cut(string text)
    {
        var segments = new List<Segment>();
        var segment = new Segment();
        var last = -1;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = EndOf(text, at);
            var token = new Token(at, end, text[at..end]);
            if (last >= 0 && Break(text, last, at, segment.Tokens[^1]) is { } continues)
            {
                segments.Add(segment);
                segment = new Segment { Continues = continues };
            }

            segment.Tokens.Add(token);
            (last, at) = (end, end);
        }

        if (segment.Tokens.Count > 0)
        {
            segments.Add(segment);
        }

        return segments;
    }

    /// <summary>Whether an address goes on over a gap (true), ends there (false), or whether there is no gap (null).</summary>
    private static bool? Break(string text, int from, int to, Token before)
    {
        bool? found = null;
        for (var at = from; at < to; at++)
        {
            switch (text[at])
            {
                case ',' or '\t' or '\u2022':
                    found ??= true;
                    break;
                case '\n':
                    // An empty line ends an address; a single line end does not.
                    found = text.AsSpan(at + 1, to - at - 1).Contains('\n') ? false : found ?? true;
                    break;
                case '.' when before.Word.Length == 1 || Shortened.Contains(before.Word):
                    break;
                case ' ' or '\'' or '&' or '-' when text[at] != '-' || to - from < 3:
                    break;
                default:
                    return false;
            }
        }

        return found;
    }

    private static int EndOf(string text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInside(text, at)))
        {
            at++;
        }

        return at;
    }

    private static bool IsInside(string text, int at) =>
        at + 1 < text.Length && (text[at] is '\'' or '-' or '/' ? char.IsLetterOrDigit(text[at + 1])
            : text[at] is ',' or '.' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));
}
