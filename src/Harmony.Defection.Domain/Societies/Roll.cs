using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Societies;

/// <summary>Who may vote (P14, rule 15), and what their assembly is called.</summary>
public static class Roll
{
    /// <summary>
    /// The roll as it would be frozen at this moment: Members of the assembly's Society who are not suspended, had joined by the day the
    /// hustings was announced, and have not opened the original.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> RollAsync(
        this ISocieties societies, DefectionApplication application, DateTime now, CancellationToken cancellation = default) =>
        application.AssemblySocietyId is { } assembly && application.HustingsAnnouncedAt is { } announced
            ? await societies.EligibleMembersAsync(assembly, application.Id, UkTime.Day(now), UkTime.Day(announced), cancellation)
            : [];

    /// <summary>The name of the assembly's Society.</summary>
    /// <exception cref="InvalidOperationException">It is not settled yet.</exception>
    public static async Task<string> AssemblyNameAsync(
        this ISocieties societies, DefectionApplication application, CancellationToken cancellation = default) =>
        (await societies.AllAsync(cancellation)).Single(s => s.Id == application.AssemblySocietyId).Name;
}
