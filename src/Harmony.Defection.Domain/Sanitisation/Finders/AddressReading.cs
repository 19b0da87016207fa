using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>A place in the segments: a segment and a word in it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Spot(int Segment, int Token);

/// <summary>One text under search.</summary>
internal sealed partial class AddressReading
{
    private const int MostNameWords = 6;
    private const int MostSegmentsToPostcode = 5;

    private static readonly Regex HomeCue = Patterns.AnyCase(
        @"(?:\b(?:live|lives|lived|living|reside|resides|resided|residing|stay|stays|staying|lodge|lodging|dwell|home|moved|based|fuireach|byw)[ ](?:at|on|in|aig|yn|to)"
        + @"|\baddress(?:es|ed)?(?:[ ](?:is|was|to|at|for|of)|[ ]?[:=-])?|\baddr\b[.:]?|\bcyfeiriad(?:[ ]yw)?:?"
        + @"|\b(?:home|house|croft|farm|place|flat|cottage|boat|residence|premises|practice|property|surgery|depot|landlord)(?:[ ](?:is|was|at|called|named)|[ ]?[:=-])(?:[ ](?:called|named|at))?"
        + @"|\b(?:my|our|his|her|their)[ ](?:house|home|cottage|farm|flat|croft|place|boat|address),"
        + @"|\bc/o|\bcare of|\bweekdays|\bweekends|\bproperty|\u2302)[ ]?[:,-]?[ \n]{0,2}(?:(?:the|number|no\.?|our|my)[ ])?\z");

    private static readonly Regex PostCue = Patterns.AnyCase(
        @"\b(?:post|send|sent|write|papers|letters?|deliver(?:ed|ies|y)?|forward(?:ed)?|mail|post(?:ed)?|correspondence|invoices?|parcels?)\b[^.!?;\n]{0,20}[ ](?:to|at|c/o)[ :]?[ \n]?(?:the )?\z");

    private static readonly Regex LineCue = Patterns.AnyCase(@"(?:\A|[:;(\n])[ ]{0,2}\z");

    private static readonly Regex PlainCue = Patterns.AnyCase(@"(?:\A|[:;(\n]|\b(?:at|to|is|was|to:|c/o|aig|named|called|yw|ydy))[ ]{0,2}\z");

    private static readonly Regex HouseCue = Patterns.AnyCase(
        @"(?:\b(?:live|lives|lived|living|reside|resides|stay|staying)[ ](?:at|aig)|\b(?:house|croft|farm|cottage|boat|place|property)[ ](?:is|was|called|named|is called|is named)|\bc/o|\baddr(?:ess)?(?:[ ]is)?:?)[ ](?:the )?\z");

    private static readonly Regex Boat = Patterns.AnyCase(@"\A(?:narrow ?boat|house ?boat|nb|mv|barge|boat|yacht|cruiser)\z");

    private readonly string text;
    private readonly List<Segment> segments;
    private readonly int[] postcodeAt;
    private readonly bool[] loose;
    private int free;

    public AddressReading(string text, List<Segment> segments, IEnumerable<Hit> postcodes)
    {
        (this.text, this.segments) = (text, segments);
        postcodeAt = [.. Enumerable.Repeat(-1, segments.Count)];
        loose = new bool[segments.Count];
        var segment = 0;
        foreach (var hit in postcodes.OrderBy(h => h.Start))
        {
            while (segment < segments.Count && segments[segment].Tokens[^1].End <= hit.Start)
            {
                segment++;
            }

            if (segment < segments.Count && postcodeAt[segment] < 0)
            {
                postcodeAt[segment] = segments[segment].Tokens.FindIndex(t => t.End > hit.Start);
            }
        }

        MarkLoose();
    }

    public IEnumerable<Hit> Addresses()
    {
        for (var s = 0; s < segments.Count; s++)
        {
            for (var t = 0; t < segments[s].Tokens.Count; t++)
            {
                var at = new Spot(s, t);
                if (Token(at).Start >= free && Read(at) is { } hit)
                {
                    free = hit.End;
                    yield return hit;
                }
            }
        }
    }

    private Hit? Read(Spot at)
    {
        if (IsPostcode(at) || EndOfAddress(at) is not { } end)
        {
            return null;
        }

        var start = Token(Backwards(at, end)).Start;
        return new Hit(start, end, ContactKind.Address, "It has the form of an address.");
    }

    /// <summary>Where an address that begins at a spot ends; nothing where none begins.</summary>
    private int? EndOfAddress(Spot at)
    {
        if (UnitEnd(at) is { } unit)
        {
            return AfterUnit(at, unit);
        }

        if (NumberedEnd(at) is { } numbered)
        {
            return MoreStreets(new Spot(at.Segment, numbered - 1));
        }

        return NumberBeforeStreet(at) ?? NamedStreet(at) ?? NamedHouse(at);
    }

    /// <summary>"14, Larch Grove".</summary>
    private int? NumberBeforeStreet(Spot at)
    {
        var next = at.Segment + 1;
        return HouseNumberAt(at) && at.Token == segments[at.Segment].Tokens.Count - 1 && next < segments.Count && segments[next].Continues
            && StreetEnd(next, 0) is { } end && (HasPostcodeAfter(next) || IsCued(at, HomeCue)
                || (EndsHere(next, end) && IsStrongStreet(next, 0, end) && !IsYear(Token(at).Word) && at.Token <= 1))
            ? MoreStreets(new Spot(next, end - 1))
            : null;
    }

    /// <summary>"Flat 6", "First Floor", "1/3" before a number: the word after it.</summary>
    private int? UnitEnd(Spot at)
    {
        var tokens = segments[at.Segment].Tokens;
        var word = tokens[at.Token].Word;
        if (AddressWords.Storey.Contains(word) && WordAt(at, 1) is { } of && AddressWords.StoreyOf.Contains(of) && (IsName(at) || Token(at).IsNumber))
        {
            var end = at.Token + 2;
            while (end < tokens.Count && (AddressWords.StoreyOf.Contains(tokens[end].Word) || AddressWords.Storey.Contains(tokens[end].Word)))
            {
                end++;
            }

            return end;
        }

        if (AddressWords.Unit.Contains(word) && WordAt(at, 1) is { } which && IsDesignator(which) && (IsName(at) || AddressWords.OwnUnit.Contains(word)))
        {
            return at.Token + 2;
        }

        return tokens.Count == at.Token + 1 && IsFlatCode(word) && HouseNumberAt(new Spot(at.Segment + 1, 0)) ? at.Token + 1 : null;
    }

    private int? AfterUnit(Spot at, int end)
    {
        var last = new Spot(at.Segment, end - 1);
        var more = false;
        if (end < segments[at.Segment].Tokens.Count)
        {
            var next = new Spot(at.Segment, end);
            if (NumberedEnd(next) is { } numbered)
            {
                return MoreStreets(new Spot(at.Segment, numbered - 1));
            }

            if (NameEnd(next) is { } name && (EndsAs(at.Segment, end, name, AddressWords.House) || EndsStreet(at.Segment, end, name)))
            {
                (last, more) = (new Spot(at.Segment, name - 1), true);
            }
        }

        var reached = MoreStreets(last, afterUnit: true);
        more |= reached > Token(last).End;
        var own = AddressWords.OwnUnit.Contains(Token(at).Word);
        own |= AddressWords.OwnUnit.Contains(segments[at.Segment].Tokens[end - 1].Word);
        return more || own || HasPostcodeAfter(last.Segment) || IsCued(at, HomeCue) ? reached : null;
    }

    /// <summary>"17 Tansy Lane", "8 Balnacraig": the word after it.</summary>
    private int? NumberedEnd(Spot at)
    {
        if (!HouseNumberAt(at))
        {
            return null;
        }

        var first = at.Token + 1;
        var tokens = segments[at.Segment].Tokens;
        if (first >= tokens.Count)
        {
            return null;
        }

        var evidence = HasPostcodeAfter(at.Segment) || IsCued(at, HomeCue) || IsCued(at, PostCue);
        if (!evidence && (IsYear(tokens[at.Token].Word) || (at.Token > 0 && AddressWords.Counting.Contains(tokens[at.Token - 1].Word))))
        {
            return null;
        }

        if (StreetEnd(at.Segment, first) is { } end)
        {
            var strong = IsStrongStreet(at.Segment, first, end);
            var downing = tokens[first].Word.Equals("Downing", StringComparison.OrdinalIgnoreCase);
            return !downing && (evidence || !IsSpokenOf(at.Segment, end, strong)) ? end : null;
        }

        return evidence && NameEnd(new Spot(at.Segment, first)) is { } name && EndsHere(at.Segment, name) ? name
            : evidence || LowerStreetIsLikely(at.Segment, first) ? LowerStreetEnd(at.Segment, first)
            : null;
    }

    /// <summary>A street without a number: an address only by what stands around it.</summary>
    private int? NamedStreet(Spot at)
    {
        if (!IsName(at) || !IsStartOfName(at) || StreetEnd(at.Segment, at.Token) is not { } end)
        {
            return null;
        }

        var strong = IsStrongStreet(at.Segment, at.Token, end);
        var whole = EndsHere(at.Segment, end);
        var home = IsCued(at, HomeCue);
        var byPostcode = whole && HasPostcodeAfter(at.Segment) && (strong || LeavesTown(at.Segment));
        return byPostcode || (home && !IsSpokenOf(at.Segment, end, strong)) || (strong && whole && IsCued(at, PostCue))
            ? MoreStreets(new Spot(at.Segment, end - 1))
            : null;
    }

    /// <summary>A house known by its name alone.</summary>
    private int? NamedHouse(Spot at)
    {
        if (!IsName(at) || !IsStartOfName(at) || NameEnd(at) is not { } end || IsPerson(at.Segment, at.Token, end) || IsPublic(at.Segment, at.Token, end))
        {
            return null;
        }

        var strong = IsHouse(at.Segment, at.Token, end);
        var whole = EndsHere(at.Segment, end);
        var home = IsCued(at, HomeCue) && !IsCounty(at);
        var named = FollowsPerson(at);
        if (whole && (strong || home || named || IsCued(at, PlainCue)) && SegmentsToPostcode(at.Segment) is { } away
            && (away > 1 || (away == 1 && (postcodeAt[at.Segment + 1] > 0 || IsStation(at)))))
        {
            var places = Enumerable.Range(at.Segment + 1, away).Count(s => IsPlace(s));
            var alone = strong || home || places >= 2 || (places == 1 && (named || IsCued(at, PostCue) || InLines(at)));
            return alone && !IsCounty(at) && !IsOrganisation(at.Segment, at.Token, end)
                ? MoreStreets(new Spot(at.Segment, end - 1), afterUnit: true)
                : null;
        }

        if (whole && strong && IsCued(at, LineCue) && at.Segment + 1 < segments.Count && segments[at.Segment + 1].Continues
            && StreetEnd(at.Segment + 1, 0) is { } street && IsStrongStreet(at.Segment + 1, 0, street) && EndsHere(at.Segment + 1, street))
        {
            return MoreStreets(new Spot(at.Segment, end - 1), afterUnit: true);
        }

        return home && (strong || IsCued(at, PlainCue)) && (whole || WordAt(new Spot(at.Segment, end - 1), 1) is { } next && AddressWords.Following.Contains(next))
            && (strong || IsCuedAsHouse(at))
            ? MoreStreets(new Spot(at.Segment, end - 1), afterUnit: true)
            : strong && IsCued(at, PostCue) && whole ? MoreStreets(new Spot(at.Segment, end - 1), afterUnit: true)
            : null;
    }

    /// <summary>Whether a person's name stands before a comma or line end before it.</summary>
    private bool FollowsPerson(Spot at)
    {
        if (at.Token != 0 || at.Segment == 0 || !segments[at.Segment].Continues)
        {
            return false;
        }

        var first = NameBefore(at.Segment - 1);
        return first < segments[at.Segment - 1].Tokens.Count && IsPerson(at.Segment - 1, first, segments[at.Segment - 1].Tokens.Count);
    }

    private bool InLines(Spot at) => at.Segment + 1 < segments.Count && text.AsSpan(Token(at).End, segments[at.Segment + 1].Tokens[0].Start - Token(at).End).Contains('\n');

    private bool IsStation(Spot at) => Token(at).Word is "HMS" or "RAF" or "RFA";

    private bool IsOrganisation(int segment, int first, int end) =>
        Enumerable.Range(first, end - first).Any(t => AddressWords.Organisation.Contains(segments[segment].Tokens[t].Word))
        || text.AsSpan(segments[segment].Tokens[first].Start, segments[segment].Tokens[end - 1].End - segments[segment].Tokens[first].Start).Contains('&');

    /// <summary>Where the run of names begins that ends a segment; its length if none does.</summary>
    private int NameBefore(int segment)
    {
        var tokens = segments[segment].Tokens;
        var first = tokens.Count;
        while (first > 0 && first > tokens.Count - MostNameWords && tokens[first - 1].Start >= free
            && (IsName(new Spot(segment, first - 1))
                || (first < tokens.Count && first > 1 && AddressWords.Particles.Contains(tokens[first - 1].Word) && IsName(new Spot(segment, first - 2)))))
        {
            first--;
        }

        return first;
    }

    /// <summary>Whether the words before say that what follows is a house and not a town: "live at", "house is", "c/o".</summary>
    private bool IsCuedAsHouse(Spot at) => HouseCue.IsMatch(Patterns.Before(text, Token(at).Start, 40));

    /// <summary>Takes further streets and houses into an address, as long as a town is left after them.</summary>
    private int MoreStreets(Spot last, bool afterUnit = false)
    {
        var end = Token(last).End;
        var segment = last.Segment;
        if (!EndsHere(segment, last.Token + 1))
        {
            return end;
        }

        for (var next = segment + 1; next < segments.Count && segments[next].Continues && next <= segment + 3; next++)
        {
            if (postcodeAt[next] == 0)
            {
                break;
            }

            var at = new Spot(next, 0);
            if (UnitEnd(at) is { } unit && unit == segments[next].Tokens.Count)
            {
                end = Token(new Spot(next, unit - 1)).End;
            }
            else if (NumberedEnd(at) is { } numbered)
            {
                (end, afterUnit) = (Token(new Spot(next, numbered - 1)).End, false);
            }
            else if (StreetEnd(next, 0) is { } street && (IsStrongStreet(next, 0, street) || (EndsHere(next, street) && (afterUnit || LeavesTown(next)))))
            {
                (end, afterUnit) = (Token(new Spot(next, street - 1)).End, afterUnit && IsHouse(next, 0, street));
            }
            else if (afterUnit && NameEnd(at) is { } name && EndsHere(next, name) && (IsHouse(next, 0, name) || IsStreetLike(next + 1)))
            {
                end = Token(new Spot(next, name - 1)).End;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Takes house names and flats before a street into the address.</summary>
    private Spot Backwards(Spot at, int end)
    {
        if (at.Token == 0 && at.Segment > 0 && segments[at.Segment].Continues && !HouseNumberAt(at)
            && new Spot(at.Segment - 1, segments[at.Segment - 1].Tokens.Count - 1) is var number && HouseNumberAt(number) && Token(number).Start >= free)
        {
            at = number;
        }

        var startsAsUnit = UnitEnd(at) is not null;
        for (var taken = 0; taken < 3 && at.Token == 0 && at.Segment > 0 && segments[at.Segment].Continues; taken++)
        {
            var before = at.Segment - 1;
            var count = segments[before].Tokens.Count;
            var first = NameBefore(before);
            if (first == count || postcodeAt[before] >= 0 || IsPerson(before, first, count) || IsPublic(before, first, count) || IsOrganisation(before, first, count))
            {
                break;
            }

            var from = new Spot(before, first);
            var house = IsHouse(before, first, count);
            var cued = HasPostcodeAfter(before) || IsCued(from, HomeCue) || IsCued(from, PostCue);
            var boat = Boat.IsMatch(Token(from).Word);
            if (!boat && !(house && (cued || first == 0 || IsCued(from, PlainCue))) && !(cued && taken == 0 && !startsAsUnit && count - first <= 4))
            {
                break;
            }

            at = from;
            if (first > 0)
            {
                break;
            }
        }

        return at;
    }
}
