using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;

namespace Harmony.Defection.Domain.Applications;

/// <content>Verification by Research: P2 to P5, rules 4 and 5.</content>
public sealed partial class DefectionApplication
{
    private readonly List<Check> checks = [];
    private readonly List<ContactEntry> contacts = [];
    private readonly List<AdverseFinding> adverseFindings = [];
    private readonly List<NotGenuineProposal> notGenuineProposals = [];

    /// <summary>The researcher who has the case.</summary>
    public Guid? ResearcherId { get; private set; }

    /// <summary>Every check, in the order of the form.</summary>
    public IReadOnlyList<Check> Checks => [.. checks.OrderBy(c => c.Item)];

    public IReadOnlyList<ContactEntry> Contacts => contacts;

    public IReadOnlyList<AdverseFinding> AdverseFindings => adverseFindings;

    public IReadOnlyList<NotGenuineProposal> NotGenuineProposals => notGenuineProposals;

    /// <summary>Checks that nobody has concluded yet.</summary>
    public IEnumerable<Check> OpenChecks => Checks.Where(c => c.Outcome == CheckOutcome.Open);

    /// <summary>A proposal to close the application as not genuine that is still open.</summary>
    public NotGenuineProposal? StandingNotGenuineProposal => notGenuineProposals.FirstOrDefault(p => !p.IsSettled);

    /// <summary>A researcher takes the case and begins verification (P2).</summary>
    public void BeginVerification(Act act)
    {
        Take(Step.BeginVerification, act);
        ResearcherId = act.Person;
        checks.AddRange(Enum.GetValues<CheckItem>().Select(item => Check.For(Id, item)));
    }

    /// <summary>The case goes to another researcher, with a note of how things stand.</summary>
    /// <exception cref="ProcessRuleException">The case is theirs already.</exception>
    public void HandOver(Guid researcher, string? note, Act act, IVault vault)
    {
        Allow(Step.HandOver, act);
        Require(researcher != ResearcherId, "The case is with this researcher already.");
        ResearcherId = researcher;
        Take(Step.HandOver, act, note, vault);
    }

    /// <summary>Records a contact, or an attempt at one, with the applicant (P4).</summary>
    /// <exception cref="ProcessRuleException">It is said to have taken place in the future.</exception>
    public void RecordContact(ContactMeans means, DateTime tookPlaceAt, bool reached, string? said, Act act, IVault vault)
    {
        Allow(Step.RecordContact, act);
        Require(tookPlaceAt <= act.At, "A conversation is recorded after it took place.");
        contacts.Add(ContactEntry.Of(Id, means, tookPlaceAt, reached, said, act, vault));
        Take(Step.RecordContact, act);
    }

    /// <summary>Records what came of one check (P5); it may be recorded anew until verification is completed.</summary>
    /// <exception cref="ProcessRuleException">Confirmed or contradicted without a source and the day it was seen, or seen in the future.</exception>
    public void RecordCheck(CheckItem item, CheckResult result, Act act, IVault vault)
    {
        Allow(Step.RecordCheck, act);
        var hasSource = !string.IsNullOrWhiteSpace(result.Source) && result.SeenOn is not null;
        Require(
            hasSource || result.Outcome is not (CheckOutcome.Confirmed or CheckOutcome.Contradicted),
            "Nothing is confirmed or contradicted without its source and the day it was seen (rule 4).");
        Require(result.SeenOn is null || result.SeenOn <= Time.UkTime.Day(act.At), "The day a source was seen cannot be in the future.");
        checks.Single(c => c.Item == item).Record(result, act, vault);
        Take(Step.RecordCheck, act);
    }

    /// <summary>Puts something that could not be matched to the applicant, who then has time to answer (rule 4).</summary>
    /// <returns>The finding, whose id the applicant's answer names.</returns>
    /// <exception cref="ProcessRuleException">The same item was put to the applicant before.</exception>
    public AdverseFinding PutFinding(CheckItem item, string statement, Act act, ProcessSettings settings, IVault vault)
    {
        Allow(Step.PutFinding, act);
        Require(adverseFindings.All(f => f.Item != item), "This item was put to the applicant already.");
        var finding = AdverseFinding.Of(Id, item, statement, act, settings.AnswerDays, vault);
        adverseFindings.Add(finding);
        Take(Step.PutFinding, act);
        return finding;
    }

    /// <summary>The applicant answers a finding (rule 4).</summary>
    /// <exception cref="ProcessRuleException">It was answered already, or does not belong to this application.</exception>
    public void AnswerFinding(Guid finding, string answer, Act act, IVault vault)
    {
        Allow(Step.AnswerFinding, act);
        var found = adverseFindings.FirstOrDefault(f => f.Id == finding);
        Require(found is { AnsweredAt: null }, T("You have answered this already."));
        found!.TakeAnswer(answer, act, vault);
        Take(Step.AnswerFinding, act);
    }

    /// <summary>What still stands in the way of completing verification, as the sentence people read; nothing when it is open.</summary>
    public string? WhyVerificationCannotBeCompleted(DateTime now)
    {
        var open = OpenChecks.Count();
        if (open > 0)
        {
            return open == 1
                ? "One check is still open: every check must be concluded before verification can be completed (P5)."
                : $"{open} checks are still open: every check must be concluded before verification can be completed (P5).";
        }

        if (!contacts.Any(c => c.Reached))
        {
            return "Nobody has recorded a conversation in which the applicant was reached (P4).";
        }

        if (checks.Where(c => c.Outcome == CheckOutcome.Contradicted).Any(c => adverseFindings.All(f => f.Item != c.Item)))
        {
            return "What was contradicted must be put to the applicant before verification can be completed (rule 4).";
        }

        return adverseFindings.Any(f => f.AwaitsAnswer(now))
            ? "The applicant still has time to answer what was put to them (rule 4)."
            : null;
    }

    /// <summary>Records that Research has finished its checks (P3 to P5).</summary>
    /// <exception cref="ProcessRuleException">A check is still open, nobody has spoken with the applicant, or an answer is due.</exception>
    public void CompleteVerification(Act act)
    {
        Allow(Step.CompleteVerification, act);
        if (WhyVerificationCannotBeCompleted(act.At) is { } refusal)
        {
            throw new ProcessRuleException(refusal);
        }

        TakeIn(CorrectionsWaiting, act);
        Take(Step.CompleteVerification, act);
    }

    /// <summary>A researcher proposes to close the application as not genuine; the applicant is told and has time to answer (rule 5).</summary>
    /// <exception cref="ProcessRuleException">A proposal is open already.</exception>
    public void ProposeNotGenuine(NotGenuineGround ground, string statement, Act act, ProcessSettings settings, IVault vault)
    {
        Allow(Step.ProposeNotGenuine, act);
        Require(StandingNotGenuineProposal is null, "A proposal to close this application as not genuine is open already.");
        notGenuineProposals.Add(NotGenuineProposal.Of(Id, ground, statement, act, settings.AnswerDays, vault));
        Take(Step.ProposeNotGenuine, act);
    }

    /// <summary>The applicant answers the doubt (rule 5).</summary>
    /// <exception cref="ProcessRuleException">No doubt is open, or it was answered already.</exception>
    public void AnswerNotGenuine(string answer, Act act, IVault vault)
    {
        Allow(Step.AnswerNotGenuine, act);
        Require(StandingNotGenuineProposal is { AnsweredAt: null }, T("There is nothing left to answer here."));
        StandingNotGenuineProposal!.TakeAnswer(answer, act, vault);
        Take(Step.AnswerNotGenuine, act);
    }

    /// <summary>Why a researcher cannot yet sign the closing as not genuine; nothing when they can.</summary>
    public string? WhyNotGenuineCannotBeSigned(Guid researcher, DateTime now) => StandingNotGenuineProposal switch
    {
        null => "Closing as not genuine begins with a researcher’s proposal, which the applicant may answer (rule 5).",
        var p when p.ProposedBy == researcher => "Two different researchers must sign (rule 5).",
        { AnsweredAt: null } p when now < p.AnswerDueAt => "The applicant still has time to answer (rule 5).",
        _ => null,
    };

    /// <summary>A second researcher signs, and the application is closed as not genuine (rule 5).</summary>
    /// <exception cref="ProcessRuleException">No proposal stands, it is the signer's own, or the applicant may still answer.</exception>
    public void CloseAsNotGenuine(Act act)
    {
        Allow(Step.CloseAsNotGenuine, act);
        if (WhyNotGenuineCannotBeSigned(act.Person, act.At) is { } refusal)
        {
            throw new ProcessRuleException(refusal);
        }

        Take(Step.CloseAsNotGenuine, act);
        CloseWhatWasRunning(act.At);
    }

    /// <summary>
    /// The General Secretary, asked by the applicant, reopens verification: once, within 28 days (rule 5). What was released before is no
    /// longer read by any assembly; copy and route are made anew.
    /// </summary>
    /// <exception cref="ProcessRuleException">It was reopened before, or the time is over.</exception>
    public void ReopenVerification(string reason, Act act, ProcessSettings settings, IVault vault)
    {
        Allow(Step.ReopenVerification, act);
        Require(history.All(h => h.Step != Step.ReopenVerification), "An application found not genuine can be reopened once (rule 5).");
        Require(
            act.At <= StageSince.AddDays(settings.NotGenuineReopenDays),
            $"An application found not genuine can be reopened within {settings.NotGenuineReopenDays} days (rule 5).");
        Take(Step.ReopenVerification, act, reason, vault);
        CopyInForce?.Supersede(act.At);
        route.Clear();
        (ResponsibleSocietyId, AssemblySocietyId) = (null, null);
    }
}
