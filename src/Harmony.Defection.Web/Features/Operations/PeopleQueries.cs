using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>One person in the list.</summary>
public sealed record PersonRow(Guid Id, string Name, IReadOnlyList<string> Appointments, IReadOnlyList<string> Memberships, bool IsClosed);

/// <summary>A page of the list of people.</summary>
public sealed record PeoplePage(IReadOnlyList<PersonRow> Rows, int Page, int Total)
{
    /// <summary>How many a page holds.</summary>
    public const int Size = 25;
}

/// <summary>An appointment of a person.</summary>
public sealed record AppointmentRow(Guid Id, string What, DateTime Since, DateTime? Until, bool Holds);

/// <summary>A membership of a person.</summary>
public sealed record MembershipRow(
    Guid Id, string Society, MembershipKind Kind, DateOnly JoinedOn, DateOnly? LeftOn, DateOnly? SuspendedFrom, DateOnly? SuspendedUntil, bool IsSuspended);

/// <summary>A person with what they hold and where they belong.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">The address they sign in with; nothing for somebody who gave none.</param>
/// <param name="CreatedAt">Since when they have an account, in UTC.</param>
/// <param name="ClosedAt">When it was closed, in UTC.</param>
/// <param name="HasPassword">Whether they have set a password yet.</param>
/// <param name="IsReader">Whether it is the reader's own account.</param>
/// <param name="Appointments">Appointments, those that hold first.</param>
/// <param name="Memberships">Memberships, the newest first.</param>
public sealed record PersonPage(
    Guid Id,
    string Name,
    string? Email,
    DateTime CreatedAt,
    DateTime? ClosedAt,
    bool HasPassword,
    bool IsReader,
    IReadOnlyList<AppointmentRow> Appointments,
    IReadOnlyList<MembershipRow> Memberships)
{
    /// <summary>The person's page.</summary>
    public string Path => $"/operations/people/{Id}";
}

/// <summary>What the pages on people show. No application is read here.</summary>
public sealed class PeopleQueries(DefectionDbContext context, PartyNames party, IVault vault, TimeProvider clock)
{
    /// <summary>A page of everybody, the newest account first.</summary>
    public async Task<PeoplePage> ListAsync(int page, CancellationToken cancellation = default)
    {
        var total = await context.Users.CountAsync(cancellation);
        var at = Math.Clamp(page, 1, Math.Max(1, (total + PeoplePage.Size - 1) / PeoplePage.Size));
        var rows = await context.Users.AsNoTracking().OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id)
            .Skip((at - 1) * PeoplePage.Size).Take(PeoplePage.Size)
            .Select(p => new { p.Id, p.Name, IsClosed = p.ClosedAt != null }).ToListAsync(cancellation);
        var ids = rows.Select(r => r.Id).ToList();
        var (now, today) = (clock.Now(), UkTime.Day(clock.Now()));
        var societies = await SocietyNamesAsync(cancellation);
        var holdings = (await context.Set<RoleHolding>().AsNoTracking()
            .Where(h => ids.Contains(h.PersonId) && h.Since <= now && (h.Until == null || now < h.Until)).ToListAsync(cancellation)).ToLookup(h => h.PersonId);
        var memberships = (await context.Set<Membership>().AsNoTracking().Where(m => ids.Contains(m.PersonId)).ToListAsync(cancellation))
            .Where(m => m.Holds(today)).ToLookup(m => m.PersonId);
        return new PeoplePage(
            [
                .. rows.Select(r => new PersonRow(
                    r.Id,
                    vault.Open<Person>(r.Id, nameof(Person.Name), r.Name),
                    [.. holdings[r.Id].Select(h => Say(h.Role, h.SocietyId, societies))],
                    [.. memberships[r.Id].Select(m => $"{m.Kind}, {societies[m.SocietyId]}")],
                    r.IsClosed)),
            ],
            at,
            total);
    }

    /// <summary>One person; nothing where there is none.</summary>
    public async Task<PersonPage?> PersonAsync(Guid id, Guid reader, CancellationToken cancellation = default)
    {
        var person = await context.Users.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (person is null)
        {
            return null;
        }

        var (now, today) = (clock.Now(), UkTime.Day(clock.Now()));
        var societies = await SocietyNamesAsync(cancellation);
        var holdings = await context.Set<RoleHolding>().AsNoTracking().Where(h => h.PersonId == id).OrderByDescending(h => h.Since).ToListAsync(cancellation);
        var memberships = await context.Set<Membership>().AsNoTracking().Where(m => m.PersonId == id).OrderByDescending(m => m.JoinedOn).ToListAsync(cancellation);
        return new PersonPage(
            id,
            vault.Open<Person>(id, nameof(Person.Name), person.Name),
            person.Email is { } email ? vault.Open<Person>(id, nameof(Person.Email), new Sealed(email)) : null,
            person.CreatedAt,
            person.ClosedAt,
            person.PasswordHash is not null,
            id == reader,
            [
                .. holdings.Select(h => new AppointmentRow(h.Id, Say(h.Role, h.SocietyId, societies), h.Since, h.Until, h.Until is null || now < h.Until))
                    .OrderByDescending(h => h.Holds),
            ],
            [
                .. memberships.Select(m => new MembershipRow(
                    m.Id, societies[m.SocietyId], m.Kind, m.JoinedOn, m.LeftOn, m.SuspendedFrom, m.SuspendedUntil,
                    m.SuspendedFrom <= today && (m.SuspendedUntil is null || today <= m.SuspendedUntil))),
            ]);
    }

    /// <summary>Societies to choose from; the Society for Elections has no Members.</summary>
    public async Task<IReadOnlyList<Choice>> SocietiesAsync(CancellationToken cancellation = default) =>
        [.. (await context.Set<Society>().AsNoTracking().Where(s => s.Kind != SocietyKind.Elections).OrderBy(s => s.Name)
            .Select(s => new { s.Id, s.Name }).ToListAsync(cancellation)).Select(s => new Choice(s.Id.ToString(), s.Name))];

    private string Say(Role role, Guid? society, Dictionary<Guid, string> societies) =>
        society is { } id ? $"{party.Say(role)}, {societies[id]}" : party.Say(role);

    private Task<Dictionary<Guid, string>> SocietyNamesAsync(CancellationToken cancellation) =>
        context.Set<Society>().AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, cancellation);
}
