namespace Harmony.Defection.Domain.Correspondence;

/// <summary>A letter's words.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Its text, as Markdown.</param>
public sealed record LetterText(string Heading, string Text);

/// <summary>The texts of letters to applicants, one template a kind and language.</summary>
public interface ILetterTexts
{
    /// <summary>The words of a letter.</summary>
    /// <param name="kind">Which letter.</param>
    /// <param name="language">Its language.</param>
    /// <param name="values">What its template names; a value that is missing is an error.</param>
    LetterText Write(LetterKind kind, string language, IReadOnlyDictionary<string, string> values);
}
