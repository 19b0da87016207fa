using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Correspondence;

/// <summary>The letters an applicant may get.</summary>
public enum LetterKind
{
    Acknowledgement,
    KeyedForm,
    Finding,
    NotGenuineDoubt,
    HustingsInvitation,
    HustingsMoved,
    PeriodDeclared,
    BallotOpened,
    Acceptance,
    Rejection,
    NotGenuine,
    Withdrawal,
    Lapse,
    Reopened,
}

/// <summary>
/// A letter to the applicant, in full. It is read on their page, or printed and posted by the General Secretary; e-mail carries only word
/// that it is there (rule 29).
/// </summary>
public sealed class ApplicantLetter : ISealedRow
{
    private ApplicantLetter()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    public LetterKind Kind { get; private init; }

    /// <summary>The language it is written in.</summary>
    public string Language { get; private init; } = Languages.English;

    public Sealed Heading { get; private set; }

    /// <summary>The letter's text, as Markdown.</summary>
    public Sealed Text { get; private set; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTime WrittenAt { get; private init; }

    /// <summary>Whether it goes by post, because the applicant gave no e-mail address.</summary>
    public bool ByPost { get; private init; }

    /// <summary>The UK day on which it was posted.</summary>
    public DateOnly? PostedOn { get; private set; }

    public Guid? PostedBy { get; private set; }

    /// <summary>Writes a letter.</summary>
    public static ApplicantLetter Write(
        Guid application, LetterKind kind, string language, LetterText text, bool byPost, DateTime at, IVault vault)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letter = new ApplicantLetter
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application,
            Kind = kind,
            Language = language,
            WrittenAt = at,
            ByPost = byPost,
        };
        letter.Heading = vault.Seal(letter, nameof(Heading), text.Heading);
        letter.Text = vault.Seal(letter, nameof(Text), text.Text);
        return letter;
    }

    /// <summary>The General Secretary has posted it.</summary>
    public void Post(DateOnly day, Guid by) => (PostedOn, PostedBy) = (day, by);
}
