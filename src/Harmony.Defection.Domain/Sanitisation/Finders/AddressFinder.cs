using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>
/// Addresses up to but not including the town: numbers and names of streets, houses, flats, moorings, boxes. A street spoken of as a place
/// stays; what makes an address of it is a number, a postcode behind it, or words before it such as "I live at".
/// </summary>
internal sealed class AddressFinder : IFinder
{
    private const int MostNameWords = 6;
    private const int MostSegmentsToPostcode = 5;

    private static readonly PostcodeFinder Postcodes = new();

    private static readonly Regex Box = Patterns.AnyCase(
        @"\b(?:P\.?[ ]?O\.?[ ]?Box|Post Office Box|Blwch (?:Post|SP)|Private Bag|Freepost)[ ]?(?:No\.?[ ]?)?[A-Z]{0,3}[ -]?[0-9]{1,6}[A-Z]?\b|\bPoste Restante\b");

    private static readonly Regex HomeCue = Patterns.AnyCase(
        @"(?:\b(?:live|lives|lived|living|reside|resides|resided|residing|stay|stays|staying|lodge|lodging|dwell|home|moved|based|fuireach|byw)[ ](?:at|on|in|aig|yn|to)"
        + @"|\baddress(?:es|ed)?(?:[ ](?:is|was|to|at|for|of)|[ ]?[:=-])?|\baddr\b[.:]?|\bcyfeiriad(?:[ ]yw)?:?"
        + @"|\b(?:home|house|croft|farm|place|flat|cottage|boat|residence|premises|practice|property|surgery|depot|landlord)(?:[ ](?:is|was|at|called|named)|[ ]?[:=-])(?:[ ](?:called|named|at))?"
        + @"|\b(?:my|our|his|her|their)[ ](?:house|home|cottage|farm|flat|croft|place|boat|address),"
        + @"|\bc/o|\bcare of|\bweekdays|\bweekends|\bproperty|\u2302)[ ]?[:,-]?[ \n]{0,2}(?:(?:the|number|no\.?|our|my)[ ])?\z");

    private static readonly Regex PostCue = Patterns.AnyCase(
        @"\b(?:post|send|sent|write|papers|letters?|deliver(?:ed|ies|y)?|forward(?:ed)?|mail|post(?:ed)?|correspondence|invoices?|parcels?)\b[^.!?;\n]{0,20}[ ](?:to|at|c/o)[ :]?[ \n]?(?:the )?\z");

    private static readonly Regex LineCue = Patterns.AnyCase(@"(?:\A|[:;(\n])[ ]{0,2}\z");

    private static readonly Regex HomeNumber = Patterns.AnyCase(
        @"\b(?:live|lives|lived|living|reside|resides|resided|home is|house is|neighbours? at)\b[^.!?;\n]{0,40}\b(?:number|no\.?)[ ]([0-9]{1,4}[a-z]?)\b");

    private static readonly Regex Continental = Patterns.Exact(
        @"\b\p{Lu}[\p{L}-]{2,30}(?:strasse|str\.|straat|gasse|weg|allee|laan|gracht|plein|platz|vej|gade|gatan|vagen)[ ][0-9]{1,4}[a-z]?\b"
        + @"|\b(?:Via|Viale|Piazza|Calle|Avenida|Rua|Rue|Plaza|Ulica|Ul\.)(?:[ ](?:de|del|della|di|da|do|la|du|des))?(?:[ ]\p{Lu}[\p{L}-]{1,30}){1,3},?[ ][0-9]{1,4}[a-z]?\b");

    private static readonly Regex ForeignCode = Patterns.Exact(
        @"\A[ ]?,?[ \n]{1,2}(?:[\p{L}' .-]{2,30},?[ \n]{1,2})?(?:[A-Z]{1,3}[ -]{1,2})?([0-9]{5}(?:-[0-9]{4})?|[0-9]{4}[ ]?[A-Z]{2}|[0-9]{3}[ ][0-9]{2})\b");

    private static readonly Regex PlainCue = Patterns.AnyCase(@"(?:\A|[:;(\n]|\b(?:at|to|is|was|to:|c/o|aig|named|called|yw|ydy))[ ]{0,2}\z");

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text)
    {
        foreach (Match match in Box.Matches(text.Text))
        {
            yield return new Hit(match.Index, match.Index + match.Length, ContactKind.Address, "It is a box for post.");
        }

        foreach (Match match in HomeNumber.Matches(text.Text))
        {
            var number = match.Groups[1];
            yield return new Hit(number.Index, number.Index + number.Length, ContactKind.Address, "It is the number of a home.");
        }

        var addresses = Continental.Matches(text.Text)
            .Select(m => new Hit(m.Index, m.Index + m.Length, ContactKind.Address, "It has the form of an address."))
            .Concat(new Reading(text.Text, AddressText.Cut(text.Text), Postcodes.Find(text)).Addresses());
        foreach (var hit in addresses)
        {
            yield return hit;
            if (ForeignCode.Match(text.Text[hit.End..Math.Min(text.Text.Length, hit.End + 70)]) is { Success: true } match)
            {
                var code = match.Groups[1];
                yield return new Hit(hit.End + code.Index, hit.End + code.Index + code.Length, ContactKind.Postcode, "It is a code in an address abroad.");
            }
        }
    }

    /// <summary>A place in the segments: a segment and a word in it.</summary>
    private readonly record struct Spot(int Segment, int Token);

    /// <summary>One text under search.</summary>
    private sealed class Reading
    {
        private readonly string text;
        private readonly List<Segment> segments;
        private readonly int[] postcodeAt;
        private readonly bool[] loose;
        private int free;

        public Reading(string text, List<Segment> segments, IEnumerable<Hit> postcodes)
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

        // ---- Parts of an address ----

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

        private static readonly Regex HouseCue = Patterns.AnyCase(
            @"(?:\b(?:live|lives|lived|living|reside|resides|stay|staying)[ ](?:at|aig)|\b(?:house|croft|farm|cottage|boat|place|property)[ ](?:is|was|called|named|is called|is named)|\bc/o|\baddr(?:ess)?(?:[ ]is)?:?)[ ](?:the )?\z");

        // ---- Going on and going back ----

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

        private static readonly Regex Boat = Patterns.AnyCase(@"\A(?:narrow ?boat|house ?boat|nb|mv|barge|boat|yacht|cruiser)\z");

        // ---- What words are ----

        private Token Token(Spot at) => segments[at.Segment].Tokens[at.Token];

        private string? WordAt(Spot at, int ahead) =>
            at.Token + ahead < segments[at.Segment].Tokens.Count ? segments[at.Segment].Tokens[at.Token + ahead].Word : null;

        private bool IsPostcode(Spot at) => postcodeAt[at.Segment] >= 0 && at.Token >= postcodeAt[at.Segment];

        private bool IsName(Spot at) =>
            !IsPostcode(at) && Token(at) is var token && (token.IsCapital || (loose[at.Segment] && char.IsLetter(token.Word[0]) && token.Word.Length > 2
                && !AddressWords.Following.Contains(token.Word) && !AddressWords.Counting.Contains(token.Word) && !Plain.Contains(token.Word)));

        private static readonly HashSet<string> Plain = new(
            "live lives lived address home house send post write papers letters this that they them their your you are was were been its his her number flat phone call email contact name called".Split(' '),
            StringComparer.OrdinalIgnoreCase);

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

        private static readonly Regex Code = Patterns.AnyCase(@"\A(?:[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}F[0-9]{1,2}|[GPB]F[LR12]?|[0-9]{1,2}[A-D])\z");

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
}
