using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>What a researcher enters for a check.</summary>
public sealed class CheckForm
{
    /// <summary>Longest source.</summary>
    public const int SourceLength = 500;

    /// <summary>Longest note.</summary>
    public const int NoteLength = 2000;

    public CheckOutcome? Outcome { get; set; }

    public string? Source { get; set; }

    public DateInput? SeenOn { get; set; }

    public string? Note { get; set; }

    /// <summary>When the check that was shown had been recorded, so that nobody overwrites what somebody else found meanwhile.</summary>
    public long Seen { get; set; }

    /// <summary>The form filled from what is stored.</summary>
    public static CheckForm Of(Check check, IVault vault) => new()
    {
        Outcome = check.Outcome == CheckOutcome.Open ? null : check.Outcome,
        Source = check.Source is { } source ? vault.Open(check, nameof(Check.Source), source) : null,
        SeenOn = DateInput.Of(check.SeenOn),
        Note = check.Note is { } note ? vault.Open(check, nameof(Check.Note), note) : null,
        Seen = Stamp(check),
    };

    /// <summary>Records it on the case.</summary>
    /// <exception cref="ProcessRuleException">A rule refuses it, or somebody else recorded this check meanwhile.</exception>
    public void Record(DefectionApplication application, CheckItem item, Act act, IVault vault)
    {
        if (application.Checks.FirstOrDefault(c => c.Item == item) is { } check && Stamp(check) != Seen)
        {
            throw new ProcessRuleException("Somebody else recorded this check in the meantime: what they found stands beside. What you typed is kept; record it again if yours should stand.");
        }

        application.RecordCheck(item, new CheckResult(Outcome!.Value, Source?.Trim(), SeenOn?.Value, Note?.Trim()), act, vault);
    }

    private static long Stamp(Check check) => check.ConcludedAt?.Ticks ?? 0;
}

internal sealed class CheckFormValidator : AbstractValidator<CheckForm>
{
    public CheckFormValidator(TimeProvider clock)
    {
        RuleFor(f => f.Outcome).NotNull().WithMessage("Choose what came of the check")
            .Must(o => o != CheckOutcome.Open && Enum.IsDefined(o!.Value)).WithMessage("Choose what came of the check");
        RuleFor(f => f.Source).NotEmpty().When(NeedsSource).WithMessage("Enter the source you looked at: nothing is confirmed or contradicted without one");
        RuleFor(f => f.Source).MaximumLength(CheckForm.SourceLength).WithMessage($"Use {CheckForm.SourceLength} characters or fewer");
        RuleFor(f => f.SeenOn).RealDate("the day you saw it").When(NeedsSource);
        RuleFor(f => f.SeenOn).RealDateIfAny("the day you saw it").When(f => !NeedsSource(f));
        RuleFor(f => f.SeenOn).AndMust((_, day) => day <= UkTime.Day(clock.Now()), "The day you saw it cannot be in the future");
        RuleFor(f => f.Note).MaximumLength(CheckForm.NoteLength).WithMessage($"Use {CheckForm.NoteLength} characters or fewer");
    }

    private static bool NeedsSource(CheckForm form) => form.Outcome is CheckOutcome.Confirmed or CheckOutcome.Contradicted;
}
