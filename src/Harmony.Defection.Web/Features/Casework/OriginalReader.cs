using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Security;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>
/// Records that somebody opened the original of a case or what Research wrote about it: off the roll from then on (rule 15), and in the audit
/// trail each time (AT1).
/// </summary>
public sealed class OriginalReader(DefectionDbContext context, Standings standings, CaseContext current, IAuditTrail audit)
{
    /// <summary>Records an opening of the case that the request is about, before anything is shown.</summary>
    /// <param name="action">What was opened, as the trail names it.</param>
    /// <param name="fields">Names of the fields shown.</param>
    public Task RecordAsync(string action, params string[] fields) =>
        RecordAsync(current.Id, current.Standing.PersonId, current.Standing.Is(Role.Research) ? Role.Research : Role.GeneralSecretary, action, fields);

    /// <summary>Records an opening of any case.</summary>
    public async Task RecordAsync(Guid application, Guid person, Role role, string action, params string[] fields)
    {
        // Whatever a refused deed left behind is not to be stored by this save.
        context.ChangeTracker.Clear();
        await standings.RecordOpeningAsync(application, person);
        audit.Record(new AuditDeed(action, nameof(DefectionApplication), application) { ActorId = person, Role = role.ToString(), Fields = fields });
        await context.SaveChangesAsync();
    }
}
