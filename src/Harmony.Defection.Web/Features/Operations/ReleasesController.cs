using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Releases of the form (F2, F4, F5).</summary>
[Route("operations/releases"), HoldsRole(Role.Operations)]
public sealed class ReleasesController(OperationsQueries queries, ReleaseDesk desk, CurrentPerson person) : DefectionController
{
    /// <summary>Every release.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Releases() => View(await queries.ReleasesAsync());

    /// <summary>One release, whole.</summary>
    [HttpGet("{number:int}")]
    public async Task<IActionResult> Read(int number) => await queries.ReleaseAsync(number) is { } release ? View(release) : NotFound();

    /// <summary>The texts of a new release, beginning with those of the last.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New() => View(ReleaseForm.Of(await queries.ReleaseAsync()));

    /// <summary>Shows what a new release would say, goes back to its texts, or releases it.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> New(ReleaseForm form)
    {
        if (!ModelState.IsValid || form.Do == ReleaseForm.Change)
        {
            return View(form);
        }

        form.IsSample = await desk.IsSampleAsync(form.Kernel!);
        if (form.Do != ReleaseForm.Release)
        {
            return View("Preview", form);
        }

        var number = 0;
        if (!await TryAsync(async () => number = await desk.ReleaseAsync(form.Texts(), form.After, person.Id)))
        {
            return View("Preview", form);
        }

        Say($"Release {number} of the form is out. New applications are made with it; those begun keep the texts they were shown.");
        return Redirect("/operations/releases");
    }
}

/// <summary>The texts of a release as they are written.</summary>
public sealed class ReleaseForm
{
    /// <summary>What the buttons do.</summary>
    public const string Preview = "preview", Change = "change", Release = "release";

    /// <summary>The number of the release before.</summary>
    public int After { get; set; }

    public string? Kernel { get; set; }

    public string? FourPrinciples { get; set; }

    public string? Consensus { get; set; }

    public string? PrivateAccounts { get; set; }

    public string? PrivacyNotice { get; set; }

    public string? PostalAddress { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Do { get; set; }

    /// <summary>Whether it would still be the sample.</summary>
    [BindNever]
    public bool IsSample { get; set; }

    /// <summary>The form with the texts of a release.</summary>
    public static ReleaseForm Of(ReleaseReading? last) => last is null ? new() : new()
    {
        After = last.Row.Number,
        IsSample = last.Row.IsSample,
        Kernel = last.Texts.Kernel,
        FourPrinciples = last.Texts.FourPrinciples,
        Consensus = last.Texts.Consensus,
        PrivateAccounts = last.Texts.PrivateAccounts,
        PrivacyNotice = last.Texts.PrivacyNotice,
        PostalAddress = last.Texts.PostalAddress,
    };

    /// <summary>The texts that a valid form holds.</summary>
    public FormTexts Texts() => new(Kernel!.Trim(), FourPrinciples!.Trim(), Consensus!.Trim(), PrivateAccounts!.Trim(), PrivacyNotice!.Trim(), PostalAddress!.Trim());
}

internal sealed class ReleaseFormValidator : AbstractValidator<ReleaseForm>
{
    private const int Most = 40000;

    public ReleaseFormValidator(PartyNames party)
    {
        RuleFor(f => f.Kernel).NotEmpty().WithMessage($"Write the {party.Kernel}: the form bears it in full").MaximumLength(Most).WithMessage("Use 40,000 characters or fewer");
        RuleFor(f => f.FourPrinciples).NotEmpty().WithMessage($"Write the undertaking on the {party.FourPrinciples}").MaximumLength(Most).WithMessage("Use 40,000 characters or fewer");
        RuleFor(f => f.Consensus).NotEmpty().WithMessage("Write the undertaking to follow Party Consensus").MaximumLength(Most).WithMessage("Use 40,000 characters or fewer");
        RuleFor(f => f.PrivateAccounts).NotEmpty().WithMessage("Write the promise on private accounts").MaximumLength(Most).WithMessage("Use 40,000 characters or fewer");
        RuleFor(f => f.PrivacyNotice).NotEmpty().WithMessage("Write who reads the form, and for how long it is kept").MaximumLength(Most).WithMessage("Use 40,000 characters or fewer");
        RuleFor(f => f.PostalAddress).NotEmpty().WithMessage("Write where the paper form is posted to").MaximumLength(500).WithMessage("Use 500 characters or fewer");
    }
}
