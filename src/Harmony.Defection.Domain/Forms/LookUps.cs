using System.Globalization;
using System.Text;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Forms;

/// <summary>The values by which an application can be found though they are sealed: whole e-mail, phone, date of birth, each word of a name.</summary>
public static class LookUps
{
    /// <summary>Every look-up entry of complete answers.</summary>
    public static IReadOnlyList<LookUpEntry> Of(Guid application, FormAnswers answers, IVault vault)
    {
        var entries = new List<LookUpEntry>();
        Add(LookUpKind.Email, answers.Contact?.Email);
        Add(LookUpKind.Phone, answers.Contact?.HomePhone);
        Add(LookUpKind.Phone, answers.Contact?.MobilePhone);
        Add(LookUpKind.DateOfBirth, answers.DateOfBirth?.ToString("O", CultureInfo.InvariantCulture));
        foreach (var office in (answers.Offices?.Held ?? []).Select(o => $"{o.Body} {o.Area}").Distinct(StringComparer.Ordinal))
        {
            Add(LookUpKind.Office, office);
        }

        foreach (var word in WordsOf($"{answers.Name?.NameUsed} {answers.Name?.LegalName}"))
        {
            Add(LookUpKind.NameWord, word);
        }

        return [.. entries.DistinctBy(e => (e.Kind, e.Hash))];

        void Add(LookUpKind kind, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                entries.Add(LookUpEntry.Of(application, kind, HashOf(kind, value, vault)));
            }
        }
    }

    /// <summary>The hash under which a value of a kind is found.</summary>
    public static string HashOf(LookUpKind kind, string value, IVault vault) => vault.LookUp(kind.ToString(), Normalise(kind, value));

    /// <summary>The words of a name, each once, in the one form that is looked up.</summary>
    public static IEnumerable<string> WordsOf(string name) =>
        Fold(name).Split([' ', '-', '\'', '’', '.', ','], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);

    private static string Normalise(LookUpKind kind, string value) => kind switch
    {
        LookUpKind.Phone => NormalPhone(value),
        LookUpKind.NameWord or LookUpKind.Office => Fold(value),
        LookUpKind.Email => value.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant(),
        _ => value.Trim(),
    };

    private static string NormalPhone(string value)
    {
        // The "(0)" that people put behind a country code is not dialled after it.
        var digits = string.Concat(value.Replace("(0)", string.Empty, StringComparison.Ordinal).Where(char.IsAsciiDigit));
        return value.TrimStart().StartsWith('+') ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : digits.StartsWith('0') ? $"44{digits[1..]}"
            : digits;
    }

    /// <summary>Lower case, without accents and without space around it.</summary>
    private static string Fold(string value)
    {
        var folded = value.Trim().Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(folded).Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }
}
