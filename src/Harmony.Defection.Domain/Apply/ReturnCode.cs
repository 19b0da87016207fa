using System.Security.Cryptography;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Apply;

/// <summary>
/// The shown code that opens a draft in any browser, without an account: 80 random bits in four groups, in letters and figures that are not
/// taken for each other. It is stored as a keyed hash alone.
/// </summary>
public static class ReturnCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string Kind = "ReturnCode";
    private const int Length = 16;
    private const int GroupLength = 4;

    /// <summary>A new code, as it is shown: "48RK-T6WD-0JQN-7YHC".</summary>
    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(GroupLength).Select(g => new string(g)));

    /// <summary>The code as it is shown, out of what was typed: any case, groups parted by anything or by nothing, O for 0, I or L for 1.</summary>
    /// <returns>The code; nothing where the text is none.</returns>
    public static string? Read(string? typed)
    {
        var letters = (typed ?? string.Empty).Where(char.IsLetterOrDigit).Take(Length + 1).Select(Meant).ToArray();
        return letters.Length == Length && Array.TrueForAll(letters, Alphabet.Contains)
            ? string.Join('-', letters.Chunk(GroupLength).Select(g => new string(g)))
            : null;
    }

    /// <summary>The keyed hash under which a code is stored.</summary>
    public static string HashOf(string code, IVault vault) => vault.LookUp(Kind, code);

    private static char Meant(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        'U' => 'V',
        var letter => letter,
    };
}
