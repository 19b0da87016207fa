using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Evidence;

/// <summary>What a stored file is for.</summary>
public enum FilePurpose
{
    /// <summary>Proof of local links or residence (F13).</summary>
    Proof,

    /// <summary>The scan or message that a keyed form was keyed from (P1).</summary>
    Source,

    /// <summary>A document that the applicant added after sending the form.</summary>
    Evidence,
}

/// <summary>A file that came with a form. Its content lies encrypted in the file store under its id; it never goes to an assembly (rule 6).</summary>
public sealed class StoredFile : ISealedRow
{
    private StoredFile()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    /// <summary>The draft's id, which becomes the application's.</summary>
    public Guid ApplicationId { get; private init; }

    public FilePurpose Purpose { get; private init; }

    /// <summary>The name the file had, for showing only.</summary>
    public Sealed FileName { get; private set; }

    /// <summary>One of the types that are let in, decided by content.</summary>
    public string ContentType { get; private init; } = string.Empty;

    /// <summary>Size in bytes.</summary>
    public long Size { get; private init; }

    /// <summary>When it was uploaded, in UTC.</summary>
    public DateTime UploadedAt { get; private init; }

    /// <summary>Describes a file whose content is stored already.</summary>
    public static StoredFile Of(Guid id, Guid application, FilePurpose purpose, string fileName, string contentType, long size, DateTime at, IVault vault)
    {
        var file = new StoredFile
        {
            Id = id,
            ApplicationId = application,
            Purpose = purpose,
            ContentType = contentType,
            Size = size,
            UploadedAt = at,
        };
        file.FileName = vault.Seal(file, nameof(FileName), fileName);
        return file;
    }
}
