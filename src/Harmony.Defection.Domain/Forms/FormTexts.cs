using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Forms;

/// <summary>The texts of a release, in English.</summary>
public sealed record FormTexts(
    string Kernel,
    string FourPrinciples,
    string Consensus,
    string PrivateAccounts,
    string PrivacyNotice,
    string PostalAddress,
    string Introduction = "");

/// <summary>The texts of a release in Welsh. Each may be missing: then the English is shown, and said so.</summary>
public sealed record WelshTexts
{
    public string? Kernel { get; init; }

    public string? FourPrinciples { get; init; }

    public string? Consensus { get; init; }

    public string? PrivateAccounts { get; init; }

    public string? PrivacyNotice { get; init; }

    public string? Introduction { get; init; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Kernel is null && FourPrinciples is null && Consensus is null && PrivateAccounts is null && PrivacyNotice is null
        && Introduction is null;
}

/// <summary>A text as it is shown, and the language it is in.</summary>
/// <param name="Text">The text, as Markdown.</param>
/// <param name="Language">Its own language, which may be English for a reader of Welsh.</param>
public readonly record struct ShownText(string Text, string Language)
{
    /// <summary>The Welsh text where there is one, otherwise the English.</summary>
    public static ShownText Of(string? welsh, string english) =>
        string.IsNullOrEmpty(welsh) ? new(english, Languages.English) : new(welsh, Languages.Welsh);
}

/// <summary>Every text of a release as it is shown to somebody.</summary>
public sealed record ShownTexts(
    ShownText Kernel, ShownText FourPrinciples, ShownText Consensus, ShownText PrivateAccounts, ShownText PrivacyNotice, ShownText Introduction);
