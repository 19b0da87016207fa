namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>
/// To an applicant: there is a message, read on their page (rule 29). The only e-mail applicants get, with one and the same subject and
/// text whatever has happened, so that it gives nobody away.
/// </summary>
/// <param name="Recipient">The address the applicant gave.</param>
/// <param name="Link">Their page, by a fresh secret link that works for 30 days.</param>
public sealed record MessageWaiting(string Recipient, SitePath Link) : Letter(Recipient);
