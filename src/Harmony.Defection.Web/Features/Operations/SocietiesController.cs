using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Societies and what they ask for and allow.</summary>
[Route("operations/societies"), HoldsRole(Role.Operations)]
public sealed class SocietiesController(OperationsQueries queries, SocietyDesk desk, CurrentPerson person) : DefectionController
{
    private const string List = "/operations/societies";

    /// <summary>Every Society.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Societies() => View(await queries.SocietiesAsync());

    /// <summary>The form that founds one.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> Found() => View(await FillAsync(new FoundForm()));

    /// <summary>Founds one.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Found(FoundForm form)
    {
        if (!ModelState.IsValid || !await TryAsync(() => desk.FoundAsync(form.Name!, form.Kind!.Value, form.Parent, person.Id)))
        {
            return View(await FillAsync(form));
        }

        Say($"{form.Name!.Trim()} is founded. Set what it asks for.");
        return Redirect(List);
    }

    /// <summary>A Society's settings.</summary>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Settings(Guid id) =>
        await queries.SocietyAsync(id) is { } society ? View(SocietyForm.Of(society)) : NotFound();

    /// <summary>Changes them.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Settings(Guid id, SocietyForm form)
    {
        if (await queries.SocietyAsync(id) is not { } society)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await TryAsync(() => desk.SetAsync(id, form.Version, form.Set, person.Id)))
        {
            form.Society = society;
            return View(form);
        }

        Say("The settings are saved. The form shows them from now on; applications begun keep the rule they were shown.");
        return Redirect(List);
    }

    private async Task<FoundForm> FillAsync(FoundForm form)
    {
        var all = await queries.SocietiesAsync();
        form.Kinds = [.. Enum.GetValues<SocietyKind>().Where(k => k != SocietyKind.Elections || all.All(s => s.Kind != SocietyKind.Elections))];
        form.Parents = [.. all.Where(s => s.Kind is SocietyKind.City or SocietyKind.Regional).Select(s => new Choice(s.Id.ToString(), s.Name))];
        return form;
    }
}

/// <summary>A Society that is founded.</summary>
public sealed class FoundForm
{
    public string? Name { get; set; }

    public SocietyKind? Kind { get; set; }

    /// <summary>The next larger Society, of which its Members are Members too.</summary>
    public Guid? Parent { get; set; }

    /// <summary>The kinds that can be founded.</summary>
    [BindNever]
    public IReadOnlyList<SocietyKind> Kinds { get; set; } = [];

    /// <summary>The Societies that it may lie within.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Parents { get; set; } = [];
}

/// <summary>A Society's settings.</summary>
public sealed class SocietyForm
{
    /// <summary>The version that was shown.</summary>
    public int Version { get; set; }

    public int? ResidenceMonths { get; set; }

    public string? AcceptedLinks { get; set; }

    public bool OffersDiscussion { get; set; }

    public bool ParticipantsMayAttend { get; set; }

    public bool ParticipantsMayRead { get; set; }

    /// <summary>The Society as it is.</summary>
    [BindNever]
    public Society? Society { get; set; }

    /// <summary>The form with a Society's settings.</summary>
    public static SocietyForm Of(Society society) => new()
    {
        Society = society,
        Version = society.Version,
        ResidenceMonths = society.ResidenceMonths,
        AcceptedLinks = society.AcceptedLinks,
        OffersDiscussion = society.OffersDiscussion,
        ParticipantsMayAttend = society.ParticipantsMayAttend,
        ParticipantsMayRead = society.ParticipantsMayRead,
    };

    /// <summary>Gives them to the Society.</summary>
    public void Set(Society society) => society.Set(
        ResidenceMonths!.Value, AcceptedLinks?.Trim().TrimEnd('.') ?? string.Empty, OffersDiscussion, ParticipantsMayRead, ParticipantsMayAttend);
}

internal sealed class FoundFormValidator : AbstractValidator<FoundForm>
{
    public FoundFormValidator()
    {
        RuleFor(f => f.Name).NotEmpty().WithMessage("Enter the Society’s name").MaximumLength(200).WithMessage("Use 200 characters or fewer for the name");
        RuleFor(f => f.Kind).NotNull().WithMessage("Choose what kind of Society it is");
    }
}

internal sealed class SocietyFormValidator : AbstractValidator<SocietyForm>
{
    public SocietyFormValidator()
    {
        RuleFor(f => f.ResidenceMonths)
            .NotNull().WithMessage("Enter how many months of residence it asks for")
            .InclusiveBetween(0, 240).WithMessage("Enter a number of months between 0 and 240");
        RuleFor(f => f.AcceptedLinks).MaximumLength(1900).WithMessage("Use 1,900 characters or fewer for the links");
    }
}
