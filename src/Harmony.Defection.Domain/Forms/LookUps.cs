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
        Add(LookUpKind.DateOfBirth, answers.DateOfBirth is { } born ? Normalise.Date(born) : null);
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

    /// <summary>The hash under which a value of a kind is found, however it is written (<see cref="Normalise"/>).</summary>
    public static string HashOf(LookUpKind kind, string value, IVault vault) => vault.LookUp(kind.ToString(), NormalForm(kind, value));

    /// <summary>The words of a name, each once, in the one form that is looked up.</summary>
    public static IEnumerable<string> WordsOf(string name) => Normalise.NameWords(name);

    private static string NormalForm(LookUpKind kind, string value) => kind switch
    {
        LookUpKind.Phone => Normalise.Phone(value),
        LookUpKind.NameWord or LookUpKind.Office => Normalise.Fold(value.Trim()),
        LookUpKind.Email => Normalise.Email(value),
        _ => value.Trim(),
    };
}
