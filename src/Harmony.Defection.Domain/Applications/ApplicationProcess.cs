namespace Harmony.Defection.Domain.Applications;

/// <summary>One row of the process: a step, from where to where, whose step it is, and the clause or rule it carries out.</summary>
/// <param name="Step">What happens.</param>
/// <param name="From">The stage it is open in; none for the steps that make an application.</param>
/// <param name="To">The stage it leads to; the same one for work within a stage.</param>
/// <param name="Clause">The policy's clauses, or the rule of the process, that it carries out.</param>
/// <param name="Whose">The roles whose step it is.</param>
public sealed record Transition(Step Step, Stage? From, Stage To, string Clause, IReadOnlyList<Role> Whose)
{
    /// <summary>Whether the step moves the application to another stage.</summary>
    public bool Moves => From != To;
}

/// <summary>
/// The whole process on one page. The aggregate, authorisation, the buttons on the case page, docs/process.md and the tests of refusal
/// all read this table and nothing else.
/// </summary>
public static class ApplicationProcess
{
    private static readonly Role[] Chair = [Role.SocietySecretary, Role.SocietyForElections];

    /// <summary>Every step that there is.</summary>
    public static IReadOnlyList<Transition> Transitions { get; } =
    [
        // A form arrives
        new(Step.Submit, null, Stage.Received, "P1", [Role.Applicant]),
        new(Step.ConfirmKeyedForm, null, Stage.Received, "P1", [Role.Research, Role.GeneralSecretary]),
        .. Within(Step.AnswerKeyedForm, Stages.Open, "P1", Role.Applicant, Role.GeneralSecretary),
        .. Within(Step.ConfirmEmail, Stages.Open, "rule 29", Role.Applicant),
        .. Within(Step.LinkDuplicate, Stages.Open, "P1", Role.Research, Role.GeneralSecretary),
        .. Within(Step.UnlinkDuplicate, Stages.Open, "P1", Role.Research, Role.GeneralSecretary),
        Move(Step.BeginVerification, Stage.Received, Stage.Verification, "P2", Role.Research),

        // Research verifies
        .. Within(Step.HandOver, [Stage.Verification, Stage.Sanitisation], "P2", Role.Research),
        .. Within(Step.RecordContact, [Stage.Verification], "P4", Role.Research),
        .. Within(Step.RecordCheck, [Stage.Verification], "P5", Role.Research),
        .. Within(Step.PutFinding, [Stage.Verification], "P5", Role.Research),
        .. Within(Step.AnswerFinding, [Stage.Verification], "P5", Role.Applicant),
        .. Within(Step.CorrectForm, [Stage.Received, Stage.Verification, .. Stages.WithReleasedCopy], "P5", Role.Applicant),
        Move(Step.CorrectForm, Stage.Sanitisation, Stage.Verification, "P5", Role.Applicant),
        .. Within(Step.AddDocument, [Stage.Received, Stage.Verification], "P5", Role.Applicant),
        Move(Step.CompleteVerification, Stage.Verification, Stage.Sanitisation, "P3", Role.Research),
        .. Within(Step.ProposeNotGenuine, Stages.OpenToNotGenuine, "P3", Role.Research),
        .. Within(Step.AnswerNotGenuine, Stages.OpenToNotGenuine, "P3", Role.Applicant),
        .. Each(Step.CloseAsNotGenuine, Stages.OpenToNotGenuine, Stage.NotGenuine, "P3", Role.Research),
        Move(Step.ReopenVerification, Stage.NotGenuine, Stage.Verification, "rule 5", Role.GeneralSecretary),

        // Research sanitises
        .. Within(Step.PrepareCopy, [Stage.Sanitisation, .. Stages.WithReleasedCopy], "P6", Role.Research),
        Move(Step.ReleaseCopy, Stage.Sanitisation, Stage.Allocation, "P6", Role.Research, Role.GeneralSecretary),
        .. Within(Step.RecallCopy, Stages.WithReleasedCopy, "rule 28", Role.Research, Role.GeneralSecretary),
        .. Within(Step.ReleaseCopyAgain, Stages.WithReleasedCopy, "P6", Role.Research, Role.GeneralSecretary),
        .. Within(Step.TakeInCorrections, Stages.WithReleasedCopy, "P5", Role.Research),

        // A body takes responsibility
        Move(Step.TakeResponsibility, Stage.Allocation, Stage.Hustings, "P7", Role.SocietySecretary),
        .. Within(Step.DeclineResponsibility, [Stage.Allocation], "P7", Role.SocietySecretary),
        .. Within(Step.ConfirmLackOfCapacity, [Stage.Allocation], "P7", Role.GeneralSecretary),
        Move(Step.CarryOutDuties, Stage.Allocation, Stage.Hustings, "P7", Role.SocietyForElections),
        .. Within(Step.NameAssembly, [Stage.Allocation, Stage.Hustings], "rule 15", Role.GeneralSecretary),

        // The hustings
        .. Within(Step.TellNeeds, Stages.Open, "P9", Role.Applicant),
        .. Within(Step.AnnounceHustings, [Stage.Hustings], "P9", Chair),
        .. Within(Step.AnswerInvitation, [Stage.Hustings], "P9", Role.Applicant),
        .. Within(Step.OfferNewDate, [Stage.Hustings], "P10", Chair),
        Move(Step.RecordHustingsHeld, Stage.Hustings, Stage.Deliberation, "P11", Chair),
        Move(Step.RecordHustingsOffered, Stage.Hustings, Stage.Deliberation, "rule 9", Chair),
        Move(Step.ConfirmHustingsNotArranged, Stage.Hustings, Stage.Allocation, "rule 27", Role.GeneralSecretary),

        // The assembly deliberates
        .. Within(Step.Debate, [Stage.Deliberation], "P12", Role.Member, Role.Participant),
        .. Within(Step.StatePosition, [Stage.Deliberation], "P12", Role.Member, Role.Participant),
        .. Within(Step.ExtendPeriod, [Stage.Deliberation], "P11", Chair),
        .. Within(Step.ProposeFinding, [Stage.Deliberation], "P12", Chair),
        .. Within(Step.SecondFinding, [Stage.Deliberation], "P12", Role.Member),
        .. Within(Step.ChallengeFinding, [Stage.Deliberation], "P12", Role.Member),
        Move(Step.AcceptByConsensus, Stage.Deliberation, Stage.Accepted, "P12", Role.Clock),
        Move(Step.RejectByConsensus, Stage.Deliberation, Stage.Rejected, "P12", Role.Clock),
        .. Within(Step.FindNoConsensus, [Stage.Deliberation], "P13", Role.Clock),
        Move(Step.OpenBallot, Stage.Deliberation, Stage.Ballot, "P13", Chair),
        Move(Step.OpenBallotOnTime, Stage.Deliberation, Stage.Ballot, "rule 27", Role.Clock),

        // The Members vote
        .. Within(Step.CastBallot, [Stage.Ballot], "P14", Role.Member),
        Move(Step.AcceptByBallot, Stage.Ballot, Stage.Accepted, "P13", Role.Clock),
        Move(Step.RejectByBallot, Stage.Ballot, Stage.Rejected, "P13", Role.Clock),
        Move(Step.DiscussFurther, Stage.Ballot, Stage.Deliberation, "rule 14", Role.Clock),
        Move(Step.ReturnTie, Stage.Ballot, Stage.Deliberation, "rule 16", Role.Clock),
        Move(Step.RejectOnSecondTie, Stage.Ballot, Stage.Rejected, "rule 16", Role.Clock),
        Move(Step.ReturnEmptyBallot, Stage.Ballot, Stage.Deliberation, "rule 17", Role.Clock),
        Move(Step.ReturnEmptyBallotAgain, Stage.Ballot, Stage.Allocation, "rule 17", Role.Clock),

        // It ends early, or is opened again
        .. Each(Step.Withdraw, Stages.Open, Stage.Withdrawn, "rule 21", Role.Applicant),
        .. Each(Step.Lapse, Stages.Open, Stage.Lapsed, "F1", Role.Research, Role.GeneralSecretary),
        .. Within(Step.ProposeReopening, Stages.Decided, "rule 28", Role.GeneralSecretary),
        .. Each(Step.ConfirmReopening, Stages.Decided, Stage.Deliberation, "rule 28", Role.CommitteeForResolutions),
    ];

    /// <summary>The row of a step from a stage, or nothing where the step is not open there.</summary>
    public static Transition? Find(Step step, Stage? from) => Transitions.FirstOrDefault(t => t.Step == step && t.From == from);

    /// <summary>The steps a role may take from a stage.</summary>
    public static IEnumerable<Transition> OpenTo(Role role, Stage from) => Transitions.Where(t => t.From == from && t.Whose.Contains(role));

    /// <summary>The roles whose step can move an application on from a stage, rather than back to Research or to an early end: whose turn it is.</summary>
    public static IReadOnlyList<Role> Waiting(Stage from) =>
        [.. Transitions.Where(t => t.From == from && t.Moves && from.IsOpen() && t.Step != Step.CorrectForm && (t.To.IsOpen() || Stages.Decided.Contains(t.To)))
            .SelectMany(t => t.Whose).Distinct()];

    /// <summary>The row of a step from a stage, for the role that wants to take it.</summary>
    /// <exception cref="ProcessRuleException">The step is not open in the stage, or is not that role's.</exception>
    public static Transition Require(Step step, Stage? from, Role role)
    {
        var row = Find(step, from) ?? throw new ProcessRuleException(role == Role.Applicant
            ? T("Your application has moved on, so this cannot be done now. Your page says where it stands.")
            : $"“{step.Label()}” is not open while an application is in the stage “{from?.Say() ?? "none"}”.");
        return row.Whose.Contains(role)
            ? row
            : throw new ProcessRuleException($"“{step.Label()}” is a step for {string.Join(" or ", row.Whose.Select(r => r.Say()))}, not for {role.Say()}.");
    }

    private static Transition Move(Step step, Stage from, Stage to, string clause, params Role[] whose) => new(step, from, to, clause, whose);

    private static IEnumerable<Transition> Within(Step step, IEnumerable<Stage> stages, string clause, params Role[] whose) =>
        stages.Select(s => new Transition(step, s, s, clause, whose));

    private static IEnumerable<Transition> Each(Step step, IEnumerable<Stage> from, Stage to, string clause, params Role[] whose) =>
        from.Select(s => new Transition(step, s, to, clause, whose));
}

/// <summary>A rule of the process refuses what was asked. Its message is the sentence that people read.</summary>
public sealed class ProcessRuleException(string sentence) : Exception(sentence);
