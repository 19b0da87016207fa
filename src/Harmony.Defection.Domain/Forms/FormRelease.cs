using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Forms;

/// <summary>
/// One release of the Defection Form by the Operational Working Group (F2): its date (F4), the Ethical Kernel in full (F5) and every text
/// that an applicant agrees to. Immutable, in the database too; each application names the one it was made with.
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

    /// <summary>What the start page says first; may be empty.</summary>
    public string Introduction { get; private init; } = string.Empty;

    /// <summary>Its texts in Welsh, as far as there are any.</summary>
    public WelshTexts? Welsh { get; private init; }

    /// <summary>Makes a release of these texts.</summary>
    public static FormRelease Make(int number, FormTexts texts, bool isSample, Guid? by, DateTime at, WelshTexts? welsh = null) => new()
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
        Introduction = texts.Introduction,
        Welsh = welsh is { IsEmpty: false } ? welsh : null,
    };

    /// <summary>Every text as somebody who reads a language is shown it: in that language where there is one, otherwise in English.</summary>
    public ShownTexts TextsIn(string language)
    {
        var welsh = language == Languages.Welsh ? Welsh : null;
        return new ShownTexts(
            ShownText.Of(welsh?.Kernel, Kernel),
            ShownText.Of(welsh?.FourPrinciples, FourPrinciples),
            ShownText.Of(welsh?.Consensus, Consensus),
            ShownText.Of(welsh?.PrivateAccounts, PrivateAccounts),
            ShownText.Of(welsh?.PrivacyNotice, PrivacyNotice),
            ShownText.Of(welsh?.Introduction, Introduction));
    }

    /// <summary>
    /// The text that an undertaking is given to, as somebody who reads a language is shown it. Asked again for the language it gives, it gives
    /// the same text again; a text of which a part is Welsh counts as Welsh.
    /// </summary>
    public ShownText TextOf(UndertakingKind kind, string language)
    {
        var texts = TextsIn(language);
        return kind switch
        {
            UndertakingKind.FourPrinciples => new ShownText(
                $"{texts.Kernel.Text}\n\n{texts.FourPrinciples.Text}",
                texts.Kernel.Language == Languages.Welsh ? Languages.Welsh : texts.FourPrinciples.Language),
            UndertakingKind.Consensus => texts.Consensus,
            UndertakingKind.PrivateAccounts => texts.PrivateAccounts,
            UndertakingKind.PrivacyConsent => texts.PrivacyNotice,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    /// <summary>The English text that an undertaking is given to.</summary>
    public string TextOf(UndertakingKind kind) => TextOf(kind, Languages.English).Text;
}
