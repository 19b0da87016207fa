using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Correspondence;

/// <summary>
/// One kind of e-mail: its class names the values its templates need, one in plain text and one in HTML, both bearing the class's name.
/// Every property is at hand in them. A time is UTC here and printed in UK local time with the zone named.
/// </summary>
/// <param name="Recipient">The e-mail address it goes to; an address alone, without a name.</param>
public abstract record Letter(string Recipient)
{
    /// <summary>The application it is about, for the outbox's own book-keeping; never printed in the message.</summary>
    public Guid? About { get; init; }

    /// <summary>The language of whoever it goes to.</summary>
    public string Language { get; init; } = Languages.English;

    /// <summary>
    /// Messages of one key replace each other while unsent, so that no superseded one goes out late. Letters to many people about one
    /// matter share one key. At most 100 characters, ids and words of the code only: it is stored in clear.
    /// </summary>
    public string? Supersedes { get; init; }

    /// <summary>The entry for the recipient's calendar that goes with it, if any.</summary>
    public CalendarEntry? Calendar { get; init; }

    /// <summary>The kind alone, so that a log line cannot give the recipient away by accident.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A letter that could never be sent: a template or a value is missing, or the address is not one.</summary>
/// <param name="message">What is missing. It names fields, never their contents.</param>
/// <param name="inner">What went wrong beneath.</param>
public sealed class LetterException(string message, Exception? inner = null) : Exception(message, inner);
