using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>The kinds of office that the form offers (F1).</summary>
[Route("operations/offices"), HoldsRole(Role.Operations)]
public sealed class OfficeKindsController(OfficeKindDesk desk, CurrentPerson person) : DefectionController
{
    private const string List = "/operations/offices";

    /// <summary>Every kind.</summary>
    [HttpGet("")]
    public async Task<IActionResult> OfficeKinds() => View(await desk.AllAsync(HttpContext.RequestAborted));

    /// <summary>The form that adds one.</summary>
    [HttpGet("new")]
    public IActionResult AddOfficeKind() => View(new OfficeKindForm());

    /// <summary>Adds one.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> AddOfficeKind(OfficeKindForm form)
    {
        if (!ModelState.IsValid || !await TryAsync(() => desk.AddAsync(form.ToDetails(), person.Id)))
        {
            return View(form);
        }

        Say("The form offers it from now on.");
        return Redirect(List);
    }

    /// <summary>One kind, to be changed or retired.</summary>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> OfficeKind(Guid id) =>
        await desk.FindAsync(id) is { } kind ? View(OfficeKindForm.Of(kind)) : NotFound();

    /// <summary>Changes it.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> OfficeKind(Guid id, OfficeKindForm form)
    {
        if (await desk.FindAsync(id) is not { } kind)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await TryAsync(() => desk.SetAsync(id, form.Version, form.ToDetails(), person.Id)))
        {
            form.Stands = kind;
            return View(form);
        }

        Say("The change is saved. Forms that named it before keep the words they had.");
        return Redirect(List);
    }

    /// <summary>Takes it off the form.</summary>
    [HttpPost("{id:guid}/retire")]
    public Task<IActionResult> Retire(Guid id) => OfferAsync(id, offer: false, "It is retired. Forms that named it keep it.");

    /// <summary>Offers it again.</summary>
    [HttpPost("{id:guid}/bring-back")]
    public Task<IActionResult> BringBack(Guid id) => OfferAsync(id, offer: true, "The form offers it again.");

    private async Task<IActionResult> OfferAsync(Guid id, bool offer, string done)
    {
        if (await desk.FindAsync(id) is not { } kind)
        {
            return NotFound();
        }

        if (!await TryAsync(() => desk.OfferAsync(id, offer, person.Id)))
        {
            return View("OfficeKind", OfficeKindForm.Of(kind));
        }

        Say(done);
        return Redirect(List);
    }
}

/// <summary>What is said of a kind of office.</summary>
public sealed class OfficeKindForm
{
    /// <summary>The version that was shown.</summary>
    public int Version { get; set; }

    public string? Name { get; set; }

    public OfficeLevel? Level { get; set; }

    public string? AreaWord { get; set; }

    public bool IsLarger { get; set; }

    public bool IsNamedByApplicant { get; set; }

    public string? WelshName { get; set; }

    public string? WelshAreaWord { get; set; }

    /// <summary>The kind as it stands; nothing for a new one.</summary>
    [BindNever]
    public OfficeKind? Stands { get; set; }

    /// <summary>The form filled with a kind.</summary>
    public static OfficeKindForm Of(OfficeKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new()
        {
            Version = kind.Version,
            Name = kind.Name,
            Level = kind.Level,
            AreaWord = kind.AreaWord,
            IsLarger = kind.IsLargerThanConstituency,
            IsNamedByApplicant = kind.IsNamedByApplicant,
            WelshName = kind.WelshName,
            WelshAreaWord = kind.WelshAreaWord,
            Stands = kind,
        };
    }

    /// <summary>What is said of it.</summary>
    public OfficeKindDetails ToDetails() => new(
        Tidy.Line(Name)!, Level!.Value, IsLarger, Tidy.Line(AreaWord)!, IsNamedByApplicant, Tidy.Line(WelshName), Tidy.Line(WelshAreaWord));
}

internal sealed class OfficeKindFormValidator : AbstractValidator<OfficeKindForm>
{
    public OfficeKindFormValidator()
    {
        RuleFor(f => f.Name).Must(n => Tidy.Line(n) is not null).WithMessage("Enter what a holder of the office is called")
            .AtMost(OfficeKind.LongestName);
        RuleFor(f => f.Level).NotNull().WithMessage("Choose the level");
        RuleFor(f => f.AreaWord).Must(w => Tidy.Line(w) is not null).WithMessage("Enter what its area is called, such as ward")
            .AtMost(OfficeKind.LongestAreaWord);
        RuleFor(f => f.WelshName).AtMost(OfficeKind.LongestName);
        RuleFor(f => f.WelshAreaWord).AtMost(OfficeKind.LongestAreaWord);
    }
}
