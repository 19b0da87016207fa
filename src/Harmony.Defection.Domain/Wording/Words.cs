using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Harmony.Defection.Domain.Wording;

/// <summary>
/// Everything that the public form, its errors, its letters and the applicant's page say, in the reader's language. The English sentence is
/// its own key; the Welsh of each lies in the resource files beside this class. Import it with <c>using static</c>.
/// </summary>
public static class Words
{
    /// <summary>The resource files, one for each part of the product.</summary>
    public static IReadOnlyList<string> Files { get; } = ["Form", "Errors", "Questions", "Applicant", "Letters", "Pages", "Paper"];

    private static readonly Lazy<FrozenDictionary<string, string>> InWelsh = new(Read);

    /// <summary>Every Welsh text by its English one.</summary>
    public static IReadOnlyDictionary<string, string> Welsh => InWelsh.Value;

    /// <summary>A sentence in the reader's language; the English where there is no other.</summary>
    public static string T(string english) =>
        Languages.IsWelsh && InWelsh.Value.TryGetValue(english, out var welsh) ? welsh : english;

    /// <summary>A sentence with values in it, in the reader's language.</summary>
    public static string T(Phrase english) => string.Format(Languages.Spoken, T(english.Key), english.Values);

    /// <summary>
    /// A sentence about a number of things. Welsh has up to six forms, each under the English form for many with its name behind it, as in
    /// "{0} files|two"; a form that is missing is the one called other.
    /// </summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The English for one.</param>
    /// <param name="many">The English for every other number.</param>
    public static string Count(int number, Phrase one, Phrase many)
    {
        if (!Languages.IsWelsh)
        {
            return T(number == 1 ? one : many);
        }

        var form = InWelsh.Value.GetValueOrDefault($"{many.Key}|{FormOf(number)}") ?? InWelsh.Value.GetValueOrDefault($"{many.Key}|other");
        return form is null ? T(number == 1 ? one : many) : string.Format(Languages.Spoken, form, many.Values);
    }

    /// <summary>Marks a sentence that is kept in English and translated where it is shown, so that the check for missing Welsh finds it.</summary>
    public static string N(string english) => english;

    /// <summary>The Welsh form for a number, as the Unicode consortium's plural rules have it.</summary>
    public static string FormOf(int number) => number switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        3 => "few",
        6 => "many",
        _ => "other",
    };

    private static FrozenDictionary<string, string> Read() => Files
        .SelectMany(file => new ResourceManager($"{typeof(Words).Namespace}.{file}", typeof(Words).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(Languages.Welsh), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>())
        .ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
