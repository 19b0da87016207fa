using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>
/// Phone numbers of any country in the ways people write them. It goes by form, by length and by the words around, not by lists of numbers
/// that are assigned: a number of a range newer than a list is a number all the same.
/// </summary>
internal sealed class PhoneFinder : IFinder
{
    private const int MostDigits = 16;

    private static readonly Regex Cue = Patterns.AnyCase(
        @"(?:\b(?:tel|telephone|phones?|phoned|phoning|ring|rings|call|calling|mobile|mob|cell|text|texts|sms|whats ?app|fax|dial|landline|pager|"
        + @"switchboard|hotline|helpline|freephone|voicemail|handset|extension|ffon|ffonio|symudol|glaoch|ghlaoch|guthan|fon|signal|telegram|viber|"
        + @"contact (?:me|us|him|her|them|number)|reach (?:me|us|him|her|them)|reachable|(?:my|our|his|her|their|home|work|office|daytime|evening|contact|private|personal|direct) (?:number|no\.?))\b"
        + @"|\u260E|\b[TMHWPF][ ]?[:.])");

    private static readonly Regex Label = Patterns.AnyCase(
        @"\b(?:ref|refs|reference|references|id|ids|code|account|acct|membership|member|company|charity|vat|isbn|issn|urn|uprn|utr|staff|payroll|"
        + @"invoice|case|policy|order|complaint|planning|application|minute|minutes|agenda|budget|passcode|password|pin|foi|register|registered|registration|"
        + @"licence|passport|nhs|batch|cheque|serial|ticket|grant|roll|employee|service|item|docket|tender|contract|permit|poll|decision|meeting id)\b"
        + @"[ ,]{0,2}(?:(?:no|nos|number|numbers|num|id|ref|reference|line|code|paper)\b)?[^A-Za-z0-9\n]{0,3}(?:(?:is|was|of)\b[^A-Za-z0-9\n]{0,2})?");

    private static readonly Regex Plus = Patterns.AnyCase(@"\bplus\z");

    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?;\n0123456789");

    private static readonly Regex Extension = Patterns.AnyCase(@"\A[ ,;/(]{0,3}(?:ext(?:ension|n)?\.?|x|#)[ :]{0,2}[0-9]{1,6}\b\)?");

    private static readonly Regex CueWord = Patterns.AnyCase(@"(?:tel|phone|mob|mobile|fax|home|work|office|cell|call|text|wa\.me|whatsapp|send)[^A-Za-z0-9]{0,2}\z");

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text)
    {
        var atoms = NumberAtoms.Of(text.Text);
        var words = new Around(text.Text);
        var free = 0;
        for (var first = 0; first < atoms.Count; first++)
        {
            if (Read(words, atoms, first, free) is { } found)
            {
                var (start, end) = Round(text.Text, atoms[first].Start, atoms[found].End, free);
                yield return new Hit(start, end, ContactKind.Phone, "It is a number that can be rung.");
                free = end;
                first = found;
            }
        }
    }

    /// <summary>The last piece of the number that begins with a piece; nothing where none begins.</summary>
    private static int? Read(Around words, List<NumberAtom> atoms, int first, int free)
    {
        var text = words.Text;
        var start = atoms[first].Start;
        var plus = HasPlus(text, start, free);
        if (!plus && !MayBegin(text, start, free))
        {
            return null;
        }

        if (!plus && atoms[first].Digits[0] is '1' or > '9' && !words.HaveCueBefore(start))
        {
            return null;
        }

        var number = new Number(words, start, plus);
        int? best = null;
        for (var at = first; at < atoms.Count; at++)
        {
            if (at > first && (!MayJoin(text, atoms[at - 1], atoms[at]) || (best is not null && StartsAnother(text, atoms[at - 1], atoms[at]))))
            {
                break;
            }

            number.Add(atoms[at]);
            if (number.Digits.Length > MostDigits)
            {
                break;
            }

            switch (number.Judge())
            {
                case Verdict.Whole:
                    return at;
                case Verdict.Enough:
                    best = at;
                    break;
                default:
                    break;
            }
        }

        return best;
    }

    private static bool StartsAnother(string text, NumberAtom last, NumberAtom next) =>
        (next.Start > 0 && text[next.Start - 1] == '+')
        || (next.Digits.StartsWith('0') && (next.Digits.Length >= 5
            || (next.Digits.Length >= 3 && text.AsSpan(last.End, next.Start - last.End).IndexOfAnyExcept(' ', '-') >= 0)));

    private static bool HasPlus(string text, int start, int free)
    {
        var at = start - 1;
        while (at >= free && start - at <= 3 && text[at] is ' ' or '(')
        {
            at--;
        }

        return at >= free && start - at <= 4 && (text[at] == '+' || Plus.IsMatch(Patterns.Before(text, at + 1, 5)));
    }

    private static bool MayBegin(string text, int start, int free)
    {
        if (start == free || start == 0)
        {
            return true;
        }

        var before = text[start - 1];
        if (char.IsLetter(before))
        {
            return true;
        }

        if (before == ':' && start > 1 && char.IsAsciiDigit(text[start - 2]))
        {
            return false;
        }

        if (before is '\u00A3' or '$' or '\u20AC' or '#' or '%')
        {
            return false;
        }

        return !(before is '-' or '/' or '.' or ',' or '_' or '\\') || start - 1 <= free || !char.IsLetterOrDigit(text[start - 2])
            || CueWord.IsMatch(Patterns.Before(text, start, 24));
    }

    private static bool MayJoin(string text, NumberAtom one, NumberAtom next)
    {
        var between = text.AsSpan(one.End, next.Start - one.End);
        if (between.Length > 6)
        {
            return false;
        }

        var (commas, lines) = (0, 0);
        foreach (var c in between)
        {
            switch (c)
            {
                case ' ' or '\t' or '-' or '.' or '(' or ')' or '[' or ']' or '/' or '_' or '*' or '~' or '|' or '\u2022' or '\u25A1':
                    break;
                case ',':
                    commas++;
                    break;
                case '\n':
                    lines++;
                    break;
                default:
                    return false;
            }
        }

        return lines <= 1 && (commas == 0 || (commas == 1 && between.Length > 1 && (one.IsSpelled || next.IsSpelled || next.Digits.Length >= 3)));
    }

    private static (int Start, int End) Round(string text, int start, int end, int free)
    {
        if (HasPlus(text, start, free))
        {
            while (start - 1 >= free && text[start - 1] is ' ' or '(')
            {
                start--;
            }

            start -= text[start - 1] == '+' ? 1 : "plus".Length;
        }

        if (Extension.First(Patterns.After(text, end, 24)) is { } extension)
        {
            end += extension.End;
        }

        if (start > free && text[start - 1] == '(' && text.AsSpan(start, end - start).Contains(')'))
        {
            start--;
        }

        return (start, end);
    }

    /// <summary>The words of a text that bear upon numbers, looked up once.</summary>
    private sealed class Around
    {
        private const int MostToCue = 24;

        private readonly List<int> cues;
        private readonly HashSet<int> labels;

        public Around(string text)
        {
            Text = text;
            cues = [.. Cue.Matches(text).Select(m => m.Index + m.Length)];
            labels = [.. Label.Matches(text).Select(m => m.Index + m.Length)];
        }

        public string Text { get; }

        public bool HaveCueBefore(int start)
        {
            var last = cues.BinarySearch(start);
            last = last < 0 ? ~last - 1 : last;
            return last >= 0 && start - cues[last] <= MostToCue && Text.AsSpan(cues[last], start - cues[last]).IndexOfAny(Ends) < 0;
        }

        public bool HaveLabelBefore(int start) => labels.Contains(start);
    }

    private enum Verdict
    {
        Not,

        /// <summary>A number, unless more digits make a better one.</summary>
        Enough,

        /// <summary>A number that takes no more digits.</summary>
        Whole,
    }

    /// <summary>A number as it grows piece by piece.</summary>
    private sealed class Number(Around words, int start, bool plus)
    {
        private readonly string text = words.Text;
        private readonly StringBuilder digits = new();
        private readonly List<NumberAtom> atoms = [];
        private bool? cue;
        private bool? label;

        public StringBuilder Digits => digits;

        /// <summary>Words before it say that it can be rung.</summary>
        private bool HasCue => cue ??= words.HaveCueBefore(start);

        /// <summary>Words before it say that it is a reference of some kind.</summary>
        private bool HasLabel => label ??= words.HaveLabelBefore(start);

        public void Add(NumberAtom atom)
        {
            digits.Append(atom.Digits);
            atoms.Add(atom);
        }

        public Verdict Judge()
        {
            if (digits.Length < 6 || (digits.Length < 8 && !plus && !HasCue))
            {
                return Verdict.Not;
            }

            var all = digits.ToString();
            if (!all.All(char.IsAsciiDigit))
            {
                return Verdict.Not;
            }

            if (plus || all.StartsWith("00", StringComparison.Ordinal) || atoms[0].Digits == "011")
            {
                return JudgeInternational(plus ? all : all[0] == '0' && all[1] == '1' ? all[3..] : all[2..]);
            }

            return LooksLikeSomethingElse(all) ? Verdict.Not : all[0] == '0' ? JudgeNational(all) : JudgeOther(all);
        }

        private Verdict JudgeInternational(string all)
        {
            if (all.StartsWith("44", StringComparison.Ordinal))
            {
                var rest = all[2..].TrimStart('0').Length;
                return rest == 10 ? Verdict.Whole : rest is 9 or 11 ? Verdict.Enough : Verdict.Not;
            }

            return all[0] == '0' || (!plus && HasLabel) ? Verdict.Not
                : all[0] == '1' && all.Length == 11 ? Verdict.Whole
                : all.Length is >= 8 and <= 15 ? Verdict.Enough
                : Verdict.Not;
        }

        private Verdict JudgeNational(string all)
        {
            var mobile = all.StartsWith("07", StringComparison.Ordinal) && all.Length == 11;
            if (HasLabel && !(mobile && atoms.Count <= 3) && !HasCue)
            {
                return Verdict.Not;
            }

            return all.Length switch
            {
                11 => Verdict.Whole,
                10 => Verdict.Enough,
                12 or 13 => HasCue ? Verdict.Enough : Verdict.Not,
                _ => HasCue && !HasLabel ? Verdict.Enough : Verdict.Not,
            };
        }

        private Verdict JudgeOther(string all)
        {
            if (HasLabel)
            {
                return Verdict.Not;
            }

            if (all.StartsWith("44", StringComparison.Ordinal) && all.Length is 12 && all[2] is '1' or '2' or '3' or '7' or '8')
            {
                return Verdict.Whole;
            }

            var grouped = atoms.Count is 2 or 3 or 4 && !atoms.Exists(a => a.Digits.Length < 2);
            if (all is ['7', ..] && all.Length == 10 && (HasCue || (grouped && atoms[0].Digits.Length == 4)))
            {
                return Verdict.Whole;
            }

            if (all.Length == 10 && atoms.Count == 3 && atoms[0].Digits.Length == 3 && atoms[1].Digits.Length == 3 && all[0] >= '2' && (HasCue || IsTight()))
            {
                return Verdict.Whole;
            }

            return HasCue && all.Length <= 12 && !atoms.Exists(a => text[a.End..Math.Min(a.End + 1, text.Length)] is "%") ? Verdict.Enough : Verdict.Not;
        }

        private bool IsTight() => !text.AsSpan(atoms[0].End, atoms[^1].Start - atoms[0].End).Contains(' ') || text[atoms[0].End] == ')';

        /// <summary>A date, a span of years or of hours, a book's number, a decimal.</summary>
        private bool LooksLikeSomethingElse(string all)
        {
            var sizes = atoms.Select(a => a.Digits.Length).ToList();
            if (atoms.Exists(a => a.IsSpelled))
            {
                return false;
            }

            if (sizes is [1 or 2, 1 or 2, 4, ..] && IsOneOf(atoms[0].End, '.', '-', '/') && IsOneOf(atoms[1].End, '.', '-', '/')
                && int.Parse(atoms[1].Digits, CultureInfo.InvariantCulture) is >= 1 and <= 12 && atoms[2].Digits[0] is '1' or '2')
            {
                return true;
            }

            if (atoms.TrueForAll(a => a.Digits.Length == 4 && a.Digits[0] is '1' or '2' && a.Digits[1] is '9' or '0'))
            {
                return true;
            }

            if (sizes is [4, 2, 2, ..] && atoms[0].Digits[0] is '1' or '2')
            {
                return true;
            }

            if (sizes is [4, 4] && IsHour(atoms[0].Digits) && IsHour(atoms[1].Digits) && all.Length == 8)
            {
                return true;
            }

            return (sizes[0] == 1 && IsOneOf(atoms[0].End, '-', '.') && sizes.Exists(s => s > 1))
                || (all.Length == 13 && (all.StartsWith("978", StringComparison.Ordinal) || all.StartsWith("979", StringComparison.Ordinal)));
        }

        private bool IsOneOf(int at, params ReadOnlySpan<char> any) => at < text.Length && any.Contains(text[at]);

        private static bool IsHour(string digits) => digits[0] is '0' or '1' or '2' && digits[2] is >= '0' and <= '5';
    }
}
