namespace Harmony.Defection.Domain.Deliberation;

/// <summary>Where the debate's contributions and positions are kept.</summary>
public interface IDebates
{
    /// <summary>A person's position in a period, for a change.</summary>
    Task<Position?> FindPositionAsync(Guid period, Guid person, CancellationToken cancellation = default);

    /// <summary>Whether a Member's block stands in a period: what turns a finding to "no consensus" (rule 12).</summary>
    Task<bool> MemberBlocksAsync(Guid period, CancellationToken cancellation = default);
}
