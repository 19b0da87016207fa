using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Apply;

/// <summary>What sending a form gave.</summary>
/// <param name="Reference">The application's public number.</param>
/// <param name="Token">The token of the secret link; nothing where the same form was sent before.</param>
public sealed record Sent(string Reference, string? Token);

/// <summary>From the first question to an application: drafts, sending, and forms keyed in from paper or e-mail (P1, F1 to F15).</summary>
public sealed class Intake(
    IDrafts drafts, IApplications applications, IFileStore files, ApplicantPost post, IVault vault, ProcessSettings settings, IntakeLimits limits,
    TimeProvider clock)
{
    /// <summary>Minutes after sending in which the same form, sent again, is answered with a link.</summary>
    public const int SentAgainMinutes = 60;

    /// <summary>Begins an applicant's draft of the form in force.</summary>
    /// <param name="returnCode">The shown code that is to open it (<see cref="ReturnCode.New"/>).</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ProcessRuleException">No form is released, or too many are begun (RL1).</exception>
    public async Task<Draft> BeginAsync(string returnCode, CancellationToken cancellation = default)
    {
        if (await drafts.PendingDraftsAsync(cancellation) >= limits.Drafts)
        {
            throw new ProcessRuleException(T("More forms are being filled in than we can keep just now. Try again in a few hours, or ask for the form on paper."));
        }

        var draft = Draft.Begin(await ReleaseAsync(cancellation), clock.Now(), vault);
        draft.SetReturnCode(returnCode, vault);
        applications.Add(draft);
        await applications.SaveAsync(cancellation);
        return draft;
    }

    /// <summary>Begins to key in a form that came by post or e-mail.</summary>
    /// <param name="channel">How it came.</param>
    /// <param name="receivedOn">The UK day on which it came.</param>
    /// <param name="release">The form release that the paper bears, whose texts were signed: not always the one in force (F4).</param>
    /// <param name="keyedBy">Who keys it in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ProcessRuleException">It came in the future or before its release, or is said to have come online.</exception>
    public async Task<Draft> BeginKeyingAsync(
        Channel channel, DateOnly receivedOn, Guid release, Guid keyedBy, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        if (channel == Channel.Online || receivedOn > UkTime.Day(now))
        {
            throw new ProcessRuleException("Only a form that has come by post or e-mail is keyed in.");
        }

        var borne = await drafts.ReleaseAsync(release, cancellation);
        if (receivedOn < borne.ReleasedOn)
        {
            throw new ProcessRuleException(
                $"A form that came on {UkTime.Say(receivedOn)} cannot bear a release of {UkTime.Say(borne.ReleasedOn)}. Correct one of the two.");
        }

        var draft = Draft.BeginKeying(channel, borne, keyedBy, receivedOn, now, vault);
        applications.Add(draft);
        await applications.SaveAsync(cancellation);
        return draft;
    }

    /// <summary>Keeps the answers of one part.</summary>
    /// <exception cref="ConcurrencyConflictException">The draft was changed elsewhere meanwhile.</exception>
    public Task KeepAsync(Draft draft, FormAnswers answers, CancellationToken cancellation = default)
    {
        draft.Write(answers, clock.Now(), vault);
        return applications.SaveAsync(cancellation);
    }

    /// <summary>
    /// Keeps what the applicant agreed to: the texts of the release in force, in the language they read, which the draft adopts (F5 to F7, F15,
    /// rule 25).
    /// </summary>
    /// <exception cref="ProcessRuleException">No form is released.</exception>
    /// <exception cref="ConcurrencyConflictException">The draft was changed elsewhere meanwhile.</exception>
    public async Task AgreeAsync(
        Draft draft, FormAnswers answers, string language = Languages.English, CancellationToken cancellation = default)
    {
        var release = await ReleaseAsync(cancellation);
        draft.Adopt(release);
        await KeepAsync(draft, answers with { Undertakings = new UndertakingsAnswer(release.Id, clock.Now(), language) }, cancellation);
    }

    /// <summary>
    /// Takes in a file: its content first, durably, then its row. An applicant's draft is changed by it, so that it is kept for longer, and so
    /// that two uploads at once cannot both count the same files.
    /// </summary>
    /// <exception cref="ConcurrencyConflictException">The draft was changed elsewhere meanwhile; nothing is kept.</exception>
    /// <exception cref="ProcessRuleException">There is no room for the file in this form, or for more files of applicants (RL1).</exception>
    public async Task<StoredFile> AttachAsync(
        Draft draft, FilePurpose purpose, string fileName, string contentType, Stream content, CancellationToken cancellation = default)
    {
        if (draft.Channel == Channel.Online && await drafts.PendingBytesAsync(cancellation) >= limits.Bytes)
        {
            throw new ProcessRuleException(T("There is no room for more files just now. Your answers are kept: send the form without it, or try again in a few hours."));
        }

        var kept = await drafts.FilesAsync(draft.Id, purpose, cancellation);
        FileRoom.Require(purpose, draft.Channel != Channel.Online, kept, fileName, content.Length);
        var id = Guid.CreateVersion7();
        var size = await files.WriteAsync(id, content, cancellation);
        var file = StoredFile.Of(id, draft.Id, purpose, fileName, contentType, size, clock.Now(), vault);
        applications.Add(file);
        if (draft.Channel == Channel.Online)
        {
            draft.Touch(clock.Now());
        }

        try
        {
            await applications.SaveAsync(cancellation);
        }
        catch
        {
            await files.RemoveAsync(id, CancellationToken.None);
            throw;
        }

        return file;
    }

    /// <summary>Takes a file away again: its row first, then its content.</summary>
    public async Task DetachAsync(StoredFile file, CancellationToken cancellation = default)
    {
        drafts.Remove(file);
        await applications.SaveAsync(cancellation);
        await files.RemoveAsync(file.Id, cancellation);
    }

    /// <summary>Throws a draft away with its files: rows first, then contents.</summary>
    public async Task DiscardAsync(Draft draft, CancellationToken cancellation = default)
    {
        var attached = await drafts.FilesAsync(draft.Id, FilePurpose.Proof, cancellation);
        foreach (var file in attached)
        {
            drafts.Remove(file);
        }

        drafts.Remove(draft);
        await applications.SaveAsync(cancellation);
        foreach (var file in attached)
        {
            await files.RemoveAsync(file.Id, cancellation);
        }
    }

    /// <summary>Throws away what applicants have not touched for <see cref="Draft.KeptDays"/> days (rule 24).</summary>
    /// <returns>How many drafts went.</returns>
    public async Task<int> DiscardExpiredAsync(CancellationToken cancellation = default)
    {
        var expired = await drafts.ExpiredAsync(clock.Now().AddDays(-Draft.KeptDays), 50, cancellation);
        foreach (var draft in expired)
        {
            await DiscardAsync(draft, cancellation);
        }

        return expired.Count;
    }

    /// <summary>
    /// Sends an applicant's form (P1). Sending the same form twice, however close together, makes one application.
    /// </summary>
    /// <exception cref="ProcessRuleException">
    /// A part is missing, the form was released anew since its texts were agreed to, or more has come in than can be taken (RL1).
    /// </exception>
    public async Task<Sent> SubmitAsync(Draft draft, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var answers = Complete(draft);
        if (answers.Undertakings!.FormReleaseId != (await ReleaseAsync(cancellation)).Id)
        {
            throw new ProcessRuleException(T("The form was released anew since you agreed to its texts. Read them again and agree, then send it."));
        }

        if (await drafts.PendingApplicationsAsync(cancellation) >= limits.Applications)
        {
            throw new ProcessRuleException(T("More applications have come in than we can take just now. Yours is kept: send it again tomorrow."));
        }

        var submission = Describe(draft, answers, UkTime.Day(now));
        var application = DefectionApplication.Submit(submission, Act.OfApplicant(draft.Id, now), vault);
        return await MakeAsync(draft, answers, application, now, cancellation);
    }

    /// <summary>
    /// What became of a form that was sent before; nothing where it was not. Whoever still holds the form within the hour gets a link of
    /// their own, since the answer that bore the first one may never have reached them.
    /// </summary>
    public async Task<Sent?> SentBeforeAsync(Guid draft, CancellationToken cancellation = default)
    {
        if (await applications.FindAsync(draft, cancellation) is not { } application)
        {
            return null;
        }

        var now = clock.Now();
        if (now >= application.History[0].At.AddMinutes(SentAgainMinutes))
        {
            return new Sent(application.Reference, null);
        }

        var token = post.NewLink(application.Id, now);
        await applications.SaveAsync(cancellation);
        return new Sent(application.Reference, token);
    }

    /// <summary>The keyed form is complete, and waits for a second person.</summary>
    /// <exception cref="ProcessRuleException">A part is missing, or the scan or message is not attached.</exception>
    public async Task FinishKeyingAsync(Draft draft, CancellationToken cancellation = default)
    {
        RequireLeast(Complete(draft));
        if ((await drafts.FilesAsync(draft.Id, FilePurpose.Source, cancellation)).Count == 0)
        {
            throw new ProcessRuleException("Attach the scan or the message first: the second person compares the keyed form with it.");
        }

        draft.FinishKeying(clock.Now());
        await applications.SaveAsync(cancellation);
    }

    /// <summary>A second person found that the keyed form differs from its original, and sends it back to be keyed in again.</summary>
    /// <param name="draft">The keyed form.</param>
    /// <param name="note">What differs, in their words.</param>
    /// <param name="fields">The lines that differ, by their <see cref="AnswerLine.Field"/>.</param>
    /// <param name="by">The second person.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ProcessRuleException">It is not finished, or the same person keyed it.</exception>
    public Task SendBackAsync(Draft draft, string note, IReadOnlyList<string> fields, Guid by, CancellationToken cancellation = default)
    {
        if (draft.KeyedAt is null)
        {
            throw new ProcessRuleException("This form is not keyed in to its end yet.");
        }

        if (draft.KeyedBy == by)
        {
            throw new ProcessRuleException("A keyed form is compared by a second person, not by whoever keyed it (P1).");
        }

        var now = clock.Now();
        draft.SendBack(new SentBack(by, now, note, fields, draft.Read(vault)), now, vault);
        return applications.SaveAsync(cancellation);
    }

    /// <summary>A second person has compared the keyed form with its original, and it becomes an application (P1).</summary>
    /// <exception cref="ProcessRuleException">It is not finished, or the same person keyed it.</exception>
    /// <exception cref="ConcurrencyConflictException">It was changed since they looked at it.</exception>
    public async Task<Sent> ConfirmKeyedAsync(Draft draft, Guid by, Role role, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        if (draft is not { KeyedBy: { } keyedBy, KeyedAt: { } keyedAt, ReceivedOn: { } receivedOn })
        {
            throw new ProcessRuleException("This form is not keyed in to its end yet.");
        }

        var answers = Complete(draft);
        RequireLeast(answers);
        var application = DefectionApplication.ConfirmKeyed(
            Describe(draft, answers, receivedOn), keyedBy, keyedAt, new Act(by, role, now), settings, vault);
        return await MakeAsync(draft, answers, application, now, cancellation);
    }

    private async Task<Sent> MakeAsync(
        Draft draft, FormAnswers answers, DefectionApplication application, DateTime now, CancellationToken cancellation)
    {
        var release = await drafts.ReleaseAsync(draft.FormReleaseId, cancellation);
        applications.Add(application);
        applications.Add(ApplicationForm.Of(application.Id, answers, vault));
        foreach (var row in Undertaking.GivenTo(release, application.Id, answers.Undertakings!.AgreedAt, answers.Undertakings.Language))
        {
            applications.Add(row);
        }

        foreach (var row in LookUps.Of(application.Id, answers, vault))
        {
            applications.Add(row);
        }

        drafts.Remove(draft);
        var email = application.HasEmail ? answers.Contact!.Email : null;
        if (draft.KeyedBy is null)
        {
            await post.AcknowledgeAsync(application, email, now);
        }
        else
        {
            applications.Add(KeyedReply.Ask(application.Id, now));
            await post.AskAboutKeyedAsync(application, answers, email, now);
        }

        var token = post.NewLink(application.Id, now);
        try
        {
            await applications.SaveAsync(cancellation);
            return new Sent(application.Reference, token);
        }
        catch (Exception e) when (e is DuplicateRowException or ConcurrencyConflictException)
        {
            // The same form was sent a moment ago: its application stands, and the page leads to it.
            if (await applications.ReferenceOfAsync(application.Id, cancellation) is { } reference)
            {
                return new Sent(reference, null);
            }

            if (draft.KeyedBy is not null && e is ConcurrencyConflictException)
            {
                throw;
            }

            throw new ProcessRuleException(T("Your form could not be sent just now. Nothing is lost: send it again."));
        }
    }

    private FormAnswers Complete(Draft draft)
    {
        var answers = draft.Read(vault);
        return answers.Missing.Count == 0
            ? answers
            : throw new ProcessRuleException(T("The form can be sent once every part is done."));
    }

    private static void RequireLeast(FormAnswers answers)
    {
        if (answers.WhyItCannotBeTakenIn() is { } refusal)
        {
            throw new ProcessRuleException(refusal);
        }
    }

    private static Submission Describe(Draft draft, FormAnswers answers, DateOnly receivedOn) => new(
        draft.Id,
        Reference.New(),
        draft.Channel,
        receivedOn,
        draft.FormReleaseId,
        answers.MainOffice!.Kind.Name,
        answers.MainOffice.Kind.IsLargerThanConstituency,
        answers.MainOffice.SocietyId,
        answers.Name!.NameUsed,
        answers.MainOffice.SayInEnglish(),
        answers.Contact!.Email is not null && (draft.EmailConfirmedAt is not null || draft.Channel != Channel.Online),
        draft.EmailConfirmedAt)
    {
        Language = draft.Language,
    };

    private async Task<FormRelease> ReleaseAsync(CancellationToken cancellation) =>
        await drafts.ReleaseInForceAsync(cancellation) ?? throw new ProcessRuleException(T("No Defection Form is released at present."));
}
