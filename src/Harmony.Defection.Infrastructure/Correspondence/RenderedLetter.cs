namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>A letter as it will be read.</summary>
/// <param name="Subject">Its subject, one line.</param>
/// <param name="Text">Its text for whoever reads plain text.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="Calendar">The entry for the recipient's calendar, as iCalendar.</param>
public sealed record RenderedLetter(string Subject, string Text, string Html, string? Calendar);
