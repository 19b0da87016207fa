using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Shared.TagHelpers;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>The state of an application in the applicant's words.</summary>
/// <param name="Title">The state, as a sentence.</param>
/// <param name="Turn">Whose step it is.</param>
/// <param name="Text">What that means for the applicant.</param>
/// <param name="IsTheirs">Whether it is the applicant's own step.</param>
public sealed record StateWords(string Title, string Turn, string Text, bool IsTheirs = false);

/// <summary>
/// Puts an application's state and history in words for the applicant. Accepted or not, by consensus or ballot, at once or after a tie: what
/// passed among the Members is not told (PL6, rule 20).
/// </summary>
public static class ApplicantWords
{
    private const string Nothing = "There is nothing you need to do.";

    /// <summary>The state in words.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="names">What the Party and its bodies are called.</param>
    /// <param name="now">The present moment, in UTC.</param>
    public static StateWords Of(ApplicantFacts facts, PartyNames names, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(names);
        if (facts.Doubt is { Answer: null })
        {
            return new("We have a question about your application", "Please answer our question", "A researcher doubts that this application is what it seems.", true);
        }

        if (facts.Stage == Stage.Verification && facts.Questions.Any(q => q.Answer is null))
        {
            return new($"{names.Research} has a question for you", "Please answer", "There is something we could not match with your form.", true);
        }

        var society = facts.Society ?? "your area";
        return facts.Stage switch
        {
            Stage.Received => new(
                "We have your application", $"{names.Research} takes it up next", $"A volunteer of the {names.ResearchWorkingGroup} contacts you. They contact nobody but you. {Nothing}"),
            Stage.Verification => new(
                $"{names.Research} is checking your application", $"It is with {names.Research}", $"A volunteer checks your answers and speaks with you. {Nothing}"),
            Stage.Sanitisation => new(
                "Your checks are done", $"It is with {names.Research}", $"{names.Research} prepares the copy that Members read, without your contact details. {Nothing}"),
            Stage.Allocation => new(
                "Your application is on its way to the Members", "It is with the Society of your area", $"The Society is asked to invite you and to decide. {Nothing}"),
            Stage.Hustings => OfMeeting(facts, society, now),
            Stage.Deliberation => new(
                "The Members are deciding",
                "It is with the Members",
                facts.PeriodEndsAt is { } ends && now < ends
                    ? $"The Members of {society} talk your application over until {UkTime.SayWithWeekday(ends)}, UK time. {Nothing} We write to you as soon as there is an outcome."
                    : $"The Members of {society} have your application. {Nothing} We write to you as soon as there is an outcome."),
            Stage.Ballot => new(
                "The Members are voting",
                "It is with the Members",
                facts.BallotClosesAt is { } closes && now < closes
                    ? $"Their ballot is open until {UkTime.SayWithWeekday(closes)}, UK time. {Nothing} We write to you as soon as there is an outcome."
                    : $"Their ballot is closed. {Nothing} We write to you as soon as there is an outcome."),
            Stage.Accepted => new(
                $"You are now a {names.Representative}",
                "Welcome",
                $"The Members of {society} have accepted you, and you are a Member of the Party. Our letter says what comes with it: selection is mandatory, you are expected to follow the consensus of the Party, and you remain free to express your opinions."),
            Stage.Rejected => new(
                "The Members have decided not to accept the application",
                "This application is closed",
                "Nobody is told the reasons: they are a private matter for the Members. You may apply again."),
            Stage.NotGenuine => new(
                "Your application is closed as not genuine",
                "If this is a mistake",
                $"You may ask the {names.GeneralSecretary} once, within 28 days, to open it again. It says nothing about you as a person."),
            Stage.Withdrawn => new(
                "You have withdrawn your application", "This application is closed", "Nothing more happens with it. You may apply again at any time."),
            _ => new(
                "Your application is closed",
                "No decision was made about you",
                "This form is for people who hold office now. You are welcome to join as anybody else does, and to apply again if you are elected."),
        };
    }

    /// <summary>
    /// What comes next, and when, by the rules alone: the same for everybody in the stage, so that nothing of what passes among others shows (PL6).
    /// </summary>
    /// <param name="facts">What is known.</param>
    /// <param name="names">What the Party and its bodies are called.</param>
    /// <param name="settings">The periods that hold.</param>
    public static IReadOnlyList<NextLine> Next(ApplicantFacts facts, PartyNames names, ProcessSettings settings)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(settings);
        NextLine check = new($"{names.Research} checks your answers and speaks with you", $"As a rule within {settings.VerificationDays} days of your form’s arrival");
        NextLine copy = new("Members of your area get a copy without your contact details", "When the checks are done");
        NextLine asked = new("The Society of your area takes it up", $"It has {settings.CapacityAnswerDays} days to answer; otherwise a larger body is asked");
        NextLine meeting = new("You are invited to meet the Members", $"At least {settings.HustingsNoticeDays} days before the day");
        NextLine decide = new("The Members talk it over and decide", $"In {settings.PeriodLeastDays} to {settings.PeriodMostDays} days after the meeting; sometimes they take longer");
        NextLine vote = new("The Members vote", "Only if they do not agree");
        NextLine outcome = new("We write to you with the outcome", "As soon as there is one");
        return facts.Stage switch
        {
            Stage.Received or Stage.Verification => [check, copy, meeting, decide, outcome],
            Stage.Sanitisation => [copy, asked, meeting, decide, outcome],
            Stage.Allocation => [asked, meeting, decide, outcome],
            Stage.Hustings => [decide, vote, outcome],
            Stage.Deliberation => [vote, outcome],
            Stage.Ballot => [outcome],
            _ => [],
        };
    }

    /// <summary>What happened, newest first. Steps that are not the applicant's to know leave nothing.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="conversations">When Research reached the applicant, in UTC.</param>
    public static IReadOnlyList<TimelineItem> Timeline(ApplicantFacts facts, IEnumerable<DateTime> conversations)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. facts.Steps.Select(s => (Words: Of(s.Step), s.At)).Where(s => s.Words is not null).Select(s => new TimelineItem(s.Words!, s.At))
                .Concat(conversations.Select(at => new TimelineItem("You spoke with Research", at)))
                .OrderByDescending(i => i.At),
        ];
    }

    /// <summary>A step in the applicant's words; nothing for one that is not theirs to know.</summary>
    internal static string? Of(Step step) => step switch
    {
        Step.Submit or Step.ConfirmKeyedForm => "Your application arrived",
        Step.BeginVerification => "Research began its checks",
        Step.PutFinding => "Research asked you a question",
        Step.AnswerFinding or Step.AnswerNotGenuine => "You answered",
        Step.CorrectForm => "You corrected an answer",
        Step.AddDocument => "You added a document",
        Step.TellNeeds => "You said what you need",
        Step.ConfirmEmail => "You confirmed your e-mail address",
        Step.CompleteVerification => "Research finished its checks",
        Step.ProposeNotGenuine => "Research asked whether this application is genuine",
        Step.CloseAsNotGenuine => "Your application was closed as not genuine",
        Step.ReopenVerification => "Your application was opened again",
        Step.ReleaseCopy => "Members got a copy without your contact details",
        Step.TakeResponsibility or Step.CarryOutDuties => "A body took responsibility for the decision",
        Step.AnnounceHustings => "You were invited to meet the Members",
        Step.AnswerInvitation => "You answered the invitation",
        Step.OfferNewDate => "You were offered a new date",
        Step.RecordHustingsHeld => "You met the Members, and they began to decide",
        Step.RecordHustingsOffered => "The meeting was offered and not attended, and the Members began to decide",
        Step.ExtendPeriod or Step.DiscussFurther or Step.ReturnTie or Step.ReturnEmptyBallot => "The Members took more time",
        Step.ReturnEmptyBallotAgain or Step.ConfirmHustingsNotArranged => "Your application went on to another body",
        Step.OpenBallot or Step.OpenBallotOnTime => "The Members began to vote",
        Step.AcceptByConsensus or Step.AcceptByBallot => "The Members accepted you",
        Step.RejectByConsensus or Step.RejectByBallot or Step.RejectOnSecondTie => "The Members decided not to accept the application",
        Step.Withdraw => "You withdrew",
        Step.Lapse => "Your application was closed",
        Step.ConfirmReopening => "The decision is made anew",
        _ => null,
    };

    private static StateWords OfMeeting(ApplicantFacts facts, string society, DateTime now)
    {
        if (facts.Meeting is not { } meeting)
        {
            return new("The Members would like to meet you", "They are finding a date", $"The secretary of the Society arranges it and invites you, at least 7 days before. {Nothing}");
        }

        var day = UkTime.SayWithWeekday(UkTime.Day(meeting.StartsAt));
        if (now >= meeting.EndsAt)
        {
            return new("Your meeting with the Members", "Its time is over", $"The Society records it next and says how long the Members have to decide. {Nothing}");
        }

        var friendly = $"It is a friendly conversation with the Members of {society}: why you want to join, and what you hope to do. You can bring somebody with you.";
        return meeting.Answer switch
        {
            InvitationAnswer.WillCome => new("You are meeting the Members", $"See you on {day}", friendly),
            InvitationAnswer.AsksForAnotherTime => new("You asked for another time", "The Society answers next", "It may offer a new date. Until then this one stands."),
            _ => new("The Members would like to meet you", $"Can you come on {day}?", friendly, IsTheirs: now < meeting.StartsAt),
        };
    }
}
