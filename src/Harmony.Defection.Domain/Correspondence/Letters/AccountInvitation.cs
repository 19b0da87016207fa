namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>To somebody who is given an account: the link by which they set their password.</summary>
/// <param name="Recipient">The address the account is for.</param>
/// <param name="UsableUntil">When the link stops working, in UTC.</param>
/// <param name="Link">The page where the password is set; it works once.</param>
public sealed record AccountInvitation(string Recipient, DateTime UsableUntil, SitePath Link) : Letter(Recipient);
