using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>People with accounts: invited, appointed, joining, leaving.</summary>
[Route("operations/people"), HoldsRole(Role.Operations)]
public sealed class PeopleController(
    PeopleQueries queries, PeopleDesk desk, UserManager<Person> people, CurrentPerson reader, TimeProvider clock) : DefectionController
{
    /// <summary>Everybody, a page at a time.</summary>
    [HttpGet("")]
    public async Task<IActionResult> People(int page = 1) => View(new FindForm { List = await queries.ListAsync(page) });

    /// <summary>Looks somebody up by their whole address.</summary>
    [HttpPost("")]
    public async Task<IActionResult> People(FindForm form)
    {
        if (ModelState.IsValid && await people.FindByEmailAsync(form.Email!) is { } found)
        {
            return Redirect($"/operations/people/{found.Id}");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Email), "Nobody with this address has an account");
        }

        form.List = await queries.ListAsync(1);
        return View(form);
    }

    /// <summary>The form that invites somebody.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> Invite() => View(await FillAsync(new InviteForm()));

    /// <summary>Makes the account and sends the link.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Invite(InviteForm form)
    {
        var id = Guid.Empty;
        if (!ModelState.IsValid || !await TryAsync(async () => id = await desk.InviteAsync(
            new Invitation(
                form.Name!, form.Email!, form.Society, form.Kind ?? MembershipKind.Member, form.Role, form.Role == Role.SocietySecretary ? form.RoleIn : null),
            reader.Id)))
        {
            return View(await FillAsync(form));
        }

        Say("The account is made. A link to set the password is on its way; it works once, for a day.");
        return Redirect($"/operations/people/{id}");
    }

    /// <summary>One person.</summary>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Person(Guid id) => await queries.PersonAsync(id, reader.Id) is { } page ? View(page) : NotFound();

    /// <summary>Sends a fresh link to set the password.</summary>
    [HttpPost("{id:guid}/send-link")]
    public Task<IActionResult> SendLink(Guid id) =>
        DoAsync(id, () => desk.SendLinkAsync(id, reader.Id), "A link to set the password is on its way; it works once, for a day.");

    /// <summary>The form for an appointment.</summary>
    [HttpGet("{id:guid}/appoint")]
    public Task<IActionResult> Appoint(Guid id) => ShowAsync(id, async person => View(await FillAsync(new AppointForm(), person)));

    /// <summary>Appoints them.</summary>
    [HttpPost("{id:guid}/appoint")]
    public Task<IActionResult> Appoint(Guid id, AppointForm form) => ShowAsync(id, async person =>
    {
        var society = form.Role == Role.SocietySecretary ? form.RoleIn : null;
        return ModelState.IsValid && await TryAsync(() => desk.AppointAsync(id, form.Role!.Value, society, reader.Id))
            ? Done(person, "The appointment holds from now on.")
            : View(await FillAsync(form, person));
    });

    /// <summary>What ending an appointment comes to.</summary>
    [HttpGet("{id:guid}/appointments/{holding:guid}/end")]
    public Task<IActionResult> End(Guid id, Guid holding) => ShowAsync(id, person =>
        Confirm(person.Appointments.FirstOrDefault(a => a.Id == holding)?.What, w => new ConfirmPage(
            $"End the appointment of {person.Name}?",
            $"{w}: at their next click they are it no longer. Cases they had stay where they are.",
            "End the appointment",
            $"{person.Path}/appointments/{holding}/end",
            person.Path)));

    /// <summary>Ends it.</summary>
    [HttpPost("{id:guid}/appointments/{holding:guid}/end")]
    public Task<IActionResult> EndNow(Guid id, Guid holding) => ShowAsync(id, async person =>
        person.Appointments.All(a => a.Id != holding) ? NotFound() : await DoAsync(id, () => desk.EndAsync(id, holding, reader.Id), "The appointment is over."));

    /// <summary>The form for a membership.</summary>
    [HttpGet("{id:guid}/join")]
    public Task<IActionResult> Join(Guid id) => ShowAsync(id, async person =>
        View(await FillAsync(new JoinForm { JoinedOn = DateInput.Of(UkTime.Day(clock.Now())) }, person)));

    /// <summary>Makes them a Member or Participant.</summary>
    [HttpPost("{id:guid}/join")]
    public Task<IActionResult> Join(Guid id, JoinForm form) => ShowAsync(id, async person =>
    {
        var choices = await queries.SocietiesAsync();
        if (ModelState.IsValid && choices.All(c => c.Value != form.Society.ToString()))
        {
            ModelState.AddModelError(nameof(form.Society), "Choose one of the Societies listed");
        }

        return ModelState.IsValid && await TryAsync(() => desk.JoinAsync(id, form.Society!.Value, form.Kind!.Value, form.JoinedOn!.Value!.Value, reader.Id))
            ? Done(person, "The membership is entered.")
            : View(await FillAsync(form, person));
    });

    /// <summary>What leaving comes to.</summary>
    [HttpGet("{id:guid}/memberships/{membership:guid}/leave")]
    public Task<IActionResult> Leave(Guid id, Guid membership) => ShowAsync(id, person =>
        Confirm(person.Memberships.FirstOrDefault(m => m.Id == membership)?.Society, society => new ConfirmPage(
            $"Does {person.Name} leave {society}?",
            "From today they neither read nor vote there. A ballot already cast stands, since it cannot be found.",
            "Enter that they leave",
            $"{person.Path}/memberships/{membership}/leave",
            person.Path)));

    /// <summary>They leave.</summary>
    [HttpPost("{id:guid}/memberships/{membership:guid}/leave")]
    public Task<IActionResult> LeaveNow(Guid id, Guid membership) => ShowAsync(id, async person =>
        person.Memberships.All(m => m.Id != membership) ? NotFound() : await DoAsync(id, () => desk.LeaveAsync(id, membership, reader.Id), "They have left."));

    /// <summary>The form for a suspension.</summary>
    [HttpGet("{id:guid}/memberships/{membership:guid}/suspend")]
    public Task<IActionResult> Suspend(Guid id, Guid membership) => ShowAsync(id, person =>
        Task.FromResult(Fill(new SuspendForm { From = DateInput.Of(UkTime.Day(clock.Now())) }, person, membership) is { } form ? (IActionResult)View(form) : NotFound()));

    /// <summary>Suspends them.</summary>
    [HttpPost("{id:guid}/memberships/{membership:guid}/suspend")]
    public Task<IActionResult> Suspend(Guid id, Guid membership, SuspendForm form) => ShowAsync(id, async person =>
    {
        if (Fill(form, person, membership) is null)
        {
            return NotFound();
        }

        return ModelState.IsValid && await TryAsync(() => desk.SuspendAsync(id, membership, form.From!.Value!.Value, form.Until?.Value, reader.Id))
            ? Done(person, "The suspension is entered.")
            : View(form);
    });

    /// <summary>Lifts a suspension.</summary>
    [HttpPost("{id:guid}/memberships/{membership:guid}/lift")]
    public Task<IActionResult> Lift(Guid id, Guid membership) => ShowAsync(id, async person =>
        person.Memberships.All(m => m.Id != membership) ? NotFound() : await DoAsync(id, () => desk.LiftAsync(id, membership, reader.Id), "The suspension is lifted."));

    /// <summary>What closing an account comes to.</summary>
    [HttpGet("{id:guid}/close")]
    public Task<IActionResult> Close(Guid id) => ShowAsync(id, person => Task.FromResult<IActionResult>(View("Confirm", new ConfirmPage(
        $"Close the account of {person.Name}?",
        "They are signed out at once and cannot sign in again. Their appointments end; memberships stay as they are.",
        "Close the account",
        $"{person.Path}/close",
        person.Path))));

    /// <summary>Closes it.</summary>
    [HttpPost("{id:guid}/close")]
    public Task<IActionResult> CloseNow(Guid id) => DoAsync(id, () => desk.CloseAsync(id, reader.Id), "The account is closed.");

    private async Task<IActionResult> ShowAsync(Guid id, Func<PersonPage, Task<IActionResult>> show) =>
        await queries.PersonAsync(id, reader.Id) is { } person ? await show(person) : NotFound();

    private Task<IActionResult> Confirm(string? what, Func<string, ConfirmPage> page) =>
        Task.FromResult<IActionResult>(what is null ? NotFound() : View("Confirm", page(what)));

    private Task<IActionResult> DoAsync(Guid id, Func<Task> deed, string done) => ShowAsync(id, async person =>
        await TryAsync(deed) ? Done(person, done) : View(nameof(Person), await queries.PersonAsync(id, reader.Id)));

    private RedirectResult Done(PersonPage person, string said)
    {
        Say(said);
        return Redirect(person.Path);
    }

    private async Task<InviteForm> FillAsync(InviteForm form)
    {
        form.Societies = await queries.SocietiesAsync();
        return form;
    }

    private async Task<AppointForm> FillAsync(AppointForm form, PersonPage person)
    {
        (form.Societies, form.Person) = (await queries.SocietiesAsync(), person);
        return form;
    }

    private async Task<JoinForm> FillAsync(JoinForm form, PersonPage person)
    {
        (form.Societies, form.Person) = (await queries.SocietiesAsync(), person);
        return form;
    }

    private static SuspendForm? Fill(SuspendForm form, PersonPage person, Guid membership)
    {
        (form.Person, form.Membership) = (person, person.Memberships.FirstOrDefault(m => m.Id == membership));
        return form.Membership is null ? null : form;
    }
}
