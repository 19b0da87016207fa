using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Shared;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Allocation;

/// <summary>What the pages of the route to a deciding body show (P7, P8, rules 1, 2 and 15).</summary>
public sealed class AllocationQueries(
    IApplications applications, ISocieties societies, PartyNames party, ProcessSettings settings, IVault vault, TimeProvider clock)
{
    /// <summary>The page of a step.</summary>
    public async Task<AllocationPage> PageAsync(Guid id, Step step, Guid reader, Role role, CancellationToken cancellation = default)
    {
        var application = await applications.FindAsync(id, cancellation) ?? throw new ApplicationNotFoundException(id);
        var byId = (await societies.AllAsync(cancellation)).ToDictionary(s => s.Id);
        var now = clock.Now();
        var stop = application.CurrentStop;
        var next = application.Route.FirstOrDefault(s => s.OfferedAt is null);
        return new AllocationPage(
            CaseCrumb.Of(application, vault),
            [
                .. application.Route.Select(s => new RouteRow(
                    byId[s.SocietyId].Name, byId[s.SocietyId].Kind, s.Answer, s.OfferedAt, s.AnsweredAt, s == stop)),
            ],
            Why(application, byId),
            stop is null ? string.Empty : byId[stop.SocietyId].Name,
            next is null ? null : byId[next.SocietyId].Name,
            application.AssemblySocietyId is { } assembly ? byId[assembly].Name : null,
            application.AssemblySocietyId is { } society ? await EligibleAsync(society, id, now, cancellation) : 0,
            application.WhyNotYet(step, new Act(reader, role, now), settings),
            OpensAt(application, step));
    }

    /// <summary>The Societies that may be named, with how many of their Members could vote today.</summary>
    public async Task<IReadOnlyList<Choice>> AssembliesAsync(Guid id, CancellationToken cancellation = default)
    {
        var choices = new List<Choice>();
        foreach (var society in (await societies.AllAsync(cancellation)).Where(s => s.Kind != SocietyKind.Elections))
        {
            var eligible = await EligibleAsync(society.Id, id, clock.Now(), cancellation);
            choices.Add(new Choice(society.Id.ToString(), society.Name, $"{society.Kind.Say()}. {eligible.SayMembers()} could vote today."));
        }

        return choices;
    }

    private string Why(DefectionApplication application, Dictionary<Guid, Society> byId)
    {
        var area = byId.TryGetValue(application.AreaSocietyId, out var found) ? found.Name : "its Society";
        var office = application.OfficeKind;
        return application.IsLargerThanConstituency
            ? $"{office}: the office’s area is larger than a constituency, so the City or Regional Society around {area} is asked first (rule 1)."
            : $"{office}, in the area of {area}: the smallest Society covering it is asked first, then each larger one, at last the {party.SocietyForElections} (rules 1 and 2).";
    }

    private DateTime? OpensAt(DefectionApplication application, Step step) => step switch
    {
        Step.ConfirmLackOfCapacity => application.CurrentStop?.OfferedAt?.AddDays(settings.CapacityAnswerDays),
        Step.ConfirmHustingsNotArranged when application.CurrentGathering is null => application.StageSince.AddDays(settings.AnnounceHustingsDays),
        _ => null,
    };

    private async Task<int> EligibleAsync(Guid society, Guid application, DateTime now, CancellationToken cancellation)
    {
        var today = UkTime.Day(now);
        return (await societies.EligibleMembersAsync(society, application, today, today, cancellation)).Count;
    }
}

/// <summary>What bodies and their answers are called.</summary>
public static class AllocationWords
{
    /// <summary>The kind of Society as people read it.</summary>
    public static string Say(this SocietyKind kind) => kind == SocietyKind.Elections ? "Stands in for Societies" : $"{kind} Society";

    /// <summary>A number of Members: "1 Member", "12 Members".</summary>
    public static string SayMembers(this int members) => members == 1 ? "1 Member" : $"{members} Members";
}
