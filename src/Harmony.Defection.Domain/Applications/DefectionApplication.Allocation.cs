using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Domain.Applications;

/// <content>Who carries out the decision duties, and whose Members decide: P7, P8, rules 1, 2, 15 and 27.</content>
public sealed partial class DefectionApplication
{
    private readonly List<RouteStop> route = [];

    /// <summary>The bodies that may carry out the duties, in the order in which they are asked.</summary>
    public IReadOnlyList<RouteStop> Route => route;

    /// <summary>The body that is asked now, or carries out the duties.</summary>
    public RouteStop? CurrentStop => route.LastOrDefault(s => s.OfferedAt is not null && s.Answer is CapacityAnswer.None or CapacityAnswer.Took);

    /// <summary>The body that carries out the decision duties, once one has taken them.</summary>
    public Guid? ResponsibleSocietyId { get; private set; }

    /// <summary>The Society whose Members are the assembly: they read, debate and vote, whoever carries out the duties (rule 15).</summary>
    public Guid? AssemblySocietyId { get; private set; }

    /// <summary>The secretary of the body that is asked takes responsibility (P7, P8).</summary>
    public void TakeResponsibility(Act act) => TakeDuties(Step.TakeResponsibility, act);

    /// <summary>The Society for Elections carries out the duties; the say stays with the Members of the assembly (P7).</summary>
    public void CarryOutDuties(Act act) => TakeDuties(Step.CarryOutDuties, act);

    /// <summary>The secretary of the body that is asked declines for lack of capacity; the case goes on to the next larger body (P7).</summary>
    public void DeclineResponsibility(string? reason, Act act, IVault vault)
    {
        Allow(Step.DeclineResponsibility, act);
        Require(route.Any(s => s.OfferedAt is null), "The Society for Elections is the last body on the route; it carries out the duties (P7).");
        PassOn(CapacityAnswer.Declined, act.At);
        Take(Step.DeclineResponsibility, act, reason, vault);
    }

    /// <summary>Why lack of capacity cannot be confirmed yet; nothing when it can.</summary>
    public string? WhyCapacityCannotBeConfirmed(DateTime now, ProcessSettings settings) =>
        CurrentStop?.OfferedAt?.AddDays(settings.CapacityAnswerDays) is { } due && now >= due
            ? null
            : $"A body has {settings.CapacityAnswerDays} days to answer before its silence counts as lack of capacity (rule 2).";

    /// <summary>The General Secretary confirms that a silent body lacks capacity; the case goes on (P7, rule 2).</summary>
    /// <exception cref="ProcessRuleException">The body still has time to answer, or is the last one.</exception>
    public void ConfirmLackOfCapacity(Act act, ProcessSettings settings)
    {
        Allow(Step.ConfirmLackOfCapacity, act);
        if (WhyCapacityCannotBeConfirmed(act.At, settings) is { } refusal)
        {
            throw new ProcessRuleException(refusal);
        }

        Require(route.Any(s => s.OfferedAt is null), "The Society for Elections is the last body on the route; it carries out the duties (P7).");
        PassOn(CapacityAnswer.LacksCapacity, act.At);
        Take(Step.ConfirmLackOfCapacity, act);
    }

    /// <summary>The General Secretary names the Society whose Members decide, where none had enough eligible Members (rule 15).</summary>
    /// <exception cref="ProcessRuleException">The assembly is settled already.</exception>
    public void NameAssembly(Guid society, string reason, Act act, IVault vault)
    {
        Allow(Step.NameAssembly, act);
        Require(AssemblySocietyId is null, "The Society whose Members decide is settled already (rule 15).");
        AssemblySocietyId = society;
        Take(Step.NameAssembly, act, reason, vault);
    }

    private void TakeDuties(Step step, Act act)
    {
        Allow(step, act);
        CurrentStop!.TakeAnswer(CapacityAnswer.Took, act.At);
        ResponsibleSocietyId = CurrentStop.SocietyId;
        Take(step, act);
    }

    /// <summary>The next larger body is asked; after the last one, the Society for Elections, that one is asked again.</summary>
    private void PassOn(CapacityAnswer answer, DateTime at)
    {
        var stop = CurrentStop!;
        stop.TakeAnswer(answer, at);
        ResponsibleSocietyId = null;
        (route.FirstOrDefault(s => s.OfferedAt is null) ?? stop).Offer(at);
    }
}
