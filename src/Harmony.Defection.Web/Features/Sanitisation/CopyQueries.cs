using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Sanitisation;

/// <summary>What the pages of the assembly's copy show.</summary>
public sealed class CopyQueries(
    IApplications applications, DefectionDbContext context, StaffNames names, ProcessSettings settings, IVault vault, TimeProvider clock)
{
    /// <summary>The head of a case.</summary>
    public async Task<CaseCrumb> HeadAsync(Guid id, CancellationToken cancellation = default) => CaseCrumb.Of(await FindAsync(id, cancellation), vault);

    /// <summary>The page on which a researcher decides. The caller has recorded that the original is opened.</summary>
    public async Task<PreparePage> PrepareAsync(Guid id, Guid reader, SanitisingState state, CancellationToken cancellation = default)
    {
        var application = await FindAsync(id, cancellation);
        var waiting = application.CopyToRelease;
        var who = await names.OfAsync([waiting?.PreparedBy], cancellation);
        return new PreparePage(
            CaseCrumb.Of(application, vault),
            waiting?.Number ?? application.Copies.Count + 1,
            state,
            PairedText.Of(state),
            [
                .. application.AdverseFindings.Select(f => new CopyFinding(
                    f.Item,
                    vault.Open(f, nameof(f.Statement), f.Statement),
                    f.Answer is { } answer ? vault.Open(f, nameof(f.Answer), answer) : null)),
            ],
            waiting?.PreparedAt,
            waiting is null ? null : who.Say(waiting.PreparedBy, reader));
    }

    /// <summary>The page on which another person releases what is prepared.</summary>
    public async Task<ReleasePage> ReleaseAsync(Guid id, Guid reader, Role role, Step step, CancellationToken cancellation = default)
    {
        var application = await FindAsync(id, cancellation);
        var copy = application.CopyToRelease;
        var who = await names.OfAsync([copy?.PreparedBy], cancellation);
        return new ReleasePage(
            CaseCrumb.Of(application, vault),
            copy?.Number,
            copy is null ? null : Read(copy),
            copy is null ? null : who.Say(copy.PreparedBy, reader),
            copy?.PreparedAt,
            copy is null ? [] : await KeptAsync(id, cancellation),
            application.WhyNotYet(step, new Act(reader, role, clock.Now()), settings),
            role == Role.GeneralSecretary ? copy?.PreparedAt.AddDays(settings.SecondPersonDays) : null,
            application.CopyInForce?.Number);
    }

    /// <summary>Every version of the copy, and what the one in force says.</summary>
    /// <param name="id">The application.</param>
    /// <param name="reader">The person who reads.</param>
    /// <param name="isStaff">Whether they may know who prepared and released it.</param>
    /// <param name="cancellation">Stops the queries.</param>
    public async Task<VersionsPage> VersionsAsync(Guid id, Guid reader, bool isStaff, CancellationToken cancellation = default)
    {
        var application = await FindAsync(id, cancellation);
        var who = isStaff
            ? await names.OfAsync(application.Copies.SelectMany(c => new[] { c.PreparedBy, c.ReleasedBy, c.RecalledBy }), cancellation)
            : null;
        var isShown = application.Stage.IsOpen() || Stages.Decided.Contains(application.Stage);
        return new VersionsPage(
            CaseCrumb.Of(application, vault),
            [
                .. application.Copies.Where(c => isStaff || c.ReleasedAt is not null).OrderByDescending(c => c.Number).Select(c => new CopyVersion(
                    c.Number,
                    c.IsInForce ? CopyState.InForce : c.RecalledAt is not null ? CopyState.Recalled
                        : c.SupersededAt is not null ? CopyState.Superseded : CopyState.Waiting,
                    c.PreparedAt,
                    Name(c.PreparedBy),
                    c.ReleasedAt,
                    Name(c.ReleasedBy),
                    c.RecalledAt ?? c.SupersededAt)),
            ],
            isShown && application.CopyInForce is { } inForce ? Read(inForce) : null,
            isShown);

        string? Name(Guid? person) => person is null || who is null ? null : who.Say(person, reader);
    }

    /// <summary>The page on which a released copy is taken back.</summary>
    public async Task<RecallPage> RecallAsync(Guid id, Guid reader, Role role, CancellationToken cancellation = default)
    {
        var application = await FindAsync(id, cancellation);
        return new RecallPage(
            CaseCrumb.Of(application, vault),
            application.CopyInForce?.Number,
            application.WhyNotYet(Step.RecallCopy, new Act(reader, role, clock.Now()), settings));
    }

    private async Task<IReadOnlyList<KeptWords>> KeptAsync(Guid id, CancellationToken cancellation)
    {
        var work = await context.Set<SanitisingWork>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellation);
        if (work is null)
        {
            return [];
        }

        var state = work.Read(vault);
        return
        [
            .. state.Rulings.Where(r => r.Kind == RulingKind.Keep).Select(r => new KeptWords(
                r.What, state.Texts.First(t => t.Field == r.Field).Text.Substring(r.Start, r.Length), r.Reason ?? string.Empty)),
        ];
    }

    private CopyContent Read(AssemblyCopy copy) => CopyContent.Read(vault.Open(copy, nameof(copy.Content), copy.Content));

    private async Task<DefectionApplication> FindAsync(Guid id, CancellationToken cancellation) =>
        await applications.FindAsync(id, cancellation) ?? throw new ApplicationNotFoundException(id);
}
