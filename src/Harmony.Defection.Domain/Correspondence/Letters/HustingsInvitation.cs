using Harmony.Defection.Domain.Hustings;

namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>To Members: the date of a hustings, with the reminder that their conduct matters (P9, P10, C1). It names nobody.</summary>
/// <param name="Recipient">The Member's address.</param>
/// <param name="StartsAt">When it begins, in UTC.</param>
/// <param name="Place">Online, in person, or both; where exactly is said on the page.</param>
/// <param name="Link">The hustings' page.</param>
public sealed record HustingsInvitation(string Recipient, DateTime StartsAt, GatheringKind Place, SitePath Link) : Letter(Recipient);

/// <summary>To Members: a hustings they were invited to does not take place.</summary>
/// <param name="Recipient">The Member's address.</param>
/// <param name="StartsAt">When it would have begun, in UTC.</param>
/// <param name="Link">The page that says how it goes on.</param>
public sealed record HustingsCancelled(string Recipient, DateTime StartsAt, SitePath Link) : Letter(Recipient);
