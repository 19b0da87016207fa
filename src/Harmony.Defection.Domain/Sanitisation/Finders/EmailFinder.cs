using System.Buffers;
using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>
/// E-mail addresses, those hidden from robots included: "x [at] example dot org", letters set apart, signs in words. A public account such
/// as @name or @name@server is none and stays.
/// </summary>
internal sealed class EmailFinder : IFinder
{
    private const int MostLocal = 100;
    private const int MostDomain = 160;

    private const string Top =
        "com|org|net|edu|gov|info|co|uk|io|me|eu|ie|scot|wales|cymru|london|fr|de|es|it|nl|be|ch|at|dk|se|no|fi|pl|pt|us|ca|au|nz|in|biz|name|email|mail|"
        + "online|site|app|dev|tv|party|vote|team|group|community|example|test|invalid|im|je|gg|gi|coop|ac|nhs|police|parliament|int|museum|pro|xyz|one|life|house";

    /// <summary>Where an address may turn: the sign, the sign in brackets, or the word.</summary>
    private static readonly Regex Turn = Patterns.AnyCase(
        @"[ \t]{0,3}\n?[ \t]*(?:@|&#64;|&#x40;|&commat;|%40|[(\[{<][ ]?(?:at|at sign|@|a|arroba)[ ]?[)\]}>])[ \t]*\n?[ \t]{0,3}|[ \t_*-]{1,3}at[ \t_*-]{1,3}|[ ,]{1,2}(?:then )?(?:the |an )?at[ -](?:sign|symbol)[ ,]{1,2}(?:then )?");

    private const string Dot =
        @"(?:[ ]?\.[ ]?|[ ]?[(\[{<][ ]?(?:dot|\.|point|full ?stop|punto)[ ]?[)\]}>][ ]?|[ _*-]{1,2}(?:dot|point|full ?stop|punto)[ _*-]{1,2})";

    private static readonly Regex Domain = Patterns.AnyCase(
        @"\A[(\[{<]?[ ]?[a-z0-9](?:[a-z0-9-]{0,62})(?:" + Dot + @"[a-z0-9][a-z0-9-]{0,62}){0,5}" + Dot + "(?:" + Top + @"|[a-z]{2,24})\b[ ]?[)\]}>]?");

    private static readonly Regex PlainDomain = Patterns.AnyCase(
        @"\A[(\[{<]?[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9][a-z0-9-]{0,62}){0,5}\.[a-z]{2,24}[)\]}>]?");

    private static readonly Regex KnownTop = Patterns.AnyCase(@"\.(?:" + Top + @")[)\]}>]?\z");

    private static readonly Regex Provider = Patterns.AnyCase(
        @"\A(?:g ?mail|google ?mail|hot ?mail|outlook|yahoo|i ?cloud|proton ?mail|proton|bt ?internet|aol|fast ?mail|gmx|talktalk|virgin ?media)\b");

    private static readonly Regex Local = Patterns.AnyCase(
        "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+'&~!#$*=/^-]{0,62}[\\p{L}\\p{N}_+-])?(?:" + @"(?:[ ][(\[{<]?(?:dot|underscore|hyphen|dash|minus|plus|full ?stop|point)[)\]}>]?[ ]|[(\[{<](?:dot|underscore|\.)[)\]}>])"
        + "[a-z0-9][a-z0-9._%+'-]{0,62}){0,4})\\z");

    private static readonly Regex SpacedLocal = Patterns.AnyCase(@"(?:\A|[^a-z0-9])([a-z0-9](?: ?[._-] ?| )){1,40}[a-z0-9]\z");

    private static readonly SearchValues<char> Telling = SearchValues.Create("._0123456789");

    private static readonly SearchValues<char> Signs = SearchValues.Create("._%+'&~!#$*=/^-()[]{}<>");

    private static readonly Regex Cue = Patterns.AnyCase(
        @"(?:\be-?mails?\b|\bmail(?:box)?\b|\bcontact|\bwrite\b|\breach|\baddress\b|\be-?bost\b|\bebost\b|\bpost-?d\b|\u2709|\bE:)[^.!?\n]{0,48}\z");

    private static readonly HashSet<string> NoLocal = new(
        "me us is find look visit site website page online available work works worked working live lives lived am are was were be been meet met being someone anyone him her them it and or".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text)
    {
        var whole = text.Text;
        var free = 0;
        foreach (Match turn in Turn.Matches(whole))
        {
            if (turn.Index >= free && Read(whole, turn, free) is { } hit)
            {
                yield return hit;
                free = hit.End;
            }
        }
    }

    private static Hit? Read(string text, Match turn, int free)
    {
        var after = turn.Index + turn.Length;
        var sign = turn.Value.Trim();
        var literal = sign.Contains('@') || sign[0] is '&' or '%' or '(' or '[' or '{' or '<';
        if (FindDomain(text, after, literal, turn) is not { } end || FindLocal(text, turn.Index, free) is not { } start)
        {
            return null;
        }

        var local = text[start..turn.Index];
        if (NoLocal.Contains(local.Trim()) && (!literal || turn.Value.StartsWith(' ')))
        {
            return null;
        }

        // "Bluesky @name.example.com" and "@name@server" are public accounts.
        if (sign == "@")
        {
            if (start > 0 && text[start - 1] == '@')
            {
                return null;
            }

            if (char.IsWhiteSpace(turn.Value[0]) && !char.IsWhiteSpace(turn.Value[^1]) && !Cue.IsMatch(Patterns.Before(text, turn.Index, 64)))
            {
                return null;
            }
        }

        return new Hit(start, end, ContactKind.Email, "It has the form of an e-mail address.");
    }

    private static int? FindDomain(string text, int at, bool literal, Match turn)
    {
        var rest = Patterns.After(text, at, MostDomain);
        if (PlainDomain.First(rest) is { } plain && (literal || IsKnownTop(rest[..plain.End])) && !(plain.End < rest.Length && rest[plain.End] == '@') && (literal || Cue.IsMatch(Patterns.Before(text, turn.Index, 64)) || LocalIsTelling(text, turn.Index)))
        {
            return at + Trimmed(rest, plain.End);
        }

        if (Domain.First(rest) is { } domain && (literal || IsSpelled(rest[..domain.End])))
        {
            return at + Trimmed(rest, domain.End);
        }

        if (Provider.First(rest) is { } provider)
        {
            return at + provider.End;
        }

        var tight = literal && turn.Length == 1;
        var word = 0;
        while (tight && word < rest.Length && char.IsAsciiLetterOrDigit(rest[word]))
        {
            word++;
        }

        return tight && word >= 3 ? at + word : null;
    }

    private static int Trimmed(ReadOnlySpan<char> rest, int end)
    {
        while (end > 0 && (rest[end - 1] == ' ' || (rest[end - 1] is ')' or ']' or '}' or '>' && rest[..end].IndexOfAny('(', '[', '{') < 0 && rest[0] != '<')))
        {
            end--;
        }

        return end;
    }

    private static bool IsKnownTop(ReadOnlySpan<char> domain) => KnownTop.IsMatch(domain);

    private static bool IsSpelled(ReadOnlySpan<char> domain) =>
        domain.Contains("dot", StringComparison.OrdinalIgnoreCase) || domain.Contains("stop", StringComparison.OrdinalIgnoreCase)
        || domain.Contains("point", StringComparison.OrdinalIgnoreCase) || domain.Contains("punto", StringComparison.OrdinalIgnoreCase);

    private static bool LocalIsTelling(string text, int turn)
    {
        var start = turn;
        while (start > 0 && turn - start < MostLocal && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return text.AsSpan(start, turn - start).IndexOfAny(Telling) >= 0;
    }

    private static bool IsInLocal(char c) => char.IsLetterOrDigit(c) || c is ' ' or '"' || Signs.Contains(c);

    private static int? FindLocal(string text, int turn, int free)
    {
        var from = turn;
        while (from > free && turn - from < MostLocal && IsInLocal(text[from - 1]))
        {
            from--;
        }

        var before = text.AsSpan(from, turn - from);
        if (before.Length > 1 && before[^1] == '"' && before[..^1].LastIndexOf('"') is >= 0 and var quote)
        {
            return from + quote;
        }

        if (before.Length >= 3 && before[^2] is ' ' or '.' or '_' or '-' && SpacedLocal.First(before) is { } spaced)
        {
            return from + spaced.Start + (char.IsAsciiLetterOrDigit(before[spaced.Start]) ? 0 : 1);
        }

        return Local.First(before) is { } local ? from + local.Start : null;
    }
}
