using Harmony.Defection.Domain.Correspondence;

namespace Harmony.Defection.Web.Features.Post;

/// <summary>What letters are called in lists.</summary>
public static class LetterWords
{
    /// <summary>The kind as people read it.</summary>
    public static string Say(this LetterKind kind) => kind switch
    {
        LetterKind.Acknowledgement => "Your form has come in",
        LetterKind.KeyedForm => "Your form has come in: what we read",
        LetterKind.Finding => "Something we could not match",
        LetterKind.NotGenuineDoubt => "A doubt about the application",
        LetterKind.HustingsInvitation => "Invitation to the hustings",
        LetterKind.HustingsMoved => "A new date for the hustings",
        LetterKind.PeriodDeclared => "The decision period",
        LetterKind.BallotOpened => "A ballot is open",
        LetterKind.NotGenuine => "Closed as not genuine",
        LetterKind.Lapse => "Closed as lapsed",
        LetterKind.Reopened => "The decision is made anew",
        _ => kind.ToString(),
    };
}
