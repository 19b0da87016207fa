using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Research;

/// <summary>The answers of a form that its applicant can correct after sending it.</summary>
public enum CorrectedAnswer
{
    NameUsed,
    OtherNames,
    DateOfBirth,
    Phone,
    Email,
    Address,
    Office,
    Area,
    Employment,
    PublicAccounts,
    PrivateAccounts,
    Reasons,
}

/// <summary>What corrected answers are called, and what a correction of each touches.</summary>
public static class CorrectedAnswers
{
    private static readonly FormQuestion[] Reached =
        [FormQuestions.HomePhone, FormQuestions.MobilePhone, FormQuestions.TextRelay, FormQuestions.NoVoiceCalls];

    /// <summary>The answer's name as people read it.</summary>
    public static string Say(this CorrectedAnswer answer) => answer switch
    {
        CorrectedAnswer.NameUsed => T("The name you use"),
        CorrectedAnswer.OtherNames => T("Your legal or earlier names"),
        CorrectedAnswer.DateOfBirth => T("Date of birth"),
        CorrectedAnswer.Phone => T("Phone"),
        CorrectedAnswer.Email => T("E-mail address"),
        CorrectedAnswer.Address => T("Home address"),
        CorrectedAnswer.Office => T("The offices you hold"),
        CorrectedAnswer.Area => T("Living in the area, or links to it"),
        CorrectedAnswer.Employment => T("Your work"),
        CorrectedAnswer.PublicAccounts => T("Public social-media accounts"),
        CorrectedAnswer.PrivateAccounts => T("Private social-media accounts"),
        CorrectedAnswer.Reasons => T("Why you want to join"),
        _ => answer.ToString(),
    };

    /// <summary>The answer's name as Members and Research read it.</summary>
    public static string SayOfThem(this CorrectedAnswer answer) => answer switch
    {
        CorrectedAnswer.NameUsed => "Name used",
        CorrectedAnswer.OtherNames => "Legal or earlier names",
        CorrectedAnswer.Office => "Offices",
        CorrectedAnswer.Area => "Links to the area, or residence",
        CorrectedAnswer.Employment => "Work",
        CorrectedAnswer.PublicAccounts => "Public accounts",
        CorrectedAnswer.PrivateAccounts => "Private accounts",
        CorrectedAnswer.Reasons => "Why they want to join",
        _ => answer.Say(),
    };

    /// <summary>The checks that are made anew when this answer is corrected (P5); none for what nobody checks.</summary>
    public static IReadOnlyList<CheckItem> Checks(this CorrectedAnswer answer) => answer switch
    {
        CorrectedAnswer.NameUsed or CorrectedAnswer.OtherNames => [CheckItem.Name],
        CorrectedAnswer.DateOfBirth => [CheckItem.DateOfBirth],
        CorrectedAnswer.Phone => [CheckItem.Phone],
        CorrectedAnswer.Email => [CheckItem.Email],
        CorrectedAnswer.Address => [CheckItem.Address],
        CorrectedAnswer.Office => [CheckItem.Office, CheckItem.HoldsOfficeNow],
        CorrectedAnswer.Area => [CheckItem.LinksOrResidence],
        CorrectedAnswer.Employment => [CheckItem.Employment],
        CorrectedAnswer.PublicAccounts => [CheckItem.PublicAccounts],
        CorrectedAnswer.PrivateAccounts => [CheckItem.PrivateAccounts],
        _ => [],
    };

    /// <summary>The answer to which a question of the form belongs.</summary>
    public static CorrectedAnswer Of(FormQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Part switch
        {
            FormPart.Name => question == FormQuestions.NameUsed ? CorrectedAnswer.NameUsed : CorrectedAnswer.OtherNames,
            FormPart.DateOfBirth => CorrectedAnswer.DateOfBirth,
            FormPart.Contact when question == FormQuestions.Email => CorrectedAnswer.Email,
            FormPart.Contact when Reached.Contains(question) => CorrectedAnswer.Phone,
            FormPart.Contact => CorrectedAnswer.Address,
            FormPart.Office => CorrectedAnswer.Office,
            FormPart.Area => CorrectedAnswer.Area,
            FormPart.Employment => CorrectedAnswer.Employment,
            FormPart.Accounts => question == FormQuestions.HasPrivateAccounts ? CorrectedAnswer.PrivateAccounts : CorrectedAnswer.PublicAccounts,
            _ => CorrectedAnswer.Reasons,
        };
    }

    /// <summary>Whether the assembly's copy has this answer, so that a correction of it belongs there too (rule 6).</summary>
    public static bool IsForAssembly(this CorrectedAnswer answer) => answer is CorrectedAnswer.NameUsed or CorrectedAnswer.Office or CorrectedAnswer.Area
        or CorrectedAnswer.Employment or CorrectedAnswer.PublicAccounts or CorrectedAnswer.Reasons;
}

/// <summary>
/// What the applicant says an answer of the form they sent should have been. The form itself stays as it was sent: the correction stands beside
/// it, with what it said then.
/// </summary>
public sealed class Correction : ISealedRow
{
    /// <summary>Most characters of a correction.</summary>
    public const int Longest = 2000;

    /// <summary>Most corrections of one application.</summary>
    public const int Most = 30;

    private Correction()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    /// <summary>Its place among the application's corrections, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>What is corrected.</summary>
    public CorrectedAnswer Answer { get; private init; }

    /// <summary>What the form says.</summary>
    public Sealed Was { get; private set; }

    /// <summary>What the applicant says it should be.</summary>
    public Sealed ShouldBe { get; private set; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime MadeAt { get; private init; }

    /// <summary>When Research took it in, in UTC; nothing while it waits.</summary>
    public DateTime? TakenInAt { get; private set; }

    /// <summary>Who took it in.</summary>
    public Guid? TakenInBy { get; private set; }

    internal static Correction Of(Guid application, int number, CorrectedAnswer answer, string was, string shouldBe, Act act, IVault vault)
    {
        var correction = new Correction
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application,
            Number = number,
            Answer = answer,
            MadeAt = act.At,
        };
        correction.Was = vault.Seal(correction, nameof(Was), was);
        correction.ShouldBe = vault.Seal(correction, nameof(ShouldBe), shouldBe);
        return correction;
    }

    internal void TakeIn(Act act) => (TakenInAt, TakenInBy) = (act.At, act.By);
}
