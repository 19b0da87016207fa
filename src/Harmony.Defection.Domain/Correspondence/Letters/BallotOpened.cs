namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>To Members on the roll: a ballot is open (P13, P14). It says nothing of question, options or votes.</summary>
/// <param name="Recipient">The Member's address.</param>
/// <param name="ClosesAt">The ballot's last second, in UTC.</param>
/// <param name="Link">The ballot's page.</param>
public sealed record BallotOpened(string Recipient, DateTime ClosesAt, SitePath Link) : Letter(Recipient);
