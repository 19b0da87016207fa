using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Web.Features.Apply;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>One question of the keying page, with why it may stand open.</summary>
/// <param name="Question">The question.</param>
/// <param name="Gap">Why there is no answer; nothing where there is one.</param>
/// <param name="OfEach">Whether it is asked of several, so that it has to be said which one.</param>
public sealed record GapRow(FormQuestion Question, AnswerGap? Gap, bool OfEach);

/// <summary>Answers that stand open on a keyed form instead of a guess (P1).</summary>
public static class GapRows
{
    /// <summary>Most characters that say which one of several is meant.</summary>
    private const int LongestWhere = 100;

    /// <summary>Where each question is keyed in; a star stands for the row. What the least of an application needs is not here: it cannot stand open.</summary>
    private static readonly Dictionary<FormQuestion, string> Places = new()
    {
        [FormQuestions.LegalName] = "Name.LegalName",
        [FormQuestions.PreviousNames] = "Name.PreviousNames",
        [FormQuestions.Born] = "Birth.Born",
        [FormQuestions.HomePhone] = "Contact.HomePhone",
        [FormQuestions.MobilePhone] = "Contact.MobilePhone",
        [FormQuestions.Email] = "Contact.Email",
        [FormQuestions.AddressLine1] = "Contact.AddressLine1",
        [FormQuestions.AddressLine2] = "Contact.AddressLine2",
        [FormQuestions.Town] = "Contact.Town",
        [FormQuestions.County] = "Contact.County",
        [FormQuestions.Postcode] = "Contact.Postcode",
        [FormQuestions.Country] = "Contact.Country",
        [FormQuestions.OfficeArea] = "Offices.Held.*.Area",
        [FormQuestions.OfficeSince] = "Offices.Held.*.Since",
        [FormQuestions.TermEnds] = "Offices.Held.*.TermEnds",
        [FormQuestions.SitsThereAs] = "Offices.Held.*.SitsAs",
        [FormQuestions.PublicPage] = "Offices.Held.*.PublicPage",
        [FormQuestions.SitsAs] = "Offices.SitsAs",
        [FormQuestions.Party] = "Offices.Party",
        [FormQuestions.Basis] = "Area.Basis",
        [FormQuestions.LivedSince] = "Area.LivedSince",
        [FormQuestions.Statement] = "Area.Statement",
        [FormQuestions.JobTitle] = "Work.Jobs.*.Title",
        [FormQuestions.Employer] = "Work.Jobs.*.Employer",
        [FormQuestions.JobStarted] = "Work.Jobs.*.Started",
        [FormQuestions.JobLeft] = "Work.Jobs.*.Left",
        [FormQuestions.NoJobs] = "Work.NoJobs",
        [FormQuestions.Gaps] = "Work.Gaps",
        [FormQuestions.Platform] = "Online.Accounts.*.Platform",
        [FormQuestions.AccountName] = "Online.Accounts.*.Name",
        [FormQuestions.HasPrivateAccounts] = "Online.HasPrivateAccounts",
        [FormQuestions.Why] = "Reasons.Why",
    };

    /// <summary>The row of a question.</summary>
    public static GapRow Of(FormQuestion question, KeyedForm form)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(form);
        return new GapRow(question, Read(form).FirstOrDefault(g => g.Question == question.Name), Places[question].Contains('*', StringComparison.Ordinal));
    }

    /// <summary>What is marked on the page.</summary>
    public static IReadOnlyList<AnswerGap> Read(KeyedForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return
        [
            .. FormQuestions.All.Where(Places.ContainsKey)
                .Select(q => Enum.TryParse<GapKind>(form.Gaps.GetValueOrDefault(q.Name), out var kind)
                    ? new AnswerGap(q.Name, kind, Cut(form.Where.GetValueOrDefault(q.Name)))
                    : null)
                .OfType<AnswerGap>(),
        ];
    }

    /// <summary>
    /// Takes back the errors of answers that are marked as open and not keyed in; one that is marked and keyed in all the same becomes an error.
    /// </summary>
    public static void Excuse(KeyedForm form, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (var gap in Read(form))
        {
            var place = Places[FormQuestions.Find(gap.Question)!];
            var entries = state.Where(e => IsAt(e.Key, place)).ToList();
            if (!place.Contains('*', StringComparison.Ordinal)
                && place is not ("Work.NoJobs" or "Offices.SitsAs" or "Area.Basis" or "Online.HasPrivateAccounts")
                && entries.Exists(e => !string.IsNullOrWhiteSpace(e.Value?.AttemptedValue)))
            {
                state.AddModelError(place is "Birth.Born" ? "Birth.Born.Day" : place is "Area.LivedSince" ? "Area.LivedSince.Month" : place,
                    $"“{FormQuestions.Find(gap.Question)!.Theirs}” is keyed in and also marked as open: leave one of the two");
                continue;
            }

            foreach (var (_, entry) in entries.Where(e => string.IsNullOrWhiteSpace(e.Value?.AttemptedValue) || place == "Work.NoJobs"))
            {
                entry!.Errors.Clear();
                entry.ValidationState = ModelValidationState.Valid;
            }
        }
    }

    private static bool IsAt(string key, string place)
    {
        var plain = System.Text.RegularExpressions.Regex.Replace(
            key, @"\[\d+\]", ".*", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromMilliseconds(100));
        return plain == place || plain.StartsWith(place + ".", StringComparison.Ordinal);
    }

    private static string? Cut(string? where) => Tidy.Line(where) is { } line ? line[..Math.Min(line.Length, LongestWhere)] : null;
}
