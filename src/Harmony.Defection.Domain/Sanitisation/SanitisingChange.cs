namespace Harmony.Defection.Domain.Sanitisation;

/// <summary>A decision on one proposal.</summary>
/// <param name="Place">The proposal's place in <see cref="SanitisingState.Rulings"/>.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Reason">Why it is kept; keeping needs one (rule 7).</param>
public sealed record Decision(int Place, RulingKind Kind, string? Reason);

/// <summary>What a researcher sends with the page of a copy; it is kept whole or not at all.</summary>
/// <param name="Decisions">Decisions on proposals.</param>
/// <param name="Findings">Adverse findings as Members shall read them.</param>
/// <param name="Words">Words to remove wherever they stand.</param>
public sealed record SanitisingChange(IReadOnlyList<Decision> Decisions, IReadOnlyList<CopyFinding> Findings, string? Words);
