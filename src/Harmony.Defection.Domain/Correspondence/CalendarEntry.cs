namespace Harmony.Defection.Domain.Correspondence;

/// <summary>
/// A date for the recipient's calendar. It says when, and where to read more; what the meeting is about is not said, since calendars
/// are shared and shown on locked screens.
/// </summary>
/// <param name="Id">The meeting's id; the same for every later change, so that the entry moves instead of doubling.</param>
/// <param name="Sequence">Counts the changes from 0; a calendar keeps the highest it has seen.</param>
/// <param name="StartsAt">When it begins, in UTC.</param>
/// <param name="EndsAt">When it ends, in UTC.</param>
/// <param name="Page">The page that says more.</param>
/// <param name="Cancelled">Whether the entry is to be taken out again.</param>
public sealed record CalendarEntry(Guid Id, int Sequence, DateTime StartsAt, DateTime EndsAt, SitePath Page, bool Cancelled = false);
