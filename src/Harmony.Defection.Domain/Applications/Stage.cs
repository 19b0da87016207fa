namespace Harmony.Defection.Domain.Applications;

/// <summary>Where an application stands. Each stage, and what leads out of it, is in <see cref="ApplicationProcess"/>.</summary>
public enum Stage
{
    /// <summary>A complete form is in: online, or keyed in from post or e-mail and confirmed by a second person (P1).</summary>
    Received,

    /// <summary>Research checks every item and speaks with the applicant (P3 to P5).</summary>
    Verification,

    /// <summary>Research prepares the assembly's copy; a second researcher releases it (P6).</summary>
    Sanitisation,

    /// <summary>The body that carries out the decision duties is being settled (P7, rule 2).</summary>
    Allocation,

    /// <summary>Invitation, arrangement and the gathering itself (P9, P10).</summary>
    Hustings,

    /// <summary>The declared decision period, and the finding that ends it (P11, P12).</summary>
    Deliberation,

    /// <summary>A STAR ballot of Members (P13, P14).</summary>
    Ballot,

    /// <summary>The assembly accepted the applicant (P15 to P17).</summary>
    Accepted,

    /// <summary>The assembly did not accept the applicant (P18).</summary>
    Rejected,

    /// <summary>Closed without a decision: found not genuine by two researchers (rule 5).</summary>
    NotGenuine,

    /// <summary>Closed without a decision: taken back by the applicant (rule 21).</summary>
    Withdrawn,

    /// <summary>Closed without a decision: the applicant no longer holds office.</summary>
    Lapsed,
}

/// <summary>Groups of stages that rules speak of.</summary>
public static class Stages
{
    /// <summary>From a form's arrival to its outcome, in order.</summary>
    public static IReadOnlyList<Stage> Open { get; } =
    [
        Stage.Received, Stage.Verification, Stage.Sanitisation, Stage.Allocation, Stage.Hustings, Stage.Deliberation, Stage.Ballot,
    ];

    /// <summary>Stages in which a released copy is out, and could be recalled (rule 28).</summary>
    public static IReadOnlyList<Stage> WithReleasedCopy { get; } = [Stage.Allocation, Stage.Hustings, Stage.Deliberation, Stage.Ballot];

    /// <summary>Stages in which an application may be found not genuine (rule 5).</summary>
    public static IReadOnlyList<Stage> OpenToNotGenuine { get; } =
        [Stage.Verification, Stage.Sanitisation, Stage.Allocation, Stage.Hustings, Stage.Deliberation];

    /// <summary>The two outcomes that are the assembly's decision.</summary>
    public static IReadOnlyList<Stage> Decided { get; } = [Stage.Accepted, Stage.Rejected];

    /// <summary>Whether an application in this stage still waits for its outcome.</summary>
    public static bool IsOpen(this Stage stage) => Open.Contains(stage);

    /// <summary>The stage's name as people read it.</summary>
    public static string Say(this Stage stage) => stage switch
    {
        Stage.NotGenuine => "Not genuine",
        _ => stage.ToString(),
    };
}
