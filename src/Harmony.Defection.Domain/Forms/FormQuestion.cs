using System.Runtime.CompilerServices;

namespace Harmony.Defection.Domain.Forms;

/// <summary>How much room an answer takes, on screen and on paper.</summary>
public enum AnswerRoom
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A few lines.</summary>
    Lines,

    /// <summary>Half a page.</summary>
    Page,

    /// <summary>Day, month and year.</summary>
    Day,

    /// <summary>Month and year.</summary>
    Month,

    /// <summary>A box to tick.</summary>
    Tick,

    /// <summary>One of the question's own answers.</summary>
    OneOf,
}

/// <summary>One question of the form, as it is asked everywhere: online, on paper, and of whoever keys in what came by post or e-mail.</summary>
/// <param name="Part">The part it belongs to.</param>
/// <param name="Text">The question as the applicant reads it, in English; it is translated where it is shown.</param>
/// <param name="Theirs">The same question about the applicant, for whoever keys the form in or compares it, always in English.</param>
/// <param name="Room">How much room the answer takes.</param>
/// <param name="Name">Its name in <see cref="FormQuestions"/>, under which a gap in its answer is kept.</param>
public sealed record FormQuestion(
    FormPart Part, string Text, string Theirs, AnswerRoom Room = AnswerRoom.Line, [CallerMemberName] string Name = "")
{
    /// <summary>What helps to answer it on paper, in English.</summary>
    public string? OnPaper { get; init; }

    /// <summary>The answers to choose from, as the applicant reads them, in English.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];
}
