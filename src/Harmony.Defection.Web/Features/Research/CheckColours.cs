using Harmony.Defection.Domain.Research;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>How outcomes look.</summary>
public static class CheckColours
{
    /// <summary>The colour of an outcome's tag.</summary>
    public static string Colour(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Open => "blue",
        CheckOutcome.Confirmed => "green",
        CheckOutcome.Contradicted => "orange",
        _ => "plain",
    };

    /// <summary>When an outcome is the right one.</summary>
    public static string? Hint(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Confirmed => "A public record, or the applicant themselves, shows it",
        CheckOutcome.Contradicted => "Something you saw says otherwise; it is put to the applicant",
        CheckOutcome.CouldNotBeChecked => "There is nothing to look at; say in the note what you tried",
        CheckOutcome.NotNeeded => "The applicant gave nothing here",
        _ => null,
    };
}
