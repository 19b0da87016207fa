using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Forms;

/// <summary>How a form comes in (P1).</summary>
public enum Channel
{
    Online,
    Post,
    Email,
}

/// <summary>What an application knows of its form: what stays in the clear, and the two values that lists show.</summary>
/// <param name="ApplicationId">The application's id, made before.</param>
/// <param name="Reference">Its public number.</param>
/// <param name="Channel">How the form came in.</param>
/// <param name="ReceivedOn">The UK day on which it was received.</param>
/// <param name="FormReleaseId">The release whose texts were agreed to.</param>
/// <param name="OfficeKind">The kind of the main office, as the table called it then.</param>
/// <param name="IsLargerThanConstituency">Whether that office's area is larger than a constituency (rule 1).</param>
/// <param name="AreaSocietyId">The Society of the main office's area.</param>
/// <param name="NameUsed">The name the applicant uses.</param>
/// <param name="Office">The main office in one line.</param>
/// <param name="HasEmail">Whether there is an e-mail address to write to: one on a form sent online only once it is confirmed (rule 29, RL2).</param>
/// <param name="EmailConfirmedAt">When the applicant proved that the address is theirs, in UTC; nothing where they have not.</param>
public sealed record Submission(
    Guid ApplicationId,
    string Reference,
    Channel Channel,
    DateOnly ReceivedOn,
    Guid FormReleaseId,
    string OfficeKind,
    bool IsLargerThanConstituency,
    Guid AreaSocietyId,
    string NameUsed,
    string Office,
    bool HasEmail,
    DateTime? EmailConfirmedAt = null)
{
    /// <summary>The language in which the applicant filled it in, and is written to.</summary>
    public string Language { get; init; } = Languages.English;
}
