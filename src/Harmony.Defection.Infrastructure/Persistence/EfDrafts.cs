using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>Drafts, form releases and the files of forms in the database.</summary>
internal sealed class EfDrafts(DefectionDbContext context) : IDrafts
{
    private IQueryable<Guid> Begun => context.Set<Draft>().Where(d => d.Channel == Channel.Online).Select(d => d.Id);

    private IQueryable<Guid> Waiting =>
        context.Set<DefectionApplication>().Where(a => a.Stage == Stage.Received && a.Channel == Channel.Online).Select(a => a.Id);

    /// <inheritdoc />
    public async Task<Draft?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        await context.Set<Draft>().FindAsync([id], cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<StoredFile>> FilesAsync(Guid id, FilePurpose purpose, CancellationToken cancellation = default) =>
        await context.Set<StoredFile>().Where(f => f.ApplicationId == id && f.Purpose == purpose).OrderBy(f => f.UploadedAt)
            .ToListAsync(cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Draft>> ExpiredAsync(DateTime changedBefore, int most, CancellationToken cancellation = default) =>
        await context.Set<Draft>().Where(d => d.Channel == Channel.Online && d.ChangedAt < changedBefore).OrderBy(d => d.ChangedAt).Take(most)
            .ToListAsync(cancellation);

    /// <inheritdoc />
    public Task<Draft?> FindByReturnCodeAsync(string hash, CancellationToken cancellation = default) =>
        context.Set<Draft>().SingleOrDefaultAsync(d => d.ReturnCodeHash == hash && d.Channel == Channel.Online, cancellation);

    /// <inheritdoc />
    public Task<Draft?> FindByEmailAsync(string hash, CancellationToken cancellation = default) =>
        context.Set<Draft>().Where(d => d.ConfirmedEmailHash == hash && d.Channel == Channel.Online).OrderByDescending(d => d.ChangedAt)
            .FirstOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public Task<EmailedCode?> FindCodeAsync(CodePurpose purpose, string emailHash, CancellationToken cancellation = default) =>
        context.Set<EmailedCode>().SingleOrDefaultAsync(c => c.Purpose == purpose && c.EmailHash == emailHash, cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<EmailedCode>> OldCodesAsync(DateTime madeBefore, int most, CancellationToken cancellation = default) =>
        await context.Set<EmailedCode>().Where(c => c.MadeAt < madeBefore).OrderBy(c => c.MadeAt).Take(most).ToListAsync(cancellation);

    /// <inheritdoc />
    public Task<int> PendingDraftsAsync(CancellationToken cancellation = default) => Begun.CountAsync(cancellation);

    /// <inheritdoc />
    public Task<int> PendingApplicationsAsync(CancellationToken cancellation = default) => Waiting.CountAsync(cancellation);

    /// <inheritdoc />
    public Task<long> PendingBytesAsync(CancellationToken cancellation = default) =>
        context.Set<StoredFile>().Where(f => Begun.Contains(f.ApplicationId) || Waiting.Contains(f.ApplicationId)).SumAsync(f => f.Size, cancellation);

    /// <inheritdoc />
    public Task<FormRelease?> ReleaseInForceAsync(CancellationToken cancellation = default) =>
        context.Set<FormRelease>().AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public Task<FormRelease> ReleaseAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<FormRelease>().AsNoTracking().SingleAsync(r => r.Id == id, cancellation);

    /// <inheritdoc />
    public async Task<KeyedReply?> KeyedReplyAsync(Guid application, CancellationToken cancellation = default) =>
        await context.Set<KeyedReply>().FindAsync([application], cancellation);

    /// <inheritdoc />
    public void Remove(object row) => context.Remove(row);
}
