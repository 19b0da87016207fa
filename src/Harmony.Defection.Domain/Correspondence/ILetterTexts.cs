namespace Harmony.Defection.Domain.Correspondence;

/// <summary>A letter's words.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">Its text, as Markdown.</param>
public sealed record LetterText(string Heading, string Text);

/// <summary>The texts of letters to applicants, one template a kind.</summary>
public interface ILetterTexts
{
    /// <summary>The words of a letter.</summary>
    /// <param name="kind">Which letter.</param>
    /// <param name="values">What its template names; a value that is missing is an error.</param>
    LetterText Write(LetterKind kind, IReadOnlyDictionary<string, string> values);
}
