using System.Globalization;

namespace Harmony.Defection.Domain.Wording;

/// <summary>The languages of the public form, by their tags in pages.</summary>
public static class Languages
{
    public const string English = "en", Welsh = "cy";

    /// <summary>How dates and words are said in English here.</summary>
    public static CultureInfo British { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>How they are said in Welsh.</summary>
    public static CultureInfo Cymraeg { get; } = CultureInfo.GetCultureInfo("cy-GB");

    /// <summary>Whether the reader of the present request, or of the letter being written, reads Welsh.</summary>
    public static bool IsWelsh => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == Welsh;

    /// <summary>The present reader's language.</summary>
    public static string Current => IsWelsh ? Welsh : English;

    /// <summary>How dates and words are said to the present reader.</summary>
    public static CultureInfo Spoken => IsWelsh ? Cymraeg : British;

    /// <summary>The culture of a language; British where it is not one of these.</summary>
    public static CultureInfo CultureOf(string? language) => language == Welsh ? Cymraeg : British;

    /// <summary>Says everything in a language until it is disposed of.</summary>
    public static IDisposable Speak(string? language) => new Speech(CultureOf(language));

    private sealed class Speech : IDisposable
    {
        private readonly CultureInfo before = CultureInfo.CurrentUICulture;

        public Speech(CultureInfo spoken) => CultureInfo.CurrentUICulture = spoken;

        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
