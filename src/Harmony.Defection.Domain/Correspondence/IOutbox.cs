namespace Harmony.Defection.Domain.Correspondence;

/// <summary>
/// Where letters wait to be sent. Adding one writes a row into the unit of work of the deed that causes it, so that letter and deed
/// stand or fall together; the caller saves.
/// </summary>
public interface IOutbox
{
    /// <summary>
    /// Adds a letter to the current unit of work. Every stored letter with the same <see cref="Letter.Supersedes"/> key that has not
    /// been sent is taken back with it.
    /// </summary>
    /// <exception cref="LetterException">
    /// A template or a value is missing, or the address is not one: the letter could never be sent, so the deed must not go through.
    /// </exception>
    Task AddAsync(Letter letter, CancellationToken cancellation = default);

    /// <summary>
    /// Adds the letters of one deed, as to every Member of a Society. Letters of one key that are added in one unit of work do not
    /// replace each other; they replace what was stored before it.
    /// </summary>
    /// <exception cref="LetterException">A template or a value is missing, or an address is not one; none of the letters is added.</exception>
    Task AddAsync(IReadOnlyCollection<Letter> letters, CancellationToken cancellation = default);

    /// <summary>
    /// Takes back every letter of a key that has not been sent, those given up included. One that is on the wire at this very moment
    /// may still arrive.
    /// </summary>
    Task CancelAsync(string supersedes, CancellationToken cancellation = default);

    /// <summary>
    /// Takes back every letter about an application that has not been sent, whoever it is to, and empties those given up:
    /// for a withdrawal, and for erasure.
    /// </summary>
    Task CancelAboutAsync(Guid about, CancellationToken cancellation = default);
}
