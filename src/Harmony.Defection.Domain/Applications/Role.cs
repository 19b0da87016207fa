namespace Harmony.Defection.Domain.Applications;

/// <summary>In what capacity somebody acts. A person may hold several roles; an <see cref="Act"/> names the one used.</summary>
public enum Role
{
    /// <summary>The person applying, known by a secret link and no account.</summary>
    Applicant,

    /// <summary>The General Secretary: keys in forms, sends post, confirms lack of capacity; decides nothing.</summary>
    GeneralSecretary,

    /// <summary>A volunteer of the Research Working Group.</summary>
    Research,

    /// <summary>The secretary, or a deputy, of the Society that carries out the decision duties.</summary>
    SocietySecretary,

    /// <summary>A paying Member, not suspended, of the assembly that decides (P14).</summary>
    Member,

    /// <summary>A Participant of the assembly, who does not pay and does not vote.</summary>
    Participant,

    /// <summary>The Society for Elections, which supports a Society or carries out its duties (P7).</summary>
    SocietyForElections,

    /// <summary>The Committee for Resolutions, which reviews conduct (C4) and has a part in reopening a decision (rule 28).</summary>
    CommitteeForResolutions,

    /// <summary>The Operational Working Group: form releases, settings, Societies, accounts (F2).</summary>
    Operations,

    /// <summary>Time itself: what follows from a deadline.</summary>
    Clock,
}

/// <summary>What roles are called.</summary>
public static class Roles
{
    /// <summary>Roles that people hold by appointment and that work on cases.</summary>
    public static IReadOnlyList<Role> Appointed { get; } =
    [
        Role.GeneralSecretary, Role.Research, Role.SocietySecretary, Role.SocietyForElections, Role.CommitteeForResolutions, Role.Operations,
    ];

    /// <summary>The role's name as people read it.</summary>
    public static string Say(this Role role) => role switch
    {
        Role.GeneralSecretary => "General Secretary",
        Role.SocietySecretary => "Society secretary",
        Role.SocietyForElections => "Society for Elections",
        Role.CommitteeForResolutions => "Committee for Resolutions",
        Role.Clock => "the clock",
        _ => role.ToString(),
    };
}

/// <summary>Who did something, in what role, and when. Every change takes one.</summary>
/// <param name="By">The person's id; for the applicant the application's id; nobody for the clock.</param>
/// <param name="Role">The role in which they acted.</param>
/// <param name="At">When, in UTC.</param>
public sealed record Act(Guid? By, Role Role, DateTime At)
{
    /// <summary>An act of time itself.</summary>
    public static Act OfClock(DateTime at) => new(null, Role.Clock, at);

    /// <summary>An act of the applicant, through the secret link of this application.</summary>
    public static Act OfApplicant(Guid application, DateTime at) => new(application, Role.Applicant, at);

    /// <summary>The acting person's id.</summary>
    /// <exception cref="InvalidOperationException">Nobody acted: it was the clock.</exception>
    public Guid Person => By ?? throw new InvalidOperationException("The clock is not a person.");
}
