using FluentValidation;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The part in which the applicant gives their word (F5 to F7, F15) and, apart from it, consents (F8, rule 25).</summary>
public sealed class UndertakingsController(FormSession session) : FormController(session)
{
    private const string Path = "/apply/undertakings";

    /// <summary>Shows the Kernel in full and asks for each undertaking.</summary>
    [HttpGet(Path)]
    public IActionResult Undertakings() => AskUndertakings(UndertakingsForm.Of(Form.Release.Id, Form.StateOf(FormPart.Undertakings) == PartState.Done));

    /// <summary>Keeps that everything was agreed to: to the very texts that were shown.</summary>
    [HttpPost(Path)]
    public async Task<IActionResult> Undertakings(UndertakingsForm form)
    {
        if (form.ReleaseId != Form.Release.Id)
        {
            ModelState.Clear();
            ModelState.AddModelError(string.Empty, T("The form was released anew while you read it. These are the new texts: read them, then agree."));
            return AskUndertakings(UndertakingsForm.Of(Form.Release.Id, agreed: false));
        }

        if (!ModelState.IsValid)
        {
            return AskUndertakings(form);
        }

        return await TryAsync(() => Form.AgreeAsync()) ? Redirect(Form.PathAfter(FormPart.Undertakings)) : AskUndertakings(form);
    }

    private ViewResult AskUndertakings(UndertakingsForm form)
    {
        ViewData["Release"] = Form.Release;
        return Ask(FormPart.Undertakings, form);
    }
}

/// <summary>A tick for each undertaking, and one for the consent.</summary>
public sealed class UndertakingsForm
{
    /// <summary>The release whose texts stood on the page.</summary>
    public Guid ReleaseId { get; set; }

    public bool FourPrinciples { get; set; }

    public bool Consensus { get; set; }

    public bool PrivateAccounts { get; set; }

    public bool PrivacyConsent { get; set; }

    /// <summary>The form with every box ticked, or none.</summary>
    public static UndertakingsForm Of(Guid release, bool agreed) => new()
    {
        ReleaseId = release,
        FourPrinciples = agreed,
        Consensus = agreed,
        PrivateAccounts = agreed,
        PrivacyConsent = agreed,
    };
}

internal sealed class UndertakingsFormValidator : AbstractValidator<UndertakingsForm>
{
    public UndertakingsFormValidator(PartyNames party)
    {
        RuleFor(f => f.FourPrinciples).Equal(true)
            .WithMessage(_ => T($"Tick the box on the {party.FourPrinciples} if you agree. Without it an application cannot be sent"));
        RuleFor(f => f.Consensus).Equal(true)
            .WithMessage(_ => T("Tick the box on Party Consensus if you agree. Without it an application cannot be sent"));
        RuleFor(f => f.PrivateAccounts).Equal(true)
            .WithMessage(_ => T("Tick the box on private accounts if you promise it. Without it an application cannot be sent"));
        RuleFor(f => f.PrivacyConsent).Equal(true)
            .WithMessage(_ => T("Tick the box on who reads your form if you consent. Without it nobody may read it"));
    }
}
