using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Web.Features.Wording;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Releases of the form by the Operational Working Group, and their drafts (F2, F4, F5).</summary>
public sealed class ReleaseDesk(
    DefectionDbContext context, IAuditTrail audit, TimeProvider clock, IHostEnvironment environment, ReviewedWelsh reviewed)
{
    private const string Meanwhile = "A form was released after this draft was begun. Look at what the draft would change now, then go on.";

    /// <summary>Begins a draft with the texts of the release in force.</summary>
    /// <returns>Its id.</returns>
    public Task<Guid> BeginAsync(Guid by, CancellationToken cancellation = default) => context.WriteAsync(
        async () =>
        {
            var draft = ReleaseDraft.Begin(await LastAsync(cancellation), by, clock.Now());
            context.Add(draft);
            Record("release-draft.begun", nameof(ReleaseDraft), draft.Id, by);
            return draft.Id;
        },
        cancellation);

    /// <summary>Changes a draft.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="version">The version that was shown; an older one is refused.</param>
    /// <param name="write">Says what its texts become.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed it meanwhile.</exception>
    /// <exception cref="ProcessRuleException">It is gone.</exception>
    public Task KeepAsync(
        Guid id, int version, Func<ReleaseDraft, (FormTexts Texts, WelshTexts Welsh)> write, Guid by, CancellationToken cancellation = default) =>
        context.WriteAsync(
            async () =>
            {
                var draft = await DraftAsync(id, version, cancellation);
                var (texts, welsh) = write(draft);
                draft.Write(texts, welsh, by, clock.Now());
                Record("release-draft.changed", nameof(ReleaseDraft), id, by);
            },
            cancellation);

    /// <summary>Says that a draft's author has seen what was released meanwhile, and goes on from there.</summary>
    public Task FollowAsync(Guid id, int version, CancellationToken cancellation = default) => context.WriteAsync(
        async () => (await DraftAsync(id, version, cancellation)).Follow((await LastAsync(cancellation))?.Number ?? 0), cancellation);

    /// <summary>Throws a draft away.</summary>
    public Task DiscardAsync(Guid id, Guid by, CancellationToken cancellation = default) => context.WriteAsync(
        async () =>
        {
            if (await context.Set<ReleaseDraft>().FindAsync([id], cancellation) is { } draft)
            {
                context.Remove(draft);
                Record("release-draft.discarded", nameof(ReleaseDraft), id, by);
            }
        },
        cancellation);

    /// <summary>Makes a draft the next release. The draft is gone then; the release never changes.</summary>
    /// <returns>The release's number.</returns>
    /// <exception cref="ProcessRuleException">
    /// A text is missing, another form was released meanwhile, or the sample would be put before applicants in Production.
    /// </exception>
    /// <exception cref="ConcurrencyConflictException">Somebody changed the draft since it was shown.</exception>
    public async Task<int> ReleaseAsync(Guid id, int version, Guid by, CancellationToken cancellation = default)
    {
        try
        {
            var number = await context.WriteAsync(
                async () =>
                {
                    var draft = await DraftAsync(id, version, cancellation);
                    var last = (await LastAsync(cancellation))?.Number ?? 0;
                    if (WhyNot(draft, last) is { } refusal)
                    {
                        throw new ProcessRuleException(refusal);
                    }

                    var release = FormRelease.Make(
                        last + 1, draft.Texts, SampleTexts.IsSample(draft.Texts.Kernel), by, clock.Now(), draft.Welsh);
                    context.Add(release);
                    context.Remove(draft);
                    Record("form.released", nameof(FormRelease), release.Id, by);
                    return release.Number;
                },
                cancellation);
            reviewed.Forget();
            return number;
        }
        catch (DuplicateRowException)
        {
            throw new ProcessRuleException(Meanwhile);
        }
    }

    /// <summary>Why a draft cannot be released now; nothing where it can.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="last">The number of the release in force; 0 before the first.</param>
    public string? WhyNot(ReleaseDraft draft, int last) =>
        draft.Missing.Count > 0 ? "Some texts are still missing. A release holds every text but the introduction."
        : draft.After != last ? Meanwhile
        : environment.IsProduction() && SampleTexts.IsSample(draft.Texts.Kernel)
            ? "The Kernel is still the sample. Put the Party’s own text in its place before you release the form."
            : null;

    /// <summary>Enters that a named speaker has reviewed a release's Welsh.</summary>
    /// <exception cref="ProcessRuleException">It has none, the day has not come, or it was entered before.</exception>
    public async Task ReviewWelshAsync(int number, string speaker, DateOnly on, Guid by, CancellationToken cancellation = default)
    {
        try
        {
            await context.WriteAsync(
                async () =>
                {
                    var release = await context.Set<FormRelease>().AsNoTracking().SingleAsync(r => r.Number == number, cancellation);
                    if (await context.Set<WelshReview>().AnyAsync(r => r.Id == release.Id, cancellation))
                    {
                        throw new ProcessRuleException("The review of this release is entered already.");
                    }

                    context.Add(WelshReview.Of(release, speaker, on, by, clock.Now()));
                    Record("welsh.reviewed", nameof(FormRelease), release.Id, by);
                },
                cancellation);
        }
        catch (DuplicateRowException)
        {
            throw new ProcessRuleException("The review of this release is entered already.");
        }

        reviewed.Forget();
    }

    private Task<FormRelease?> LastAsync(CancellationToken cancellation) =>
        context.Set<FormRelease>().AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);

    private async Task<ReleaseDraft> DraftAsync(Guid id, int version, CancellationToken cancellation)
    {
        var draft = await context.Set<ReleaseDraft>().FindAsync([id], cancellation)
            ?? throw new ProcessRuleException("This draft is gone: it was released or thrown away.");
        context.ExpectVersion(draft, version);
        return draft;
    }

    private void Record(string action, string kind, Guid id, Guid by) =>
        audit.Record(new AuditDeed(action, kind, id) { ActorId = by, Role = nameof(Role.Operations) });
}
