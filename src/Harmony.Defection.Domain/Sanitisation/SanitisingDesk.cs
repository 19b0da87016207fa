using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Sanitisation;

/// <summary>
/// Research's work on the assembly's copy (P6, rules 6, 7 and 28): proposals are found, a researcher decides each, another releases. Whatever
/// fails on the way leaves no copy, and never an unsearched text (PL5).
/// </summary>
public sealed class SanitisingDesk(
    Desk desk,
    IApplications applications,
    ISanitisingWorks works,
    ISocieties societies,
    Notices notices,
    ProcessSettings settings,
    IVault vault)
{
    /// <summary>The work on a copy; the first call begins it. The person sees texts of the original, which is recorded.</summary>
    /// <exception cref="ApplicationNotFoundException">There is no such application.</exception>
    /// <exception cref="ProcessRuleException">The stage does not allow a copy to be prepared.</exception>
    public Task<SanitisingState> OpenAsync(Guid application, Guid by, CancellationToken cancellation = default) =>
        WorkAsync(
            application,
            by,
            expectedVersion: null,
            async (a, state) =>
            {
                await works.RecordOpeningAsync(application, by, cancellation);
                return state is null ? await BeginAsync(a, cancellation)
                    : HasAllCorrections(state, a) ? state
                    : (await BeginAsync(a, cancellation)).WithRulingsOf(state);
            },
            cancellation);

    /// <summary>Begins the work anew from the original, for a new release. Decisions that still fit are kept.</summary>
    /// <exception cref="ProcessRuleException">The stage does not allow a copy to be prepared.</exception>
    public Task<SanitisingState> StartAgainAsync(Guid application, Guid by, CancellationToken cancellation = default) =>
        WorkAsync(
            application,
            by,
            expectedVersion: null,
            async (a, state) =>
            {
                await works.RecordOpeningAsync(application, by, cancellation);
                var anew = await BeginAsync(a, cancellation);
                return state is null ? anew : anew.WithRulingsOf(state);
            },
            cancellation);

    /// <summary>Decides one proposal, or changes a decision. Keeping needs a reason (rule 7).</summary>
    /// <param name="application">The application.</param>
    /// <param name="ruling">The proposal's place in <see cref="SanitisingState.Rulings"/>.</param>
    /// <param name="kind">The decision.</param>
    /// <param name="reason">Why it is kept.</param>
    /// <param name="by">The researcher.</param>
    /// <param name="expectedVersion">The version that the researcher saw; an older one is refused.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ProcessRuleException">There is no such proposal, or the reason is missing.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed the work meanwhile.</exception>
    public Task<SanitisingState> RuleAsync(
        Guid application, int ruling, RulingKind kind, string? reason, Guid by, int? expectedVersion = null, CancellationToken cancellation = default) =>
        RuleManyAsync(application, [ruling], kind, reason, by, expectedVersion, cancellation);

    /// <summary>Decides several proposals in the same way.</summary>
    /// <exception cref="ProcessRuleException">There is no such proposal, or the reason is missing.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed the work meanwhile.</exception>
    public Task<SanitisingState> RuleManyAsync(
        Guid application,
        IReadOnlyCollection<int> rulings,
        RulingKind kind,
        string? reason,
        Guid by,
        int? expectedVersion = null,
        CancellationToken cancellation = default) =>
        ChangeAsync(application, by, expectedVersion, state => state.Rule(rulings, kind, reason), cancellation);

    /// <summary>Adds a removal that nobody proposed, by its place in a text.</summary>
    /// <exception cref="ProcessRuleException">The place is not in the text.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed the work meanwhile.</exception>
    public Task<SanitisingState> AddAsync(
        Guid application, string field, int start, int length, Guid by, int? expectedVersion = null, CancellationToken cancellation = default) =>
        ChangeAsync(application, by, expectedVersion, state => state.Remove(field, start, length), cancellation);

    /// <summary>Adds a removal that nobody proposed: everywhere these words stand in a text.</summary>
    /// <exception cref="ProcessRuleException">The words do not stand in the text.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed the work meanwhile.</exception>
    public Task<SanitisingState> AddAsync(
        Guid application, string field, string words, Guid by, int? expectedVersion = null, CancellationToken cancellation = default) =>
        ChangeAsync(application, by, expectedVersion, state => state.Remove(field, words), cancellation);

    /// <summary>Rewrites an adverse finding and its answer as statements; both are searched again (rule 6).</summary>
    /// <exception cref="ProcessRuleException">There is no such finding, or the statement is empty.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed the work meanwhile.</exception>
    public Task<SanitisingState> RewordFindingAsync(
        Guid application,
        CheckItem item,
        string statement,
        string? answer,
        Guid by,
        int? expectedVersion = null,
        CancellationToken cancellation = default) =>
        WorkAsync(
            application,
            by,
            expectedVersion,
            async (_, state) =>
            {
                var answers = await AnswersAsync(application, cancellation);
                return Begun(state).Reword(new CopyFinding(item, statement, answer), answers, Sanitiser.For(answers));
            },
            cancellation);

    /// <summary>Keeps all that a researcher sends with the page of a copy, in one save.</summary>
    /// <exception cref="ProcessRuleException">A decision, a finding or the words do not fit; nothing was saved.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else changed the work meanwhile.</exception>
    public Task<SanitisingState> SaveAsync(
        Guid application, SanitisingChange change, Guid by, int? expectedVersion = null, CancellationToken cancellation = default) =>
        WorkAsync(
            application,
            by,
            expectedVersion,
            async (_, state) =>
            {
                var answers = await AnswersAsync(application, cancellation);
                return Begun(state).Take(change, answers, Sanitiser.For(answers));
            },
            cancellation);

    /// <summary>Every proposal is decided: the copy is put together for a second researcher (rule 7).</summary>
    /// <exception cref="ProcessRuleException">A proposal is open, or the stage does not allow it.</exception>
    public Task PrepareAsync(Guid application, Guid by, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            Role.Research,
            async (a, act) =>
            {
                a.Allow(Step.PrepareCopy, act);
                var state = Begun((await works.FindAsync(application, cancellation))?.Read(vault));
                if (state.OpenRulings > 0)
                {
                    throw new ProcessRuleException(state.OpenRulings == 1
                        ? "1 proposal is still to be decided."
                        : $"{state.OpenRulings} proposals are still to be decided.");
                }

                if (!HasAllCorrections(state, a))
                {
                    throw new ProcessRuleException("The applicant has corrected an answer since you began. Open the work on the copy again: the correction is in it then.");
                }

                var content = CopyBuilder.Build(
                    await AnswersAsync(application, cancellation),
                    state.Findings,
                    a.Checks.Select(c => new CopyCheck(c.Item, c.Outcome)),
                    state.Texts.ToDictionary(t => t.Field, state.Sanitise, StringComparer.Ordinal),
                    state.Corrections);
                a.PrepareCopy(content.Write(), act, vault);
            },
            cancellation);

    /// <summary>Another researcher releases the first copy; the route to the deciding body begins, and its secretaries are told (rules 1, 7, 15).</summary>
    /// <exception cref="ProcessRuleException">Nothing is prepared, or the same person prepared it.</exception>
    public Task ReleaseAsync(Guid application, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            role,
            async (a, act) =>
            {
                a.Allow(Step.ReleaseCopy, act);
                var route = DecisionRoute.Of(a.IsLargerThanConstituency, a.AreaSocietyId, await societies.AllAsync(cancellation));
                var today = UkTime.Day(act.At);
                var eligible = new Dictionary<Guid, int>();
                foreach (var society in route.Where(s => s.Kind != SocietyKind.Elections))
                {
                    eligible[society.Id] = (await societies.EligibleMembersAsync(society.Id, application, today, today, cancellation)).Count;
                }

                var assembly = DecisionRoute.AssemblyOf(route, s => eligible[s.Id], settings.SmallestRoll);
                a.ReleaseCopy([.. route.Select(s => s.Id)], assembly?.Id, act, settings);
                await notices.ToSecretariesAsync(a, act.At, cancellation);
            },
            cancellation);

    /// <summary>Takes the released copy away from every page at once (rule 28).</summary>
    /// <exception cref="ProcessRuleException">No copy is in force, or the reason is missing.</exception>
    public Task RecallAsync(Guid application, string reason, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application, by, role, (a, act) => a.RecallCopy(Needed(reason, "Say why the copy is recalled."), act, vault), cancellation);

    /// <summary>Another researcher releases a new version in place of the old one (rules 7 and 28).</summary>
    /// <exception cref="ProcessRuleException">Nothing is prepared, the same person prepared it, or the reason is missing.</exception>
    public Task ReleaseAgainAsync(Guid application, string reason, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            role,
            (a, act) => a.ReleaseCopyAgain(Needed(reason, "Say why a new version is released."), act, settings, vault),
            cancellation);

    private Task<SanitisingState> ChangeAsync(
        Guid application, Guid by, int? expectedVersion, Func<SanitisingState, SanitisingState> change, CancellationToken cancellation) =>
        WorkAsync(application, by, expectedVersion, (_, state) => Task.FromResult(change(Begun(state))), cancellation);

    /// <summary>Reads the work, changes it and keeps it; one transaction, with the stage checked first.</summary>
    private async Task<SanitisingState> WorkAsync(
        Guid application,
        Guid by,
        int? expectedVersion,
        Func<DefectionApplication, SanitisingState?, Task<SanitisingState>> change,
        CancellationToken cancellation)
    {
        SanitisingWork? work = null;
        await desk.ActAsync(
            application,
            by,
            Role.Research,
            async (a, act) =>
            {
                a.Allow(Step.PrepareCopy, act);
                work = await works.FindAsync(application, cancellation);
                var before = work?.Read(vault);
                if (expectedVersion is { } expected && expected != before?.Version)
                {
                    throw new ConcurrencyConflictException(
                        new InvalidOperationException($"Version {expected} was expected, {before?.Version} is there."));
                }

                var after = await change(a, before);
                if (work is null)
                {
                    work = SanitisingWork.Begin(application, after, by, act.At, vault);
                    applications.Add(work);
                }
                else if (!ReferenceEquals(before, after))
                {
                    work.Write(after, by, act.At, vault);
                }
            },
            cancellation);
        return work!.Read(vault);
    }

    private async Task<SanitisingState> BeginAsync(DefectionApplication application, CancellationToken cancellation)
    {
        var answers = await AnswersAsync(application.Id, cancellation);
        var findings = application.AdverseFindings
            .Select(f => new CopyFinding(
                f.Item,
                vault.Open(f, nameof(f.Statement), f.Statement),
                f.Answer is { } answer ? vault.Open(f, nameof(f.Answer), answer) : null))
            .ToList();
        var corrections = application.Corrections.Where(c => c.Answer.IsForAssembly())
            .Select(c => new CopyCorrection(c.Number, c.Answer, vault.Open(c, nameof(c.ShouldBe), c.ShouldBe))).ToList();
        return SanitisingState.Begin(answers, findings, Sanitiser.For(answers), corrections);
    }

    private static bool HasAllCorrections(SanitisingState state, DefectionApplication application) =>
        application.Corrections.Count(c => c.Answer.IsForAssembly()) == state.Corrections.Count;

    private async Task<FormAnswers> AnswersAsync(Guid application, CancellationToken cancellation) =>
        (await applications.FindFormAsync(application, cancellation) ?? throw new ApplicationNotFoundException(application)).Open(vault);

    private static SanitisingState Begun(SanitisingState? state) =>
        state ?? throw new ProcessRuleException("The work on the copy has not begun yet.");

    private static string Needed(string reason, string refusal) =>
        string.IsNullOrWhiteSpace(reason) ? throw new ProcessRuleException(refusal) : reason.Trim();
}
