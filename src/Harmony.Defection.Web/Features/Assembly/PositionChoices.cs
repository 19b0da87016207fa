using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>The positions to choose from, with what each means (rule 11).</summary>
internal static class PositionChoices
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Choice> All { get; } = Choices.Of<PositionKind>(k => k.Say(), k => k switch
    {
        PositionKind.Agree => "Let us accept",
        PositionKind.StandAside => "I will not take part in this one",
        PositionKind.Concern => "Heard and recorded; it does not stop us",
        _ => "I cannot live with it. Needs a reason.",
    });
}
