using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>Names (F9).</summary>
public sealed class NameForm
{
    public string? NameUsed { get; set; }

    public string? LegalName { get; set; }

    public string? PreviousNames { get; set; }

    /// <summary>The form filled with an answer.</summary>
    public static NameForm Of(NameAnswer? answer) =>
        new() { NameUsed = answer?.NameUsed, LegalName = answer?.LegalName, PreviousNames = answer?.PreviousNames };

    /// <summary>The answer. A legal name that does not differ is none.</summary>
    public NameAnswer ToAnswer()
    {
        var used = Tidy.Line(NameUsed)!;
        var legal = Tidy.Line(LegalName);
        return new NameAnswer(used, string.Equals(legal, used, StringComparison.Ordinal) ? null : legal, Tidy.Line(PreviousNames));
    }
}

/// <summary>Date of birth (F10).</summary>
public sealed class DateOfBirthForm
{
    public DateInput? Born { get; set; }
}

/// <summary>Phones, e-mail and primary address (F11, rule 29).</summary>
public sealed class ContactForm
{
    public string? HomePhone { get; set; }

    public string? MobilePhone { get; set; }

    /// <summary>Whether a number that is not of a known form is kept as it is.</summary>
    public bool UsePhonesAllTheSame { get; set; }

    public bool NoVoiceCalls { get; set; }

    public bool TextRelay { get; set; }

    public string? Email { get; set; }

    /// <summary>Whether an address that others may read is used all the same.</summary>
    public bool UseEmailAllTheSame { get; set; }

    public string? AddressLine1 { get; set; }

    public string? AddressLine2 { get; set; }

    public string? Town { get; set; }

    public string? County { get; set; }

    public string? Postcode { get; set; }

    /// <summary>The country, where the address is outside the United Kingdom.</summary>
    public string? Country { get; set; }

    /// <summary>Whether a number needs the applicant's word that it is right.</summary>
    public bool HasUnknownPhone => Phones.IsUnknown(HomePhone) || Phones.IsUnknown(MobilePhone);

    /// <summary>Whether the address is outside the United Kingdom.</summary>
    public bool IsAbroad => Countries.IsAbroad(Country);

    /// <summary>The form filled with an answer.</summary>
    public static ContactForm Of(ContactAnswer? answer) => answer is null ? new() : new()
    {
        HomePhone = answer.HomePhone,
        MobilePhone = answer.MobilePhone,
        UsePhonesAllTheSame = Phones.IsUnknown(answer.HomePhone) || Phones.IsUnknown(answer.MobilePhone),
        NoVoiceCalls = answer.NoVoiceCalls,
        TextRelay = answer.TextRelay,
        Email = answer.Email,
        UseEmailAllTheSame = SharedMailboxes.Has(answer.Email),
        AddressLine1 = answer.AddressLine1,
        AddressLine2 = answer.AddressLine2,
        Town = answer.Town,
        County = answer.County,
        Postcode = answer.Postcode,
        Country = answer.Country,
    };

    /// <summary>The answer.</summary>
    public ContactAnswer ToAnswer() => new(
        Tidy.Line(HomePhone),
        Tidy.Line(MobilePhone),
        NoVoiceCalls,
        Tidy.Line(Email),
        Tidy.Line(AddressLine1)!,
        Tidy.Line(AddressLine2),
        Tidy.Line(Town)!,
        Tidy.Line(County),
        (IsAbroad ? Tidy.Line(Postcode) : Postcodes.Read(Postcode)) ?? string.Empty)
    {
        TextRelay = TextRelay,
        Country = IsAbroad ? Tidy.Line(Country) : null,
    };
}

/// <summary>Tells an address abroad from one at home.</summary>
public static class Countries
{
    private static readonly string[] AtHome =
    [
        "UK", "U.K.", "GB", "United Kingdom", "The United Kingdom", "Great Britain", "Britain", "England", "Scotland", "Wales", "Cymru", "Northern Ireland",
        "Alba", "Isle of Man", "Jersey", "Guernsey", "Y DU", "DU", "Y Deyrnas Unedig", "Deyrnas Unedig", "Prydain Fawr", "Prydain", "Lloegr", "Yr Alban",
        "Gogledd Iwerddon", "Ynys Manaw",
    ];

    /// <summary>Whether what was typed names another country; the Crown dependencies have postcodes of the British form.</summary>
    public static bool IsAbroad(string? country) => Tidy.Line(country) is { } named && !AtHome.Contains(named, StringComparer.OrdinalIgnoreCase);
}

internal sealed class NameFormValidator : AbstractValidator<NameForm>
{
    public NameFormValidator()
    {
        RuleFor(f => f.NameUsed).Must(n => Tidy.Line(n) is not null).WithMessage(_ => T("Enter your full name"))
            .MaximumLength(150).WithMessage(_ => T("Use 150 characters or fewer for your name"));
        RuleFor(f => f.LegalName).MaximumLength(150).WithMessage(_ => T("Use 150 characters or fewer for your legal name"));
        RuleFor(f => f.PreviousNames).MaximumLength(300).WithMessage(_ => T("Use 300 characters or fewer for earlier names"));
    }
}

internal sealed class DateOfBirthFormValidator : AbstractValidator<DateOfBirthForm>
{
    private static readonly MissingParts Missing = new(
        Words.N("Enter your date of birth"),
        Words.N("Your date of birth must include a month"),
        Words.N("Your date of birth must include a year"),
        Words.N("Your date of birth must include a day"));

    public DateOfBirthFormValidator(TimeProvider clock)
    {
        var today = UkTime.Day(clock.Now());
        RuleFor(f => f.Born).RealDate(Missing);
        RuleFor(f => f.Born).AndMust((_, day) => day < today, Words.N("Your date of birth must be in the past"));
        RuleFor(f => f.Born).AndMust((_, day) => day >= today || day <= today.AddYears(-18), Words.N("You must be 18 or over to apply. Check the year"));
        RuleFor(f => f.Born).AndMust((_, day) => day > today.AddYears(-120), Words.N("Check the year of your date of birth"));
    }
}

internal sealed class ContactFormValidator : AbstractValidator<ContactForm>
{
    private static string NoAreaCode => T("This number has no area code. Put it first, like 01632 960001");

    private static string UnknownNumber => T("We do not know numbers of this form. Check it, or tick the box to keep it as it is");

    public ContactFormValidator()
    {
        RuleFor(f => f.HomePhone)
            .Must((f, home) => Tidy.Line(home) is not null || Tidy.Line(f.MobilePhone) is not null)
            .WithMessage(_ => T("Enter at least one phone number"))
            .MaximumLength(Phones.Longest).WithMessage(_ => T($"Use {Phones.Longest} characters or fewer for a phone number"))
            .Must(p => Phones.Read(p) != PhoneReading.NoNumber)
            .WithMessage(_ => T("Enter a phone number, like 01632 960001. Put the country’s code first if it is not a UK number"))
            .Must((f, p) => f.UsePhonesAllTheSame || Phones.Read(p) != PhoneReading.NoAreaCode).WithMessage(_ => NoAreaCode)
            .Must((f, p) => f.UsePhonesAllTheSame || Phones.Read(p) != PhoneReading.Unknown).WithMessage(_ => UnknownNumber);
        RuleFor(f => f.MobilePhone)
            .MaximumLength(Phones.Longest).WithMessage(_ => T($"Use {Phones.Longest} characters or fewer for a phone number"))
            .Must(p => Phones.Read(p) != PhoneReading.NoNumber)
            .WithMessage(_ => T("Enter a mobile number, like 07700 900001. Put the country’s code first if it is not a UK number"))
            .Must((f, p) => f.UsePhonesAllTheSame || Phones.Read(p) != PhoneReading.NoAreaCode).WithMessage(_ => NoAreaCode)
            .Must((f, p) => f.UsePhonesAllTheSame || Phones.Read(p) != PhoneReading.Unknown).WithMessage(_ => UnknownNumber);
        RuleFor(f => f.Email)
            .Must(e => Tidy.Line(e) is not { } address || EmailAddresses.IsAddress(address))
            .WithMessage(_ => T("Enter an e-mail address, like name@example.org, or leave it empty"))
            .Must((f, e) => f.UseEmailAllTheSame || !SharedMailboxes.Has(e))
            .WithMessage(_ => EmailAddresses.Shared);
        RuleFor(f => f.AddressLine1).Must(HasText).WithMessage(_ => T("Enter the first line of your address"))
            .MaximumLength(150).WithMessage(_ => T("Use 150 characters or fewer for a line of your address"));
        RuleFor(f => f.AddressLine2).MaximumLength(150).WithMessage(_ => T("Use 150 characters or fewer for a line of your address"));
        RuleFor(f => f.Town).Must(HasText).WithMessage(_ => T("Enter your town or city"))
            .MaximumLength(100).WithMessage(_ => T("Use 100 characters or fewer for your town or city"));
        RuleFor(f => f.County).MaximumLength(100).WithMessage(_ => T("Use 100 characters or fewer for your county"));
        RuleFor(f => f.Postcode).MaximumLength(20).WithMessage(_ => T("Use 20 characters or fewer for your postcode"));
        RuleFor(f => f.Postcode).Must(HasText).WithMessage(_ => T("Enter your postcode"))
            .Must(p => Postcodes.Read(p) is not null)
            .WithMessage(_ => T("Enter a full UK postcode, like WX4 7PD. If you live in another country, name it under the postcode"))
            .When(f => !f.IsAbroad && f.Postcode is null or { Length: <= 20 });
        RuleFor(f => f.Country).MaximumLength(60).WithMessage(_ => T("Use 60 characters or fewer for the country"));
    }

    private static bool HasText(string? typed) => Tidy.Line(typed) is not null;
}
