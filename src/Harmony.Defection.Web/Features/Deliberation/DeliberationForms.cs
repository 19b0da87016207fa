using FluentValidation;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Deliberation;

/// <summary>A new last day of the decision period (rule 10).</summary>
public sealed class ExtendForm
{
    /// <summary>Most letters of the reason.</summary>
    public const int Longest = 1000;

    public DateInput LastDay { get; set; } = new();

    public string? Reason { get; set; }
}

/// <summary>A finding on the process (rule 12).</summary>
public sealed class FindingForm
{
    /// <summary>Most letters of the statement.</summary>
    public const int Longest = 2000;

    public FindingKind? Kind { get; set; }

    public string? Statement { get; set; }
}

internal sealed class ExtendFormValidator : AbstractValidator<ExtendForm>
{
    public ExtendFormValidator()
    {
        RuleFor(f => f.LastDay).RealDate("the new last day");
        RuleFor(f => f.Reason)
            .NotEmpty().WithMessage("Say why the period is extended")
            .MaximumLength(ExtendForm.Longest).WithMessage($"Use {ExtendForm.Longest:N0} characters or fewer");
    }
}

internal sealed class FindingFormValidator : AbstractValidator<FindingForm>
{
    public FindingFormValidator()
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("Choose what you find").IsInEnum().WithMessage("Choose what you find");
        RuleFor(f => f.Statement)
            .NotEmpty().WithMessage("Say how the assembly came to it")
            .MaximumLength(FindingForm.Longest).WithMessage($"Use {FindingForm.Longest:N0} characters or fewer");
    }
}
