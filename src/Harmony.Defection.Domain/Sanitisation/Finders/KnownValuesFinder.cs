using System.Globalization;
using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>
/// The applicant's own phones, e-mail address, address lines, postcode, date of birth, differing legal name and previous names, in any
/// spelling: whatever stands between their letters and digits (rule 7).
/// </summary>
internal sealed class KnownValuesFinder : IFinder
{
    private const string Apart = @"[^\p{L}\p{N}]{0,4}";

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private readonly List<(Regex Pattern, ContactKind Kind, string Why)> patterns = [];

    /// <summary>Takes the values to look for from a form.</summary>
    public KnownValuesFinder(FormAnswers answers)
    {
        if (answers.Contact is { } contact)
        {
            AddPhone(contact.HomePhone);
            AddPhone(contact.MobilePhone);
            Add(contact.Email, ContactKind.Email, "It is the applicant’s e-mail address.", least: 5);
            Add(contact.AddressLine1, ContactKind.Address, "It is in the applicant’s address.", least: 5);
            Add(contact.AddressLine2 == contact.Town ? null : contact.AddressLine2, ContactKind.Address, "It is in the applicant’s address.", least: 5);
            Add(contact.Postcode, ContactKind.Postcode, "It is the applicant’s postcode.", least: 5);
        }

        if (answers.Name is { } name)
        {
            AddNames(name.LegalName, name.NameUsed);
            AddNames(name.PreviousNames, name.NameUsed);
        }

        if (answers.DateOfBirth is { } born)
        {
            AddDate(born);
        }
    }

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text) => patterns.SelectMany(p => p.Pattern.Matches(text.Text)
        .Select(match => new Hit(match.Index, match.Index + match.Length, p.Kind, p.Why)));

    private static string Spelled(string letters) => string.Join(Apart, letters.Select(c => Regex.Escape(c.ToString())));

    private static string Letters(string value) => new([.. FoldedText.Of(value).Text.Where(char.IsLetterOrDigit)]);

    private void Add(string? value, ContactKind kind, string why, int least)
    {
        var letters = Letters(value ?? "");
        if (letters.Length >= least)
        {
            patterns.Add((Patterns.AnyCase(@"\b" + Spelled(letters) + @"\b"), kind, why));
        }
    }

    private void AddPhone(string? phone)
    {
        var digits = new string([.. Letters(phone ?? "").Where(char.IsAsciiDigit)]);
        var national = digits.StartsWith("0044", StringComparison.Ordinal) ? digits[4..]
            : digits.StartsWith("44", StringComparison.Ordinal) ? digits[2..]
            : digits;
        national = national.TrimStart('0');
        if (national.Length >= 6)
        {
            patterns.Add((
                Patterns.AnyCase(@"(?:(?:\b00 ?44|\+ ?44|\b0)[^\p{L}\p{N}]{0,4}0?[^\p{L}\p{N}]{0,4}|\b)" + Spelled(national) + @"\b"),
                ContactKind.Phone,
                "It is the applicant’s phone number."));
        }
    }

    /// <summary>Words of a name that the name used does not have; each by itself, and the whole.</summary>
    private void AddNames(string? names, string nameUsed)
    {
        var used = Words(nameUsed).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var word in Words(names ?? "").Where(w => w.Length >= 3 && !used.Contains(w)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            patterns.Add((Patterns.AnyCase(@"\b" + Regex.Escape(word) + @"\b"), ContactKind.Personal, "It is a name that the applicant does not use."));
        }
    }

    private static IEnumerable<string> Words(string name) =>
        FoldedText.Of(name).Text.Split([' ', '-', ',', ';', '(', ')', '\n', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void AddDate(DateOnly born)
    {
        var (day, month) = ($"0?{born.Day}(?:st|nd|rd|th)?", $"0?{born.Month}");
        var year = $"(?:{born.Year}|'?{born.Year % 100:00})";
        var name = $"(?:{born.ToString("MMMM", British)}|{born.ToString("MMM", British)})";
        const string Between = @"[ ,./-]{1,3}";
        patterns.Add((
            Patterns.AnyCase(
                $@"\b{day}{Between}{month}{Between}{year}\b|\b{born.Year}{Between}{month}{Between}{day}\b|\b{day}{Between}(?:of )?{name}{Between}{year}\b"
                + $@"|\b{name}{Between}(?:the )?{day}{Between}{year}\b|\b{born:ddMMyyyy}\b|\b{born:yyyyMMdd}\b"),
            ContactKind.Personal,
            "It is the applicant’s date of birth."));
    }
}
