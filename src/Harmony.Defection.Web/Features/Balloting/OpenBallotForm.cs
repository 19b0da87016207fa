using FluentValidation;

namespace Harmony.Defection.Web.Features.Balloting;

/// <summary>How long a ballot is to be open (rule 14).</summary>
public sealed class OpenBallotForm
{
    /// <summary>The most days that a chair may choose.</summary>
    public const int MostDays = 28;

    public int? Days { get; set; }
}

internal sealed class OpenBallotFormValidator : AbstractValidator<OpenBallotForm>
{
    public OpenBallotFormValidator(Domain.Applications.ProcessSettings settings) =>
        RuleFor(f => f.Days)
            .NotNull().WithMessage("Enter for how many days the ballot is open")
            .InclusiveBetween(settings.BallotLeastDays, OpenBallotForm.MostDays)
            .WithMessage($"A ballot is open for {settings.BallotLeastDays} to {OpenBallotForm.MostDays} days");
}
