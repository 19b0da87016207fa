using FluentValidation;
using Harmony.Defection.Domain.Balloting;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>
/// A filled-in ballot. Its paper is a receipt that was made for this ballot and this voter and that nobody else can make or read; it goes
/// through the review unseen, so that a form sent twice is one ballot.
/// </summary>
public sealed class VoteForm
{
    /// <summary>Score of Accept; nothing where it is left empty.</summary>
    public int? Accept { get; set; }

    /// <summary>Score of Reject.</summary>
    public int? Reject { get; set; }

    /// <summary>Score of Discuss further, where the ballot offers it.</summary>
    public int? DiscussFurther { get; set; }

    /// <summary>The receipt as it was typed by somebody who changes their vote.</summary>
    public string? Receipt { get; set; }

    /// <summary>The sealed receipt of a first vote.</summary>
    public string? Paper { get; set; }

    /// <summary>The score of an option.</summary>
    public int? Of(BallotOption option) => option switch
    {
        BallotOption.Accept => Accept,
        BallotOption.Reject => Reject,
        _ => DiscussFurther,
    };
}

/// <summary>A receipt to look up in a published box.</summary>
public sealed class LookUpForm
{
    /// <summary>Which of the case's ballots.</summary>
    public int Ballot { get; set; }

    public string? Receipt { get; set; }
}

internal sealed class VoteFormValidator : AbstractValidator<VoteForm>
{
    public VoteFormValidator()
    {
        const string words = "Give a score from 0 to 5, or leave it empty";
        RuleFor(f => f.Accept).InclusiveBetween(0, StarTally.HighestScore).WithMessage(words);
        RuleFor(f => f.Reject).InclusiveBetween(0, StarTally.HighestScore).WithMessage(words);
        RuleFor(f => f.DiscussFurther).InclusiveBetween(0, StarTally.HighestScore).WithMessage(words);
    }
}

internal sealed class LookUpFormValidator : AbstractValidator<LookUpForm>
{
    public LookUpFormValidator() =>
        RuleFor(f => f.Receipt)
            .NotEmpty().WithMessage("Enter your receipt")
            .Must(r => Domain.Balloting.Receipt.Read(r) is not null).WithMessage("A receipt has six groups of four letters and digits. Check every group");
}
