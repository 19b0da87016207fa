namespace Harmony.Defection.Domain.Societies;

/// <summary>
/// Which bodies may carry out the decision duties, in order, and whose Members decide: pure functions of the office, the area and the
/// Societies (P7, rules 1, 2 and 15).
/// </summary>
public static class DecisionRoute
{
    /// <summary>
    /// The bodies in the order in which they are asked: the smallest Society covering the office's area, each larger one around it, at last
    /// the Society for Elections.
    /// </summary>
    /// <param name="isLarger">Whether the office's area is larger than a constituency: the route then begins at City or Region.</param>
    /// <param name="area">The Society whose area the applicant named.</param>
    /// <param name="societies">All Societies.</param>
    /// <exception cref="InvalidOperationException">The Society is unknown, or there is no Society for Elections.</exception>
    public static IReadOnlyList<Society> Of(bool isLarger, Guid area, IReadOnlyCollection<Society> societies)
    {
        var bodies = Around(area, societies).Where(s => s.Kind != SocietyKind.Elections).ToList();
        if (isLarger && bodies.Any(s => s.Kind != SocietyKind.Constituency))
        {
            bodies.RemoveAll(s => s.Kind == SocietyKind.Constituency);
        }

        var last = societies.SingleOrDefault(s => s.Kind == SocietyKind.Elections)
            ?? throw new InvalidOperationException("There is no Society for Elections.");
        return [.. bodies, last];
    }

    /// <summary>
    /// The Society whose Members are the roll: the smallest on the route with enough eligible Members (rule 15); nobody where none has.
    /// </summary>
    /// <param name="route">The route, smallest first.</param>
    /// <param name="eligible">Eligible Members of a Society, those of the Societies within it included.</param>
    /// <param name="least">The fewest Members that make a roll.</param>
    public static Society? AssemblyOf(IReadOnlyList<Society> route, Func<Society, int> eligible, int least) =>
        route.FirstOrDefault(s => s.Kind != SocietyKind.Elections && eligible(s) >= least);

    /// <summary>A Society and every larger one around it, smallest first.</summary>
    /// <exception cref="InvalidOperationException">The Society, or one around it, is unknown.</exception>
    public static IEnumerable<Society> Around(Guid society, IReadOnlyCollection<Society> societies)
    {
        for (Guid? next = society; next is { } id;)
        {
            var found = societies.FirstOrDefault(s => s.Id == id) ?? throw new InvalidOperationException($"There is no Society {id}.");
            yield return found;
            next = found.ParentId;
        }
    }

    /// <summary>A Society and every smaller one within it.</summary>
    public static IReadOnlySet<Guid> Within(Guid society, IReadOnlyCollection<Society> societies)
    {
        var within = new HashSet<Guid> { society };
        while (societies.Any(s => s.ParentId is { } parent && within.Contains(parent) && within.Add(s.Id)))
        {
            // Each round adds at least one Society, so this ends.
        }

        return within;
    }
}
