using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Applications;

/// <content>
/// One person's form that came twice, and what they say of a keyed one: P1. The process table stays as it is: a linked form keeps its stage, its clocks
/// stand, and until it is set free it can only be set free or withdrawn.
/// </content>
public sealed partial class DefectionApplication
{
    internal static string SentOnline => T("This form was sent online: the applicant wrote every word of it.");

    private static readonly Stage[] BeforeASociety = [Stage.Received, Stage.Verification, Stage.Sanitisation];

    /// <summary>The application that this form is a duplicate of; nothing for one that stands by itself.</summary>
    public Guid? DuplicateOfId { get; private set; }

    /// <summary>Since when it has been linked as a duplicate, in UTC.</summary>
    public DateTime? LinkedSince { get; private set; }

    /// <summary>How many forms are linked to this one as duplicates.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Links another form of the same person to this case. Both keep a record of it.</summary>
    /// <exception cref="ProcessRuleException">The other form is this one, is linked, has forms linked to it, or has gone to a Society.</exception>
    public void LinkDuplicate(DefectionApplication duplicate, Act act, IVault vault)
    {
        ArgumentNullException.ThrowIfNull(duplicate);
        Allow(Step.LinkDuplicate, act);
        Require(duplicate.Id != Id, "A form cannot be a duplicate of itself.");
        Require(duplicate.DuplicateOfId is null, "The other form is linked as a duplicate already.");
        Require(duplicate.Duplicates == 0, "Other forms are linked to the other form. Set them free first.");
        var refusal = WhyNotADuplicate(duplicate.Stage);
        Require(refusal is null, refusal!);
        duplicate.Take(Step.LinkDuplicate, act, $"Linked to {Reference}.", vault);
        Take(Step.LinkDuplicate, act, $"{duplicate.Reference} is linked to this case.", vault);
        (duplicate.DuplicateOfId, duplicate.LinkedSince) = (Id, act.At);
        Duplicates++;
    }

    /// <summary>Why a form of this stage cannot be linked to another case; nothing where it can.</summary>
    public static string? WhyNotADuplicate(Stage stage) =>
        !stage.IsOpen() ? "The other form is closed, so it stays as it is."
        : BeforeASociety.Contains(stage) ? null
        : "The other form has gone on to a Society. Open that case, and link this form to it.";

    /// <summary>Sets a linked form free again: its clocks go on where they stood.</summary>
    /// <exception cref="ProcessRuleException">The form is not linked to this case.</exception>
    public void UnlinkDuplicate(DefectionApplication duplicate, Act act, IVault vault)
    {
        ArgumentNullException.ThrowIfNull(duplicate);
        Allow(Step.UnlinkDuplicate, act);
        Require(duplicate.DuplicateOfId == Id, "The other form is not linked to this case.");
        Take(Step.UnlinkDuplicate, act, $"{duplicate.Reference} stands by itself again.", vault);
        duplicate.StandAlone(act, $"No longer linked to {Reference}.", vault);
        Duplicates--;
    }

    /// <summary>Sets this form free where the case it was linked to is closed.</summary>
    /// <exception cref="ProcessRuleException">It is not linked.</exception>
    public void StandAlone(Act act, string note, IVault vault)
    {
        Allow(Step.UnlinkDuplicate, act);
        Require(LinkedSince is not null, "This form is not linked to another.");
        var stood = act.At - LinkedSince!.Value;
        (DuplicateOfId, LinkedSince) = (null, null);
        Take(Step.UnlinkDuplicate, act, note, vault);
        StageSince += stood;
        foreach (var finding in adverseFindings)
        {
            finding.Extend(stood);
        }

        StandingNotGenuineProposal?.Extend(stood);
    }

    /// <summary>The applicant says whether what was keyed in is as they wrote it (P1).</summary>
    public void AnswerKeyedForm(Act act) => Take(Step.AnswerKeyedForm, act);

    private string? WhyLinked(Step step) => DuplicateOfId is null || step is Step.UnlinkDuplicate or Step.Withdraw
        ? null
        : T("This form is linked to another of the same applicant as a duplicate. Nothing goes on here until it is set free.");
}
