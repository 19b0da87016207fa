using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Research;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>What a form says to one question, as text: shown to the applicant, and kept with a correction of it.</summary>
public static class AnswerInWords
{
    private const string Nothing = "Not answered";

    /// <summary>The answer as it is kept with a correction: in English, whatever the applicant reads, since Research reads it.</summary>
    public static string Kept(CorrectedAnswer answer, FormAnswers answers)
    {
        using (Languages.Speak(Languages.English))
        {
            return Of(answer, answers);
        }
    }

    /// <summary>The answer, a line to each of its parts.</summary>
    public static string Of(CorrectedAnswer answer, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answer switch
        {
            CorrectedAnswer.NameUsed => answers.Name?.NameUsed ?? Nothing,
            CorrectedAnswer.OtherNames => OtherNames(answers.Name),
            CorrectedAnswer.Reasons => answers.Reasons?.Why ?? "Left open for the meeting",
            _ => Whole(answer.Checks()[0], answers),
        };
    }

    private static string OtherNames(NameAnswer? name)
    {
        string?[] lines = [name?.LegalName is { } legal ? $"Legal name: {legal}" : null, name?.PreviousNames is { } earlier ? $"Earlier names: {earlier}" : null];
        return lines.Any(l => l is not null) ? string.Join('\n', lines.Where(l => l is not null)) : "None given";
    }

    private static string Whole(CheckItem item, FormAnswers answers)
    {
        var lines = CheckAnswers.Whole(item, answers);
        return lines switch
        {
            [] => Nothing,
            [var only] => only.Value,
            _ => string.Join('\n', lines.Select(l => $"{l.Key}: {l.Value}")),
        };
    }
}
