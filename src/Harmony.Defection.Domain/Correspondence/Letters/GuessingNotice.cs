namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>To Operations: somebody asks for applicants' private pages so fast that they were stopped, as one who guesses at links does (AZ6).</summary>
/// <param name="Recipient">The address of somebody who holds the role.</param>
/// <param name="Link">The page on which Operations looks after the site.</param>
/// <param name="At">When they were stopped, in UTC.</param>
public sealed record GuessingNotice(string Recipient, SitePath Link, DateTime At) : Letter(Recipient);
