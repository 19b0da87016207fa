using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Apply;

/// <summary>
/// Whether the applicant confirms what was keyed in from their paper or e-mail (P1). They are asked when the form is taken in; their answer comes by
/// their page, or by post to the General Secretary, who records it.
/// </summary>
public sealed class KeyedReply : ISealedRow
{
    private KeyedReply()
    {
    }

    /// <summary>The application's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>When they were asked, in UTC.</summary>
    public DateTime AskedAt { get; private init; }

    /// <summary>Whether it is as they wrote it; nothing before they have answered.</summary>
    public bool? IsAsWritten { get; private set; }

    /// <summary>What differs, and what was missing, in their words.</summary>
    public Sealed? Said { get; private set; }

    /// <summary>When they answered, in UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Who recorded an answer that came by post; nobody where they answered themselves.</summary>
    public Guid? RecordedBy { get; private set; }

    /// <summary>The applicant is asked.</summary>
    public static KeyedReply Ask(Guid application, DateTime at) => new() { Id = application, AskedAt = at };

    /// <summary>The applicant's answer.</summary>
    /// <exception cref="ProcessRuleException">They have answered before, or say that it differs and not how.</exception>
    public void Answer(bool isAsWritten, string? said, Act act, IVault vault)
    {
        if (AnsweredAt is not null)
        {
            throw new ProcessRuleException(T("The applicant has answered already."));
        }

        if (!isAsWritten && string.IsNullOrWhiteSpace(said))
        {
            throw new ProcessRuleException(T("Say what is not as it was written."));
        }

        IsAsWritten = isAsWritten;
        Said = vault.SealOptional(this, nameof(Said), said);
        AnsweredAt = act.At;
        RecordedBy = act.Role == Role.Applicant ? null : act.By;
    }
}
