using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Persistence;

/// <summary>Societies, memberships and appointments in the database.</summary>
internal sealed class EfSocieties(
    DefectionDbContext context, UserManager<Person> people, AccountLinks links, IOutbox outbox, IVault vault, TimeProvider clock) : ISocieties
{
    private List<Society>? all;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Society>> AllAsync(CancellationToken cancellation = default) =>
        all ??= await context.Set<Society>().AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Guid>> EligibleMembersAsync(
        Guid society, Guid application, DateOnly on, DateOnly joinedBy, CancellationToken cancellation = default)
    {
        var members = await HoldingAsync(society, on, [MembershipKind.Member], joinedBy)
            .Where(m => !context.Set<OriginalOpening>().Any(o => o.ApplicationId == application && o.PersonId == m.PersonId))
            .Where(m => !context.Users.Any(p => p.Id == m.PersonId && context.Set<LookUpEntry>()
                .Any(l => l.ApplicationId == application && l.Kind == LookUpKind.Email && l.Hash == p.NormalizedEmail)))
            .Select(m => m.PersonId).Distinct().ToListAsync(cancellation);
        return members;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Addressee>> AssemblyAsync(
        Guid society, DateOnly on, bool withParticipants, CancellationToken cancellation = default)
    {
        var letIn = withParticipants && (await AllAsync(cancellation)).Any(s => s.Id == society && s.ParticipantsMayAttend);
        MembershipKind[] kinds = letIn ? [MembershipKind.Member, MembershipKind.Participant] : [MembershipKind.Member];
        var ids = await HoldingAsync(society, on, kinds, on).Select(m => m.PersonId).Distinct().ToListAsync(cancellation);
        return await AddressesAsync(ids, cancellation);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Addressee>> AddressesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        var rows = await context.Users.AsNoTracking().Where(p => ids.Contains(p.Id) && p.ClosedAt == null && p.Email != null)
            .Select(p => new { p.Id, p.Email }).ToListAsync(cancellation);
        return [.. rows.Select(r => new Addressee(r.Id, vault.Open<Person>(r.Id, nameof(Person.Email), new Sealed(r.Email!))))];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Addressee>> SecretariesAsync(Guid society, DateTime now, CancellationToken cancellation = default)
    {
        var ids = await context.Set<RoleHolding>()
            .Where(r => r.Since <= now && (r.Until == null || now < r.Until))
            .Where(r => r.Role == Role.SocietySecretary && r.SocietyId == society
                || (r.Role == Role.SocietyForElections && context.Set<Society>().Any(s => s.Id == society && s.Kind == SocietyKind.Elections)))
            .Select(r => r.PersonId).Distinct().ToListAsync(cancellation);
        return await AddressesAsync(ids, cancellation);
    }

    /// <inheritdoc />
    public async Task<bool> EnrolAsync(
        Guid application, Guid society, string name, string? email, DateOnly on, CancellationToken cancellation = default)
    {
        var person = await ApplicantAsync(application, email, cancellation);
        if (person is not null)
        {
            var memberships = await context.Set<Membership>().Where(m => m.PersonId == person.Id && m.Kind == MembershipKind.Member)
                .ToListAsync(cancellation);
            if (memberships.Any(m => m.Holds(on)))
            {
                return false;
            }
        }
        else
        {
            person = await MakeAsync(application, name, email);
            context.Add(person);
            if (email is not null)
            {
                await outbox.AddAsync(await links.InviteAsync(person, email), cancellation);
            }
        }

        context.Add(Membership.Join(person.Id, society, MembershipKind.Member, on));
        return true;
    }

    private IQueryable<Membership> HoldingAsync(Guid society, DateOnly on, MembershipKind[] kinds, DateOnly joinedBy)
    {
        var within = DecisionRoute.Within(society, all ?? [.. context.Set<Society>().AsNoTracking()]);
        return context.Set<Membership>().AsNoTracking()
            .Where(m => within.Contains(m.SocietyId) && kinds.Contains(m.Kind) && m.JoinedOn <= joinedBy && m.JoinedOn <= on)
            .Where(m => m.LeftOn == null || on < m.LeftOn)
            .Where(m => m.SuspendedFrom == null || on < m.SuspendedFrom || (m.SuspendedUntil != null && m.SuspendedUntil < on));
    }

    /// <summary>The applicant's own account, if they have one, known by the address that is written to, else by the one of the form.</summary>
    private async Task<Person?> ApplicantAsync(Guid application, string? email, CancellationToken cancellation) =>
        (email ?? (await context.Set<ApplicationForm>().FindAsync([application], cancellation))?.OpenContact(vault)?.Email) is { } known
            ? await people.FindByEmailAsync(known)
            : null;

    /// <summary>An account for a new Member. Without an e-mail address it has a name nobody can sign in with, until one is given.</summary>
    private async Task<Person> MakeAsync(Guid application, string name, string? email)
    {
        var person = new Person(vault, name, email ?? $"member-{application:N}", clock.Now()) { SecurityStamp = Guid.NewGuid().ToString("N") };
        if (email is null)
        {
            person.Email = null;
        }

        await people.UpdateNormalizedUserNameAsync(person);
        await people.UpdateNormalizedEmailAsync(person);
        return person;
    }
}
