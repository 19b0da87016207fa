using System.Security.Cryptography;
using System.Text;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Forms;

/// <summary>What an applicant gives their word on, and the consent that is kept apart from it (rule 25).</summary>
public enum UndertakingKind
{
    /// <summary>To seek to adhere to the Four Principles if elected as a candidate (F6).</summary>
    FourPrinciples,

    /// <summary>To follow Party Consensus if accepted (F7).</summary>
    Consensus,

    /// <summary>To keep private accounts private (F15).</summary>
    PrivateAccounts,

    /// <summary>Consent to the form being read as described (F8).</summary>
    PrivacyConsent,
}

/// <summary>What undertakings are called.</summary>
public static class UndertakingKinds
{
    /// <summary>The undertaking in a few words.</summary>
    public static string Say(this UndertakingKind kind) => kind switch
    {
        UndertakingKind.FourPrinciples => T("To seek to adhere to the Four Principles"),
        UndertakingKind.Consensus => T("To follow Party Consensus"),
        UndertakingKind.PrivateAccounts => T("To keep private accounts private"),
        _ => T("That the form may be read as described"),
    };
}

/// <summary>One thing an applicant agreed to: which text of which release, proved by its hash, and when (F6, F7, F15; the promise register).</summary>
public sealed class Undertaking
{
    private Undertaking()
    {
    }

    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    public UndertakingKind Kind { get; private init; }

    public Guid FormReleaseId { get; private init; }

    /// <summary>SHA-256 of the exact text that was shown, in hexadecimal.</summary>
    public string TextHash { get; private init; } = string.Empty;

    /// <summary>The language of the text that was shown.</summary>
    public string Language { get; private init; } = Languages.English;

    /// <summary>When it was agreed to, in UTC.</summary>
    public DateTime AgreedAt { get; private init; }

    /// <summary>Every undertaking that the form asks for, given to the texts of one release as they are shown in a language.</summary>
    public static IReadOnlyList<Undertaking> GivenTo(
        FormRelease release, Guid application, DateTime agreedAt, string language = Languages.English) =>
    [
        .. Enum.GetValues<UndertakingKind>().Select(kind => (Kind: kind, Shown: release.TextOf(kind, language))).Select(u => new Undertaking
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application,
            Kind = u.Kind,
            FormReleaseId = release.Id,
            TextHash = HashOf(u.Shown.Text),
            Language = u.Shown.Language,
            AgreedAt = agreedAt,
        }),
    ];

    /// <summary>The hash by which a text is recognised later.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
