using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Releases of the form by the Operational Working Group (F2, F4, F5).</summary>
public sealed class ReleaseDesk(DefectionDbContext context, IAuditTrail audit, TimeProvider clock, IHostEnvironment environment)
{
    /// <summary>Whether a release with this Kernel would still be the sample.</summary>
    public async Task<bool> IsSampleAsync(string kernel, CancellationToken cancellation = default) =>
        (await context.Set<FormRelease>().AsNoTracking().Where(r => r.IsSample).Select(r => r.Kernel).ToListAsync(cancellation)).Exists(k => Plain(k) == Plain(kernel));

    /// <summary>Makes the next release.</summary>
    /// <param name="texts">Its texts.</param>
    /// <param name="after">The number of the release that its author had before them; 0 for none.</param>
    /// <param name="by">Who releases it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="ProcessRuleException">Another was released meanwhile, or the sample would be put before applicants in Production.</exception>
    public async Task<int> ReleaseAsync(FormTexts texts, int after, Guid by, CancellationToken cancellation = default)
    {
        try
        {
            return await context.WriteAsync(
                async () =>
                {
                    var last = await context.Set<FormRelease>().MaxAsync(r => (int?)r.Number, cancellation) ?? 0;
                    if (last != after)
                    {
                        throw MeanwhileReleased();
                    }

                    var isSample = await IsSampleAsync(texts.Kernel, cancellation);
                    if (isSample && environment.IsProduction())
                    {
                        throw new ProcessRuleException("The Kernel is still the sample. Put the Party’s own text in its place before you release the form.");
                    }

                    var release = FormRelease.Make(last + 1, texts, isSample, by, clock.Now());
                    context.Add(release);
                    audit.Record(new AuditDeed("form.released", nameof(FormRelease), release.Id) { ActorId = by, Role = nameof(Role.Operations) });
                    return release.Number;
                },
                cancellation);
        }
        catch (DuplicateRowException)
        {
            throw MeanwhileReleased();
        }
    }

    private static ProcessRuleException MeanwhileReleased() =>
        new("A form was released in the meantime. Look at the list before you release another.");

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
