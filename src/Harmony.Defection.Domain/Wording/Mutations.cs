namespace Harmony.Defection.Domain.Wording;

/// <summary>The forms that a Welsh word takes behind other words, which change its first letter.</summary>
public static class Mutations
{
    private static readonly (string First, string[] Changed)[] Table =
    [
        ("P", ["B", "Ph", "Mh"]), ("T", ["D", "Th", "Nh"]), ("C", ["G", "Ch", "Ngh"]), ("B", ["F", "M"]), ("D", ["Dd", "N"]),
        ("Gw", ["W", "Ngw"]), ("M", ["F"]), ("Ll", ["L"]), ("Rh", ["R"]),
    ];

    /// <summary>The word as it stands alone, then every form of it.</summary>
    public static IEnumerable<string> Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var (first, changed) = Table.FirstOrDefault(t => word.StartsWith(t.First, StringComparison.OrdinalIgnoreCase));
        if (first is null)
        {
            return [word];
        }

        var isCapital = char.IsUpper(word[0]);
        return changed.Select(c => (isCapital ? c : c.ToLowerInvariant()) + word[first.Length..]).Prepend(word);
    }
}
