namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>To an account holder who asked for it: the link by which they set a new password.</summary>
/// <param name="Recipient">The account's address.</param>
/// <param name="UsableUntil">When the link stops working, in UTC.</param>
/// <param name="Link">The page where the new password is set; it works once.</param>
public sealed record PasswordReset(string Recipient, DateTime UsableUntil, SitePath Link) : Letter(Recipient);
