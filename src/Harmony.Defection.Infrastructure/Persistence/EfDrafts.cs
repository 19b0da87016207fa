using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>Drafts, form releases and the files of forms in the database.</summary>
internal sealed class EfDrafts(DefectionDbContext context) : IDrafts
{
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
    public Task<FormRelease?> ReleaseInForceAsync(CancellationToken cancellation = default) =>
        context.Set<FormRelease>().AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);

    /// <inheritdoc />
    public Task<FormRelease> ReleaseAsync(Guid id, CancellationToken cancellation = default) =>
        context.Set<FormRelease>().AsNoTracking().SingleAsync(r => r.Id == id, cancellation);

    /// <inheritdoc />
    public void Remove(object row) => context.Remove(row);
}
