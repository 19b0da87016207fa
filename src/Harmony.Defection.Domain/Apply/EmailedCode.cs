using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;

namespace Harmony.Defection.Domain.Apply;

/// <summary>What a code by e-mail is for.</summary>
public enum CodePurpose
{
    /// <summary>To show that the address on a form is the applicant's own.</summary>
    Confirm,

    /// <summary>To open the form whose confirmed address it is.</summary>
    Return,
}

/// <summary>
/// The newest code by e-mail for one address and purpose: six figures, of use for 15 minutes and five tries. There is one row an address,
/// whoever asks and however often, so that an address is written to at most once an hour (rule 29). It holds neither address nor code, only
/// keyed hashes of both.
/// </summary>
public sealed class EmailedCode : IVersioned
{
    /// <summary>Minutes a code is of use.</summary>
    public const int Minutes = 15;

    /// <summary>Tries a code has.</summary>
    public const int MostTries = 5;

    /// <summary>Days a row is kept after its last code.</summary>
    public const int KeptDays = 30;

    private const string Kind = "EmailedCode";
    private const int LongestWaitHours = 24;

    private EmailedCode()
    {
    }

    public Guid Id { get; private init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    public CodePurpose Purpose { get; private init; }

    /// <summary>Keyed hash of the address.</summary>
    public string EmailHash { get; private init; } = string.Empty;

    /// <summary>Keyed hash of the code; nothing once it was used.</summary>
    public string? CodeHash { get; private set; }

    /// <summary>When the newest code was made, in UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>How often the newest code was tried.</summary>
    public int Tries { get; private set; }

    /// <summary>How many codes were made one after another without one being used.</summary>
    public int Unused { get; private set; }

    /// <summary>When the newest code stops being of use, in UTC.</summary>
    public DateTime ExpiresAt => MadeAt.AddMinutes(Minutes);

    /// <summary>Begins the row of an address, without a code yet.</summary>
    public static EmailedCode For(CodePurpose purpose, string emailHash) => new() { Id = Guid.CreateVersion7(), Purpose = purpose, EmailHash = emailHash };

    /// <summary>
    /// Whether another code may be made. An address that is never confirmed is written to ever more seldom, so that a stranger who names it
    /// cannot pester it (RL2).
    /// </summary>
    public bool MayMake(DateTime now) => now >= MadeAt.AddHours(HoursToWait);

    /// <summary>Makes a code, in place of the one before.</summary>
    /// <returns>Its figures, which are stored nowhere.</returns>
    public string Make(DateTime at, IVault vault)
    {
        var figures = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        (MadeAt, Tries, Unused) = (at, 0, Unused + 1);
        CodeHash = HashOf(figures, vault);
        return figures;
    }

    /// <summary>Tries a code. Each try counts, and the right one uses it up.</summary>
    /// <returns>Whether it was the right one, in time.</returns>
    public bool Try(string? typed, DateTime now, IVault vault)
    {
        if (CodeHash is not { } hash || now >= ExpiresAt || Tries >= MostTries)
        {
            return false;
        }

        Tries++;
        var figures = string.Concat((typed ?? string.Empty).Where(char.IsAsciiDigit).Take(7));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(HashOf(figures, vault))))
        {
            return false;
        }

        (CodeHash, Unused) = (null, 0);
        return true;
    }

    private int HoursToWait => Purpose == CodePurpose.Return ? 1 : Math.Min(1 << Math.Clamp(Unused - 1, 0, 5), LongestWaitHours);

    private string HashOf(string figures, IVault vault) =>
        vault.LookUp(Kind, string.Create(CultureInfo.InvariantCulture, $"{Id:N}|{MadeAt.Ticks}|{figures}"));
}
