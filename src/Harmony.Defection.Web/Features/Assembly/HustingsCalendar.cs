using System.Globalization;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>
/// A hustings as an iCalendar file. It says when and nothing else: calendars are shared, and shown on locked screens, so neither the
/// applicant nor the place nor the joining link is in it.
/// </summary>
internal static class HustingsCalendar
{
    /// <summary>Writes the file.</summary>
    /// <param name="hustings">The hustings.</param>
    /// <param name="now">The moment of writing, in UTC.</param>
    public static string Write(HustingsPage hustings, DateTime now) => string.Join(
        "\r\n",
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Harmony Defection//EN",
        "BEGIN:VEVENT",
        $"UID:{hustings.Id:N}@hustings",
        $"SEQUENCE:{hustings.Number - 1}",
        $"DTSTAMP:{Utc(now)}",
        $"DTSTART:{Utc(hustings.StartsAt)}",
        $"DTEND:{Utc(hustings.EndsAt)}",
        "SUMMARY:Meeting of your Society",
        "DESCRIPTION:Sign in to your Society’s pages to see where it is.",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        string.Empty);

    private static string Utc(DateTime moment) => moment.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
