using System.Text.Json.Serialization;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Forms;

/// <summary>The parts of the form, in the order in which it asks them.</summary>
public enum FormPart
{
    Name,
    DateOfBirth,
    Contact,
    Office,
    Area,
    Employment,
    Accounts,
    Reasons,
    Undertakings,
}

/// <summary>
/// What an applicant answered, in memory and in the clear. It is stored sealed: as one draft until it is sent, and part by part after
/// (<see cref="ApplicationForm"/>). A part not answered yet is missing.
/// </summary>
public sealed record FormAnswers
{
    public NameAnswer? Name { get; init; }

    /// <summary>Date of birth (F10).</summary>
    public DateOnly? DateOfBirth { get; init; }

    public ContactAnswer? Contact { get; init; }

    public OfficesAnswer? Offices { get; init; }

    /// <summary>The office whose area decides which Society is asked (rule 1); nothing before there is one.</summary>
    [JsonIgnore]
    public OfficeAnswer? MainOffice => Offices?.Main;

    public AreaAnswer? Area { get; init; }

    public EmploymentAnswer? Employment { get; init; }

    public AccountsAnswer? Accounts { get; init; }

    public ReasonsAnswer? Reasons { get; init; }

    public UndertakingsAnswer? Undertakings { get; init; }

    /// <summary>What could not be read, or was left blank, on a form from paper or e-mail (P1).</summary>
    public IReadOnlyList<AnswerGap> Gaps { get; init; } = [];

    /// <summary>Whether a part has been answered.</summary>
    public bool Has(FormPart part) => part switch
    {
        FormPart.Name => Name is not null,
        FormPart.DateOfBirth => DateOfBirth is not null,
        FormPart.Contact => Contact is not null,
        FormPart.Office => Offices is { IsAnswered: true, Held.Count: > 0 },
        FormPart.Area => Area is { RuleShown.Length: > 0 },
        FormPart.Employment => Employment is { IsAnswered: true },
        FormPart.Accounts => Accounts is { IsAnswered: true },
        FormPart.Reasons => Reasons is not null,
        FormPart.Undertakings => Undertakings is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    /// <summary>The parts that are still missing.</summary>
    public IReadOnlyList<FormPart> Missing =>
        [.. Enum.GetValues<FormPart>().Where(p => !Has(p) && !Gaps.Any(g => FormQuestions.Find(g.Question)?.Part == p))];

    /// <summary>
    /// What of the least that an application needs is missing on a form from paper or e-mail, as a sentence; nothing when it has it all: a name,
    /// an office with its Society, a way to reach the applicant, and the signatures.
    /// </summary>
    public string? WhyItCannotBeTakenIn() => this switch
    {
        { Name: null } or { Name.NameUsed.Length: 0 } => "A name that can be read is needed to take the form in.",
        { MainOffice: null } or { MainOffice.Body.Length: 0 } => "An office that can be read, and its Society, are needed to take the form in.",
        { Undertakings: null } => "The signatures under every undertaking and the consent are needed to take the form in.",
        { Contact: { } contact } when contact.CanBeReached => null,
        _ => "A phone number, an e-mail address or a postal address that can be read is needed to take the form in.",
    };
}

/// <summary>Names (F9).</summary>
/// <param name="NameUsed">The full name the applicant uses.</param>
/// <param name="LegalName">The legal name, where it differs.</param>
/// <param name="PreviousNames">Earlier names, if they wish to give them.</param>
public sealed record NameAnswer(string NameUsed, string? LegalName, string? PreviousNames);

/// <summary>Phones, e-mail and primary address (F11). At least one phone; e-mail is asked for and never required (rule 29).</summary>
public sealed record ContactAnswer(
    string? HomePhone,
    string? MobilePhone,
    bool NoVoiceCalls,
    string? Email,
    string AddressLine1,
    string? AddressLine2,
    string Town,
    string? County,
    string Postcode)
{
    /// <summary>Whether there is any way to reach the applicant: a phone, an e-mail address, or an address that post finds.</summary>
    [JsonIgnore]
    public bool CanBeReached => HomePhone is not null || MobilePhone is not null || Email is not null
        || (!string.IsNullOrEmpty(AddressLine1) && !(string.IsNullOrEmpty(Town) && string.IsNullOrEmpty(Postcode)));

    /// <summary>Whether calls are welcome over the text relay.</summary>
    public bool TextRelay { get; init; }

    /// <summary>The country, where the address is outside the United Kingdom; its postcode may be empty then.</summary>
    public string? Country { get; init; }

    /// <summary>The address as it stands on an envelope, line by line.</summary>
    public IReadOnlyList<string> AddressLines() =>
        [.. new[] { AddressLine1, AddressLine2, Town, County, Postcode, Country }.OfType<string>().Where(l => l.Length > 0)];
}

/// <summary>One office held (F1).</summary>
/// <param name="Id">Tells offices apart while they are changed or removed.</param>
/// <param name="Kind">The kind of office, in the words it had when it was chosen.</param>
/// <param name="NamedAs">What the applicant calls the office, where the table has no kind for it.</param>
/// <param name="Body">The council, parliament or authority.</param>
/// <param name="Area">The ward, division, constituency or area.</param>
/// <param name="SocietyId">The Society in whose area the office lies.</param>
/// <param name="SitsAs">As what the applicant sits there, where it differs from the party they belong to.</param>
/// <param name="Since">Since when the office is held.</param>
/// <param name="TermEnds">When the term ends, if known.</param>
/// <param name="PublicPage">A public page that shows the office.</param>
public sealed record OfficeAnswer(
    Guid Id,
    ChosenKind Kind,
    string? NamedAs,
    string Body,
    string? Area,
    Guid SocietyId,
    string? SitsAs,
    MonthYear Since,
    MonthYear? TermEnds,
    string? PublicPage)
{
    /// <summary>What a holder of the office is called, in the reader's language.</summary>
    public string Title() => NamedAs ?? Kind.Say();

    /// <summary>
    /// The area with the word for it in the reader's language, "Saltmarket ward" or "ward Saltmarket"; nothing for an office without one.
    /// </summary>
    public string? Place() => Area is null || HasItsWord ? Area
        : Languages.IsWelsh && Kind.WelshAreaWord is { } welsh ? $"{welsh} {Area}"
        : $"{Area} {Kind.AreaWord}";

    /// <summary>The office in one line.</summary>
    public string Say() => Place() is { } place ? $"{Title()}, {place}, {Body}" : $"{Title()}, {Body}";

    /// <summary>The office in one line as it is kept for everybody who works with the application: in English.</summary>
    public string SayInEnglish()
    {
        using (Languages.Speak(Languages.English))
        {
            return Say();
        }
    }

    /// <summary>The term in words: "May 2023 to May 2027".</summary>
    public string Term() => TermEnds is { } ends ? T($"{Since.Say()} to {ends.Say()}") : T($"Since {Since.Say()}");

    /// <summary>Whether the word stands in the area as it was typed: behind it in English, before it in Welsh.</summary>
    private bool HasItsWord => Area!.EndsWith(Kind.AreaWord, StringComparison.OrdinalIgnoreCase)
        || (Kind.WelshAreaWord is { } welsh && Area.StartsWith(welsh + " ", StringComparison.OrdinalIgnoreCase)
            && !welsh.Equals(Kind.AreaWord, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Every office held (F1), and the party to be left.</summary>
/// <param name="Held">The offices, in the order in which they were added.</param>
/// <param name="MainId">The one whose area decides which Society is asked (rule 1).</param>
/// <param name="Party">The party that the applicant belongs to; nothing for an independent.</param>
/// <param name="IsAnswered">Whether the applicant has finished the list and said what party they belong to.</param>
public sealed record OfficesAnswer(IReadOnlyList<OfficeAnswer> Held, Guid MainId, string? Party, bool IsAnswered)
{
    /// <summary>The office whose area decides (rule 1); nothing before the first is added.</summary>
    [JsonIgnore]
    public OfficeAnswer? Main => Held.FirstOrDefault(o => o.Id == MainId) ?? (Held.Count > 0 ? Held[0] : null);

    /// <summary>The main office first, then the others.</summary>
    [JsonIgnore]
    public IReadOnlyList<OfficeAnswer> InOrder => [.. Held.Where(o => o == Main), .. Held.Where(o => o != Main)];

    /// <summary>The party to be left, in words.</summary>
    public string SayParty() => Party ?? T("Independent");
}

/// <summary>Which of the two kinds of proof the applicant offers (F13).</summary>
public enum AreaBasis
{
    LocalLinks,
    Residence,

    /// <summary>It could not be read on paper, or was left blank there (P1).</summary>
    NotKnown,
}

/// <summary>Local links or residence (F13), with the Society's rule as it was shown (rule 3).</summary>
/// <param name="Basis">Which of the two is claimed.</param>
/// <param name="LivedSince">Since when the applicant has lived in the area.</param>
/// <param name="Statement">The links, or the residence, in the applicant's words.</param>
/// <param name="RuleShown">The Society's rule in force that day; empty while the rule of the Society now chosen was not shown yet.</param>
public sealed record AreaAnswer(AreaBasis Basis, MonthYear? LivedSince, string Statement, string RuleShown);

/// <summary>One job (F12).</summary>
/// <param name="Id">Tells jobs apart while they are changed or removed.</param>
/// <param name="Title">What the job is.</param>
/// <param name="Employer">For whom.</param>
/// <param name="From">Since when.</param>
/// <param name="To">Until when; nothing for a present job.</param>
public sealed record Job(Guid Id, string Title, string Employer, MonthYear From, MonthYear? To)
{
    /// <summary>The span in words: "March 2019 to now".</summary>
    public string Span() => To is { } to ? T($"{From.Say()} to {to.Say()}") : T($"{From.Say()} to now");
}

/// <summary>Employment and its history (F12).</summary>
/// <param name="Jobs">Present and past jobs.</param>
/// <param name="NoJobs">Whether the applicant says that there are none to list.</param>
/// <param name="Gaps">What they wish to say about gaps.</param>
/// <param name="IsAnswered">Whether the applicant has finished the list.</param>
public sealed record EmploymentAnswer(IReadOnlyList<Job> Jobs, bool NoJobs, string? Gaps, bool IsAnswered);

/// <summary>One public social-media account (F14).</summary>
/// <param name="Id">Tells accounts apart while they are changed or removed.</param>
/// <param name="Platform">The platform.</param>
/// <param name="Name">The account's name on it.</param>
/// <param name="Link">A link to it, where one was given.</param>
public sealed record PublicAccount(Guid Id, string Platform, string Name, string? Link = null);

/// <summary>Social media: public accounts by name and platform (F14); of private ones their existence only (F15).</summary>
public sealed record AccountsAnswer(IReadOnlyList<PublicAccount> Accounts, bool? HasPrivateAccounts, bool IsAnswered);

/// <summary>Why the applicant wants to join, if they wish to say so before the hustings.</summary>
public sealed record ReasonsAnswer(string? Why);

/// <summary>What the applicant agreed to, and when (F6, F7, F15, rule 25).</summary>
/// <param name="FormReleaseId">The release whose texts were shown.</param>
/// <param name="AgreedAt">When, in UTC.</param>
/// <param name="Language">The language in which the form was read.</param>
public sealed record UndertakingsAnswer(Guid FormReleaseId, DateTime AgreedAt, string Language = Languages.English);
