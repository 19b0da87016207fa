using System.Text;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>The cases of the reader's assemblies: anybody signed in sees their own, which may be none.</summary>
[Authorize]
public sealed class AssemblyListController(AssemblyQueries queries) : DefectionController
{
    /// <summary>The list.</summary>
    [HttpGet("/assembly")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken cancellation = default) =>
        View(await queries.ListAsync(Math.Max(1, page), cancellation));
}

/// <summary>What the assembly reads before it meets the applicant: the released copy, and when and where the hustings is (P6, P9).</summary>
[OnCase(Role.Member, Role.Participant, Role.SocietySecretary, Role.SocietyForElections), Settled]
public sealed class AssemblyController(
    AssemblyQueries queries, CaseContext here, DefectionDbContext context, IAuditTrail audit, TimeProvider clock) : DefectionController
{
    private static readonly Role[] AssemblyRoles = [Role.Member, Role.Participant, Role.SocietySecretary, Role.SocietyForElections];

    /// <summary>The copy in force. Who opens it is recorded, so that a recall can say who has read it (rule 7).</summary>
    [HttpGet("/assembly/{reference}"), ParticipantsIf(ParticipantsMay.Read)]
    public async Task<IActionResult> Copy(CancellationToken cancellation)
    {
        var head = await queries.HeadAsync(here.Standing, cancellation);
        if (Closed(head) is { } closed)
        {
            return closed;
        }

        if (await queries.CopyAsync(head, cancellation) is not { } page)
        {
            return View("Closed", new ClosedPage(head));
        }

        audit.Record(new AuditDeed("copy.opened", nameof(AssemblyCopy), head.Copy!.Id)
        {
            ActorId = here.Standing.PersonId,
            Role = AssemblyRoles.First(here.Standing.Roles.Contains).ToString(),
        });
        await context.SaveChangesAsync(cancellation);
        return View(page);
    }

    /// <summary>When and where the hustings is, and the rules that bind everybody in it (C1 to C5).</summary>
    [HttpGet("/assembly/{reference}/hustings"), ParticipantsIf(ParticipantsMay.Attend)]
    public async Task<IActionResult> Hustings(CancellationToken cancellation)
    {
        var head = await queries.HeadAsync(here.Standing, cancellation);
        return head.IsEnded ? View("Closed", new ClosedPage(head))
            : await queries.HustingsAsync(head, cancellation) is { } page ? View(page)
            : View("NoHustings", new ClosedPage(head));
    }

    /// <summary>The hustings as an entry for the reader's calendar. It does not say what the meeting is about.</summary>
    [HttpGet("/assembly/{reference}/hustings.ics"), ParticipantsIf(ParticipantsMay.Attend)]
    public async Task<IActionResult> Calendar(CancellationToken cancellation)
    {
        var head = await queries.HeadAsync(here.Standing, cancellation);
        return !head.IsEnded && await queries.HustingsAsync(head, cancellation) is { } page
            ? File(Encoding.UTF8.GetBytes(HustingsCalendar.Write(page, clock.Now())), "text/calendar; charset=utf-8", "meeting.ics")
            : NotFound();
    }

    private ViewResult? Closed(AssemblyHead head) => head.IsEnded || head.IsNotReady ? View("Closed", new ClosedPage(head)) : null;
}
