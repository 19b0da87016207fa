using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Infrastructure.Sample;

/// <summary>Complete answers of invented applicants. Phone numbers lie in ranges set aside for fiction.</summary>
public static class SampleAnswers
{
    private const string Borough = "Borough councillor", Town = "Town councillor", Parish = "Parish councillor";

    private static readonly (string Name, string? Legal, string Ward, string Body, string Kind, string? Party)[] Applicants =
    [
        ("Marged Okafor", "Margaret Okafor-Lloyd", "Saltmarket", "Wexcombe Borough Council", Borough, null),
        ("Rowan Adeyemi", null, "Quayside", "Wexcombe Borough Council", Borough, "Civic Alliance"),
        ("Tegan Bright", null, "Upper Dene", "Dene Parish Council", Parish, null),
        ("Silas Penhale", "Silas Penhale-Ward", "Mill Lane", "Wexcombe Town Council", Town, "New Meridian"),
        ("Leila Farnham", null, "Northgate", "Wexcombe Borough Council", Borough, "Civic Alliance"),
        ("Aled Kerrigan", null, "Harbour", "Wexcombe Borough Council", Borough, null),
        ("Imogen Sayle", null, "Weir", "Wexcombe Town Council", Town, "New Meridian"),
        ("Joss Abernathy", null, "Chapelfield", "Wexcombe Borough Council", Borough, "Civic Alliance"),
        ("Carys Underhill", null, "Stonebridge", "Wexcombe Town Council", Town, null),
        ("Dominic Vale", null, "Eastfold", "Wexcombe Borough Council", Borough, "New Meridian"),
        ("Petra Lunn", null, "Orchard", "Wexcombe Borough Council", Borough, null),
        ("Wyn Gallagher", null, "Causeway", "Wexcombe Town Council", Town, "Civic Alliance"),
    ];

    /// <summary>How many different applicants there are.</summary>
    public static int Count => Applicants.Length;

    /// <summary>The answers of one applicant.</summary>
    /// <param name="number">Which one, from 0; larger numbers begin again.</param>
    /// <param name="society">The Society of the office's area.</param>
    /// <param name="release">The form release agreed to.</param>
    /// <param name="at">When the undertakings were given, in UTC.</param>
    /// <param name="email">The applicant's address; nothing for one who gives none.</param>
    public static FormAnswers Of(int number, Guid society, Guid release, DateTime at, string? email)
    {
        var (name, legal, ward, body, kind, party) = Applicants[number % Applicants.Length];
        var year = at.Year;
        return new FormAnswers
        {
            Name = new NameAnswer(name, legal, null),
            DateOfBirth = new DateOnly(1966 + (number * 3 % 30), 2 + (number % 10), 14),
            Contact = new ContactAnswer(
                $"01632 9603{number % 90 + 10}", $"07700 9003{number % 90 + 10}", number % 4 == 3, email, $"{number + 9} Chandlers Row", null, "Wexcombe", null, "WX4 7PD"),
            Offices = Offices(number, kind, body, ward, society, party, year),
            Area = new AreaAnswer(
                AreaBasis.Residence,
                new MonthYear(6, year - 2),
                $"I have lived in Wexcombe since June {year - 2}, five minutes from the weir. If you need to see the tenancy, ring me on 07700 9003{number % 90 + 10}.",
                "12 months of living in the area, or significant local links"),
            Employment = new EmploymentAnswer(
                [
                    new Job(Guid.NewGuid(), "Teaching assistant", "Dene Primary School", new MonthYear(9, year - 7), null),
                    new Job(Guid.NewGuid(), "Shop manager", "Saltmarket Bookshop", new MonthYear(3, year - 11), new MonthYear(8, year - 7)),
                ],
                NoJobs: false,
                Gaps: null,
                IsAnswered: true),
            Accounts = new AccountsAnswer(
                [new PublicAccount(Guid.NewGuid(), "Mastodon", $"@{name.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant()}")], true, true),
            Reasons = new ReasonsAnswer(
                "I have learnt in two terms that listening needs a party that decides by what it hears. I would rather be held to a consensus than to a whip."),
            Undertakings = new UndertakingsAnswer(release, at),
        };
    }

    /// <summary>Every fourth applicant sits on a parish council too, as an independent there.</summary>
    private static OfficesAnswer Offices(int number, string kind, string body, string ward, Guid society, string? party, int year)
    {
        var main = new OfficeAnswer(
            Guid.NewGuid(), DefaultOfficeKinds.Named(kind), null, body, ward, society, null, new MonthYear(5, year - 3), new MonthYear(5, year + 1),
            "https://wexcombe.example/councillors");
        List<OfficeAnswer> held = number % 4 != 1
            ? [main]
            :
            [
                main,
                new OfficeAnswer(
                    Guid.NewGuid(), DefaultOfficeKinds.Named(Parish), null, "Lower Dene Parish Council", null, society, "Independent", new MonthYear(2, year - 5), null, null),
            ];
        return new OfficesAnswer(held, main.Id, party, IsAnswered: true);
    }
}
