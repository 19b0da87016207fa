using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>
/// A letter that waits to be sent. Whom it goes to and what it says is sealed, and emptied once it is sent or taken back. A letter that was
/// given up keeps it, so that it can be sent again.
/// </summary>
public sealed class OutboxMessage : ISealedRow
{
    /// <summary>Room for the name of a letter's class.</summary>
    public const int KindLength = 60;

    /// <summary>Room for a key of letters that replace each other.</summary>
    public const int SupersedesLength = 100;

    /// <summary>Room for the code of what went wrong.</summary>
    public const int ErrorLength = 100;

    private OutboxMessage()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    /// <summary>The letter's class.</summary>
    public string Kind { get; private init; } = string.Empty;

    /// <summary>Its language, for the sender's name.</summary>
    public string Language { get; private init; } = Languages.English;

    /// <summary>The application it is about.</summary>
    public Guid? AboutId { get; private init; }

    /// <summary>The key of letters that replace each other while unsent.</summary>
    public string? Supersedes { get; private init; }

    public Sealed? Recipient { get; private set; }

    public Sealed? Subject { get; private set; }

    public Sealed? Text { get; private set; }

    public Sealed? Html { get; private set; }

    public Sealed? Calendar { get; private set; }

    /// <summary>When it was added, in UTC.</summary>
    public DateTime QueuedAt { get; private init; }

    /// <summary>Its place among the letters added at the same instant.</summary>
    public int Position { get; private init; }

    /// <summary>
    /// When it is to be tried next, in UTC; whoever tries it moves this on first, so that nobody else does meanwhile. Nothing once it
    /// is sent, given up or taken back.
    /// </summary>
    public DateTime? DueAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Code or class of what went wrong last; never a word of the letter or of the server's answer.</summary>
    public string? LastError { get; private set; }

    public DateTime? SentAt { get; private set; }

    public DateTime? GivenUpAt { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    /// <summary>A letter that waits from now on.</summary>
    public static OutboxMessage Queue(Letter letter, RenderedLetter rendered, int position, DateTime at, IVault vault)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(rendered);
        var message = new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            Kind = letter.GetType().Name,
            Language = letter.Language,
            AboutId = letter.About,
            Supersedes = letter.Supersedes,
            QueuedAt = at,
            Position = position,
            DueAt = at,
        };
        message.Recipient = vault.Seal(message, nameof(Recipient), letter.Recipient);
        message.Subject = vault.Seal(message, nameof(Subject), rendered.Subject);
        message.Text = vault.Seal(message, nameof(Text), rendered.Text);
        message.Html = vault.Seal(message, nameof(Html), rendered.Html);
        message.Calendar = vault.SealOptional(message, nameof(Calendar), rendered.Calendar);
        return message;
    }

    /// <summary>Takes it back, and empties it.</summary>
    public void Cancel(DateTime at)
    {
        (CancelledAt, GivenUpAt, DueAt) = (at, null, null);
        (Recipient, Subject, Text, Html, Calendar) = (null, null, null, null, null);
    }
}
