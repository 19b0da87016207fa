using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>One job as it is typed (F12).</summary>
public class JobForm
{
    public string? Title { get; set; }

    public string? Employer { get; set; }

    public MonthInput? Started { get; set; }

    public MonthInput? Left { get; set; }

    /// <summary>Whether nothing of a job was typed.</summary>
    public bool IsEmpty =>
        Tidy.Line(Title) is null && Tidy.Line(Employer) is null && Started is null or { IsEmpty: true } && Left is null or { IsEmpty: true };

    /// <summary>The form filled with a job.</summary>
    public static JobForm Of(Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new() { Title = job.Title, Employer = job.Employer, Started = MonthInput.Of(job.From), Left = MonthInput.Of(job.To) };
    }

    /// <summary>The job.</summary>
    public Job ToJob(Guid id) => new(id, Tidy.Line(Title) ?? string.Empty, Tidy.Line(Employer) ?? string.Empty, Started?.Value ?? default, Left?.Value);
}

/// <summary>The page on work: one more job, or word that there are no more (F12).</summary>
public sealed class EmploymentForm : JobForm
{
    /// <summary>Most jobs that can be listed.</summary>
    public const int Most = 50;

    public bool NoJobs { get; set; }

    public string? Gaps { get; set; }

    /// <summary>Whether to stay on the page for another job.</summary>
    [ModelBinder(typeof(PressedBinder))]
    public bool Another { get; set; }
}

/// <summary>Why the applicant wants to join, if they wish to say so.</summary>
public sealed class ReasonsForm
{
    /// <summary>Most characters.</summary>
    public const int Longest = 4000;

    public string? Why { get; set; }
}

internal abstract class JobRules<TForm> : AbstractValidator<TForm> where TForm : JobForm
{
    private static readonly MissingParts StartMissing = new(
        Words.N("Enter the month you started"),
        Words.N("The month you started must include a month"),
        Words.N("The month you started must include a year"));

    private static readonly MissingParts EndMissing = new(
        Words.N("Enter the month you left"),
        Words.N("The month you left must include a month"),
        Words.N("The month you left must include a year"));

    protected JobRules(TimeProvider clock)
    {
        var today = UkTime.Day(clock.Now());
        var thisMonth = new MonthYear(today.Month, today.Year);
        When(IsAsked, () =>
        {
            RuleFor(f => f.Title).Must(t => Tidy.Line(t) is not null).WithMessage(_ => T("Enter the job’s title"))
                .AtMost(150);
            RuleFor(f => f.Employer).Must(t => Tidy.Line(t) is not null).WithMessage(_ => T("Enter the name of the employer"))
                .AtMost(150);
            RuleFor(f => f.Started).RealMonth(StartMissing);
            RuleFor(f => f.Started).AndMust((_, from) => from <= thisMonth, Words.N("The month you started cannot be in the future"));
            RuleFor(f => f.Started).AndMust((_, from) => from.Year >= today.Year - 80, Words.N("Check the year you started"));
            RuleFor(f => f.Left).RealMonthIfAny(EndMissing);
            RuleFor(f => f.Left).AndMust((_, to) => to <= thisMonth, Words.N("The month you left cannot be in the future. Leave it empty if you still work there"));
            RuleFor(f => f.Left).Custom((left, context) =>
            {
                var from = context.InstanceToValidate.Started?.Value;
                if (left?.Value is { } to && from is { } started && to < started && to <= thisMonth)
                {
                    var part = to.Year < started.Year ? nameof(MonthInput.Year) : nameof(MonthInput.Month);
                    var message = to.Year < started.Year
                        ? T($"The year you left must be {started.Year} or later, because you started in {started.Say()}")
                        : T($"You must have left in {started.Say()} or later, because you started then");
                    context.AddFailure(new FluentValidation.Results.ValidationFailure($"{context.PropertyPath}.{part}", message));
                }
            });
        });
    }

    /// <summary>Whether a job is to be judged at all.</summary>
    protected abstract bool IsAsked(TForm form);
}

internal sealed class JobFormValidator(TimeProvider clock) : JobRules<JobForm>(clock)
{
    protected override bool IsAsked(JobForm form) => true;
}

internal sealed class EmploymentFormValidator : JobRules<EmploymentForm>
{
    public EmploymentFormValidator(TimeProvider clock) : base(clock) =>
        RuleFor(f => f.Gaps).AtMost(1000);

    protected override bool IsAsked(EmploymentForm form) => !form.IsEmpty || form.Another;
}

internal sealed class ReasonsFormValidator : AbstractValidator<ReasonsForm>
{
    public ReasonsFormValidator() =>
        RuleFor(f => f.Why).AtMost(ReasonsForm.Longest);
}
