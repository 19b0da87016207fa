using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Domain.Applications;

/// <summary>A person as far as roles go: what they hold and where they belong, at this moment.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Holdings">Their appointments that hold now.</param>
/// <param name="Memberships">Their memberships that hold today.</param>
public sealed record PersonFacts(Guid PersonId, IReadOnlyList<RoleHolding> Holdings, IReadOnlyList<Membership> Memberships)
{
    /// <summary>Whether the person holds a role by appointment.</summary>
    public bool Holds(Role role) => Holdings.Any(h => h.Role == role);
}

/// <summary>What of an application settles who is who on it.</summary>
/// <param name="Id">The application.</param>
/// <param name="Reference">Its public number.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="AskedSocietyId">The body that is asked now, or carries out the duties.</param>
/// <param name="AssemblySocietyId">The Society whose Members decide.</param>
/// <param name="HasResponsibleBody">Whether a body has ever taken responsibility, so that the assembly may know of it.</param>
/// <param name="IsReopeningProposed">Whether the Committee for Resolutions is asked to reopen it.</param>
/// <param name="OpenedOriginal">Whether this person opened its original.</param>
/// <param name="IsApplicant">Whether this person is the one applying.</param>
public sealed record CaseFacts(
    Guid Id,
    string Reference,
    Stage Stage,
    Guid? AskedSocietyId,
    Guid? AssemblySocietyId,
    bool HasResponsibleBody,
    bool IsReopeningProposed,
    bool OpenedOriginal,
    bool IsApplicant);

/// <summary>The roles that one person has on one application. Without any, the application is not there for them.</summary>
/// <param name="Case">The application.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Roles">Their roles on it.</param>
public sealed record Standing(CaseFacts Case, Guid PersonId, IReadOnlySet<Role> Roles)
{
    /// <summary>Whether the person has one of these roles here.</summary>
    public bool Is(params ReadOnlySpan<Role> any)
    {
        foreach (var role in any)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The role in which this person takes a step now: the first of theirs whose step it is; nothing where it is none of theirs.</summary>
    public Role? RoleFor(Step step)
    {
        var row = ApplicationProcess.Find(step, Case.Stage);
        return row?.Whose.Where(Roles.Contains).Select(r => (Role?)r).FirstOrDefault();
    }

    /// <summary>Works out a person's roles on an application (Roles; rule 15).</summary>
    /// <param name="application">The application.</param>
    /// <param name="person">The person.</param>
    /// <param name="societies">All Societies, for who is within which.</param>
    public static Standing Of(CaseFacts application, PersonFacts person, IReadOnlyCollection<Society> societies)
    {
        var roles = new HashSet<Role>();
        if (application.IsApplicant)
        {
            // Whatever else they are in the Party: on their own application they have their secret link and nothing more.
            return new Standing(application, person.PersonId, roles);
        }

        AddIf(person.Holds(Role.Research), Role.Research);
        AddIf(person.Holds(Role.GeneralSecretary), Role.GeneralSecretary);
        AddIf(person.Holds(Role.CommitteeForResolutions) && application.IsReopeningProposed, Role.CommitteeForResolutions);

        if (application.AskedSocietyId is { } asked)
        {
            AddIf(person.Holdings.Any(h => h.Role == Role.SocietySecretary && h.SocietyId == asked), Role.SocietySecretary);
            AddIf(
                person.Holds(Role.SocietyForElections) && societies.Any(s => s.Id == asked && s.Kind == SocietyKind.Elections),
                Role.SocietyForElections);
        }

        // Whoever opened the original neither reads the debate nor votes.
        if (application is { HasResponsibleBody: true, AssemblySocietyId: { } assembly, OpenedOriginal: false })
        {
            var within = DecisionRoute.Within(assembly, societies);
            var kinds = person.Memberships.Where(m => within.Contains(m.SocietyId)).Select(m => m.Kind).ToHashSet();
            AddIf(kinds.Contains(MembershipKind.Member), Role.Member);
            AddIf(kinds.Contains(MembershipKind.Participant) && !kinds.Contains(MembershipKind.Member), Role.Participant);
        }

        return new Standing(application, person.PersonId, roles);

        void AddIf(bool holds, Role role)
        {
            if (holds)
            {
                roles.Add(role);
            }
        }
    }
}
