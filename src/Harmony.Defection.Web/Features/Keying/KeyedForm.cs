using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>A whole form on one page, as it is keyed in from paper or e-mail: the parts are the very ones of the public form.</summary>
public sealed class KeyedForm
{
    /// <summary>Rows for jobs and accounts that a page has at the least.</summary>
    private const int LeastRows = 4;

    public NameForm Name { get; set; } = new();

    public DateOfBirthForm Birth { get; set; } = new();

    public ContactForm Contact { get; set; } = new();

    public OfficesKeyedForm Offices { get; set; } = new();

    public AreaForm Area { get; set; } = new();

    public WorkForm Work { get; set; } = new();

    public OnlineForm Online { get; set; } = new();

    public ReasonsForm Reasons { get; set; } = new();

    public SignedForm Signed { get; set; } = new();

    /// <summary>Why an answer is not keyed in, by the question's name: the name of a <see cref="GapKind"/>.</summary>
    public Dictionary<string, string?> Gaps { get; set; } = [];

    /// <summary>Which of several is not keyed in, by the question's name.</summary>
    public Dictionary<string, string?> Where { get; set; } = [];

    /// <summary>The draft's version that was shown, so that nobody overwrites what somebody else keyed meanwhile.</summary>
    public int Version { get; set; }

    /// <summary>Whether the form is complete and goes to its second person.</summary>
    public bool Finish { get; set; }

    /// <summary>The page filled with what was keyed so far.</summary>
    public static KeyedForm Of(FormAnswers answers, int version)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new()
        {
            Name = NameForm.Of(answers.Name),
            Birth = new DateOfBirthForm { Born = DateInput.Of(answers.DateOfBirth) },
            Contact = ContactForm.Of(answers.Contact),
            Offices = OfficesKeyedForm.Of(answers.Offices),
            Area = AreaForm.Of(answers.Area),
            Work = WorkForm.Of(answers.Employment),
            Online = OnlineForm.Of(answers.Accounts),
            Reasons = new ReasonsForm { Why = answers.Reasons?.Why },
            Signed = SignedForm.Of(answers.Undertakings),
            Gaps = answers.Gaps.ToDictionary(g => g.Question, g => (string?)g.Kind.ToString(), StringComparer.Ordinal),
            Where = answers.Gaps.ToDictionary(g => g.Question, g => g.Where, StringComparer.Ordinal),
            Version = version,
        };
    }

    /// <summary>Gives the page empty rows to key into.</summary>
    public KeyedForm WithRows()
    {
        Offices.Held = Padded(Offices.Held, o => !o.IsEmpty, () => new OfficeForm(), least: 2);
        Work.Jobs = Padded(Work.Jobs, j => !j.IsEmpty, () => new JobForm());
        Online.Accounts = Padded(Online.Accounts, a => !a.IsEmpty, () => new AccountRow());
        return this;

        static List<T> Padded<T>(List<T> rows, Func<T, bool> isFilled, Func<T> make, int least = LeastRows)
        {
            var missing = Math.Max(least - rows.Count, rows.Count > 0 && isFilled(rows[^1]) ? 2 : 0);
            return [.. rows, .. Enumerable.Range(0, missing).Select(_ => make())];
        }
    }

    /// <summary>The answers, with every part that is right; the others stay as they were.</summary>
    /// <param name="before">The answers kept before.</param>
    /// <param name="isRight">Whether a part, by its name here, has no errors.</param>
    /// <param name="release">The form release agreed to.</param>
    /// <param name="kinds">The kind of office of each row that is filled, in order.</param>
    /// <param name="rule">The rule on links and residence in force at the Society of the main office.</param>
    public FormAnswers Into(
        FormAnswers before, Func<string, bool> isRight, Guid release, IReadOnlyList<ChosenKind?> kinds, Func<Guid, string> rule)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(isRight);
        ArgumentNullException.ThrowIfNull(rule);
        var offices = isRight(nameof(Offices)) ? Offices.ToAnswer(kinds) : before.Offices;
        return before with
        {
            Name = isRight(nameof(Name)) ? Name.ToAnswer() : before.Name,
            DateOfBirth = isRight(nameof(Birth)) ? Birth.Born?.Value : before.DateOfBirth,
            Contact = isRight(nameof(Contact)) ? Whole(Contact.ToAnswer()) : before.Contact,
            Offices = offices,
            Area = isRight(nameof(Area)) && offices?.Main is { } main ? Area.ToAnswer(rule(main.SocietyId)) : before.Area,
            Employment = isRight(nameof(Work)) ? Work.ToAnswer() : before.Employment,
            Accounts = isRight(nameof(Online)) ? Online.ToAnswer() : before.Accounts,
            Reasons = isRight(nameof(Reasons)) ? new ReasonsAnswer(Tidy.Text(Reasons.Why)) : before.Reasons,
            Undertakings = isRight(nameof(Signed)) ? Signed.ToAnswer(release) : before.Undertakings,
            Gaps = GapRows.Read(this),
        };
    }

    /// <summary>Contact data whose missing lines are empty.</summary>
    private static ContactAnswer Whole(ContactAnswer contact) =>
        contact with { AddressLine1 = contact.AddressLine1 ?? string.Empty, Town = contact.Town ?? string.Empty, Postcode = contact.Postcode ?? string.Empty };
}

/// <summary>All offices of a keyed form, the main one among them, and the party to be left (F1, rule 1).</summary>
public sealed class OfficesKeyedForm
{
    public List<OfficeForm> Held { get; set; } = [];

    /// <summary>The number of the main office’s row, from 1.</summary>
    public int? Main { get; set; }

    public SitsAs? SitsAs { get; set; }

    public string? Party { get; set; }

    /// <summary>What stands for a party that cannot be read.</summary>
    private const string NotKnown = "Not known";

    /// <summary>The rows in which something was typed.</summary>
    public IReadOnlyList<OfficeForm> Filled => [.. Held.Where(o => !o.IsEmpty)];

    /// <summary>The form filled with an answer.</summary>
    public static OfficesKeyedForm Of(OfficesAnswer? answer) => answer is null ? new() : new()
    {
        Held = [.. answer.InOrder.Select(OfficeForm.Of)],
        Main = 1,
        SitsAs = answer.Party is null ? Apply.SitsAs.Independent : answer.Party == NotKnown ? null : Apply.SitsAs.PartyMember,
        Party = answer.Party == NotKnown ? null : answer.Party,
    };

    /// <summary>The answer; rows left empty are none.</summary>
    public OfficesAnswer ToAnswer(IReadOnlyList<ChosenKind?> kinds)
    {
        var held = Filled.Select((o, i) => (Row: Held.IndexOf(o) + 1, Answer: o.ToAnswer(Guid.CreateVersion7(), kinds[i]!))).ToList();
        var main = held.FirstOrDefault(h => h.Row == Main, held[0]).Answer;
        var party = SitsAs switch
        {
            Apply.SitsAs.Independent => null,
            Apply.SitsAs.PartyMember => Tidy.Line(Party) ?? NotKnown,
            _ => NotKnown,
        };
        return new([.. held.Select(h => h.Answer)], main.Id, party, IsAnswered: true);
    }
}

/// <summary>All jobs of a keyed form (F12).</summary>
public sealed class WorkForm
{
    public List<JobForm> Jobs { get; set; } = [];

    public bool NoJobs { get; set; }

    public string? Gaps { get; set; }

    /// <summary>The form filled with an answer.</summary>
    public static WorkForm Of(EmploymentAnswer? answer) => answer is null
        ? new()
        : new() { Jobs = [.. answer.Jobs.Select(JobForm.Of)], NoJobs = answer.NoJobs, Gaps = answer.Gaps };

    /// <summary>The answer; rows left empty are none.</summary>
    public EmploymentAnswer ToAnswer() =>
        new([.. Jobs.Where(j => !j.IsEmpty).Select(j => j.ToJob(Guid.CreateVersion7()))], NoJobs, Tidy.Text(Gaps), IsAnswered: true);
}

/// <summary>One public account of a keyed form.</summary>
public sealed class AccountRow
{
    public string? Platform { get; set; }

    public string? Name { get; set; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => Tidy.Line(Platform) is null && Tidy.Line(Name) is null;
}

/// <summary>All accounts of a keyed form (F14, F15).</summary>
public sealed class OnlineForm
{
    public List<AccountRow> Accounts { get; set; } = [];

    public bool? HasPrivateAccounts { get; set; }

    /// <summary>The form filled with an answer.</summary>
    public static OnlineForm Of(AccountsAnswer? answer) => answer is null ? new() : new()
    {
        Accounts = [.. answer.Accounts.Select(a => new AccountRow { Platform = a.Platform, Name = a.Name })],
        HasPrivateAccounts = answer.HasPrivateAccounts,
    };

    /// <summary>The answer; rows left empty are none.</summary>
    public AccountsAnswer ToAnswer() => new(
        [.. Accounts.Where(a => !a.IsEmpty).Select(a => new PublicAccount(Guid.CreateVersion7(), Tidy.Line(a.Platform) ?? string.Empty, Tidy.Line(a.Name) ?? string.Empty))],
        HasPrivateAccounts,
        IsAnswered: true);
}

/// <summary>That every undertaking and the consent were signed on paper, and when (F6, F7, F8, F15).</summary>
public sealed class SignedForm
{
    public bool All { get; set; }

    public DateInput? On { get; set; }

    /// <summary>The form filled with an answer.</summary>
    public static SignedForm Of(UndertakingsAnswer? answer) =>
        new() { All = answer is not null, On = DateInput.Of(answer is null ? null : UkTime.Day(answer.AgreedAt)) };

    /// <summary>The answer. Paper bears a day and no time: noon stands for it.</summary>
    public UndertakingsAnswer ToAnswer(Guid release) => new(release, UkTime.ToUtc(On!.Value!.Value.ToDateTime(new TimeOnly(12, 0))));
}

internal sealed class KeyedFormValidator : AbstractValidator<KeyedForm>
{
    public KeyedFormValidator(
        IValidator<NameForm> name,
        IValidator<DateOfBirthForm> birth,
        IValidator<ContactForm> contact,
        IValidator<OfficeForm> office,
        IValidator<AreaForm> area,
        IValidator<JobForm> job,
        IValidator<ReasonsForm> reasons,
        TimeProvider clock)
    {
        RuleFor(f => f.Name).SetValidator(name);
        RuleFor(f => f.Birth).SetValidator(birth);
        RuleFor(f => f.Contact).SetValidator(contact);
        RuleForEach(f => f.Offices.Held).Where(o => !o.IsEmpty).SetValidator(office);
        RuleFor(f => f.Offices.Held).Must(held => held.Exists(o => !o.IsEmpty)).WithMessage("Key in the office");
        RuleFor(f => f.Offices.Main)
            .Must((f, main) => f.Offices.Filled.Count < 2 || (main is { } row && f.Offices.Held.ElementAtOrDefault(row - 1) is { IsEmpty: false }))
            .WithMessage("Enter the number of the main office");
        RuleFor(f => f.Offices.SitsAs).NotNull().WithMessage("Say whether the form says independent or a party");
        RuleFor(f => f.Offices.Party)
            .Must((f, party) => f.Offices.SitsAs != SitsAs.PartyMember || Tidy.Line(party) is not null).WithMessage("Enter the party")
            .MaximumLength(150).WithMessage("Use 150 characters or fewer");
        RuleFor(f => f.Area).SetValidator(area);
        RuleForEach(f => f.Work.Jobs).Where(j => !j.IsEmpty).SetValidator(job);
        RuleFor(f => f.Work.NoJobs).Must((f, none) => none != f.Work.Jobs.Exists(j => !j.IsEmpty))
            .WithMessage("Key in the jobs, or tick that there are none to list");
        RuleFor(f => f.Work.Gaps).MaximumLength(1000).WithMessage("Use 1000 characters or fewer");
        RuleForEach(f => f.Online.Accounts).Where(a => !a.IsEmpty).ChildRules(row =>
        {
            row.RuleFor(a => a.Platform).NotEmpty().WithMessage("Enter the platform").MaximumLength(100).WithMessage("Use 100 characters or fewer");
            row.RuleFor(a => a.Name).NotEmpty().WithMessage("Enter the account’s name").MaximumLength(200).WithMessage("Use 200 characters or fewer");
        });
        RuleFor(f => f.Online.HasPrivateAccounts).NotNull().WithMessage("Say what the form says about private accounts");
        RuleFor(f => f.Reasons).SetValidator(reasons);
        RuleFor(f => f.Signed.All).Equal(true).WithMessage("A form can be taken in only with every undertaking and the consent signed");
        RuleFor(f => f.Signed.On).RealDate("the day it was signed")
            .AndMust((_, day) => day <= UkTime.Day(clock.Now()), "The day it was signed cannot be in the future");
    }
}
