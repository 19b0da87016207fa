using FluentValidation;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>A contact with the applicant, or an attempt at one.</summary>
public sealed class RecordContactForm
{
    /// <summary>Longest account of what was said.</summary>
    public const int SaidLength = 4000;

    public ContactMeans? Means { get; set; }

    public WhenInput? TookPlaceAt { get; set; }

    public bool? Reached { get; set; }

    public string? Said { get; set; }
}

/// <summary>Something that could not be matched, to be put to the applicant.</summary>
public sealed class PutFindingForm
{
    /// <summary>Longest statement.</summary>
    public const int StatementLength = 2000;

    public CheckItem? Item { get; set; }

    public string? Statement { get; set; }
}

/// <summary>To whom a case goes, and how it stands.</summary>
public sealed class HandOverForm
{
    /// <summary>Longest note.</summary>
    public const int NoteLength = 2000;

    public Guid? Researcher { get; set; }

    public string? Note { get; set; }
}

/// <summary>Why a case should be closed as not genuine.</summary>
public sealed class ProposeNotGenuineForm
{
    public NotGenuineGround? Ground { get; set; }

    public string? Statement { get; set; }
}

internal sealed class RecordContactFormValidator : AbstractValidator<RecordContactForm>
{
    public RecordContactFormValidator(TimeProvider clock)
    {
        RuleFor(f => f.Means).NotNull().WithMessage("Choose how you got in touch");
        RuleFor(f => f.TookPlaceAt).RealWhen("when it took place")
            .AndMust((_, at) => at <= clock.Now(), "A conversation is recorded after it took place");
        RuleFor(f => f.Reached).NotNull().WithMessage("Say whether you reached the applicant");
        RuleFor(f => f.Said).NotEmpty().When(f => f.Reached == true).WithMessage("Write down what was said");
        RuleFor(f => f.Said).MaximumLength(RecordContactForm.SaidLength).WithMessage($"Use {RecordContactForm.SaidLength} characters or fewer");
    }
}

internal sealed class PutFindingFormValidator : AbstractValidator<PutFindingForm>
{
    public PutFindingFormValidator()
    {
        RuleFor(f => f.Item).NotNull().WithMessage("Choose the item it is about");
        RuleFor(f => f.Statement)
            .NotEmpty().WithMessage("Write what you could not match")
            .MaximumLength(PutFindingForm.StatementLength).WithMessage($"Use {PutFindingForm.StatementLength} characters or fewer");
    }
}

internal sealed class HandOverFormValidator : AbstractValidator<HandOverForm>
{
    public HandOverFormValidator()
    {
        RuleFor(f => f.Researcher).NotNull().WithMessage("Choose who takes the case");
        RuleFor(f => f.Note).MaximumLength(HandOverForm.NoteLength).WithMessage($"Use {HandOverForm.NoteLength} characters or fewer");
    }
}

internal sealed class ProposeNotGenuineFormValidator : AbstractValidator<ProposeNotGenuineForm>
{
    public ProposeNotGenuineFormValidator()
    {
        RuleFor(f => f.Ground).NotNull().WithMessage("Choose one of the three grounds");
        RuleFor(f => f.Statement)
            .NotEmpty().WithMessage("Write what the applicant is to answer")
            .MaximumLength(PutFindingForm.StatementLength).WithMessage($"Use {PutFindingForm.StatementLength} characters or fewer");
    }
}
