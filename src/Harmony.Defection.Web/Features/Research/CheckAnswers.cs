using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>What the applicant answered, as far as it belongs to a check, for showing beside its outcome.</summary>
public static class CheckAnswers
{
    /// <summary>The answer in a line, for the list.</summary>
    public static string Short(CheckItem item, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return item switch
        {
            CheckItem.SentByApplicant => "Sent in the name of " + answers.Name?.NameUsed,
            CheckItem.HoldsOfficeNow => Terms(answers.Offices),
            CheckItem.Office => answers.MainOffice is not { } main ? Missing : answers.Offices!.Held.Count == 1 ? main.Say() : $"{main.Say()}, and {answers.Offices.Held.Count - 1} more",
            CheckItem.Name => answers.Name?.NameUsed ?? Missing,
            CheckItem.DateOfBirth => answers.DateOfBirth is { } born ? UkTime.Say(born) : Missing,
            CheckItem.Phone => Count(new[] { answers.Contact?.HomePhone, answers.Contact?.MobilePhone }.Count(p => p is not null), "number"),
            CheckItem.Email => answers.Contact?.Email is null ? "None given" : "One address",
            CheckItem.Address => answers.Contact?.AddressLine1 ?? Missing,
            CheckItem.Employment => answers.Employment is { NoJobs: true } ? "None to list" : Count(answers.Employment?.Jobs.Count ?? 0, "job"),
            CheckItem.LinksOrResidence => answers.Area is { } area ? Basis(area) : Missing,
            CheckItem.PublicAccounts => Count(answers.Accounts?.Accounts.Count ?? 0, "account"),
            CheckItem.PrivateAccounts => answers.Accounts?.HasPrivateAccounts switch { true => "Yes", false => "No", _ => Missing },
            _ => throw new ArgumentOutOfRangeException(nameof(item), item, null),
        };
    }

    /// <summary>The answer whole: pairs of a name and what was answered.</summary>
    public static IReadOnlyList<(string Key, string Value)> Whole(CheckItem item, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var lines = item switch
        {
            CheckItem.Name or CheckItem.SentByApplicant => NameLines(answers.Name),
            CheckItem.Office or CheckItem.HoldsOfficeNow => OfficeLines(answers.Offices),
            CheckItem.Phone => [("Home", answers.Contact?.HomePhone), ("Mobile", answers.Contact?.MobilePhone), ("Voice calls", Voice(answers.Contact))],
            CheckItem.Email => [("E-mail", answers.Contact?.Email ?? "None given")],
            CheckItem.Address => [("Address", answers.Contact is { } c ? string.Join("\n", AddressLines(c)) : null)],
            CheckItem.Employment => JobLines(answers.Employment),
            CheckItem.LinksOrResidence => AreaLines(answers.Area),
            CheckItem.PublicAccounts => [.. answers.Accounts?.Accounts.Select(a => (a.Platform, (string?)(a.Link is null ? a.Name : $"{a.Name}\n{a.Link}"))) ?? []],
            _ => [(item.Say(), (string?)Short(item, answers))],
        };
        return [.. lines.Where(l => l.Item2 is not null).Select(l => (l.Item1, l.Item2!))];
    }

    /// <summary>The lines of an address.</summary>
    public static IEnumerable<string> AddressLines(ContactAnswer contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.AddressLines();
    }

    private const string Missing = "Not answered";

    private static (string, string?)[] NameLines(NameAnswer? name) =>
        [("Name used", name?.NameUsed), ("Legal name", name?.LegalName), ("Previous names", name?.PreviousNames)];

    private static (string, string?)[] OfficeLines(OfficesAnswer? offices) =>
    [
        .. (offices?.InOrder ?? []).SelectMany((office, i) => new (string, string?)[]
        {
            (i == 0 ? "Office" : "Another office", office.Title()), ("Body", office.Body), ("Ward or area", office.Place()), ("Sits there as", office.SitsAs),
            ("Since", office.Since.Say()), ("Term ends", office.TermEnds?.Say()), ("Public page", office.PublicPage),
        }),
        ("Party", offices?.SayParty()),
    ];

    private static string Terms(OfficesAnswer? offices) => offices is null or { Held.Count: 0 }
        ? Missing
        : string.Join("; ", offices.InOrder.Select(o => o.TermEnds is { } ends ? $"Until {ends.Say()}" : "No end of term given"));

    private static (string, string?)[] AreaLines(AreaAnswer? area) =>
    [
        ("Claims", area is null ? null : Basis(area)), ("In their words", area?.Statement), ("The rule shown", area?.RuleShown),
    ];

    private static (string, string?)[] JobLines(EmploymentAnswer? employment) => employment switch
    {
        null => [],
        { NoJobs: true } => [("Jobs", "None to list"), ("Gaps", employment.Gaps)],
        _ => [.. employment.Jobs.Select(j => (j.Span(), (string?)$"{j.Title}, {j.Employer}")), ("Gaps", employment.Gaps)],
    };

    private static string Basis(AreaAnswer area) => area.Basis == AreaBasis.NotKnown ? "Not known"
        : area.Basis == AreaBasis.LocalLinks ? "Local links"
        : area.LivedSince is { } since ? $"Has lived there since {since.Say()}" : "Residence";

    private static string? Voice(ContactAnswer? contact) => contact switch
    {
        { NoVoiceCalls: true, TextRelay: true } => "Asks for no voice calls; text relay is welcome",
        { NoVoiceCalls: true } => "Asks for no voice calls",
        { TextRelay: true } => "Asks to be called by text relay",
        _ => null,
    };

    private static string Count(int number, string what) => number switch
    {
        0 => "None given",
        1 => $"One {what}",
        _ => $"{number} {what}s",
    };
}
