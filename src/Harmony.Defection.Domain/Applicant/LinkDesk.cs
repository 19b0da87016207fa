using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Applicant;

/// <summary>
/// Lost and replaced links (rule 29, AZ6). A fresh link goes to the confirmed address or by post, and nowhere else; the links of one application are
/// revoked together.
/// </summary>
public sealed class LinkDesk(
    IApplications applications, IApplicantStore store, ApplicantPost post, IOutbox outbox, IAuditTrail audit, IVault vault, TimeProvider clock)
{
    /// <summary>Minutes in which one address is sent one fresh link, however often it is asked for.</summary>
    public const int AgainAfterMinutes = 60;

    /// <summary>
    /// Somebody says that they lost the link of an application. Nothing tells them whether there is one: the link goes to its confirmed address, or
    /// the General Secretary is asked to post one.
    /// </summary>
    /// <param name="reference">What was typed as the reference.</param>
    /// <param name="email">What was typed as the e-mail address.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task AskAsync(string? reference, string? email, CancellationToken cancellation = default)
    {
        try
        {
            await applications.DoAsync(
                async () =>
                {
                    await TakeRequestAsync(reference, email, cancellation);
                    return true;
                },
                cancellation);
        }
        catch (Exception race) when (race is DuplicateRowException or ConcurrencyConflictException)
        {
            // The same was asked at the same moment: one answer is enough.
        }
    }

    /// <summary>Revokes every link of an application and makes a fresh one, which goes to the confirmed address.</summary>
    /// <param name="application">The application.</param>
    /// <param name="by">The General Secretary; the application itself for the applicant.</param>
    /// <param name="role">In what role.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>
    /// Nothing where it went by e-mail, and where the applicant asked and the General Secretary now has to post it; otherwise the token for the
    /// General Secretary to print.
    /// </returns>
    /// <exception cref="ApplicationNotFoundException">There is no such application.</exception>
    public Task<string?> ReplaceAsync(Guid application, Guid by, Role role, CancellationToken cancellation = default) => applications.DoAsync(
        async () =>
        {
            var found = await applications.FindAsync(application, cancellation) ?? throw new ApplicationNotFoundException(application);
            var now = clock.Now();
            foreach (var link in await store.WorkingLinksAsync(application, now, cancellation))
            {
                link.Revoke(now);
            }

            audit.Record(new AuditDeed("links.replaced", nameof(DefectionApplication), application)
            {
                ActorId = role == Role.Applicant ? null : by,
                Role = role.ToString(),
            });
            var email = found.EmailConfirmedAt is null ? null : await EmailAsync(found);
            if (email is null && role == Role.Applicant)
            {
                await AskForPostAsync(application, now, cancellation);
                return null;
            }

            foreach (var request in await store.WaitingRequestsAsync(application, cancellation))
            {
                request.Settle(by, now);
            }

            var token = post.NewLink(application, now);
            if (email is null)
            {
                return token;
            }

            await SendAsync(found, email, token, cancellation);
            return null;
        },
        cancellation);

    private async Task TakeRequestAsync(string? reference, string? email, CancellationToken cancellation)
    {
        var now = clock.Now();
        if (Reference.Read(reference) is not { } typed || await store.FindAsync(typed, cancellation) is not { } application)
        {
            return;
        }

        var hash = string.IsNullOrWhiteSpace(email) ? null : LookUps.HashOf(LookUpKind.Email, email, vault);
        var found = (await applications.FindAsync(application, cancellation))!;
        if (hash is null
            || found.EmailConfirmedAt is null
            || await EmailAsync(found) is not { } confirmed
            || LookUps.HashOf(LookUpKind.Email, confirmed, vault) != hash)
        {
            await AskForPostAsync(application, now, cancellation);
            return;
        }

        if (!await store.WasMailedSinceAsync(hash, now.AddMinutes(-AgainAfterMinutes), cancellation))
        {
            applications.Add(LinkRequest.Mailed(application, now));
            await SendAsync(found, confirmed, post.NewLink(application, now), cancellation);
        }
    }

    private async Task AskForPostAsync(Guid application, DateTime now, CancellationToken cancellation)
    {
        if ((await store.WaitingRequestsAsync(application, cancellation)).Count == 0)
        {
            applications.Add(LinkRequest.ForPost(application, now));
        }
    }

    private Task SendAsync(DefectionApplication application, string email, string token, CancellationToken cancellation)
    {
        var letter = new MessageWaiting(email, ApplicantPost.PageOf(token)) { About = application.Id, Language = application.Language };
        return outbox.AddAsync(letter, cancellation);
    }

    private async Task<string?> EmailAsync(DefectionApplication application) =>
        application.EmailInUse(await applications.FindFormAsync(application.Id), vault);
}
