using System.Text.Json.Serialization;

namespace Harmony.Defection.Domain.Forms;

/// <summary>Why an answer on paper could not be keyed in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GapKind>))]
public enum GapKind
{
    /// <summary>Something is written, and nobody can read it.</summary>
    CannotBeRead,

    /// <summary>Nothing is written.</summary>
    LeftBlank,
}

/// <summary>What gaps are called.</summary>
public static class GapKinds
{
    /// <summary>The kind as people read it.</summary>
    public static string Say(this GapKind kind) => kind == GapKind.CannotBeRead ? T("Cannot be read") : T("Left blank");
}

/// <summary>An answer that stands open on a form from paper or e-mail, instead of a guess (P1). The applicant is asked for it.</summary>
/// <param name="Question">The question's name in <see cref="FormQuestions"/>.</param>
/// <param name="Kind">Why there is no answer.</param>
/// <param name="Where">Which of several it is about, in a few words: "the third job".</param>
public sealed record AnswerGap(string Question, GapKind Kind, string? Where = null)
{
    /// <summary>The gap in words.</summary>
    public string Say() => Where is null ? Kind.Say() : $"{Kind.Say()}: {Where}";
}
