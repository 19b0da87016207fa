using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;

namespace Harmony.Defection.Domain.Applicant;

/// <summary>
/// The e-mail address of a form that is sent: confirmed by a code, or another one given, which stands beside the form as a correction and is written
/// to once it is confirmed (rule 29). Nothing here tells whether an address is known.
/// </summary>
public sealed class EmailDesk(
    Desk desk, ApplicantDesk corrections, EmailedCodes codes, IApplications applications, IApplicantStore store, IVault vault)
{
    /// <summary>Where the message leads that bears the code. It leads to no application: the address may be a stranger’s.</summary>
    public const string CodePath = "/code";

    /// <summary>Takes in the address that the applicant wants to be written to, and sends a code there. The same one again is no correction.</summary>
    /// <param name="application">The application.</param>
    /// <param name="email">The address.</param>
    /// <param name="was">What the form says, in words.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ProcessRuleException">The application is closed, or holds too many corrections.</exception>
    public async Task GiveAsync(Guid application, string email, string was, CancellationToken cancellation = default)
    {
        var found = await FindAsync(application, cancellation);
        if (found.GivenEmail(await applications.FindFormAsync(application, cancellation), vault) is not { } given || codes.HashOf(given) != codes.HashOf(email))
        {
            await corrections.CorrectAsync(application, CorrectedAnswer.Email, was, email, cancellation);
        }

        await SendAsync(application, cancellation);
    }

    /// <summary>Sends a code to the address that the applicant gave last, unless it is confirmed or there is none.</summary>
    public async Task SendAsync(Guid application, CancellationToken cancellation = default)
    {
        var found = await FindAsync(application, cancellation);
        if (ApplicationProcess.Find(Step.ConfirmEmail, found.Stage) is not null && !found.IsGivenEmailConfirmed
            && found.GivenEmail(await applications.FindFormAsync(application, cancellation), vault) is { } email)
        {
            await codes.SendAsync(CodePurpose.Confirm, codes.HashOf(email), email, found.Language, CodePath, cancellation);
        }
    }

    /// <summary>Confirms the address by the code that was sent to it. Each try counts.</summary>
    /// <returns>Whether the code was right, in time.</returns>
    /// <exception cref="ProcessRuleException">The application is closed, or the address is confirmed already.</exception>
    public async Task<bool> ConfirmAsync(Guid application, string? typed, CancellationToken cancellation = default)
    {
        var isRight = false;
        await desk.ActAsync(
            application,
            application,
            Role.Applicant,
            async (a, act) =>
            {
                a.Allow(Step.ConfirmEmail, act);
                if (a.GivenEmail(await applications.FindFormAsync(application, cancellation), vault) is not { } email)
                {
                    return;
                }

                var hash = codes.HashOf(email);
                isRight = await codes.TryAsync(CodePurpose.Confirm, hash, typed, cancellation);
                if (!isRight)
                {
                    return;
                }

                a.ConfirmEmail(act);
                if (!await store.HasEmailAsync(application, hash, cancellation))
                {
                    applications.Add(LookUpEntry.Of(application, LookUpKind.Email, hash));
                }
            },
            cancellation);
        return isRight;
    }

    private async Task<DefectionApplication> FindAsync(Guid application, CancellationToken cancellation) =>
        await applications.FindAsync(application, cancellation) ?? throw new ApplicationNotFoundException(application);
}
