using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Shared;

namespace Harmony.Defection.Web.Features.Hustings;

/// <summary>What the chair's pages of the hustings show (P9 to P11, rules 8 and 9).</summary>
public sealed class HustingsQueries(
    IApplications applications, IApplicantStore applicants, ISocieties societies, ProcessSettings settings, IVault vault, TimeProvider clock)
{
    /// <summary>The page on which a date is announced, or a new one offered.</summary>
    public async Task<AnnouncePage> AnnounceAsync(Guid id, Step step, Guid reader, Role role, CancellationToken cancellation = default)
    {
        var application = await FindAsync(id, cancellation);
        var now = clock.Now();
        var members = application.AssemblySocietyId is { } assembly
            ? (await societies.EligibleMembersAsync(assembly, id, UkTime.Day(now), UkTime.Day(application.HustingsAnnouncedAt ?? now), cancellation)).Count
            : 0;
        return new AnnouncePage(
            CaseCrumb.Of(application, vault),
            await SocietyAsync(application, cancellation),
            members,
            now.AddDays(settings.HustingsNoticeDays),
            application.StageSince.AddDays(settings.AnnounceHustingsDays),
            application.CurrentGathering is { } standing ? Row(standing, isChair: true) : null,
            application.WhyNotYet(step, new Act(reader, role, now), settings),
            await NeedsAsync(id, cancellation));
    }

    /// <summary>The page on which the hustings is recorded.</summary>
    public async Task<RecordPage> RecordAsync(Guid id, Step step, Guid reader, Role role, CancellationToken cancellation = default)
    {
        var application = await FindAsync(id, cancellation);
        var now = clock.Now();
        return new RecordPage(
            CaseCrumb.Of(application, vault),
            step == Step.RecordHustingsHeld,
            application.CurrentGathering is { } standing ? Row(standing, isChair: true) : null,
            DecisionPeriod.EarliestLastDay(now, settings.PeriodLeastDays),
            UkTime.Day(now).AddDays(settings.PeriodMostDays),
            application.WhyNotYet(step, new Act(reader, role, now), settings));
    }

    /// <summary>The arrangement.</summary>
    public async Task<ArrangementPage> ArrangementAsync(Guid id, Guid reader, Role role, CancellationToken cancellation = default)
    {
        var application = await FindAsync(id, cancellation);
        var now = clock.Now();
        var isChair = role is Role.SocietySecretary or Role.SocietyForElections;
        var rows = application.Gatherings.OrderByDescending(g => g.Number).Select(g => Row(g, isChair)).ToList();
        var standing = rows.Find(r => r.Outcome is GatheringOutcome.Announced or GatheringOutcome.Held or GatheringOutcome.NotAttended);
        return new ArrangementPage(
            CaseCrumb.Of(application, vault),
            await SocietyAsync(application, cancellation),
            standing,
            [.. rows.Where(r => r != standing)],
            isChair,
            standing is not null && now >= standing.StartsAt,
            Can(Step.AnnounceHustings),
            Can(Step.OfferNewDate),
            Can(Step.RecordHustingsOffered),
            isChair ? await NeedsAsync(id, cancellation) : []);

        bool Can(Step step) => isChair
            && ApplicationProcess.Find(step, application.Stage)?.Whose.Contains(role) == true
            && application.WhyNotYet(step, new Act(reader, role, now), settings) is null;
    }

    private GatheringRow Row(Gathering gathering, bool isChair) => new(
        gathering.Number,
        gathering.Kind,
        gathering.StartsAt,
        gathering.EndsAt,
        gathering.Place is { } place ? vault.Open(gathering, nameof(gathering.Place), place) : null,
        isChair && gathering.JoiningLink is { } link ? vault.Open(gathering, nameof(gathering.JoiningLink), link) : null,
        gathering.Answer,
        gathering.Outcome);

    private async Task<IReadOnlyList<string>> NeedsAsync(Guid id, CancellationToken cancellation) =>
        (await applicants.FindNeedsAsync(id, cancellation))?.OpenMeeting(vault).Lines ?? [];

    private async Task<string?> SocietyAsync(DefectionApplication application, CancellationToken cancellation) =>
        application.AssemblySocietyId is null ? null : await societies.AssemblyNameAsync(application, cancellation);

    private async Task<DefectionApplication> FindAsync(Guid id, CancellationToken cancellation) =>
        await applications.FindAsync(id, cancellation) ?? throw new ApplicationNotFoundException(id);
}
