using FluentValidation;
using Harmony.Defection.Domain.Deliberation;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>What somebody adds to the debate.</summary>
public sealed class ContributionForm
{
    /// <summary>Most letters of a contribution.</summary>
    public const int Longest = 4000;

    public string? Text { get; set; }
}

/// <summary>Where somebody stands (rule 11).</summary>
public sealed class PositionForm
{
    /// <summary>Most letters of a reason.</summary>
    public const int Longest = 1000;

    public PositionKind? Kind { get; set; }

    public string? Reason { get; set; }
}

/// <summary>Why a Member challenges a finding (rule 12).</summary>
public sealed class ChallengeForm
{
    /// <summary>Most letters of a reason.</summary>
    public const int Longest = 1000;

    public string? Reason { get; set; }
}

internal sealed class ContributionFormValidator : AbstractValidator<ContributionForm>
{
    public ContributionFormValidator() =>
        RuleFor(f => f.Text)
            .NotEmpty().WithMessage("Write what you want to add to the debate")
            .MaximumLength(ContributionForm.Longest).WithMessage($"Use {ContributionForm.Longest:N0} characters or fewer");
}

internal sealed class PositionFormValidator : AbstractValidator<PositionForm>
{
    public PositionFormValidator()
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("Choose where you stand").IsInEnum().WithMessage("Choose where you stand");
        RuleFor(f => f.Reason).NotEmpty().When(f => f.Kind == PositionKind.Block).WithMessage("Say why you block: a block needs a reason");
        RuleFor(f => f.Reason).MaximumLength(PositionForm.Longest).WithMessage($"Use {PositionForm.Longest:N0} characters or fewer");
    }
}

internal sealed class ChallengeFormValidator : AbstractValidator<ChallengeForm>
{
    public ChallengeFormValidator() =>
        RuleFor(f => f.Reason)
            .NotEmpty().WithMessage("Say what is not right about the finding")
            .MaximumLength(ChallengeForm.Longest).WithMessage($"Use {ChallengeForm.Longest:N0} characters or fewer");
}
