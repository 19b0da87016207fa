using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Time;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>Entries for calendars, as iCalendar, in UK local time with the zone's own rules.</summary>
internal static class CalendarText
{
    private const string Zone = "Europe/London";

    /// <summary>Writes an entry for one person.</summary>
    public static string Write(CalendarEntry entry, string page, string recipient, MailOptions mail, PartyNames names, DateTime now)
    {
        var calendar = new Calendar { Method = entry.Cancelled ? CalendarMethods.Cancel : CalendarMethods.Request, ProductId = "-//Correspondence//EN" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, entry.StartsAt.AddYears(-1), includeHistoricalData: false));
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{entry.Id:N}@{mail.MessageIdDomain}",
            Sequence = entry.Sequence,
            DtStamp = new CalDateTime(now, "UTC"),
            Start = Local(entry.StartsAt),
            End = Local(entry.EndsAt),
            Summary = names.CalendarTitle,
            Url = new Uri(page),
            Description = page,
            Class = "PRIVATE",
            Status = entry.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Organizer = new Organizer($"mailto:{mail.FromAddress}") { CommonName = names.SenderName },
            Attendees = [new Attendee($"mailto:{recipient}") { Rsvp = false }],
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Local(DateTime utc) => new(UkTime.ToLocal(utc), Zone);
}
