using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;

namespace Harmony.Defection.Domain.Applications;

/// <content>
/// The e-mail address after the form was sent (rule 29): the form keeps the one it came with, and another one stands beside it as a correction.
/// Nothing but a code goes to an address that is not confirmed.
/// </content>
public sealed partial class DefectionApplication
{
    /// <summary>Whether there is an e-mail address to write to; without one every notice is a letter by post (rule 29).</summary>
    public bool HasEmail { get; private set; }

    /// <summary>When the applicant last proved that an e-mail address is theirs, in UTC; a lost link is sent to no other (rule 29).</summary>
    public DateTime? EmailConfirmedAt { get; private set; }

    /// <summary>Whether the address that the applicant gave last is confirmed.</summary>
    public bool IsGivenEmailConfirmed => EmailConfirmedAt is not null && (EmailCorrection is not { } last || IsConfirmed(last));

    /// <summary>The address that the applicant gave last, on the form or since; nothing where they gave none.</summary>
    /// <param name="form">The form as it was sent; nothing once it is deleted.</param>
    /// <param name="vault">Opens it.</param>
    public string? GivenEmail(ApplicationForm? form, IVault vault) => Open(EmailCorrection, form, vault);

    /// <summary>The address that is written to: one given since only once it is confirmed. Nothing where letters go by post.</summary>
    /// <param name="form">The form as it was sent; nothing once it is deleted.</param>
    /// <param name="vault">Opens it.</param>
    public string? EmailInUse(ApplicationForm? form, IVault vault) => HasEmail ? Open(EmailCorrections.LastOrDefault(IsConfirmed), form, vault) : null;

    /// <summary>The applicant has shown that the address they gave last is theirs: from now on it is the one that is written to.</summary>
    /// <exception cref="ProcessRuleException">It is confirmed already.</exception>
    public void ConfirmEmail(Act act)
    {
        Allow(Step.ConfirmEmail, act);
        Require(!IsGivenEmailConfirmed, T("This e-mail address is confirmed already."));
        (HasEmail, EmailConfirmedAt) = (true, act.At);
        Take(Step.ConfirmEmail, act);
    }

    private IEnumerable<Correction> EmailCorrections => Corrections.Where(c => c.Answer == CorrectedAnswer.Email);

    private Correction? EmailCorrection => EmailCorrections.LastOrDefault();

    private static string? Open(Correction? correction, ApplicationForm? form, IVault vault) =>
        correction is null ? form?.OpenContact(vault)?.Email : vault.Open(correction, nameof(Correction.ShouldBe), correction.ShouldBe);

    /// <summary>Whether an address was confirmed after it was given. Of several that were, the last one counts.</summary>
    private bool IsConfirmed(Correction correction) => correction.MadeAt < EmailConfirmedAt;
}
