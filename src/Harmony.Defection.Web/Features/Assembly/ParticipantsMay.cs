using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>What a Society may let its Participants do (Roles).</summary>
public enum ParticipantsMay
{
    /// <summary>Read the released copy, the debate and the result; no, unless the Society says so.</summary>
    Read,

    /// <summary>Come to the hustings; yes, unless the Society says otherwise.</summary>
    Attend,
}

/// <summary>
/// Lets whoever is no more than a Participant on the case pass only where the assembly's Society lets them; the answer is the same as for a
/// case that is not there.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ParticipantsIfAttribute(ParticipantsMay what) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>What the Society has to let them do.</summary>
    public ParticipantsMay What { get; } = what;

    /// <summary>After <see cref="OnCaseAttribute"/>, which finds out who the person is.</summary>
    public int Order => 1;

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (context.Result is not null)
        {
            return;
        }

        var services = context.HttpContext.RequestServices;
        var standing = services.GetRequiredService<CaseContext>().Standing;
        var societies = await services.GetRequiredService<ISocieties>().AllAsync(context.HttpContext.RequestAborted);
        if (!standing.LetsIn(What, societies))
        {
            await RefusedLooksMissing.RecordAsync(context.HttpContext);
            context.Result = new NotFoundResult();
        }
    }
}

/// <summary>What a standing lets a person do of what a Society's settings decide.</summary>
internal static class StandingExtensions
{
    /// <summary>Whether the person may: every role but Participant may, a Participant where the Society says so.</summary>
    public static bool LetsIn(this Standing standing, ParticipantsMay what, IReadOnlyCollection<Society> societies)
    {
        if (standing.Is(Role.Member, Role.SocietySecretary, Role.SocietyForElections))
        {
            return true;
        }

        var society = societies.FirstOrDefault(s => s.Id == standing.Case.AssemblySocietyId);
        return standing.Is(Role.Participant) && (what == ParticipantsMay.Read ? society?.ParticipantsMayRead : society?.ParticipantsMayAttend) is true;
    }
}
