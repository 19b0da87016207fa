using System.Text;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>
/// The words of letters to applicants, from one template a kind and language. What people typed is escaped, so that it stays what they typed.
/// </summary>
public sealed class LetterTexts(PartyNames names) : ILetterTexts
{
    private const string Marks = "\\`*_[]<>#|~&";

    /// <inheritdoc />
    /// <exception cref="LetterException">A template or a value is missing.</exception>
    public LetterText Write(LetterKind kind, string language, IReadOnlyDictionary<string, string> values)
    {
        var own = names.In(language);
        var all = new Dictionary<string, string>(values, StringComparer.Ordinal)
        {
            [nameof(PartyNames.Party)] = own.Party,
            [nameof(PartyNames.ResearchWorkingGroup)] = own.ResearchWorkingGroup,
            [nameof(PartyNames.CommitteeForResolutions)] = own.CommitteeForResolutions,
            [nameof(PartyNames.GeneralSecretary)] = own.GeneralSecretary,
            [nameof(PartyNames.Representative)] = own.Representative,
        };
        var (heading, text) = Templates.FillTwoParts(
            $"ApplicantLetters/{Templates.Named(kind.ToString(), language)}.md",
            Templates.Values(all),
            Templates.Values(all.Select(value => KeyValuePair.Create(value.Key, Escape(value.Value)))));
        return new LetterText(heading, text);
    }

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (Marks.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
