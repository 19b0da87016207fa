using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Domain.Apply;

/// <summary>Where drafts, form releases and the files of a form are kept.</summary>
public interface IDrafts
{
    /// <summary>A draft that is not sent yet; nothing where there is none.</summary>
    Task<Draft?> FindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>The files that were uploaded with a form, oldest first.</summary>
    Task<IReadOnlyList<StoredFile>> FilesAsync(Guid id, FilePurpose purpose, CancellationToken cancellation = default);

    /// <summary>Applicants' drafts that were last changed before a moment, oldest first.</summary>
    Task<IReadOnlyList<Draft>> ExpiredAsync(DateTime changedBefore, int most, CancellationToken cancellation = default);

    /// <summary>The applicant's draft that a shown code opens, by its keyed hash.</summary>
    Task<Draft?> FindByReturnCodeAsync(string hash, CancellationToken cancellation = default);

    /// <summary>The applicant's draft, last changed of several, whose confirmed e-mail address has this keyed hash.</summary>
    Task<Draft?> FindByEmailAsync(string hash, CancellationToken cancellation = default);

    /// <summary>The newest code by e-mail for an address, by its keyed hash.</summary>
    Task<EmailedCode?> FindCodeAsync(CodePurpose purpose, string emailHash, CancellationToken cancellation = default);

    /// <summary>Codes by e-mail that were made before a moment.</summary>
    Task<IReadOnlyList<EmailedCode>> OldCodesAsync(DateTime madeBefore, int most, CancellationToken cancellation = default);

    /// <summary>How many forms are begun online and not sent.</summary>
    Task<int> PendingDraftsAsync(CancellationToken cancellation = default);

    /// <summary>How many applications came online that Research has not begun on.</summary>
    Task<int> PendingApplicationsAsync(CancellationToken cancellation = default);

    /// <summary>How many bytes of files lie with both.</summary>
    Task<long> PendingBytesAsync(CancellationToken cancellation = default);

    /// <summary>The newest form release; nothing before the first.</summary>
    Task<FormRelease?> ReleaseInForceAsync(CancellationToken cancellation = default);

    /// <summary>A form release by its id.</summary>
    Task<FormRelease> ReleaseAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>What the applicant says of a keyed form; nothing where the form was sent online.</summary>
    Task<KeyedReply?> KeyedReplyAsync(Guid application, CancellationToken cancellation = default);

    /// <summary>Takes a row out of the unit of work's store.</summary>
    void Remove(object row);
}
