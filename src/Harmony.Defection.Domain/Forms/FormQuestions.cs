namespace Harmony.Defection.Domain.Forms;

/// <summary>
/// Every question of the form, in the order in which it asks them (F9 to F15). The pages online, the form on paper and keying all read this
/// list. What applicants read is translated where it is shown.
/// </summary>
public static class FormQuestions
{
    public static FormQuestion NameUsed { get; } = new(
        FormPart.Name, N("Full name, as you use it"), "Full name, as they use it");

    public static FormQuestion LegalName { get; } = new(
        FormPart.Name, N("Legal name, if it differs"), "Legal name, if it differs")
    {
        OnPaper = N("As on your passport."),
    };

    public static FormQuestion PreviousNames { get; } = new(
        FormPart.Name, N("Earlier names, if you wish to give them"), "Earlier names, if they gave any")
    {
        OnPaper = N("Older records may still show you under an earlier name. Research looks there. Local Members never see these names."),
    };

    public static FormQuestion Born { get; } = new(
        FormPart.DateOfBirth, N("When were you born?"), "Date of birth", AnswerRoom.Day);

    public static FormQuestion HomePhone { get; } = new(FormPart.Contact, N("Home phone"), "Home phone");

    public static FormQuestion MobilePhone { get; } = new(FormPart.Contact, N("Mobile phone"), "Mobile phone");

    public static FormQuestion TextRelay { get; } = new(
        FormPart.Contact, N("Please call by text relay"), "Asks to be called by text relay", AnswerRoom.Tick)
    {
        OnPaper = N("Relay UK (18001) then speaks or types between us."),
    };

    public static FormQuestion NoVoiceCalls { get; } = new(
        FormPart.Contact, N("Please do not call me"), "Asks not to be called", AnswerRoom.Tick)
    {
        OnPaper = N("We then write, or use text messages."),
    };

    public static FormQuestion Email { get; } = new(FormPart.Contact, N("Private e-mail address"), "E-mail address")
    {
        OnPaper = N(
            "You need not give one: we then write by post. Use a mailbox that nobody at your council, parliament or party can read."),
    };

    public static FormQuestion AddressLine1 { get; } = new(FormPart.Contact, N("Address line 1"), "Address line 1");

    public static FormQuestion AddressLine2 { get; } = new(
        FormPart.Contact, N("Address line 2, if there is one"), "Address line 2, if there is one");

    public static FormQuestion Town { get; } = new(FormPart.Contact, N("Town or city"), "Town or city");

    public static FormQuestion County { get; } = new(
        FormPart.Contact, N("County, if you use one"), "County, if they gave one");

    public static FormQuestion Postcode { get; } = new(FormPart.Contact, N("Postcode"), "Postcode");

    public static FormQuestion Country { get; } = new(
        FormPart.Contact, N("Country, if it is not in the UK"), "Country, if it is not in the UK");

    public static FormQuestion OfficeKind { get; } = new(FormPart.Office, N("Kind of office"), "Kind of office")
    {
        OnPaper = N("For example, parish councillor, borough councillor, mayor, Member of Parliament."),
    };

    public static FormQuestion OfficeNamedAs { get; } = new(
        FormPart.Office, N("Its name, if it is not on the list"), "Its name, if it is not on the list")
    {
        OnPaper = N("The list is on our site. On paper, leave this empty."),
    };

    public static FormQuestion OfficeBody { get; } = new(
        FormPart.Office, N("Council, parliament or authority"), "Council, parliament or authority");

    public static FormQuestion OfficeArea { get; } = new(
        FormPart.Office, N("Ward, division, constituency or area"), "Ward, division, constituency or area");

    public static FormQuestion OfficeSociety { get; } = new(
        FormPart.Office, N("Society in whose area your office lies"), "Society in whose area their office lies")
    {
        OnPaper = N("Its Members decide. Leave it empty if you are not sure: we settle it with you."),
    };

    public static FormQuestion OfficeSince { get; } = new(
        FormPart.Office, N("When did your office begin?"), "When did their office begin?", AnswerRoom.Month)
    {
        OnPaper = N("The month can be a best guess."),
    };

    public static FormQuestion TermEnds { get; } = new(
        FormPart.Office, N("When does your term end?"), "When does their term end?", AnswerRoom.Month)
    {
        OnPaper = N("Leave it empty if you do not know."),
    };

    public static FormQuestion SitsThereAs { get; } = new(
        FormPart.Office, N("How you sit there, if it differs from your party"), "How they sit there, if it differs from their party")
    {
        OnPaper = N("For example, as an independent on a parish council."),
    };

    public static FormQuestion PublicPage { get; } = new(
        FormPart.Office, N("A public page that shows you hold it"), "A public page that shows they hold it")
    {
        OnPaper = N("For example, your page on the council’s site."),
    };

    public static FormQuestion MainOffice { get; } = new(
        FormPart.Office, N("Which of them is your main office?"), "Which of them is their main office?")
    {
        OnPaper = N("If you hold several, the one you give most of your time to: the Members of its area decide."),
    };

    public static FormQuestion SitsAs { get; } = new(
        FormPart.Office, N("What are you now?"), "What are they now?", AnswerRoom.OneOf)
    {
        Answers = [N("An independent"), N("A member of a party")],
    };

    public static FormQuestion Party { get; } = new(FormPart.Office, N("Which party?"), "Which party?");

    public static FormQuestion Basis { get; } = new(
        FormPart.Area, N("Which of the two do you show?"), "Which of the two do they show?", AnswerRoom.OneOf)
    {
        Answers = [N("I live in the area"), N("I have significant local links")],
    };

    public static FormQuestion LivedSince { get; } = new(
        FormPart.Area, N("Since when have you lived there?"), "Since when have they lived there?", AnswerRoom.Month)
    {
        OnPaper = N("Needed only if you show residence."),
    };

    public static FormQuestion Statement { get; } = new(
        FormPart.Area, N("Describe it in your own words"), "What they wrote about it", AnswerRoom.Lines)
    {
        OnPaper = N("Leave out your street and phone number: you gave them already, and local Members read this."),
    };

    public static FormQuestion JobTitle { get; } = new(FormPart.Employment, N("Job title"), "Job title");

    public static FormQuestion Employer { get; } = new(FormPart.Employment, N("Employer"), "Employer")
    {
        OnPaper = N("Put “self-employed” if you worked for yourself."),
    };

    public static FormQuestion JobStarted { get; } = new(
        FormPart.Employment, N("When did you start?"), "When did they start?", AnswerRoom.Month);

    public static FormQuestion JobLeft { get; } = new(
        FormPart.Employment, N("When did you leave?"), "When did they leave?", AnswerRoom.Month)
    {
        OnPaper = N("Leave it empty if you still work there."),
    };

    public static FormQuestion NoJobs { get; } = new(
        FormPart.Employment, N("There is no job to list"), "They say that there is no job to list", AnswerRoom.Tick);

    public static FormQuestion Gaps { get; } = new(
        FormPart.Employment,
        N("Times without a job, if you wish to say something about them"),
        "Times without a job, if they wrote about them",
        AnswerRoom.Lines);

    public static FormQuestion Platform { get; } = new(
        FormPart.Accounts, N("Platform"), "Platform")
    {
        OnPaper = N("For example, Mastodon or Facebook."),
    };

    public static FormQuestion AccountName { get; } = new(
        FormPart.Accounts, N("Account name, or a link to it"), "Account name, or a link to it");

    public static FormQuestion HasPrivateAccounts { get; } = new(
        FormPart.Accounts, N("Do you have private accounts?"), "Do they have private accounts?", AnswerRoom.OneOf)
    {
        OnPaper = N("Accounts that only people you let in can read. Do not name them."),
        Answers = [N("Yes"), N("No")],
    };

    public static FormQuestion Why { get; } = new(
        FormPart.Reasons, N("Why do you want to join?"), "Why do they want to join?", AnswerRoom.Page)
    {
        OnPaper = N("You may leave this empty. The Members ask you when you meet. Leave out addresses and phone numbers."),
    };

    public static FormQuestion FourPrinciples { get; } = new(
        FormPart.Undertakings, N("I have read the Kernel, and I agree to this."), "They have read the Kernel and agree", AnswerRoom.Tick);

    public static FormQuestion Consensus { get; } = new(
        FormPart.Undertakings,
        N("I agree to follow Party Consensus if I am accepted."),
        "They agree to follow Party Consensus",
        AnswerRoom.Tick);

    public static FormQuestion PrivateAccounts { get; } = new(
        FormPart.Undertakings, N("I promise this. It binds me."), "They promise to keep private accounts private", AnswerRoom.Tick);

    public static FormQuestion PrivacyConsent { get; } = new(
        FormPart.Undertakings,
        N("I consent to my form being read and used as described here."),
        "They consent to the form being read",
        AnswerRoom.Tick);

    /// <summary>The questions that are asked of each office, each job or each account of a part.</summary>
    public static IReadOnlyList<FormQuestion> AskedOfEach(FormPart part) => part switch
    {
        FormPart.Office => [OfficeKind, OfficeNamedAs, OfficeBody, OfficeArea, OfficeSociety, OfficeSince, TermEnds, SitsThereAs, PublicPage],
        FormPart.Employment => [JobTitle, Employer, JobStarted, JobLeft],
        FormPart.Accounts => [Platform, AccountName],
        _ => [],
    };

    /// <summary>A question by its name; nothing where there is none of that name.</summary>
    public static FormQuestion? Find(string name) => All.FirstOrDefault(q => q.Name == name);

    /// <summary>Every question once, in the order of the form.</summary>
    public static IReadOnlyList<FormQuestion> All { get; } =
    [
        NameUsed, LegalName, PreviousNames, Born, HomePhone, MobilePhone, TextRelay, NoVoiceCalls, Email,
        AddressLine1, AddressLine2, Town, County, Postcode, Country,
        OfficeKind, OfficeNamedAs, OfficeBody, OfficeArea, OfficeSociety, OfficeSince, TermEnds, SitsThereAs, PublicPage, MainOffice, SitsAs, Party,
        Basis, LivedSince, Statement,
        JobTitle, Employer, JobStarted, JobLeft, NoJobs, Gaps, Platform, AccountName, HasPrivateAccounts, Why,
        FourPrinciples, Consensus, PrivateAccounts, PrivacyConsent,
    ];
}
