using FluentValidation;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Web.Features.Shared;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Allocation;

/// <summary>One body on the route, as people read it.</summary>
/// <param name="Name">The Society's name.</param>
/// <param name="Kind">What kind of Society it is.</param>
/// <param name="Answer">What it answered.</param>
/// <param name="AskedAt">When it was asked, in UTC; nothing while the route has not come to it.</param>
/// <param name="AnsweredAt">When it answered, or was answered for, in UTC.</param>
/// <param name="IsNow">Whether it is the body asked, or responsible, now.</param>
public sealed record RouteRow(string Name, SocietyKind Kind, CapacityAnswer Answer, DateTime? AskedAt, DateTime? AnsweredAt, bool IsNow);

/// <summary>What every page of this part shows: who is asked, why they, and whose Members decide.</summary>
/// <param name="Head">The case.</param>
/// <param name="Rows">The route, smallest body first.</param>
/// <param name="Why">Why the route begins where it does.</param>
/// <param name="Asked">The body asked now.</param>
/// <param name="Next">The body that is asked after it; nothing where it is the last.</param>
/// <param name="Assembly">The Society whose Members decide; nothing while it must be named.</param>
/// <param name="Eligible">How many of its Members could vote if the hustings were announced today.</param>
/// <param name="NotYet">Why the step cannot be taken yet; nothing when it can.</param>
/// <param name="OpensAt">From when it can, in UTC, where that is known.</param>
public sealed record AllocationPage(
    CaseCrumb Head,
    IReadOnlyList<RouteRow> Rows,
    string Why,
    string Asked,
    string? Next,
    string? Assembly,
    int Eligible,
    string? NotYet,
    DateTime? OpensAt);

/// <summary>Why a body declines, if it wants to say so.</summary>
public sealed class DeclineForm
{
    public string? Reason { get; set; }

    /// <summary>What the page shows around the form.</summary>
    [BindNever]
    public AllocationPage? Page { get; set; }
}

/// <summary>Which Society's Members decide, and why it is named by hand.</summary>
public sealed class NameAssemblyForm
{
    public Guid? Society { get; set; }

    public string? Reason { get; set; }

    /// <summary>The Societies to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Societies { get; set; } = [];

    /// <summary>What the page shows around the form.</summary>
    [BindNever]
    public AllocationPage? Page { get; set; }
}

internal sealed class DeclineFormValidator : AbstractValidator<DeclineForm>
{
    public DeclineFormValidator() => RuleFor(f => f.Reason).MaximumLength(1000).WithMessage("Use 1,000 characters or fewer");
}

internal sealed class NameAssemblyFormValidator : AbstractValidator<NameAssemblyForm>
{
    public NameAssemblyFormValidator()
    {
        RuleFor(f => f.Society).NotNull().WithMessage("Choose the Society whose Members decide");
        RuleFor(f => f.Reason)
            .NotEmpty().WithMessage("Write why this Society is named; it stays in the history of the case")
            .MaximumLength(1000).WithMessage("Use 1,000 characters or fewer");
    }
}
