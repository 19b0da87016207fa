using FluentValidation;
using FluentValidation.Results;

namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>
/// Validation of answers with several parts. The error goes to the part to mend, so that the summary's link leads there. Its sentence is said
/// in the reader's language.
/// </summary>
public static class InputRules
{
    /// <summary>The text may have so many characters.</summary>
    public static IRuleBuilderOptions<TForm, string?> AtMost<TForm>(this IRuleBuilder<TForm, string?> rule, int most) =>
        rule.MaximumLength(most).WithMessage(_ => T($"Use {most} characters or fewer"));

    /// <summary>The day must be given and real.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="missing">What is said where parts are missing.</param>
    public static IRuleBuilderOptionsConditions<TForm, DateInput?> RealDate<TForm>(this IRuleBuilder<TForm, DateInput?> rule, MissingParts missing) =>
        rule.Custom((input, context) => Report(context, (input ?? new()).Fault(missing)));

    /// <summary>The day must be given and real, on a page that is in English only.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="what">What it is, in the middle of a sentence: "the day it came".</param>
    public static IRuleBuilderOptionsConditions<TForm, DateInput?> RealDate<TForm>(this IRuleBuilder<TForm, DateInput?> rule, string what) =>
        rule.RealDate(MissingParts.Of(what));

    /// <summary>The day may be left out, but what is typed must be real. The page is in English only.</summary>
    public static IRuleBuilderOptionsConditions<TForm, DateInput?> RealDateIfAny<TForm>(this IRuleBuilder<TForm, DateInput?> rule, string what) =>
        rule.Custom((input, context) => Report(context, input is null or { IsEmpty: true } ? null : input.Fault(MissingParts.Of(what))));

    /// <summary>The month must be given and real.</summary>
    public static IRuleBuilderOptionsConditions<TForm, MonthInput?> RealMonth<TForm>(this IRuleBuilder<TForm, MonthInput?> rule, MissingParts missing) =>
        rule.Custom((input, context) => Report(context, (input ?? new()).Fault(missing)));

    /// <summary>The month may be left out, but what is typed must be real.</summary>
    public static IRuleBuilderOptionsConditions<TForm, MonthInput?> RealMonthIfAny<TForm>(
        this IRuleBuilder<TForm, MonthInput?> rule, MissingParts missing) =>
        rule.Custom((input, context) => Report(context, input is null or { IsEmpty: true } ? null : input.Fault(missing)));

    /// <summary>The UK local time must be given and real. The page is in English only.</summary>
    public static IRuleBuilderOptionsConditions<TForm, WhenInput?> RealWhen<TForm>(this IRuleBuilder<TForm, WhenInput?> rule, string what) =>
        rule.Custom((input, context) => Report(context, (input ?? new()).Fault(what)));

    /// <summary>The UK local time may be left out, but what is typed must be real. The page is in English only.</summary>
    public static IRuleBuilderOptionsConditions<TForm, WhenInput?> RealWhenIfAny<TForm>(this IRuleBuilder<TForm, WhenInput?> rule, string what) =>
        rule.Custom((input, context) => Report(context, input is null or { IsEmpty: true } ? null : input.Fault(what)));

    /// <summary>A further demand on a real day, such as "in the past". Asked only when the day is real.</summary>
    public static IRuleBuilderOptionsConditions<TForm, DateInput?> AndMust<TForm>(
        this IRuleBuilder<TForm, DateInput?> rule, Func<TForm, DateOnly, bool> holds, string message, string part = nameof(DateInput.Year)) =>
        rule.Custom((input, context) =>
            Report(context, input?.Value is { } day && !holds(context.InstanceToValidate, day) ? new(part, T(message)) : null));

    /// <summary>A further demand on a real month. Asked only when the month is real.</summary>
    public static IRuleBuilderOptionsConditions<TForm, MonthInput?> AndMust<TForm>(
        this IRuleBuilder<TForm, MonthInput?> rule,
        Func<TForm, Domain.Forms.MonthYear, bool> holds,
        string message,
        string part = nameof(MonthInput.Year)) =>
        rule.Custom((input, context) =>
            Report(context, input?.Value is { } month && !holds(context.InstanceToValidate, month) ? new(part, T(message)) : null));

    /// <summary>A further demand on a real instant, in UTC. Asked only when it is real.</summary>
    public static IRuleBuilderOptionsConditions<TForm, WhenInput?> AndMust<TForm>(
        this IRuleBuilder<TForm, WhenInput?> rule, Func<TForm, DateTime, bool> holds, string message, string part = nameof(WhenInput.Day)) =>
        rule.Custom((input, context) =>
            Report(context, input?.Utc is { } utc && !holds(context.InstanceToValidate, utc) ? new(part, T(message)) : null));

    private static void Report<TForm>(ValidationContext<TForm> context, InputFault? fault)
    {
        if (fault is not null)
        {
            context.AddFailure(new ValidationFailure($"{context.PropertyPath}.{fault.Part}", fault.Message));
        }
    }
}
