using System.Security.Cryptography;
using System.Text;

namespace Harmony.Defection.Domain.Forms;

/// <summary>
/// One release of the Defection Form by the Operational Working Group (F2): its date (F4), the Ethical Kernel in full (F5) and every text
/// that an applicant agrees to. Immutable; each application names the one it was made with.
/// </summary>
public sealed class FormRelease
{
    private FormRelease()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>1 for the first release.</summary>
    public int Number { get; private init; }

    /// <summary>The date of release, a UK day (F4).</summary>
    public DateOnly ReleasedOn { get; private init; }

    /// <summary>When the release was made, in UTC.</summary>
    public DateTime ReleasedAt { get; private init; }

    /// <summary>Who released it; nobody for the sample.</summary>
    public Guid? ReleasedBy { get; private init; }

    /// <summary>Whether its Kernel is the sample that the software ships, which Production never puts before an applicant.</summary>
    public bool IsSample { get; private init; }

    /// <summary>The Ethical Kernel in full, as Markdown (F5).</summary>
    public string Kernel { get; private init; } = string.Empty;

    /// <summary>The undertaking on the Four Principles, with its consequence (F6).</summary>
    public string FourPrinciples { get; private init; } = string.Empty;

    /// <summary>The undertaking to follow Party Consensus (F7).</summary>
    public string Consensus { get; private init; } = string.Empty;

    /// <summary>The promise on private accounts, with its consequence (F15).</summary>
    public string PrivateAccounts { get; private init; } = string.Empty;

    /// <summary>Who reads the form, why, and for how long it is kept: what the consent is given to (F8, rule 25).</summary>
    public string PrivacyNotice { get; private init; } = string.Empty;

    /// <summary>Where the paper form is posted to (P1).</summary>
    public string PostalAddress { get; private init; } = string.Empty;

    /// <summary>Makes a release of these texts.</summary>
    public static FormRelease Make(int number, FormTexts texts, bool isSample, Guid? by, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = number,
        ReleasedOn = Time.UkTime.Day(at),
        ReleasedAt = at,
        ReleasedBy = by,
        IsSample = isSample,
        Kernel = texts.Kernel,
        FourPrinciples = texts.FourPrinciples,
        Consensus = texts.Consensus,
        PrivateAccounts = texts.PrivateAccounts,
        PrivacyNotice = texts.PrivacyNotice,
        PostalAddress = texts.PostalAddress,
    };

    /// <summary>The text that an undertaking is given to.</summary>
    public string TextOf(UndertakingKind kind) => kind switch
    {
        UndertakingKind.FourPrinciples => $"{Kernel}\n\n{FourPrinciples}",
        UndertakingKind.Consensus => Consensus,
        UndertakingKind.PrivateAccounts => PrivateAccounts,
        UndertakingKind.PrivacyConsent => PrivacyNotice,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <summary>The texts of a release.</summary>
public sealed record FormTexts(
    string Kernel, string FourPrinciples, string Consensus, string PrivateAccounts, string PrivacyNotice, string PostalAddress);

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
        UndertakingKind.FourPrinciples => "To seek to adhere to the Four Principles",
        UndertakingKind.Consensus => "To follow Party Consensus",
        UndertakingKind.PrivateAccounts => "To keep private accounts private",
        _ => "That the form may be read as described",
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

    /// <summary>SHA-256 of the exact text, in hexadecimal.</summary>
    public string TextHash { get; private init; } = string.Empty;

    /// <summary>The language in which the text was shown.</summary>
    public string Language { get; private init; } = "en";

    /// <summary>When it was agreed to, in UTC.</summary>
    public DateTime AgreedAt { get; private init; }

    /// <summary>Every undertaking that the form asks for, given to the texts of one release.</summary>
    public static IReadOnlyList<Undertaking> GivenTo(FormRelease release, Guid application, DateTime agreedAt) =>
    [
        .. Enum.GetValues<UndertakingKind>().Select(kind => new Undertaking
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application,
            Kind = kind,
            FormReleaseId = release.Id,
            TextHash = HashOf(release.TextOf(kind)),
            AgreedAt = agreedAt,
        }),
    ];

    /// <summary>The hash by which a text is recognised later.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
