using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Deliberation;

/// <summary>What the chair must know of the period before a step.</summary>
public record PeriodPage
{
    public required string Reference { get; init; }

    /// <summary>The period's last moment, in UTC.</summary>
    public DateTime? EndsAt { get; init; }

    /// <summary>Why the step cannot be taken now; nothing when it can.</summary>
    public string? Refusal { get; init; }
}

/// <summary>The page on which the period is extended.</summary>
public sealed record ExtendPage : PeriodPage
{
    /// <summary>The last day that the period may have with all extensions.</summary>
    public DateOnly? Latest { get; init; }

    public ExtendForm Form { get; set; } = new();
}

/// <summary>The page on which a finding is proposed.</summary>
public sealed record ProposePage : PeriodPage
{
    /// <summary>When a finding proposed now would take effect, in UTC.</summary>
    public DateTime? TakesEffectAt { get; init; }

    /// <summary>Whether that is later than the period's end, because of the cooling-off (rule 13).</summary>
    public bool CoolsOff => TakesEffectAt > EndsAt;

    /// <summary>Days of the cooling-off; nothing where it is switched off.</summary>
    public int? CoolingOffDays { get; init; }

    /// <summary>What can be found.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = Choices.Of<FindingKind>(k => k.Say(), k => k switch
    {
        FindingKind.ConsensusToAccept => "The assembly agrees to accept",
        FindingKind.ConsensusToReject => "The assembly agrees not to accept",
        _ => "The assembly did not come together; a ballot of Members follows",
    });

    public FindingForm Form { get; set; } = new();
}
