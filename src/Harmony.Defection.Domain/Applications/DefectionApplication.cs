using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Applications;

/// <summary>
/// One official's application to join the Party, from its arrival to its outcome: one verb for each step of
/// <see cref="ApplicationProcess"/>. Every verb asks the table first, then its own rules, and leaves a history entry.
/// </summary>
public sealed partial class DefectionApplication : ISealedRow, IVersioned
{
    private readonly List<HistoryEntry> history = [];

    private DefectionApplication()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The public number, like HD-7K3M-Q2.</summary>
    public string Reference { get; private init; } = string.Empty;

    public Stage Stage { get; private set; }

    /// <summary>When the present stage began, in UTC.</summary>
    public DateTime StageSince { get; private set; }

    /// <summary>How the form came in (P1).</summary>
    public Channel Channel { get; private init; }

    /// <summary>The UK day the form was received: for post and e-mail the day it came, not the day it was keyed.</summary>
    public DateOnly ReceivedOn { get; private init; }

    /// <summary>The form release whose texts the applicant agreed to (F2, F4).</summary>
    public Guid FormReleaseId { get; private init; }

    /// <summary>The kind of the main office, as the table of kinds called it when the form was sent.</summary>
    public string OfficeKind { get; private init; } = string.Empty;

    /// <summary>Whether that office's area is larger than a constituency, which settles where the route begins (rule 1).</summary>
    public bool IsLargerThanConstituency { get; private init; }

    /// <summary>The Society in whose area the main office lies, as the applicant named it.</summary>
    public Guid AreaSocietyId { get; private init; }

    /// <summary>The name the applicant uses (F9).</summary>
    public Sealed ApplicantName { get; private set; }

    /// <summary>The main office in one line: "Borough councillor, Saltmarket ward, Wexcombe Borough Council".</summary>
    public Sealed Office { get; private set; }

    /// <summary>The language that the applicant reads: their letters, and their page unless they choose another there.</summary>
    public string Language { get; private init; } = Languages.English;

    /// <summary>When the clock next has something to do, in UTC; nothing while it stands still.</summary>
    public DateTime? NextDueAt { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> History => history;

    /// <summary>Makes the application from a form sent online (P1).</summary>
    /// <param name="submission">What is known of it in the clear, and the two values shown in lists.</param>
    /// <param name="act">The applicant's act.</param>
    /// <param name="vault">Seals the name and the office.</param>
    public static DefectionApplication Submit(Submission submission, Act act, IVault vault) =>
        Make(Step.Submit, submission, act, vault);

    /// <summary>Makes the application from a form that came by post or e-mail, once a second person has compared it with the original (P1).</summary>
    /// <param name="submission">What is known of it in the clear, and the two values shown in lists.</param>
    /// <param name="keyedBy">Who keyed it in.</param>
    /// <param name="keyedAt">When it was keyed in, in UTC.</param>
    /// <param name="act">The second person's act.</param>
    /// <param name="settings">How long to wait before the General Secretary may be the second person.</param>
    /// <param name="vault">Seals the name and the office.</param>
    /// <exception cref="ProcessRuleException">The same person keyed it, or the General Secretary stands in too early.</exception>
    public static DefectionApplication ConfirmKeyed(
        Submission submission, Guid keyedBy, DateTime keyedAt, Act act, ProcessSettings settings, IVault vault)
    {
        ApplicationProcess.Require(Step.ConfirmKeyedForm, null, act.Role);
        RequireSecondPerson(keyedBy, keyedAt, act, settings, "A keyed form is confirmed by a second person, not by whoever keyed it (P1).");
        return Make(Step.ConfirmKeyedForm, submission, act, vault);
    }

    /// <summary>The row of the table for a step from the present stage, if the role may take it.</summary>
    /// <exception cref="ProcessRuleException">The step is not open now, or is not that role's.</exception>
    public Transition Allow(Step step, Act act)
    {
        var row = ApplicationProcess.Require(step, Stage, act.Role);
        return WhyLinked(step) is { } refusal ? throw new ProcessRuleException(refusal) : row;
    }

    private static DefectionApplication Make(Step step, Submission submission, Act act, IVault vault)
    {
        var row = ApplicationProcess.Require(step, null, act.Role);
        var application = new DefectionApplication
        {
            Id = submission.ApplicationId,
            Reference = submission.Reference,
            Channel = submission.Channel,
            ReceivedOn = submission.ReceivedOn,
            FormReleaseId = submission.FormReleaseId,
            OfficeKind = submission.OfficeKind,
            IsLargerThanConstituency = submission.IsLargerThanConstituency,
            AreaSocietyId = submission.AreaSocietyId,
            HasEmail = submission.HasEmail,
            EmailConfirmedAt = submission.EmailConfirmedAt,
            Language = submission.Language,
        };
        application.ApplicantName = vault.Seal(application, nameof(ApplicantName), submission.NameUsed);
        application.Office = vault.Seal(application, nameof(Office), submission.Office);
        application.Record(row, act, null, null);
        return application;
    }

    /// <summary>The one place where a stage changes and history is written.</summary>
    private void Take(Step step, Act act, string? note = null, IVault? vault = null) => Record(Allow(step, act), act, note, vault);

    private void Record(Transition row, Act act, string? note, IVault? vault)
    {
        if (row.Moves)
        {
            Stage = row.To;
            StageSince = act.At;
        }

        history.Add(HistoryEntry.Of(Id, history.Count + 1, row, act, note, vault));
        NextDueAt = ReckonNextDue();
    }

    private static void RequireSecondPerson(Guid first, DateTime firstAt, Act act, ProcessSettings settings, string refusal)
    {
        if (act.Person == first)
        {
            throw new ProcessRuleException(refusal);
        }

        if (act.Role == Role.GeneralSecretary && act.At < firstAt.AddDays(settings.SecondPersonDays))
        {
            throw new ProcessRuleException(
                $"The General Secretary may be the second person only when nobody else was free for {settings.SecondPersonDays} days.");
        }
    }

    private static void Require(bool holds, string refusal)
    {
        if (!holds)
        {
            throw new ProcessRuleException(refusal);
        }
    }
}
