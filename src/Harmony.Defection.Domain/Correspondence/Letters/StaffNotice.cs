namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>To somebody who holds a role: something waits for them. What it is, and about whom, is said only behind their sign-in.</summary>
/// <param name="Recipient">The role holder's address.</param>
/// <param name="Link">Their queue, or the case in it.</param>
public sealed record StaffNotice(string Recipient, SitePath Link) : Letter(Recipient);
