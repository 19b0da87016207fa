using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <content>What words and runs of words are.</content>
internal sealed partial class AddressReading
{
    private static readonly HashSet<string> Plain = new(
        "live lives lived address home house send post write papers letters this that they them their your you are was were been its his her number flat phone call email contact name called".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Code = Patterns.AnyCase(@"\A(?:[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}F[0-9]{1,2}|[GPB]F[LR12]?|[0-9]{1,2}[A-D])\z");

    private Token Token(Spot at) => segments[at.Segment].Tokens[at.Token];

    private string? WordAt(Spot at, int ahead) =>
        at.Token + ahead < segments[at.Segment].Tokens.Count ? segments[at.Segment].Tokens[at.Token + ahead].Word : null;

    private bool IsPostcode(Spot at) => postcodeAt[at.Segment] >= 0 && at.Token >= postcodeAt[at.Segment];

    private bool IsName(Spot at) =>
        !IsPostcode(at) && Token(at) is var token && (token.IsCapital || (loose[at.Segment] && char.IsLetter(token.Word[0]) && token.Word.Length > 2
            && !AddressWords.Following.Contains(token.Word) && !AddressWords.Counting.Contains(token.Word) && !Plain.Contains(token.Word)));

    private bool IsStartOfName(Spot at) => at.Token == 0 || !IsName(at with { Token = at.Token - 1 });

    /// <summary>The word after a run of names that begins at a spot.</summary>
    private int? NameEnd(Spot at)
    {
        var tokens = segments[at.Segment].Tokens;
        if (!IsName(at))
        {
            return null;
        }

        var end = at.Token + 1;
        while (end < tokens.Count && end - at.Token < MostNameWords)
        {
            if (IsName(new Spot(at.Segment, end)))
            {
                end++;
            }
            else if (AddressWords.Particles.Contains(tokens[end].Word) && end + 1 < tokens.Count && IsName(new Spot(at.Segment, end + 1)))
            {
                end += 2;
            }
            else if (AddressWords.Particles.Contains(tokens[end].Word) && end + 2 < tokens.Count && AddressWords.Particles.Contains(tokens[end + 1].Word)
                && IsName(new Spot(at.Segment, end + 2)))
            {
                end += 3;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>The word after a street's name.</summary>
    private int? StreetEnd(int segment, int first)
    {
        if (NameEnd(new Spot(segment, first)) is not { } end)
        {
            return null;
        }

        var tokens = segments[segment].Tokens;
        if (AddressWords.StreetStart.Contains(tokens[first].Word) && end > first + 1)
        {
            return end;
        }

        // The first kind of street ends the name, unless another follows at once: what comes after is the town.
        for (var at = first + 1; at < end; at++)
        {
            if (IsStreetWord(tokens[at].Word) && (at + 1 >= end || AddressWords.Street.Contains(tokens[at].Word) || IsShortStreet(tokens[at].Word)))
            {
                while (at + 1 < end && (IsStreetWord(tokens[at + 1].Word) || IsDirection(tokens[at + 1].Word)))
                {
                    at++;
                }

                return at + 1;
            }
        }

        // With no such ending: a perhaps-street in the middle, before a town without a comma.
        for (var at = end - 1; at > first; at--)
        {
            if (AddressWords.PerhapsStreet.Contains(tokens[at].Word) && !IsShortStreet(tokens[at].Word) && postcodeAt[segment] >= 0)
            {
                return at + 1;
            }
        }

        return null;
    }

    private bool IsStrongStreet(int segment, int first, int end) =>
        AddressWords.Street.Contains(segments[segment].Tokens[end - 1].Word) || AddressWords.StreetStart.Contains(segments[segment].Tokens[first].Word);

    /// <summary>Whether a postcode follows with a town of its own before it.</summary>
    private bool LeavesTown(int segment) =>
        SegmentsToPostcode(segment) is { } away && (away > 1 || (away == 1 && postcodeAt[segment + 1] > 0));

    private bool EndsStreet(int segment, int first, int end) => StreetEnd(segment, first) == end;

    private bool EndsAs(int segment, int first, int end, HashSet<string> words) => end > first && words.Contains(segments[segment].Tokens[end - 1].Word);

    private static bool IsStreetWord(string word) => AddressWords.Street.Contains(word) || AddressWords.PerhapsStreet.Contains(word);

    private static bool IsShortStreet(string word) => word.Length <= 3 && AddressWords.PerhapsStreet.Contains(word) && word.ToLowerInvariant() is "cl" or "dr" or "ct" or "sq";

    private static bool IsDirection(string word) => word.ToLowerInvariant() is "north" or "south" or "east" or "west" or "upper" or "lower";

    private bool IsStreetLike(int segment) =>
        segment < segments.Count && segments[segment].Continues && (NumberedEnd(new Spot(segment, 0)) is not null || StreetEnd(segment, 0) is not null);

    private bool IsHouse(int segment, int first, int end)
    {
        var tokens = segments[segment].Tokens;
        return AddressWords.House.Contains(tokens[end - 1].Word) || (AddressWords.HouseStart.Contains(tokens[first].Word) && end > first + 1)
            || (tokens[first].Word.Equals("The", StringComparison.OrdinalIgnoreCase) && WordAt(new Spot(segment, first), 1) is "Old" && end > first + 2);
    }

    private bool IsPublic(int segment, int first, int end)
    {
        var tokens = segments[segment].Tokens;
        return end - first >= 2 && tokens[end - 1].Word is "Hall" or "HALL" && AddressWords.PublicHall.Contains(tokens[end - 2].Word);
    }

    private bool IsPerson(int segment, int first, int end)
    {
        var tokens = segments[segment].Tokens;
        var name = tokens[first].Word;
        if (AddressWords.Title.Contains(name))
        {
            return true;
        }

        return AddressWords.Forename.Contains(name.Split('-')[0]) && end - first <= 4 && !AddressWords.House.Contains(tokens[end - 1].Word)
            && !IsStreetWord(tokens[end - 1].Word);
    }

    private bool IsCounty(Spot at) => AddressWords.County.Contains(Token(at).Word) && EndsHere(at.Segment, at.Token + 1);

    private bool IsPlace(int segment) =>
        segment < segments.Count && postcodeAt[segment] != 0 && !AddressWords.County.Contains(segments[segment].Tokens[0].Word);

    private bool EndsHere(int segment, int end) => end >= segments[segment].Tokens.Count || IsPostcode(new Spot(segment, end));

    private bool HouseNumberAt(Spot at)
    {
        if (at.Segment >= segments.Count)
        {
            return false;
        }

        var word = Token(at).Word;
        if (!char.IsAsciiDigit(word[0]) || (Token(at).Start > 0 && text[Token(at).Start - 1] is '\u00A3' or '$' or '.' or '#' or '/'))
        {
            return false;
        }

        return word.Split('-', '/') is { Length: 1 or 2 } parts && parts.All(IsHouseNumber);
    }

    private static bool IsHouseNumber(string part)
    {
        var digits = part.TakeWhile(char.IsAsciiDigit).Count();
        return digits is >= 1 and <= 4 && (part.Length == digits || (part.Length == digits + 1 && char.IsAsciiLetter(part[^1])));
    }

    private static bool IsYear(string word) => word.Length == 4 && (word.StartsWith("19", StringComparison.Ordinal) || word.StartsWith("20", StringComparison.Ordinal));

    private static bool IsDesignator(string word) =>
        (word.Length == 1 && char.IsAsciiLetterUpper(word[0])) || (word.Length <= 6 && word.Any(char.IsAsciiDigit) && word.Length - word.Count(char.IsAsciiDigit) <= 2)
        || word.ToLowerInvariant() is "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten";

    private static bool IsFlatCode(string word) => Code.IsMatch(word);

    /// <summary>A street of which people speak as of a place: "the Station Road underpass".</summary>
    private bool IsSpokenOf(int segment, int end, bool strong)
    {
        if (EndsHere(segment, end))
        {
            return false;
        }

        var next = segments[segment].Tokens[end];
        return AddressWords.PlaceNouns.Contains(next.Word) || (!strong && !AddressWords.Following.Contains(next.Word)) || (!strong && next.IsCapital);
    }

    /// <summary>"17 tansy lane", all in small letters.</summary>
    private int? LowerStreetEnd(int segment, int first)
    {
        var tokens = segments[segment].Tokens;
        for (var at = first; at < tokens.Count && at < first + 4; at++)
        {
            if (at > first && AddressWords.Street.Contains(tokens[at].Word))
            {
                return at + 1;
            }

            if (!char.IsLetter(tokens[at].Word[0]) || AddressWords.Following.Contains(tokens[at].Word) || AddressWords.Particles.Contains(tokens[at].Word))
            {
                return null;
            }
        }

        return null;
    }

    private bool LowerStreetIsLikely(int segment, int first) =>
        LowerStreetEnd(segment, first) is { } end && EndsHere(segment, end) && (first == 1 || IsCued(new Spot(segment, first - 1), HomeCue))
        && segment + 1 < segments.Count && segments[segment + 1].Continues && segments[segment].Continues;

    private bool IsCued(Spot at, Regex cue) => cue.IsMatch(Patterns.Before(text, Token(at).Start, 64));

    private bool HasPostcodeAfter(int segment) => SegmentsToPostcode(segment) is not null;

    /// <summary>How many segments further on a postcode stands, with nothing but an address between; none if there is none.</summary>
    private int? SegmentsToPostcode(int segment)
    {
        for (var away = 0; away <= MostSegmentsToPostcode && segment + away < segments.Count; away++)
        {
            if (away > 0 && !segments[segment + away].Continues)
            {
                return null;
            }

            if (postcodeAt[segment + away] >= 0)
            {
                return away;
            }

            if (away > 0 && segments[segment + away].Tokens.Count > MostNameWords)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Stretches without capitals, where any word may be a name.</summary>
    private void MarkLoose()
    {
        for (var from = 0; from < segments.Count;)
        {
            var to = from + 1;
            while (to < segments.Count && segments[to].Continues)
            {
                to++;
            }

            var capitals = 0;
            for (var s = from; s < to; s++)
            {
                var before = postcodeAt[s] < 0 ? segments[s].Tokens.Count : postcodeAt[s];
                capitals += segments[s].Tokens.Take(before).Count(t => t.IsCapital && t.Word.Length > 1);
            }

            loose.AsSpan(from, to - from).Fill(capitals == 0);
            from = to;
        }
    }
}
