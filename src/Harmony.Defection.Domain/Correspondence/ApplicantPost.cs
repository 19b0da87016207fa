using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Correspondence;

/// <summary>
/// Writes to applicants (rule 29): the letter itself is kept for their page, or for the General Secretary to print and post; an e-mail only
/// says that it is there, with a fresh link.
/// </summary>
public sealed class ApplicantPost(IApplications applications, ILetterTexts texts, IOutbox outbox, IVault vault)
{
    /// <summary>Says that the application has come in (P1), while its form is not stored yet.</summary>
    public Task AcknowledgeAsync(DefectionApplication application, string? email, DateTime at) =>
        WriteAsync(application, LetterKind.Acknowledgement, email, at, ("ReceivedOn", UkTime.Say(application.ReceivedOn)));

    /// <summary>
    /// Says that a form by post or e-mail has come in, shows the applicant every answer as it was keyed in, and asks for what is missing (P1).
    /// </summary>
    public Task AskAboutKeyedAsync(DefectionApplication application, FormAnswers answers, string? email, DateTime at)
    {
        var lines = AnswerLines.Of(answers);
        return WriteAsync(
            application,
            LetterKind.KeyedForm,
            email,
            at,
            ("ReceivedOn", UkTime.Say(application.ReceivedOn)),
            ("Answers", List(lines.Where(l => l.Gap is null).Select(l => $"{l.Yours}: {l.Value ?? "Nothing"}"))),
            ("Missing", List(lines.Where(l => l.Gap is not null).Select(l => $"{l.Yours}: {(l.Gap!.Kind == GapKind.CannotBeRead ? "we could not read it" : "nothing is written there")}{(l.Gap.Where is { } where ? $" ({where})" : null)}"))));

        static string List(IEnumerable<string> items) =>
            string.Join('\n', items.Select(i => $"- {string.Join(' ', i.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}"));
    }

    /// <summary>Writes a letter in the unit of work of the deed that causes it.</summary>
    /// <param name="application">The application it is about.</param>
    /// <param name="kind">Which letter.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="values">What its template names beyond the reference and the applicant's name.</param>
    public async Task WriteAsync(DefectionApplication application, LetterKind kind, DateTime at, params (string Name, string Value)[] values)
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
        DefectionApplication application, LetterKind kind, string? email, DateTime at, params (string Name, string Value)[] values)
    {
        var given = values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        given["Reference"] = application.Reference;
        given["Name"] = vault.Open(application, nameof(DefectionApplication.ApplicantName), application.ApplicantName);
        var text = texts.Write(kind, given);
        applications.Add(ApplicantLetter.Write(application.Id, kind, text.Heading, text.Text, email is null, at, vault));
        if (email is not null)
        {
            await outbox.AddAsync(new MessageWaiting(email, PageOf(NewLink(application.Id, at))) { About = application.Id });
        }
    }
}
