using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Correspondence;

/// <summary>
/// Writes to applicants (rule 29): the letter itself is kept for their page, or for the General Secretary to print and post; an e-mail only
/// says that it is there, with a fresh link. Both are in the applicant's language, whoever or whatever causes them.
/// </summary>
public sealed class ApplicantPost(IApplications applications, ILetterTexts texts, IOutbox outbox, IVault vault)
{
    /// <summary>Says that the application has come in (P1), while its form is not stored yet.</summary>
    public Task AcknowledgeAsync(DefectionApplication application, string? email, DateTime at) =>
        WriteAsync(application, LetterKind.Acknowledgement, email, at, ("ReceivedOn", () => UkTime.Say(application.ReceivedOn)));

    /// <summary>
    /// Says that a form by post or e-mail has come in, shows the applicant every answer as it was keyed in, and asks for what is missing (P1).
    /// </summary>
    public Task AskAboutKeyedAsync(DefectionApplication application, FormAnswers answers, string? email, DateTime at)
    {
        return WriteAsync(
            application,
            LetterKind.KeyedForm,
            email,
            at,
            ("ReceivedOn", () => UkTime.Say(application.ReceivedOn)),
            ("Answers", () => List(AnswerLines.Of(answers).Where(l => l.Gap is null).Select(l => $"{l.Yours}: {l.Value ?? T("Nothing")}"))),
            ("Missing", () => List(AnswerLines.Of(answers).Where(l => l.Gap is not null).Select(l => SayMissing(l.Yours, l.Gap!)))));

        static string SayMissing(string question, AnswerGap gap) => (gap.Kind, gap.Where) switch
        {
            (GapKind.CannotBeRead, null) => T($"{question}: we could not read it"),
            (GapKind.CannotBeRead, { } where) => T($"{question}: we could not read it ({where})"),
            (_, null) => T($"{question}: nothing is written there"),
            (_, { } where) => T($"{question}: nothing is written there ({where})"),
        };

        static string List(IEnumerable<string> items) =>
            string.Join('\n', items.Select(i => $"- {string.Join(' ', i.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}"));
    }

    /// <summary>Writes a letter in the unit of work of the deed that causes it.</summary>
    /// <param name="application">The application it is about.</param>
    /// <param name="kind">Which letter.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="values">What its template names beyond the reference and the applicant's name, each said in the applicant's language.</param>
    public async Task WriteAsync(DefectionApplication application, LetterKind kind, DateTime at, params (string Name, Func<string> Say)[] values)
    {
        var form = application.HasEmail ? await applications.FindFormAsync(application.Id) : null;
        await WriteAsync(application, kind, application.EmailInUse(form, vault), at, values);
    }

    /// <summary>The applicant's page behind a token.</summary>
    public static SitePath PageOf(string token) => new($"/application/{token}");

    /// <summary>Makes a fresh secret link in the current unit of work.</summary>
    /// <returns>Its token, which is stored nowhere.</returns>
    public string NewLink(Guid application, DateTime at)
    {
        var (link, token) = ApplicantLink.Make(application, at);
        applications.Add(link);
        return token;
    }

    private async Task WriteAsync(
        DefectionApplication application, LetterKind kind, string? email, DateTime at, params (string Name, Func<string> Say)[] values)
    {
        LetterText text;
        using (Languages.Speak(application.Language))
        {
            var given = values.ToDictionary(v => v.Name, v => v.Say(), StringComparer.Ordinal);
            given["Reference"] = application.Reference;
            given["Name"] = vault.Open(application, nameof(DefectionApplication.ApplicantName), application.ApplicantName);
            text = texts.Write(kind, application.Language, given);
        }

        applications.Add(ApplicantLetter.Write(application.Id, kind, application.Language, text, email is null, at, vault));
        if (email is not null)
        {
            var page = PageOf(NewLink(application.Id, at));
            await outbox.AddAsync(new MessageWaiting(email, page) { About = application.Id, Language = application.Language });
        }
    }
}
