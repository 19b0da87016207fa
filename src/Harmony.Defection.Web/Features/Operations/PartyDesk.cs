using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Appearance;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Web.Features.Casework;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>How the Party appears: names, mark and colours (F3, rules 26 and 29). Every page, letter and document has them from the next request on.</summary>
public sealed class PartyDesk(DefectionDbContext context, PartyBook book, IAuditTrail audit, StaffNames names, TimeProvider clock)
{
    private const string Changed = "party.changed";

    /// <summary>The settings as a form, with their latest changes.</summary>
    public async Task<PartyForm> FormAsync(CancellationToken cancellation = default)
    {
        var version = await context.Set<PartySettings>().AsNoTracking().Select(s => s.Version).FirstOrDefaultAsync(cancellation);
        return await FillAsync(PartyForm.Of(book.Current.Names, book.Current.Colours, version), cancellation);
    }

    /// <summary>Gives a form what stands beside what was typed.</summary>
    public async Task<PartyForm> FillAsync(PartyForm form, CancellationToken cancellation = default)
    {
        var rows = await context.Set<AuditEntry>().AsNoTracking().Where(e => e.Action == Changed).OrderByDescending(e => e.Sequence).Take(20)
            .Select(e => new { e.At, e.ActorId, e.Fields }).ToListAsync(cancellation);
        var who = await names.OfAsync(rows.Select(r => r.ActorId), cancellation);
        form.Now = book.Current;
        form.Changes =
        [
            .. rows.Select(r => new PartyChange(
                r.At,
                r.ActorId is { } by && who.TryGetValue(by, out var name) ? name : "Somebody whose account is gone",
                string.Join("; ", r.Fields.Split(',').Select(PartyFields.Say)))),
        ];
        return form;
    }

    /// <summary>Sets names and colours.</summary>
    /// <param name="party">The names.</param>
    /// <param name="colours">The colours.</param>
    /// <param name="version">The version that was shown; an older one is refused.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed them meanwhile.</exception>
    /// <exception cref="ProcessRuleException">A colour cannot be read.</exception>
    public Task SetAsync(PartyNames party, PartyColours colours, int version, Guid by, CancellationToken cancellation = default) =>
        ChangeAsync(
            async settings =>
            {
                if (settings.Version != version)
                {
                    throw new ProcessRuleException("Somebody else changed the settings in the meantime. Look at them anew before you change more.");
                }

                var changed = settings.Set(party, colours, by, clock.Now());
                if (changed.Contains(nameof(PartyNames.SocietyForElections)))
                {
                    await RenameElectionsAsync(party.SocietyForElections, by, cancellation);
                }

                return changed;
            },
            by,
            cancellation);

    /// <summary>Sets the mark, or goes back to the one the software comes with.</summary>
    public Task SetMarkAsync(byte[]? png, Guid by, CancellationToken cancellation = default) =>
        ChangeAsync(settings => Task.FromResult(settings.SetMark(png, by, clock.Now())), by, cancellation);

    private async Task ChangeAsync(Func<PartySettings, Task<IReadOnlyList<string>>> change, Guid by, CancellationToken cancellation)
    {
        try
        {
            await context.WriteAsync(
                async () =>
                {
                    var settings = await context.Set<PartySettings>().FirstOrDefaultAsync(cancellation);
                    if (settings is null)
                    {
                        settings = PartySettings.Begin(book.Configured);
                        context.Add(settings);
                    }

                    if (await change(settings) is { Count: > 0 } changed)
                    {
                        audit.Record(new AuditDeed(Changed, nameof(PartySettings), settings.Id)
                        {
                            ActorId = by,
                            Role = nameof(Role.Operations),
                            Fields = changed,
                        });
                    }
                },
                cancellation);
        }
        catch (DuplicateRowException)
        {
            throw new ProcessRuleException("Somebody else changed the settings in the meantime. Look at them anew before you change more.");
        }
        finally
        {
            book.Forget();
        }
    }

    /// <summary>The body is a Society of its own, which bears the name too.</summary>
    private async Task RenameElectionsAsync(string name, Guid by, CancellationToken cancellation)
    {
        if (await context.Set<Society>().FirstOrDefaultAsync(s => s.Kind == SocietyKind.Elections, cancellation) is { } body)
        {
            body.Rename(name);
            audit.Record(new AuditDeed("society.changed", nameof(Society), body.Id)
            {
                ActorId = by,
                Role = nameof(Role.Operations),
                Fields = [nameof(Society.Name)],
            });
        }
    }
}
