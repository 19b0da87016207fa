using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Shared.TagHelpers;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>
/// What is known of an application to its applicant, and no more: nothing of debate, positions, votes, notes, reasons, or who did what (PL6).
/// </summary>
public sealed record ApplicantFacts
{
    public required string Reference { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>When the stage began, in UTC.</summary>
    public required DateTime StageSince { get; init; }

    /// <summary>Every step taken that has to do with the applicant.</summary>
    public required IReadOnlyList<TakenStep> Steps { get; init; }

    /// <summary>Whether the form came by post or e-mail, and was keyed in (P1).</summary>
    public bool IsKeyed { get; init; }

    /// <summary>Whether they said whether it was keyed in as they wrote it.</summary>
    public bool HasRepliedToKeyed => Steps.Any(s => s.Step == Step.AnswerKeyedForm);

    /// <summary>Whether it is linked to another form of theirs, on which the work goes on (P1).</summary>
    public bool IsLinked { get; init; }

    /// <summary>The Society whose Members decide; nothing before it is settled.</summary>
    public string? Society { get; init; }

    /// <summary>How they are written to by e-mail, and whether.</summary>
    public EmailState Email { get; init; }

    /// <summary>Questions of Research, oldest first.</summary>
    public IReadOnlyList<AskedQuestion> Questions { get; init; } = [];

    /// <summary>The doubt that is open, if one is (rule 5).</summary>
    public AskedQuestion? Doubt { get; init; }

    /// <summary>The meeting that stands.</summary>
    public Invitation? Meeting { get; init; }

    /// <summary>The end of the decision period, in UTC.</summary>
    public DateTime? PeriodEndsAt { get; init; }

    /// <summary>The end of the ballot, in UTC.</summary>
    public DateTime? BallotClosesAt { get; init; }

    /// <summary>Whether it takes longer than planned (rule 27). Why is not said.</summary>
    public bool TakesLonger { get; init; }

    public IReadOnlyList<LetterLine> Letters { get; init; } = [];

    /// <summary>When each stage was last reached, in UTC.</summary>
    public IReadOnlyDictionary<Stage, DateTime> Reached =>
        Steps.Where(s => s.From != s.To).GroupBy(s => s.To).ToDictionary(g => g.Key, g => g.Max(s => s.At));
}

/// <summary>A step that was taken.</summary>
public sealed record TakenStep(Step Step, Stage? From, Stage To, DateTime At);

/// <summary>Something put to the applicant, and their answer.</summary>
/// <param name="Id">The finding's or doubt's id.</param>
/// <param name="About">What it is about.</param>
/// <param name="Statement">What was put to them.</param>
/// <param name="DueAt">Until when they may answer, in UTC.</param>
/// <param name="Answer">What they answered.</param>
public sealed record AskedQuestion(Guid Id, string About, string Statement, DateTime DueAt, string? Answer);

/// <summary>The meeting to which the applicant is invited.</summary>
/// <param name="Kind">Online, in person, or both.</param>
/// <param name="StartsAt">When it starts, in UTC.</param>
/// <param name="EndsAt">When it is meant to end, in UTC.</param>
/// <param name="Place">The hall.</param>
/// <param name="JoiningLink">Where to join online, while the door is open.</param>
/// <param name="IsOnline">Whether it can be joined online.</param>
/// <param name="Answer">What the applicant answered.</param>
public sealed record Invitation(
    GatheringKind Kind, DateTime StartsAt, DateTime EndsAt, string? Place, string? JoiningLink, bool IsOnline, InvitationAnswer Answer);

/// <summary>Something that comes next.</summary>
/// <param name="What">What.</param>
/// <param name="When">When, as far as it is known.</param>
public sealed record NextLine(string What, string When);

/// <summary>A letter in the list.</summary>
public sealed record LetterLine(Guid Id, string Heading, DateTime WrittenAt, bool ByPost);

/// <summary>The status page.</summary>
/// <param name="Token">The link's token, for the page's own links.</param>
/// <param name="Facts">What is known.</param>
/// <param name="Said">The state in words.</param>
/// <param name="Timeline">What happened, newest first.</param>
/// <param name="Next">What comes next, and when.</param>
/// <param name="Now">The present moment, in UTC.</param>
public sealed record StatusPage(
    string Token, ApplicantFacts Facts, StateWords Said, IReadOnlyList<TimelineItem> Timeline, IReadOnlyList<NextLine> Next, DateTime Now)
{
    /// <summary>Whether the applicant may take a step now, as the table has it.</summary>
    public bool May(Step step) => ApplicationProcess.Find(step, Facts.Stage) is not null;

    /// <summary>A page below this one.</summary>
    public string To(string rest) => $"/application/{Token}{rest}";

    /// <summary>Whether the invitation can be answered now.</summary>
    public bool CanAnswerInvitation => Facts.Meeting is { } m && Now < m.StartsAt;
}

/// <summary>A letter in full.</summary>
/// <param name="Token">The link's token.</param>
/// <param name="Reference">The application's public number.</param>
/// <param name="Heading">The letter's heading.</param>
/// <param name="Text">Its text, as Markdown.</param>
/// <param name="WrittenOn">The UK day.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Address">Name and address, a line to a line.</param>
public sealed record LetterPage(
    string Token, string Reference, string Heading, string Text, DateOnly WrittenOn, string Language, IReadOnlyList<string> Address);

/// <summary>The form as it was sent, with what was corrected and agreed to: the applicant's copy to keep.</summary>
/// <param name="Token">The link's token.</param>
/// <param name="Reference">The application's public number.</param>
/// <param name="ReceivedOn">The UK day on which it came in.</param>
/// <param name="Answers">The answers; nothing once they are deleted.</param>
/// <param name="Corrections">What was corrected since.</param>
/// <param name="Promises">What was agreed to.</param>
public sealed record SentFormPage(
    string Token,
    string Reference,
    DateOnly ReceivedOn,
    CheckPage? Answers,
    IReadOnlyList<CorrectionLine> Corrections,
    IReadOnlyList<GivenUndertaking> Promises);

/// <summary>Something agreed to, in the very words.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">The text, as Markdown; nothing where it is no longer the one agreed to.</param>
/// <param name="ReleaseNumber">The number of the release it stands in.</param>
/// <param name="ReleasedOn">The UK day of that release (F4).</param>
/// <param name="IsSample">Whether that release was the sample.</param>
/// <param name="AgreedAt">When, in UTC.</param>
/// <param name="TextHash">SHA-256 of the text, in hexadecimal.</param>
public sealed record GivenUndertaking(
    UndertakingKind Kind, string? Text, int ReleaseNumber, DateOnly ReleasedOn, bool IsSample, DateTime AgreedAt, string TextHash);

/// <summary>The page on which something put to the applicant is answered.</summary>
/// <param name="Token">The link's token.</param>
/// <param name="Question">What was put to them.</param>
/// <param name="IsDoubt">Whether it is a doubt that the application is genuine (rule 5).</param>
/// <param name="Answer">What was typed.</param>
public sealed record AnswerPage(string Token, AskedQuestion Question, bool IsDoubt, string? Answer);
