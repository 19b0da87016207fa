namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>To Members: a decision period has been declared (P11).</summary>
/// <param name="Recipient">The Member's address.</param>
/// <param name="EndsAt">Its last second, in UTC.</param>
/// <param name="Link">The debate's page.</param>
public sealed record PeriodDeclared(string Recipient, DateTime EndsAt, SitePath Link) : Letter(Recipient);
