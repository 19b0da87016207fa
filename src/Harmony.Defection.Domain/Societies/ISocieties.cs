namespace Harmony.Defection.Domain.Societies;

/// <summary>A person and the address their mail goes to.</summary>
public sealed record Addressee(Guid PersonId, string Email);

/// <summary>The Party's Societies and who belongs to them.</summary>
public interface ISocieties
{
    /// <summary>Every Society, for the route and for names.</summary>
    Task<IReadOnlyList<Society>> AllAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Members of a Society, those of the Societies within it included, whose membership holds on a day and who had joined by another,
    /// less those who may not be on this application's roll: whoever opened its original, and the applicant (rule 15).
    /// </summary>
    Task<IReadOnlyList<Guid>> EligibleMembersAsync(
        Guid society, Guid application, DateOnly on, DateOnly joinedBy, CancellationToken cancellation = default);

    /// <summary>The people to invite: Members whose membership holds, and Participants where the Society lets them in.</summary>
    Task<IReadOnlyList<Addressee>> AssemblyAsync(Guid society, DateOnly on, bool withParticipants, CancellationToken cancellation = default);

    /// <summary>Addresses of these people, for those who have one.</summary>
    Task<IReadOnlyList<Addressee>> AddressesAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation = default);

    /// <summary>The secretaries of a Society who hold the role now.</summary>
    Task<IReadOnlyList<Addressee>> SecretariesAsync(Guid society, DateTime now, CancellationToken cancellation = default);

    /// <summary>
    /// Makes a Member of an accepted applicant in the same unit of work (P16): a person with the name and address of the form, and a
    /// membership of the assembly's Society from that day. Whoever is a Member already stays one.
    /// </summary>
    /// <returns>Whether a membership was made, and not merely found.</returns>
    Task<bool> EnrolAsync(Guid application, Guid society, string name, string? email, DateOnly on, CancellationToken cancellation = default);
}
