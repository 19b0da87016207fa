using FluentValidation;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>The page on which somebody confirms a step that needs no more than a reason, or not even that.</summary>
/// <param name="Head">What stands above every page of the case.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Says">What happens then, a paragraph each.</param>
/// <param name="Button">The button's words.</param>
/// <param name="NotYet">Why it cannot be done yet; nothing when it can.</param>
/// <param name="Form">The reason.</param>
/// <param name="IsGrave">Whether the step ends something or takes something back.</param>
/// <param name="Reason">The question for the reason; nothing where none is asked.</param>
/// <param name="Hint">A line of help under it.</param>
/// <param name="Quote">What somebody else wrote, to be read before.</param>
public sealed record StepPage(
    CaseHead Head,
    string Title,
    IReadOnlyList<string> Says,
    string Button,
    string? NotYet,
    ReasonForm Form,
    bool IsGrave = false,
    string? Reason = null,
    string? Hint = null,
    string? Quote = null) : ICasePart;

/// <summary>A reason.</summary>
public sealed class ReasonForm
{
    /// <summary>Longest reason.</summary>
    public const int Length = 2000;

    public string? Reason { get; set; }
}

internal sealed class ReasonFormValidator : AbstractValidator<ReasonForm>
{
    public ReasonFormValidator() =>
        RuleFor(f => f.Reason)
            .NotEmpty().WithMessage("Give the reason")
            .MaximumLength(ReasonForm.Length).WithMessage($"Use {ReasonForm.Length} characters or fewer");
}
