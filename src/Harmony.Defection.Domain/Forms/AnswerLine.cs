using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Forms;

/// <summary>One answer in a line of its own, for comparing forms and for showing a form to whoever wrote it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Number">Which office, job or account it is about, from 1; nothing where the form asks once.</param>
/// <param name="Value">The answer in words; nothing where there is none.</param>
/// <param name="Gap">Why there is none, where whoever keyed the form in said so.</param>
public sealed record AnswerLine(FormQuestion Question, int? Number, string? Value, AnswerGap? Gap)
{
    /// <summary>The line's name, the same in every version of one form.</summary>
    public string Field => Number is { } number ? $"{Question.Name}.{number}" : Question.Name;

    /// <summary>The question about the applicant, with its number.</summary>
    public string Theirs => Number is { } number ? $"{Question.Theirs} ({number})" : Question.Theirs;

    /// <summary>The question to the applicant in their language, with its number.</summary>
    public string Yours => Number is { } number ? $"{T(Question.Text)} ({number})" : T(Question.Text);

    /// <summary>Whether there is neither an answer nor a reason why there is none.</summary>
    public bool IsEmpty => Value is null && Gap is null;

    /// <summary>The answer, or why there is none.</summary>
    public string Say() => Value ?? Gap?.Say() ?? T("Nothing");
}

/// <summary>Answers line by line, in the order of the form and in the reader's language.</summary>
public static class AnswerLines
{
    /// <summary>Every line of a form, whether it is answered or not.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="society">The name of a Society; nothing leaves the Society out.</param>
    public static IReadOnlyList<AnswerLine> Of(FormAnswers answers, Func<Guid, string>? society = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var lines = new List<AnswerLine>();
        Add(FormQuestions.NameUsed, answers.Name?.NameUsed);
        Add(FormQuestions.LegalName, answers.Name?.LegalName);
        Add(FormQuestions.PreviousNames, answers.Name?.PreviousNames);
        Add(FormQuestions.Born, answers.DateOfBirth is { } born ? UkTime.Say(born) : null);
        Add(FormQuestions.HomePhone, answers.Contact?.HomePhone);
        Add(FormQuestions.MobilePhone, answers.Contact?.MobilePhone);
        Add(FormQuestions.TextRelay, answers.Contact is { TextRelay: true } ? T("Ticked") : null);
        Add(FormQuestions.NoVoiceCalls, answers.Contact is { NoVoiceCalls: true } ? T("Ticked") : null);
        Add(FormQuestions.Email, answers.Contact?.Email);
        Add(FormQuestions.AddressLine1, answers.Contact?.AddressLine1);
        Add(FormQuestions.AddressLine2, answers.Contact?.AddressLine2);
        Add(FormQuestions.Town, answers.Contact?.Town);
        Add(FormQuestions.County, answers.Contact?.County);
        Add(FormQuestions.Postcode, answers.Contact?.Postcode);
        Add(FormQuestions.Country, answers.Contact?.Country);
        AddOffices(answers.Offices);
        Add(FormQuestions.Basis, answers.Area?.Basis switch
        {
            AreaBasis.Residence => T(FormQuestions.Basis.Answers[0]),
            AreaBasis.LocalLinks => T(FormQuestions.Basis.Answers[1]),
            _ => null,
        });
        Add(FormQuestions.LivedSince, answers.Area?.LivedSince?.Say());
        Add(FormQuestions.Statement, answers.Area?.Statement);
        foreach (var (job, number) in (answers.Employment?.Jobs ?? []).Select((j, i) => (j, i + 1)))
        {
            Add(FormQuestions.JobTitle, job.Title, number);
            Add(FormQuestions.Employer, job.Employer, number);
            Add(FormQuestions.JobStarted, SayKnown(job.From), number);
            Add(FormQuestions.JobLeft, job.To?.Say(), number);
        }

        Add(FormQuestions.NoJobs, answers.Employment is { NoJobs: true } ? T("Ticked") : null);
        Add(FormQuestions.Gaps, answers.Employment?.Gaps);
        foreach (var (account, number) in (answers.Accounts?.Accounts ?? []).Select((a, i) => (a, i + 1)))
        {
            Add(FormQuestions.Platform, account.Platform, number);
            Add(FormQuestions.AccountName, account.Name, number);
        }

        Add(FormQuestions.HasPrivateAccounts, answers.Accounts?.HasPrivateAccounts switch { true => T("Yes"), false => T("No"), _ => null });
        Add(FormQuestions.Why, answers.Reasons?.Why);
        lines.AddRange(answers.Gaps.Where(g => lines.TrueForAll(l => l.Gap != g) && FormQuestions.Find(g.Question) is not null)
            .Select(g => new AnswerLine(FormQuestions.Find(g.Question)!, null, null, g)));
        return lines;

        void AddOffices(OfficesAnswer? offices)
        {
            foreach (var (office, index) in (offices?.InOrder ?? []).Select((o, i) => (o, i + 1)))
            {
                int? number = offices!.Held.Count == 1 ? null : index;
                Add(FormQuestions.OfficeKind, office.Title(), number);
                Add(FormQuestions.OfficeBody, office.Body, number);
                Add(FormQuestions.OfficeArea, office.Area, number);
                if (society is not null)
                {
                    Add(FormQuestions.OfficeSociety, society(office.SocietyId), number);
                }

                Add(FormQuestions.OfficeSince, SayKnown(office.Since), number);
                Add(FormQuestions.TermEnds, office.TermEnds?.Say(), number);
                Add(FormQuestions.SitsThereAs, office.SitsAs, number);
                Add(FormQuestions.PublicPage, office.PublicPage, number);
            }

            Add(FormQuestions.Party, offices?.SayParty());
        }

        void Add(FormQuestion question, string? value, int? number = null)
        {
            var gap = string.IsNullOrWhiteSpace(value) ? answers.Gaps.FirstOrDefault(g => g.Question == question.Name && g.Where is null) : null;
            lines.Add(new AnswerLine(question, number, string.IsNullOrWhiteSpace(value) ? null : value, gap));
        }
    }

    private static string? SayKnown(MonthYear month) => month.IsKnown ? month.Say() : null;
}
