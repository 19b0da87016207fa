using FluentValidation;
using FluentValidation.Results;

namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>Validation of answers with several parts. The error goes to the part to mend, so that the summary's link leads there.</summary>
public static class InputRules
{
    /// <summary>The day must be given and real.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="what">What it is, in the middle of a sentence: "your date of birth".</param>
    public static IRuleBuilderOptionsConditions<T, DateInput?> RealDate<T>(this IRuleBuilder<T, DateInput?> rule, string what) =>
        rule.Custom((input, context) => Report(context, (input ?? new()).Fault(what)));

    /// <summary>The day may be left out, but what is typed must be real.</summary>
    public static IRuleBuilderOptionsConditions<T, DateInput?> RealDateIfAny<T>(this IRuleBuilder<T, DateInput?> rule, string what) =>
        rule.Custom((input, context) => Report(context, input is null or { IsEmpty: true } ? null : input.Fault(what)));

    /// <summary>The month must be given and real.</summary>
    public static IRuleBuilderOptionsConditions<T, MonthInput?> RealMonth<T>(this IRuleBuilder<T, MonthInput?> rule, string what) =>
        rule.Custom((input, context) => Report(context, (input ?? new()).Fault(what)));

    /// <summary>The month may be left out, but what is typed must be real.</summary>
    public static IRuleBuilderOptionsConditions<T, MonthInput?> RealMonthIfAny<T>(this IRuleBuilder<T, MonthInput?> rule, string what) =>
        rule.Custom((input, context) => Report(context, input is null or { IsEmpty: true } ? null : input.Fault(what)));

    /// <summary>The UK local time must be given and real.</summary>
    public static IRuleBuilderOptionsConditions<T, WhenInput?> RealWhen<T>(this IRuleBuilder<T, WhenInput?> rule, string what) =>
        rule.Custom((input, context) => Report(context, (input ?? new()).Fault(what)));

    /// <summary>The UK local time may be left out, but what is typed must be real.</summary>
    public static IRuleBuilderOptionsConditions<T, WhenInput?> RealWhenIfAny<T>(this IRuleBuilder<T, WhenInput?> rule, string what) =>
        rule.Custom((input, context) => Report(context, input is null or { IsEmpty: true } ? null : input.Fault(what)));

    /// <summary>A further demand on a real day, such as "in the past". Asked only when the day is real.</summary>
    public static IRuleBuilderOptionsConditions<T, DateInput?> AndMust<T>(
        this IRuleBuilder<T, DateInput?> rule, Func<T, DateOnly, bool> holds, string message, string part = nameof(DateInput.Year)) =>
        rule.Custom((input, context) =>
            Report(context, input?.Value is { } day && !holds(context.InstanceToValidate, day) ? new(part, message) : null));

    /// <summary>A further demand on a real month. Asked only when the month is real.</summary>
    public static IRuleBuilderOptionsConditions<T, MonthInput?> AndMust<T>(
        this IRuleBuilder<T, MonthInput?> rule,
        Func<T, Domain.Forms.MonthYear, bool> holds,
        string message,
        string part = nameof(MonthInput.Year)) =>
        rule.Custom((input, context) =>
            Report(context, input?.Value is { } month && !holds(context.InstanceToValidate, month) ? new(part, message) : null));

    /// <summary>A further demand on a real instant, in UTC. Asked only when it is real.</summary>
    public static IRuleBuilderOptionsConditions<T, WhenInput?> AndMust<T>(
        this IRuleBuilder<T, WhenInput?> rule, Func<T, DateTime, bool> holds, string message, string part = nameof(WhenInput.Day)) =>
        rule.Custom((input, context) =>
            Report(context, input?.Utc is { } utc && !holds(context.InstanceToValidate, utc) ? new(part, message) : null));

    private static void Report<T>(ValidationContext<T> context, InputFault? fault)
    {
        if (fault is not null)
        {
            context.AddFailure(new ValidationFailure($"{context.PropertyPath}.{fault.Part}", fault.Message));
        }
    }
}
