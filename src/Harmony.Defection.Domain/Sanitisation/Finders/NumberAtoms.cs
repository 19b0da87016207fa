namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>A piece of a number as people write or spell one: a group of digits, letters O among them, or words for digits.</summary>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Digits">The digits it stands for.</param>
/// <param name="IsSpelled">Whether it is written in words.</param>
internal readonly record struct NumberAtom(int Start, int End, string Digits, bool IsSpelled);

/// <summary>Reads a text for pieces of numbers.</summary>
internal static class NumberAtoms
{
    private static readonly Dictionary<string, string> Units = Words(
        "zero 0 oh 0 o 0 nought 0 naught 0 nil 0 zilch 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 dim 0 un 1 dau 2 tri 3 pedwar 4 "
        + "pump 5 chwech 6 saith 7 wyth 8 naw 9");

    private static readonly Dictionary<string, string> Teens = Words(
        "ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19");

    private static readonly Dictionary<string, string> Tens = Words(
        "twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90");

    private static readonly Dictionary<string, int> Repeats =
        new(StringComparer.OrdinalIgnoreCase) { ["double"] = 2, ["dbl"] = 2, ["treble"] = 3, ["triple"] = 3, ["quadruple"] = 4 };

    private static readonly HashSet<string> Labels =
        new(StringComparer.OrdinalIgnoreCase) { "t", "m", "h", "w", "p", "f", "ph", "tel", "mob", "mobile", "fax", "phone", "no", "text", "call", "ring", "ffon" };

    /// <summary>Every piece of a number in a text, in order.</summary>
    public static List<NumberAtom> Of(string text)
    {
        var atoms = new List<NumberAtom>();
        foreach (var (start, end) in Runs(text))
        {
            if (Read(text, start, end) is { } atom)
            {
                Take(text, atoms, atom);
            }
            else if (Turn(text, start, end) is { } turn && Read(text, start, turn) is { } one && Read(text, turn, end) is { } other)
            {
                // "12three"
                Take(text, atoms, one);
                Take(text, atoms, other);
            }
        }

        return atoms;
    }

    private static void Take(string text, List<NumberAtom> atoms, NumberAtom atom)
    {
        // "double" and "hundred" change what stands beside them; both are known by having no digits of their own.
        if (atoms.Count > 0 && atoms[^1] is { IsSpelled: true } last && AreClose(text, last.End, atom.Start))
        {
            if (last.Digits.Length == 1 && last.Digits[0] > '9' && atom.Digits.Length >= 1 && char.IsAsciiDigit(atom.Digits[0]))
            {
                var repeated = new string(atom.Digits[0], last.Digits[0] - 'a') + atom.Digits[1..];
                atoms[^1] = new NumberAtom(last.Start, atom.End, repeated, IsSpelled: true);
                return;
            }

            if (atom is { IsSpelled: true, Digits.Length: 1 } && last.Digits is { Length: 2 } && last.Digits[1] == '0' && last.Digits[0] is >= '2' and <= '9'
                && atom.Digits[0] is >= '1' and <= '9' && IsTen(text, last))
            {
                atoms[^1] = new NumberAtom(last.Start, atom.End, last.Digits[..1] + atom.Digits, IsSpelled: true);
                return;
            }
        }

        atoms.Add(atom);
    }

    /// <summary>Where a run goes over from digits to letters, or back; nothing if it does not, or more than once.</summary>
    private static int? Turn(string text, int start, int end)
    {
        int? turn = null;
        for (var at = start + 1; at < end; at++)
        {
            if (char.IsAsciiDigit(text[at]) != char.IsAsciiDigit(text[at - 1]))
            {
                if (turn is not null)
                {
                    return null;
                }

                turn = at;
            }
        }

        return turn;
    }

    private static bool IsTen(string text, NumberAtom atom) => Tens.ContainsKey(text[atom.Start..atom.End]);

    private static bool AreClose(string text, int end, int start) =>
        start - end is 1 or 2 && text.AsSpan(end, start - end).IndexOfAnyExcept(' ', '-') < 0;

    private static NumberAtom? Read(string text, int start, int end)
    {
        var run = text.AsSpan(start, end - start);
        if (run.IndexOfAnyInRange('0', '9') < 0)
        {
            return ReadWord(text, start, end);
        }

        var first = run.IndexOfAnyInRange('0', '9');
        if (first > 0 && Labels.Contains(run[..first].ToString()))
        {
            start += first;
            run = run[first..];
        }

        // "07700900123x12": the number ends before its extension.
        if (run.IndexOfAny('x', 'X') is > 5 and var cross)
        {
            run = run[..cross];
            end = start + cross;
        }

        Span<char> digits = stackalloc char[Math.Min(run.Length, 40)];
        if (run.Length > digits.Length)
        {
            return null;
        }

        for (var i = 0; i < run.Length; i++)
        {
            digits[i] = run[i] switch
            {
                'O' or 'o' => '0',
                'I' or 'l' or '|' => '1',
                'S' when run.Length > 2 && i > 0 => '5',
                var c => c,
            };
            if (!char.IsAsciiDigit(digits[i]))
            {
                return null;
            }
        }

        return new NumberAtom(start, end, digits.ToString(), IsSpelled: false);
    }

    private static NumberAtom? ReadWord(string text, int start, int end)
    {
        var word = text[start..end];
        if (word.Length <= 4 && word.All(c => c is 'O' or 'o'))
        {
            return new NumberAtom(start, end, new string('0', word.Length), IsSpelled: true);
        }

        if (Units.TryGetValue(word, out var digits) || Teens.TryGetValue(word, out digits) || Tens.TryGetValue(word, out digits))
        {
            return new NumberAtom(start, end, digits, IsSpelled: true);
        }

        return Repeats.TryGetValue(word, out var times) ? new NumberAtom(start, end, ((char)('a' + times)).ToString(), IsSpelled: true)
            : word.Equals("hundred", StringComparison.OrdinalIgnoreCase) ? new NumberAtom(start, end, "00", IsSpelled: true)
            : word.Equals("thousand", StringComparison.OrdinalIgnoreCase) ? new NumberAtom(start, end, "000", IsSpelled: true)
            : null;
    }

    private static IEnumerable<(int Start, int End)> Runs(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                var start = at;
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] == '|' && at > start)))
                {
                    at++;
                }

                yield return (start, at);
            }
        }
    }

    private static Dictionary<string, string> Words(string pairs) =>
        pairs.Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
}
