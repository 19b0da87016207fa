namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>To Members: a result can be read on its page. What it is, the e-mail does not say.</summary>
/// <param name="Recipient">The Member's address.</param>
/// <param name="Link">The result's page.</param>
public sealed record ResultPublished(string Recipient, SitePath Link) : Letter(Recipient);
