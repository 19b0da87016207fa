using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Domain.Apply;

/// <summary>What a second person found when they compared a keyed form with its original, and sent it back (P1).</summary>
/// <param name="By">Who sent it back.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Note">What differs, in their words.</param>
/// <param name="Fields">The lines that differ, by their <see cref="AnswerLine.Field"/>.</param>
/// <param name="Keyed">The answers as they were keyed then, to show what was changed since.</param>
public sealed record SentBack(Guid By, DateTime At, string Note, IReadOnlyList<string> Fields, FormAnswers Keyed);
