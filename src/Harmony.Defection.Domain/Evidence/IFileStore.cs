namespace Harmony.Defection.Domain.Evidence;

/// <summary>Where uploaded files lie, encrypted, under names of the store's own making.</summary>
public interface IFileStore
{
    /// <summary>Writes a file durably before it returns; its row may then be committed.</summary>
    /// <param name="id">The id of the file's row, made before.</param>
    /// <param name="content">What was uploaded.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>The number of bytes taken in.</returns>
    Task<long> WriteAsync(Guid id, Stream content, CancellationToken cancellation = default);

    /// <summary>Opens a stored file for reading, decrypted.</summary>
    /// <exception cref="FileNotFoundException">No such file is stored.</exception>
    Task<Stream> OpenAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Removes a stored file; removing one that is not there is no error.</summary>
    Task RemoveAsync(Guid id, CancellationToken cancellation = default);
}
