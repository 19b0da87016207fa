using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>
/// Accounts offered as a private way to reach somebody: on a messenger, or on any platform where the sentence speaks of messages. Public
/// accounts, which the policy asks for, stay (F14).
/// </summary>
internal sealed class HandleFinder : IFinder
{
    private const int MostWordsAhead = 8;
    private const int MostSentence = 800;

    private const string Messengers =
        "Signal|Telegram|Discord|Whats ?App|Skype|Matrix|Element|Snapchat|Snap|Session|Threema|Wire|Viber|We ?Chat|Kik|Kakao(?:Talk)?|LINE|Line ID|Jabber|XMPP|IRC|ICQ|Slack|"
        + "(?:Microsoft |MS )?Teams|Messenger|Wickr(?: Me)?|iMessage|FaceTime|Keybase|Briar|SimpleX|Google Chat|Hangouts|Steam|Xbox|PSN|BBM|Jami|Tox|Zoom";

    private static readonly Regex Form = Patterns.AnyCase(
        @"\b[a-z][a-z0-9_.]{1,31}#[0-9]{4}\b|\blive:[.a-z0-9_-]{3,40}|@[a-z0-9._=-]{1,40}:[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,4}|\b05[0-9a-f]{64}\b"
        + @"|\b(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me|signal\.me|signal\.group|discord\.gg|discord(?:app)?\.com/users|m\.me|threema\.id|join\.skype\.com|line\.me|keybase\.io|"
        + @"matrix\.to|snapchat\.com/add|wa\.me/(?:message|qr))/[^\s)>,;\x22]{2,80}|\bxmpp:[^\s)>,;\x22]{3,80}");

    private static readonly Regex Numbered = Patterns.AnyCase(@"\A(?:issue|case|ref|no|minute|item|motion|complaint|invoice|order|ticket|page|bug|agenda)#");

    private static readonly Regex SentenceEnd = Patterns.AnyCase(@"[.!?]+[)\x22']?(?:\s|\z)|[;\n]");

    private static readonly Regex Messenger = Patterns.Exact(
        @"\b(?:" + Messengers + @"|SIGNAL|TELEGRAM|DISCORD|SKYPE|WHATSAPP|SNAPCHAT|telegram|discord|whats ?app|skype|snapchat|threema|viber|wechat|jabber|xmpp|wickr)\b");

    private static readonly Regex SmallMessenger = Patterns.Exact(@"\b(?:signal|matrix|element|session|wire|slack|teams|messenger|kik|snap)\b");

    private static readonly Regex Platform = Patterns.AnyCase(
        @"\b(?:twitter|x|facebook|insta(?:gram)?|tik ?tok|blue ?sky|mastodon|threads|linked ?in|you ?tube|reddit|tumblr|twitch|pinterest|nextdoor|fb|ig)\b");

    private static readonly Regex MailProvider = Patterns.AnyCase(@"\b(?:gmail|googlemail|hotmail|protonmail|icloud)\b");

    private static readonly Regex Asking = Patterns.AnyCase(
        @"\b(?:DM|DMs|DMed|PM me|PMs|direct[ -]?message|direct[ -]?messages|(?:private|secure|encrypted)(?:ly)? messag(?:e|es|ing)|message me|messages? (?:to|for) me|msg me|inbox me|ping me|"
        + @"text me|contact me|reach me|reach out|find me privately|get hold of me|get in touch|in touch|(?:anything|something|matters?|things?|messages?|contact) (?:that is )?(?:private|confidential|sensitive|personal|urgent)|private(?:ly)? (?:at|on|via|route|line|account)|in private|add me)\b");

    private static readonly Regex ForMessages = Patterns.AnyCase(
        @"\b(?:for (?:DMs?|private messages?|messages|direct messages?|anything private|anything confidential|contact)|DMs? only|DM route|to (?:DM|message|reach|contact) me)\b");

    private static readonly Regex Public = Patterns.AnyCase(@"\b(?:public|publicly|official page|cyhoeddus)\b");

    private static readonly Regex PublicAfter = Patterns.AnyCase(@"\A[^@]{0,30}\bpublic");

    private static readonly Regex PublicChannel = Patterns.AnyCase(@"\A[ ]?(?:public |news |broadcast )?(?:channel|server|community|broadcast|page|feed)\b");

    private static readonly Regex Word = Patterns.AnyCase(@"@?[\p{L}\p{N}_][\p{L}\p{N}_.#+-]*");

    private static readonly Regex Ordinary = Patterns.AnyCase(
        @"\A(?:[0-9]+(?:st|nd|rd|th|am|pm|s|k|m|p|x|h|hrs?|mins?|min|yrs?|%)?|[a-z]{1,2}[0-9]{1,4}[a-z]?|[0-9]{1,2}[.:][0-9]{2}(?:am|pm)?|[0-9]{2,4}-[0-9]{2,4}|(?:e\.g|i\.e|a\.m|p\.m|u\.k|v[0-9.]+|covid-19|[0-9]+-[a-z]+|[a-z]+-[0-9]+))\z");

    private static readonly HashSet<string> Joining = Set(
        "is at on as me my id ids handle username user name account under via by with the to or and a an it there it's also i i'm am add find called nick nickname tag gamertag number address "
        + "contact dm message messages private only using over through in for same our his her their, address: quickest best fastest preferred usual");

    private static readonly HashSet<string> Naming = Set("id handle username name under called nick nickname tag gamertag");

    private static readonly HashSet<string> Linking = Set("is as i'm it's");

    private static readonly Regex Owned = Patterns.AnyCase(@"\b(?:my|our|his|her|their)[ ]\z");

    private static readonly HashSet<string> Common = Set(
        "quickest best fastest fine good better easier preferred where when which that this who what not none only always never public private available open closed used mine ours app group chat "
        + "call calls message messages channel server account accounts user users above below same video audio link please thanks anytime daily often most very more just still now here there them they everyone "
        + "anyone someone people members ward council party team office home work phone text email about after before during since until because instead rather also both either neither over "
        + "under through with without from into onto safe secure encrypted easy simple down broken required needed allowed banned blocked full empty new old free box boxes failure works failed "
        + "welcome possible enough okay nothing something everything anything already another same different their your ours theirs yours usual");

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text)
    {
        foreach (var (start, end) in Sentences(text.Text))
        {
            foreach (var hit in new Sentence(text.Text, start, end).Hits())
            {
                yield return hit;
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        var start = 0;
        foreach (Match match in SentenceEnd.Matches(text))
        {
            foreach (var piece in Pieces(text, start, match.Index))
            {
                yield return piece;
            }

            start = match.Index + match.Length;
        }

        foreach (var piece in Pieces(text, start, text.Length))
        {
            yield return piece;
        }
    }

    /// <summary>A sentence without end is cut at a space, so that a search within one is never long.</summary>
    private static IEnumerable<(int Start, int End)> Pieces(string text, int start, int end)
    {
        while (end - start > MostSentence)
        {
            var space = text.LastIndexOf(' ', start + MostSentence, MostSentence / 2);
            var cut = space < 0 ? start + MostSentence : space;
            yield return (start, cut);
            start = cut;
        }

        yield return (start, end);
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>One sentence: what is said in it decides whether an account is offered as a route.</summary>
    private sealed class Sentence(string text, int start, int end)
    {
        private readonly string said = text[start..end];
        private int[] publics = [];

        public List<Hit> Hits()
        {
            var hits = new List<Hit>();
            if (said.Length < 4)
            {
                return hits;
            }

            var asks = Asking.First(said);
            publics = [.. Public.Matches(said).Select(m => m.Index)];
            var isPublic = publics.Length > 0 && asks is null;
            AddForms(hits, isPublic);
            var words = Word.Matches(said).Select(m => (m.Index, Value: m.Value.TrimEnd('.', '-', '+', '#'))).Where(w => w.Value.Length > 0).ToList();
            if (words.Count == 0)
            {
                return hits;
            }

            foreach (var (from, to) in Routes(asks))
            {
                if (!IsPublicAt(from, asks) && !PublicChannel.IsMatch(said.AsSpan(to)))
                {
                    AddAfter(hits, words, to, from, asks is not null);
                    AddBefore(hits, words, from);
                }
            }

            AddMailNames(hits, words);
            AddAsked(hits, words, asks);
            return hits;
        }

        private IEnumerable<(int From, int To)> Routes((int Start, int End)? asks)
        {
            foreach (Match match in Messenger.Matches(said))
            {
                yield return (match.Index, match.Index + match.Length);
            }

            foreach (Match match in SmallMessenger.Matches(said))
            {
                var after = match.Index + match.Length;
                if (asks is not null || (after < said.Length && said[after] == ':'))
                {
                    yield return (match.Index, after);
                }
            }

            if (asks is null)
            {
                yield break;
            }

            foreach (Match match in Platform.Matches(said))
            {
                if (match.Index > asks.Value.Start)
                {
                    yield return (match.Index, match.Index + match.Length);
                }
            }
        }

        /// <summary>Whether a route is named as public: the word stands before it, and nothing private after the word.</summary>
        private bool IsPublicAt(int at, (int Start, int End)? asks) =>
            Array.FindLastIndex(publics, p => p < at) is >= 0 and var word && !(asks is { } a && a.Start > publics[word] && a.Start <= at);

        private void AddForms(List<Hit> hits, bool isPublic)
        {
            foreach (Match match in Form.Matches(said))
            {
                var link = match.Value.Contains('/');
                if (!(link && isPublic) && !Numbered.IsMatch(match.Value))
                {
                    Add(hits, match.Index, match.Value.TrimEnd('.'), ContactKind.Handle);
                }
            }
        }

        private void AddAfter(List<Hit> hits, List<(int Index, string Value)> words, int to, int route, bool asks)
        {
            var naming = false;
            var skipped = 0;
            var owned = asks || Owned.IsMatch(Patterns.Before(said, route, 8));
            var before = to;
            foreach (var (index, value) in words.Skip(IndexAt(words, to)).Take(MostWordsAhead))
            {
                var gap = said.AsSpan(before, index - before);
                naming |= gap.IndexOfAny(':', '=', '(') >= 0 || (gap.Contains('-') && gap.Length > 1) || (before == to && gap.Contains('/'));
                before = index + value.Length;
                if (IsRoute(index, route))
                {
                    return;
                }

                var gapAfter = before < said.Length && said[before] == '/';
                if (gapAfter)
                {
                    continue;
                }

                if (IsTelling(value) || (IsMixed(value) && (naming || skipped == 0)) || (naming && (IsPlainName(value, skipped) || IsLoneName(index, value))))
                {
                    Add(hits, index, value, ContactKind.Handle);
                    naming = false;
                    skipped++;
                    continue;
                }

                naming |= Naming.Contains(value) || (owned && Linking.Contains(value));
                if (!Joining.Contains(value))
                {
                    naming = false;
                    if (++skipped > 3)
                    {
                        return;
                    }
                }
            }
        }

        private void AddBefore(List<Hit> hits, List<(int Index, string Value)> words, int route)
        {
            var last = IndexAt(words, route) - 1;
            if (last < 0)
            {
                return;
            }

            var opened = said.AsSpan(words[last].Index + words[last].Value.Length, route - words[last].Index - words[last].Value.Length).Contains('(');
            if (words[last].Value.ToLowerInvariant() is "on" or "via" or "over" or "through" or "using" && last > 0)
            {
                last--;
            }
            else if (!opened)
            {
                return;
            }

            if (IsTelling(words[last].Value))
            {
                Add(hits, words[last].Index, words[last].Value, ContactKind.Handle);
            }
        }

        private void AddMailNames(List<Hit> hits, List<(int Index, string Value)> words)
        {
            foreach (Match match in MailProvider.Matches(said))
            {
                var after = words.Where(w => w.Index >= match.Index + match.Length).Take(3).ToList();
                if (after.Count > 0 && (after[0].Value is "is" or "address" or "as" || said[match.Index + match.Length] == ':'))
                {
                    hits.AddRange(after.Where(w => IsTelling(w.Value)).Take(1)
                        .Select(w => new Hit(start + w.Index, start + w.Index + w.Value.Length, ContactKind.Email, "It is the name of a mailbox.")));
                }
            }
        }

        /// <summary>"DM @name", "a different account, @name" after speaking of messages, "@name for DMs".</summary>
        private void AddAsked(List<Hit> hits, List<(int Index, string Value)> words, (int Start, int End)? asks)
        {
            var messages = ForMessages.Matches(said).Select(m => m.Index).DefaultIfEmpty(-1).Max();
            foreach (var (index, value) in words.Where(w => w.Value.StartsWith('@')))
            {
                var asked = asks is { } a && a.Start < index && !IsPublicAt(index, asks);
                var meant = messages > index && !IsPublicAt(index, asks);
                if ((asked || meant) && !PublicAfter.IsMatch(said.AsSpan(index + value.Length)))
                {
                    Add(hits, index, value, ContactKind.Handle);
                }
            }
        }

        /// <summary>The first word at or after a place.</summary>
        private static int IndexAt(List<(int Index, string Value)> words, int at)
        {
            var found = words.BinarySearch((at, ""), Comparer<(int Index, string Value)>.Create((one, other) => one.Index.CompareTo(other.Index)));
            return found < 0 ? ~found : found;
        }

        private bool IsRoute(int index, int route) => index > route && Messenger.First(said.AsSpan(index, Math.Min(16, said.Length - index))) is { Start: 0 };

        private static bool IsTelling(string word) =>
            (word.StartsWith('@') && word.Length > 2)
            || (word.Length > 2 && word.Any(char.IsLetter) && !Ordinary.IsMatch(word)
                && (word.Contains('_') || word.Any(char.IsAsciiDigit) || (word.Contains('.') && !word.EndsWith(".com", StringComparison.OrdinalIgnoreCase))));

        private static bool IsMixed(string word)
        {
            for (var i = 1; i < word.Length; i++)
            {
                if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && !Platform.IsMatch(word) && !word.StartsWith("Mac", StringComparison.Ordinal)
                    && !word.StartsWith("Mc", StringComparison.Ordinal) && !word.Contains('-'))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsPlainName(string word, int skipped) =>
            skipped == 0 && word.Length >= 4 && char.IsLower(word[0]) && !Common.Contains(word) && !Joining.Contains(word) && word.All(c => char.IsLetter(c) || c == '-');

        /// <summary>"name Fellsider": one capitalised word, and not the first of a person's names.</summary>
        private bool IsLoneName(int index, string word)
        {
            var after = said.AsSpan(Math.Min(said.Length, index + word.Length)).TrimStart(' ');
            return word.Length >= 5 && char.IsUpper(word[0]) && word.All(char.IsLetter) && !Common.Contains(word) && !Joining.Contains(word)
                && !Platform.IsMatch(word) && !AddressWords.Forename.Contains(word) && !(after.Length > 0 && char.IsUpper(after[0]));
        }

        private void Add(List<Hit> hits, int index, string value, ContactKind kind) =>
            hits.Add(new Hit(start + index, start + index + value.Length, kind, "It is an account for private messages."));
    }
}
