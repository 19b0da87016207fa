using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Outcome;

/// <summary>What a decision brings with it, in the very save that records it (P15 to P18).</summary>
public sealed class Outcomes(IApplications applications, ISocieties societies, ApplicantPost post, IVault vault)
{
    /// <summary>Acceptance: membership first, then the letter with its three reminders (P15 to P17, rule 19).</summary>
    public async Task AcceptAsync(DefectionApplication application, Act act, CancellationToken cancellation = default)
    {
        var society = application.AssemblySocietyId!.Value;
        var form = await applications.FindFormAsync(application.Id, cancellation);
        var name = vault.Open(application, nameof(DefectionApplication.ApplicantName), application.ApplicantName);
        var isNew = await societies.EnrolAsync(
            application.Id, society, name, application.EmailInUse(form, vault), UkTime.Day(act.At), cancellation);
        var societyName = (await societies.AllAsync(cancellation)).Single(s => s.Id == society).Name;
        await post.WriteAsync(
            application,
            LetterKind.Acceptance,
            act.At,
            ("Society", () => societyName),
            ("Membership", () => isNew ? T("You are also a Member of the Party from today.") : T("You remain a Member of the Party.")));
    }

    /// <summary>Rejection: one letter, the same for all; no reason exists to be given (P18, rule 20).</summary>
    public Task RejectAsync(DefectionApplication application, Act act, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return post.WriteAsync(application, LetterKind.Rejection, act.At);
    }
}
