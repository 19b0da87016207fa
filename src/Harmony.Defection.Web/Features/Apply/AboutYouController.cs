using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The parts about the person: name, date of birth, how to reach them (F9 to F11).</summary>
public sealed class AboutYouController(FormSession session, ReturnDesk returns) : FormController(session)
{
    /// <summary>Asks for the names.</summary>
    [HttpGet("/apply/name")]
    public IActionResult Name() => Ask(FormPart.Name, NameForm.Of(Form.Answers.Name));

    /// <summary>Keeps the names.</summary>
    [HttpPost("/apply/name")]
    public async Task<IActionResult> Name(NameForm form) => ModelState.IsValid
        ? await KeepAsync(FormPart.Name, form, Form.Answers with { Name = form.ToAnswer() })
        : Ask(FormPart.Name, form);

    /// <summary>Asks for the date of birth.</summary>
    [HttpGet("/apply/date-of-birth")]
    public IActionResult DateOfBirth() => Ask(FormPart.DateOfBirth, new DateOfBirthForm { Born = DateInput.Of(Form.Answers.DateOfBirth) });

    /// <summary>Keeps the date of birth.</summary>
    [HttpPost("/apply/date-of-birth")]
    public async Task<IActionResult> DateOfBirth(DateOfBirthForm form) => ModelState.IsValid
        ? await KeepAsync(FormPart.DateOfBirth, form, Form.Answers with { DateOfBirth = form.Born!.Value })
        : Ask(FormPart.DateOfBirth, form);

    /// <summary>Asks how to reach the applicant.</summary>
    [HttpGet("/apply/contact")]
    public IActionResult Contact() => Ask(FormPart.Contact, ContactForm.Of(Form.Answers.Contact));

    /// <summary>Keeps how to reach the applicant, and asks them to confirm an e-mail address (rule 29).</summary>
    [HttpPost("/apply/contact")]
    public async Task<IActionResult> Contact(ContactForm form)
    {
        if (!ModelState.IsValid)
        {
            return Ask(FormPart.Contact, form);
        }

        var kept = await KeepAsync(FormPart.Contact, form, Form.Answers with { Contact = form.ToAnswer() });
        if (kept is not RedirectResult || Form.Answers.Contact?.Email is null || Form.Draft.EmailConfirmedAt is not null)
        {
            return kept;
        }

        await returns.SendConfirmationAsync(Form.Draft);
        return Redirect(ReturnDesk.ConfirmPath);
    }
}
