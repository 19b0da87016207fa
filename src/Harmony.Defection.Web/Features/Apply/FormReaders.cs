using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Sanitisation;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>One part of the form, and who reads it.</summary>
/// <param name="Part">What it is, as the applicant knows it.</param>
/// <param name="Answers">The answers it covers, by part and field of <see cref="FormAnswers"/>.</param>
/// <param name="InCopy">The fields of the assembly's copy that it goes into; none where no assembly reads it.</param>
/// <param name="ByResearch">What the Research Working Group does with it.</param>
/// <param name="ByAssembly">What the assembly sees of it.</param>
/// <param name="Why">Why.</param>
public sealed record FormReading(
    string Part, IReadOnlyList<string> Answers, IReadOnlyList<string> InCopy, string ByResearch, string ByAssembly, string Why)
{
    /// <summary>Whether no assembly sees anything of it.</summary>
    public bool IsKeptFromAssembly => InCopy.Count == 0;
}

/// <summary>
/// Who reads each part of the form and why (F8), as the start page says it. Tests hold this table against the list of what goes into the
/// assembly's copy, against every answer of the form, and against the roles that the pages let in: it cannot say what is not so.
/// </summary>
public static class FormReaders
{
    private const string Never = "Never";

    /// <summary>Who reads a form as it was sent.</summary>
    public static IReadOnlyList<Role> OfOriginal { get; } = [Role.Research];

    /// <summary>Who reads the contact data alone, to post letters, and keys in a form that came on paper.</summary>
    public static IReadOnlyList<Role> OfContact { get; } = [Role.GeneralSecretary];

    /// <summary>Who reads the assembly's copy; Participants where their Society lets them.</summary>
    public static IReadOnlyList<Role> OfCopy { get; } = [Role.Member, Role.Participant, Role.SocietySecretary, Role.SocietyForElections];

    /// <summary>Every part, in the order of the form.</summary>
    public static IReadOnlyList<FormReading> All { get; } =
    [
        new(
            "The name you use",
            ["Name.NameUsed"],
            [nameof(CopyContent.NameUsed)],
            "Reads and checks it",
            "Read it",
            "They are to meet you."),
        new(
            "Your legal name and earlier names",
            ["Name.LegalName", "Name.PreviousNames"],
            [],
            "Reads them",
            Never,
            "To look you up in public records."),
        new(
            "Your date of birth",
            ["DateOfBirth"],
            [nameof(CopyContent.Age)],
            "Reads and checks it",
            "See only “18 or over”",
            "To tell you from others of your name."),
        new(
            "Phones, e-mail and home address",
            [
                "Contact.HomePhone", "Contact.MobilePhone", "Contact.NoVoiceCalls", "Contact.TextRelay", "Contact.Email", "Contact.AddressLine1",
                "Contact.AddressLine2", "Contact.Town", "Contact.County", "Contact.Postcode", "Contact.Country",
            ],
            [],
            "Reads them",
            Never,
            "To reach you, and nobody else."),
        new(
            "The offices you hold, since when, and your party",
            ["Offices.Held", "Offices.MainId", "Offices.Party"],
            [nameof(CopyContent.Offices), nameof(CopyContent.Party)],
            "Reads and checks it",
            "Read it",
            "It says whose Members decide."),
        new(
            "The public page that shows an office",
            [],
            [],
            "Opens it",
            Never,
            "To see that you hold the office now."),
        new(
            "Living in the area, or links to it",
            ["Area.Basis", "Area.LivedSince", "Area.Statement", "Area.RuleShown"],
            [nameof(CopyContent.LinksStatement), nameof(CopyContent.LinksOutcome)],
            "Reads and checks it",
            "Read your words without contact details, and whether it was proven",
            "The Society asks for one of the two."),
        new(
            "Proof documents",
            [],
            [],
            "Opens them",
            Never,
            "They are deleted at the decision."),
        new(
            "Your work",
            ["Employment.Jobs", "Employment.NoJobs", "Employment.Gaps"],
            [nameof(CopyContent.Employment), nameof(CopyContent.EmploymentGaps)],
            "Reads and checks it",
            "Read it",
            "It is part of who you are in public."),
        new(
            "Your public social media accounts",
            ["Accounts.Accounts"],
            [nameof(CopyContent.PublicAccounts)],
            "Looks at them",
            "Read their names",
            "Anybody can see them."),
        new(
            "Whether you have private accounts",
            ["Accounts.HasPrivateAccounts"],
            [],
            "Reads it",
            Never,
            "We do not ask which, and nobody looks for them."),
        new(
            "Why you want to join",
            ["Reasons.Why"],
            [nameof(CopyContent.Reasons)],
            "Reads it",
            "Read it without contact details",
            "To prepare for the meeting with you."),
        new(
            "What you agree to",
            ["Undertakings.FormReleaseId", "Undertakings.AgreedAt", "Undertakings.Language"],
            [nameof(CopyContent.Undertakings)],
            "Reads it",
            "Read it",
            "It binds you if you are accepted."),
        new(
            "What was checked, your answers to questions, and what you correct",
            ["Gaps"],
            [nameof(CopyContent.Checks), nameof(CopyContent.Findings), nameof(CopyContent.Corrections)],
            "Writes it down",
            "Read the outcome, and what could not be matched with your answer",
            "They decide on what is known, not on rumour."),
    ];
}
