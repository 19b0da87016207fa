using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;

namespace Harmony.Defection.Domain.Applications;

/// <content>What the applicant does from their own page (rules 9, 21 and 29).</content>
public sealed partial class DefectionApplication
{
    private readonly List<Correction> corrections = [];

    /// <summary>What the applicant corrected, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections => [.. corrections.OrderBy(c => c.Number)];

    /// <summary>Corrections that Research has not taken in yet.</summary>
    public IEnumerable<Correction> CorrectionsWaiting => Corrections.Where(c => c.TakenInAt is null);

    /// <summary>
    /// The applicant corrects an answer. The checks it touches are made anew; where Research had finished, the case goes back to it. Once the
    /// assembly has a copy, Research decides whether a new version is needed.
    /// </summary>
    /// <exception cref="ProcessRuleException">There are too many corrections, or the correction says nothing.</exception>
    public Correction CorrectForm(CorrectedAnswer answer, string was, string shouldBe, Act act, IVault vault)
    {
        Allow(Step.CorrectForm, act);
        Require(!string.IsNullOrWhiteSpace(shouldBe), T("Write what the answer should be."));
        Require(corrections.Count < Correction.Most, T("This application has as many corrections as it can hold. Tell Research when you speak with them."));
        var correction = Correction.Of(Id, corrections.Count + 1, answer, was, shouldBe, act, vault);
        corrections.Add(correction);
        if (!Stages.WithReleasedCopy.Contains(Stage))
        {
            foreach (var check in checks.Where(c => answer.Checks().Contains(c.Item)))
            {
                check.Reopen();
            }
        }

        Take(Step.CorrectForm, act);
        return correction;
    }

    /// <summary>A researcher has read what was corrected since the copy was released, and says what follows for the copy (rule 7).</summary>
    /// <param name="last">The number of the last correction that they read.</param>
    /// <param name="note">What follows for the copy.</param>
    /// <param name="act">The researcher's act.</param>
    /// <param name="vault">Seals the note.</param>
    /// <exception cref="ProcessRuleException">Nothing waits, something was corrected since they read, or nothing is said.</exception>
    public void TakeInCorrections(int last, string note, Act act, IVault vault)
    {
        Allow(Step.TakeInCorrections, act);
        Require(CorrectionsWaiting.Any(), NoCorrectionWaits);
        Require(corrections.Count == last, "The applicant has corrected something more in the meantime. Read it too, then take it in.");
        Require(!string.IsNullOrWhiteSpace(note), "Say what follows for the copy that Members read.");
        TakeIn(CorrectionsWaiting, act);
        Take(Step.TakeInCorrections, act, note, vault);
    }

    /// <summary>The applicant says what they need at the meeting, or how best to reach them (P9).</summary>
    public void TellNeeds(Act act) => Take(Step.TellNeeds, act);

    /// <summary>The applicant adds a document for Research.</summary>
    public void AddDocument(Act act) => Take(Step.AddDocument, act);

    private const string NoCorrectionWaits = "No correction waits to be read.";

    private const string CopyIsOlder = "The applicant has corrected an answer since this copy was prepared. Start again from the original, then prepare it anew.";

    /// <summary>Whether a copy of that moment leaves out something that the applicant corrected later.</summary>
    private bool IsOlderThanACorrection(DateTime preparedAt) => corrections.Any(c => c.MadeAt > preparedAt);

    private static void TakeIn(IEnumerable<Correction> waiting, Act act)
    {
        foreach (var correction in waiting.ToList())
        {
            correction.TakeIn(act);
        }
    }
}
