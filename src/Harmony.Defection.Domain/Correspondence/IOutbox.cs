namespace Harmony.Defection.Domain.Correspondence;

/// <summary>
/// One kind of e-mail: its class names the values its template needs. The template, in plain text and HTML, bears the class's name.
/// </summary>
/// <param name="Recipient">The e-mail address it goes to.</param>
public abstract record Letter(string Recipient)
{
    /// <summary>The application it is about, for the outbox's own book-keeping; never printed in the message.</summary>
    public Guid? About { get; init; }

    /// <summary>Messages of one key replace each other while unsent, so that no superseded one goes out late.</summary>
    public string? Supersedes { get; init; }
}

/// <summary>
/// Where letters wait to be sent. Adding one writes a row into the unit of work of the deed that causes it, so that letter and deed
/// stand or fall together.
/// </summary>
public interface IOutbox
{
    /// <summary>Adds a letter to the current unit of work.</summary>
    void Add(Letter letter);

    /// <summary>Takes back every unsent letter about an application whose key is the one given.</summary>
    Task CancelAsync(string supersedes, CancellationToken cancellation = default);
}
