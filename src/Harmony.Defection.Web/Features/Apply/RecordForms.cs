using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
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

internal abstract class JobRules<T> : AbstractValidator<T> where T : JobForm
{
    protected JobRules(TimeProvider clock)
    {
        var today = UkTime.Day(clock.Now());
        var thisMonth = new MonthYear(today.Month, today.Year);
        When(IsAsked, () =>
        {
            RuleFor(f => f.Title).Must(t => Tidy.Line(t) is not null).WithMessage("Enter the job’s title")
                .MaximumLength(150).WithMessage("Use 150 characters or fewer");
            RuleFor(f => f.Employer).Must(t => Tidy.Line(t) is not null).WithMessage("Enter the name of the employer")
                .MaximumLength(150).WithMessage("Use 150 characters or fewer");
            RuleFor(f => f.Started).RealMonth("the month you started");
            RuleFor(f => f.Started).AndMust((_, from) => from <= thisMonth, "The month you started cannot be in the future");
            RuleFor(f => f.Started).AndMust((_, from) => from.Year >= today.Year - 80, "Check the year you started");
            RuleFor(f => f.Left).RealMonthIfAny("the month you left");
            RuleFor(f => f.Left).AndMust((_, to) => to <= thisMonth, "The month you left cannot be in the future. Leave it empty if you still work there");
            RuleFor(f => f.Left).Custom((left, context) =>
            {
                var from = context.InstanceToValidate.Started?.Value;
                if (left?.Value is { } to && from is { } started && to < started && to <= thisMonth)
                {
                    var part = to.Year < started.Year ? nameof(MonthInput.Year) : nameof(MonthInput.Month);
                    var message = to.Year < started.Year
                        ? $"The year you left must be {started.Year} or later, because you started in {started.Say()}"
                        : $"You must have left in {started.Say()} or later, because you started then";
                    context.AddFailure(new FluentValidation.Results.ValidationFailure($"{context.PropertyPath}.{part}", message));
                }
            });
        });
    }

    /// <summary>Whether a job is to be judged at all.</summary>
    protected abstract bool IsAsked(T form);
}

internal sealed class JobFormValidator(TimeProvider clock) : JobRules<JobForm>(clock)
{
    protected override bool IsAsked(JobForm form) => true;
}

internal sealed class EmploymentFormValidator : JobRules<EmploymentForm>
{
    public EmploymentFormValidator(TimeProvider clock) : base(clock) =>
        RuleFor(f => f.Gaps).MaximumLength(1000).WithMessage("Use 1000 characters or fewer");

    protected override bool IsAsked(EmploymentForm form) => !form.IsEmpty || form.Another;
}

internal sealed class ReasonsFormValidator : AbstractValidator<ReasonsForm>
{
    public ReasonsFormValidator() =>
        RuleFor(f => f.Why).MaximumLength(ReasonsForm.Longest).WithMessage($"Use {ReasonsForm.Longest} characters or fewer");
}
