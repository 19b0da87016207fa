using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Hustings;

/// <summary>A date of the hustings as the chair enters it (P10, rule 8).</summary>
public sealed class GatheringForm
{
    public GatheringKind? Kind { get; set; }

    public WhenInput? Starts { get; set; }

    /// <summary>The time of day at which it ends, UK time, on the same day.</summary>
    public string? Ends { get; set; }

    public string? Place { get; set; }

    public string? JoiningLink { get; set; }

    /// <summary>What the page shows around the form.</summary>
    [BindNever]
    public AnnouncePage? Page { get; set; }

    /// <summary>When it ends, in UTC, once start and end can be read.</summary>
    public DateTime? EndsAt => Starts?.Utc is { } start && ClockText.Read(Ends, out var time) is null
        ? UkTime.ToUtc(UkTime.Day(start).ToDateTime(time))
        : null;

    /// <summary>The plan that a valid form holds.</summary>
    public GatheringPlan Plan() => new(
        Kind!.Value,
        Starts!.Utc!.Value,
        EndsAt!.Value,
        Kind == GatheringKind.Online ? null : Place!.Trim(),
        Kind == GatheringKind.InPerson ? null : JoiningLink!.Trim());
}

/// <summary>The last day of the decision period that is declared (P11).</summary>
public sealed class RecordForm
{
    public DateInput? LastDay { get; set; }

    /// <summary>What the page shows around the form.</summary>
    [BindNever]
    public RecordPage? Page { get; set; }
}

internal sealed class GatheringFormValidator : AbstractValidator<GatheringForm>
{
    private const int MostOfPlace = 500;

    public GatheringFormValidator(TimeProvider clock, ProcessSettings settings)
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("Choose how the hustings is held");
        RuleFor(f => f.Starts).RealWhen("the start of the hustings").AndMust(
            (_, start) => start >= clock.Now().AddDays(settings.HustingsNoticeDays),
            $"The hustings needs {settings.HustingsNoticeDays} days’ notice. Choose {UkTime.SayWithWeekday(clock.Now().AddDays(settings.HustingsNoticeDays))} or later");
        RuleFor(f => f.Ends).Custom((typed, context) =>
        {
            var fault = ClockText.Read(typed, out _);
            if (fault is not null)
            {
                context.AddFailure(fault switch
                {
                    ClockFault.Missing => "Enter the time at which it ends, like 9pm",
                    ClockFault.MorningOrEvening => "Say whether the end is in the morning or evening, like 9pm or 21:00",
                    _ => "Enter the end as a time like 9pm or 21:00",
                });
            }
            else if (context.InstanceToValidate is { EndsAt: { } end, Starts.Utc: { } start } && end <= start)
            {
                context.AddFailure("The end must be later on the same day than the start");
            }
        });
        RuleFor(f => f.Place)
            .NotEmpty().When(f => f.Kind is GatheringKind.InPerson or GatheringKind.Both, ApplyConditionTo.CurrentValidator)
            .WithMessage("Enter the hall and its address")
            .MaximumLength(MostOfPlace).WithMessage($"Use {MostOfPlace} characters or fewer for the place");
        RuleFor(f => f.JoiningLink)
            .NotEmpty().When(f => f.Kind is GatheringKind.Online or GatheringKind.Both, ApplyConditionTo.CurrentValidator)
            .WithMessage("Enter the link by which people join")
            .MaximumLength(MostOfPlace).WithMessage($"Use {MostOfPlace} characters or fewer for the link")
            .Must(IsWebAddress).When(f => f.Kind is GatheringKind.Online or GatheringKind.Both, ApplyConditionTo.CurrentValidator)
            .WithMessage("The link must begin with https://");
    }

    private static bool IsWebAddress(string? link) =>
        Uri.TryCreate(link?.Trim(), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
}

internal sealed class RecordFormValidator : AbstractValidator<RecordForm>
{
    public RecordFormValidator(TimeProvider clock, ProcessSettings settings)
    {
        var earliest = DecisionPeriod.EarliestLastDay(clock.Now(), settings.PeriodLeastDays);
        var latest = UkTime.Day(clock.Now()).AddDays(settings.PeriodMostDays);
        RuleFor(f => f.LastDay).RealDate("the last day of the period")
            .AndMust((_, day) => day >= earliest, $"The period lasts at least {settings.PeriodLeastDays} full days. Choose {UkTime.SayWithWeekday(earliest)} or later", nameof(DateInput.Day))
            .AndMust((_, day) => day <= latest, $"The period lasts at most {settings.PeriodMostDays} days. Choose {UkTime.SayWithWeekday(latest)} or earlier", nameof(DateInput.Day));
    }
}
