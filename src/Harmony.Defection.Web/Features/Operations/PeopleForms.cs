using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Somebody who is given an account.</summary>
public sealed class InviteForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public Guid? Society { get; set; }

    public MembershipKind? Kind { get; set; }

    public Role? Role { get; set; }

    public Guid? RoleIn { get; set; }

    /// <summary>Societies to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Societies { get; set; } = [];
}

/// <summary>An appointment.</summary>
public sealed class AppointForm
{
    public Role? Role { get; set; }

    public Guid? RoleIn { get; set; }

    /// <summary>Societies to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Societies { get; set; } = [];

    /// <summary>The person.</summary>
    [BindNever]
    public PersonPage? Person { get; set; }
}

/// <summary>A membership.</summary>
public sealed class JoinForm
{
    public Guid? Society { get; set; }

    public MembershipKind? Kind { get; set; }

    public DateInput? JoinedOn { get; set; }

    /// <summary>Societies to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Societies { get; set; } = [];

    /// <summary>The person.</summary>
    [BindNever]
    public PersonPage? Person { get; set; }
}

/// <summary>A suspension.</summary>
public sealed class SuspendForm
{
    public DateInput? From { get; set; }

    public DateInput? Until { get; set; }

    /// <summary>The membership.</summary>
    [BindNever]
    public MembershipRow? Membership { get; set; }

    /// <summary>The person.</summary>
    [BindNever]
    public PersonPage? Person { get; set; }
}

/// <summary>An address by which somebody is looked up. It is posted, so that it stands in no address line.</summary>
public sealed class FindForm
{
    public string? Email { get; set; }

    /// <summary>The list around the form.</summary>
    [BindNever]
    public PeoplePage? List { get; set; }
}

/// <summary>Answers to choose from.</summary>
public static class PeopleChoices
{
    /// <summary>The roles that people are appointed to.</summary>
    public static IReadOnlyList<Choice> AppointmentsOf(PartyNames party) => Choices.Of(Roles.Appointed, party.Say);

    /// <summary>As what somebody belongs to a Society.</summary>
    public static IReadOnlyList<Choice> Memberships { get; } = Choices.Of<MembershipKind>(
        k => k.ToString(), k => k == MembershipKind.Member ? "Pays a subscription, and votes" : "Does not pay, and does not vote");
}

internal sealed class InviteFormValidator : AbstractValidator<InviteForm>
{
    public InviteFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the name by which they are called").MaximumLength(200).WithMessage("Use 200 characters or fewer for the name");
        RuleFor(f => f.Email).NotEmpty().WithMessage("Enter their e-mail address").EmailAddress().WithMessage("Enter an e-mail address, like name@example.org")
            .MaximumLength(254).WithMessage("Use 254 characters or fewer for the address");
        RuleFor(f => f.Kind).NotNull().When(f => f.Society is not null).WithMessage("Choose whether they are a Member or a Participant");
        RuleFor(f => f.Role).Must(r => r is null || Roles.Appointed.Contains(r.Value)).WithMessage("Choose one of the appointments listed");
        RuleFor(f => f.RoleIn).NotNull().When(f => f.Role == Role.SocietySecretary).WithMessage("Choose the Society whose secretary they are");
    }
}

internal sealed class AppointFormValidator : AbstractValidator<AppointForm>
{
    public AppointFormValidator()
    {
        RuleFor(f => f.Role).NotNull().WithMessage("Choose the appointment")
            .Must(r => r is { } role && Roles.Appointed.Contains(role)).WithMessage("Choose one of the appointments listed");
        RuleFor(f => f.RoleIn).NotNull().When(f => f.Role == Role.SocietySecretary).WithMessage("Choose the Society whose secretary they are");
    }
}

internal sealed class JoinFormValidator : AbstractValidator<JoinForm>
{
    public JoinFormValidator()
    {
        RuleFor(f => f.Society).NotNull().WithMessage("Choose the Society they join");
        RuleFor(f => f.Kind).NotNull().WithMessage("Choose whether they are a Member or a Participant");
        RuleFor(f => f.JoinedOn).RealDate("the day they joined");
    }
}

internal sealed class SuspendFormValidator : AbstractValidator<SuspendForm>
{
    public SuspendFormValidator()
    {
        RuleFor(f => f.From).RealDate("the first day of the suspension");
        RuleFor(f => f.Until).RealDateIfAny("the last day of the suspension")
            .AndMust((f, day) => f.From?.Value is not { } from || day >= from, "The last day must not be before the first", nameof(DateInput.Day));
    }
}

internal sealed class FindFormValidator : AbstractValidator<FindForm>
{
    public FindFormValidator() => RuleFor(f => f.Email).NotEmpty().WithMessage("Enter the whole e-mail address");
}
