using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Somebody who is given an account.</summary>
/// <param name="Name">The name by which they are called.</param>
/// <param name="Email">Their address, with which they sign in.</param>
/// <param name="Society">Where they belong from today on, if anywhere.</param>
/// <param name="Kind">As what.</param>
/// <param name="Role">Their appointment, if any.</param>
/// <param name="RoleIn">The Society of a Society's secretary.</param>
public sealed record Invitation(string Name, string Email, Guid? Society, MembershipKind Kind, Role? Role, Guid? RoleIn);

/// <summary>
/// Accounts, appointments and memberships. Every change stands in the audit trail in the same save, and holds from the next request on (AT1, AZ10).
/// </summary>
public sealed class PeopleDesk(
    DefectionDbContext context, UserManager<Person> people, AccountLinks links, IOutbox outbox, IAuditTrail audit, IVault vault, TimeProvider clock)
{
    /// <summary>Makes an account and sends the link by which its password is set.</summary>
    /// <returns>The person's id.</returns>
    /// <exception cref="ProcessRuleException">The address has an account already, or the appointment does not fit.</exception>
    public Task<Guid> InviteAsync(Invitation invitation, Guid by, CancellationToken cancellation = default) =>
        context.WriteAsync(
            async () =>
            {
                var now = clock.Now();
                var person = new Person(vault, invitation.Name.Trim(), invitation.Email.Trim(), now);
                if (!(await people.CreateAsync(person)).Succeeded)
                {
                    throw new ProcessRuleException("Somebody with this address has an account already.");
                }

                Record("account.invited", nameof(Person), person.Id, by, nameof(Person.Name), nameof(Person.Email));
                await outbox.AddAsync(await links.InviteAsync(person, invitation.Email.Trim()), cancellation);
                if (invitation.Society is { } society)
                {
                    Join(person.Id, society, invitation.Kind, UkTime.Day(now), by);
                }

                if (invitation.Role is { } role)
                {
                    await AppointAsync(person.Id, role, invitation.RoleIn, now, by, cancellation);
                }

                return person.Id;
            },
            cancellation);

    /// <summary>Sends somebody a fresh link to set their password.</summary>
    /// <exception cref="ProcessRuleException">The account is closed, or has no address.</exception>
    public Task SendLinkAsync(Guid id, Guid by, CancellationToken cancellation = default) => OnAccountAsync(
        id,
        async person =>
        {
            var email = await people.GetEmailAsync(person) ?? throw new ProcessRuleException("This account has no e-mail address.");
            await outbox.AddAsync(await links.InviteAsync(person, email), cancellation);
            Record("account.invited", nameof(Person), id, by);
        },
        cancellation);

    /// <summary>Appoints somebody from now on.</summary>
    /// <exception cref="ProcessRuleException">It is the appointer's own account, they hold it already, or it needs another Society.</exception>
    public Task AppointAsync(Guid id, Role role, Guid? society, Guid by, CancellationToken cancellation = default) => OnAccountAsync(
        id,
        async _ =>
        {
            RequireAnother(id, by);
            await AppointAsync(id, role, society, clock.Now(), by, cancellation);
        },
        cancellation);

    /// <summary>Ends an appointment at once.</summary>
    /// <exception cref="ProcessRuleException">It is the reader's own, or over already.</exception>
    public Task EndAsync(Guid id, Guid holding, Guid by, CancellationToken cancellation = default) =>
        context.WriteAsync(
            async () =>
            {
                RequireAnother(id, by);
                var now = clock.Now();
                var found = await context.Set<RoleHolding>().SingleAsync(h => h.Id == holding && h.PersonId == id, cancellation);
                if (found.Until <= now)
                {
                    throw new ProcessRuleException("That appointment is over already.");
                }

                found.End(now);
                Record("role.ended", nameof(RoleHolding), holding, by, found.Role.ToString());
            },
            cancellation);

    /// <summary>Somebody joins a Society.</summary>
    /// <exception cref="ProcessRuleException">They belong to it already, or the account is closed.</exception>
    public Task JoinAsync(Guid id, Guid society, MembershipKind kind, DateOnly on, Guid by, CancellationToken cancellation = default) => OnAccountAsync(
        id,
        async _ =>
        {
            if (await context.Set<Membership>().AnyAsync(m => m.PersonId == id && m.SocietyId == society && (m.LeftOn == null || on < m.LeftOn), cancellation))
            {
                throw new ProcessRuleException("They belong to that Society already. End that membership first.");
            }

            Join(id, society, kind, on, by);
        },
        cancellation);

    /// <summary>Somebody leaves a Society today.</summary>
    /// <exception cref="ProcessRuleException">They have left already.</exception>
    public Task LeaveAsync(Guid id, Guid membership, Guid by, CancellationToken cancellation = default) =>
        ChangeAsync(id, membership, m => m.Leave(UkTime.Day(clock.Now())), "membership.left", nameof(Membership.LeftOn), by, cancellation);

    /// <summary>Somebody is suspended: they neither read nor vote.</summary>
    /// <exception cref="ProcessRuleException">They have left already.</exception>
    public Task SuspendAsync(Guid id, Guid membership, DateOnly from, DateOnly? until, Guid by, CancellationToken cancellation = default) =>
        ChangeAsync(id, membership, m => m.Suspend(from, until), "membership.suspended", nameof(Membership.SuspendedFrom), by, cancellation);

    /// <summary>A suspension ends: today counts again.</summary>
    /// <exception cref="ProcessRuleException">They have left already.</exception>
    public Task LiftAsync(Guid id, Guid membership, Guid by, CancellationToken cancellation = default) => ChangeAsync(
        id,
        membership,
        m => m.Suspend(m.SuspendedFrom ?? UkTime.Day(clock.Now()), UkTime.Day(clock.Now()).AddDays(-1)),
        "membership.suspension-lifted",
        nameof(Membership.SuspendedUntil),
        by,
        cancellation);

    /// <summary>Closes an account: its sessions end at once, its appointments too.</summary>
    /// <exception cref="ProcessRuleException">It is the reader's own, or closed already.</exception>
    public Task CloseAsync(Guid id, Guid by, CancellationToken cancellation = default) => OnAccountAsync(
        id,
        async person =>
        {
            RequireAnother(id, by);
            var now = clock.Now();
            person.Close(now);
            foreach (var holding in await context.Set<RoleHolding>().Where(h => h.PersonId == id && (h.Until == null || now < h.Until)).ToListAsync(cancellation))
            {
                holding.End(now);
                Record("role.ended", nameof(RoleHolding), holding.Id, by, holding.Role.ToString());
            }

            Record("account.closed", nameof(Person), id, by);
        },
        cancellation);

    private Task OnAccountAsync(Guid id, Func<Person, Task> deed, CancellationToken cancellation) =>
        context.WriteAsync(
            async () =>
            {
                var person = await context.Users.SingleAsync(p => p.Id == id, cancellation);
                if (person.ClosedAt is not null)
                {
                    throw new ProcessRuleException("This account is closed.");
                }

                await deed(person);
            },
            cancellation);

    private Task ChangeAsync(
        Guid id, Guid membership, Action<Membership> change, string action, string field, Guid by, CancellationToken cancellation) =>
        context.WriteAsync(
            async () =>
            {
                var found = await context.Set<Membership>().SingleAsync(m => m.Id == membership && m.PersonId == id, cancellation);
                if (found.LeftOn is not null)
                {
                    throw new ProcessRuleException("That membership is over already.");
                }

                change(found);
                Record(action, nameof(Membership), membership, by, field);
            },
            cancellation);

    private async Task AppointAsync(Guid id, Role role, Guid? society, DateTime now, Guid by, CancellationToken cancellation)
    {
        var kind = society is null ? null : (await context.Set<Society>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == society, cancellation))?.Kind;
        if (role == Role.SocietySecretary != (kind is not null and not SocietyKind.Elections))
        {
            throw new ProcessRuleException("A Society’s secretary is appointed for one Society, everybody else for the whole Party.");
        }

        if (await context.Set<RoleHolding>().AnyAsync(
            h => h.PersonId == id && h.Role == role && h.SocietyId == society && (h.Until == null || now < h.Until), cancellation))
        {
            throw new ProcessRuleException("They hold that appointment already.");
        }

        var holding = RoleHolding.Appoint(id, role, society, now);
        context.Add(holding);
        Record("role.appointed", nameof(RoleHolding), holding.Id, by, role.ToString());
    }

    private void Join(Guid person, Guid society, MembershipKind kind, DateOnly on, Guid by)
    {
        var membership = Membership.Join(person, society, kind, on);
        context.Add(membership);
        Record("membership.joined", nameof(Membership), membership.Id, by, kind.ToString());
    }

    private static void RequireAnother(Guid id, Guid by)
    {
        if (id == by)
        {
            throw new ProcessRuleException("Nobody changes their own appointments, or closes their own account here. Ask somebody else who looks after accounts.");
        }
    }

    private void Record(string action, string kind, Guid subject, Guid by, params string[] fields) =>
        audit.Record(new AuditDeed(action, kind, subject) { ActorId = by, Role = nameof(Role.Operations), Fields = fields });
}
