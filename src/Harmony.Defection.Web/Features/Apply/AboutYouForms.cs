using System.Net.Mail;
using System.Text.RegularExpressions;
using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Shared.Forms;
using PhoneNumbers;

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

    public bool NoVoiceCalls { get; set; }

    public string? Email { get; set; }

    /// <summary>Whether an address that others may read is used all the same.</summary>
    public bool UseEmailAllTheSame { get; set; }

    public string? AddressLine1 { get; set; }

    public string? AddressLine2 { get; set; }

    public string? Town { get; set; }

    public string? County { get; set; }

    public string? Postcode { get; set; }

    /// <summary>The form filled with an answer.</summary>
    public static ContactForm Of(ContactAnswer? answer) => answer is null ? new() : new()
    {
        HomePhone = answer.HomePhone,
        MobilePhone = answer.MobilePhone,
        NoVoiceCalls = answer.NoVoiceCalls,
        Email = answer.Email,
        UseEmailAllTheSame = SharedMailboxes.Has(answer.Email),
        AddressLine1 = answer.AddressLine1,
        AddressLine2 = answer.AddressLine2,
        Town = answer.Town,
        County = answer.County,
        Postcode = answer.Postcode,
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
        Postcodes.Read(Postcode)!);
}

/// <summary>Mailboxes that an employer, a parliament or a party may read: a person leaving a party is warned of them (rule 29).</summary>
public static class SharedMailboxes
{
    private static readonly string[] Domains =
    [
        "gov.uk", "gov.wales", "gov.scot", "parliament.uk", "parliament.scot", "parliament.wales", "senedd.wales", "assembly.wales", "niassembly.uk",
        "labour.org.uk", "labour.org", "conservatives.com", "tory.org", "libdems.org.uk", "libdems.org", "greenparty.org.uk", "greens.scot", "snp.org",
        "plaid.cymru", "partyof.wales", "reformparty.uk", "reformuk.com", "mydup.com", "sinnfein.ie", "sdlp.ie", "uup.org", "allianceparty.org",
        "tuv.org.uk", "workersparty.org", "sdp.org.uk", "cooperativeparty.org.uk", "party.coop",
    ];

    /// <summary>Whether an address lies at one.</summary>
    public static bool Has(string? email)
    {
        var domain = email?.Trim().Split('@')[^1].TrimEnd('.') ?? string.Empty;
        return Array.Exists(Domains, d =>
            domain.Equals(d, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + d, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>UK postcodes, typed in any case and with spaces anywhere.</summary>
public static partial class Postcodes
{
    /// <summary>The postcode in its one form, such as "WX4 7PD"; nothing where it is none.</summary>
    public static string? Read(string? typed)
    {
        var letters = string.Concat((typed ?? string.Empty).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (letters.Length is < 5 or > 7)
        {
            return null;
        }

        // The last part begins with a figure: a letter O there is a nought.
        var inward = letters[^3] == 'O' ? "0" + letters[^2..] : letters[^3..];
        var whole = $"{letters[..^3]} {inward}";
        return Pattern().IsMatch(whole) ? whole : null;
    }

    [GeneratedRegex("^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$|^GIR 0AA$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pattern();
}

internal sealed class NameFormValidator : AbstractValidator<NameForm>
{
    public NameFormValidator()
    {
        RuleFor(f => f.NameUsed).Must(n => Tidy.Line(n) is not null).WithMessage("Enter your full name")
            .MaximumLength(150).WithMessage("Use 150 characters or fewer for your name");
        RuleFor(f => f.LegalName).MaximumLength(150).WithMessage("Use 150 characters or fewer for your legal name");
        RuleFor(f => f.PreviousNames).MaximumLength(300).WithMessage("Use 300 characters or fewer for earlier names");
    }
}

internal sealed class DateOfBirthFormValidator : AbstractValidator<DateOfBirthForm>
{
    public DateOfBirthFormValidator(TimeProvider clock)
    {
        var today = UkTime.Day(clock.Now());
        RuleFor(f => f.Born).RealDate("your date of birth");
        RuleFor(f => f.Born).AndMust((_, day) => day < today, "Your date of birth must be in the past");
        RuleFor(f => f.Born).AndMust((_, day) => day >= today || day <= today.AddYears(-18), "You must be 18 or over to apply. Check the year");
        RuleFor(f => f.Born).AndMust((_, day) => day > today.AddYears(-120), "Check the year of your date of birth");
    }
}

internal sealed class ContactFormValidator : AbstractValidator<ContactForm>
{
    public ContactFormValidator()
    {
        RuleFor(f => f.HomePhone)
            .Must((f, home) => Tidy.Line(home) is not null || Tidy.Line(f.MobilePhone) is not null).WithMessage("Enter at least one phone number")
            .Must(IsPossiblePhone).WithMessage("Enter a phone number, like 01632 960001. Put the country’s code first if it is not a UK number");
        RuleFor(f => f.MobilePhone)
            .Must(IsPossiblePhone).WithMessage("Enter a mobile number, like 07700 900001. Put the country’s code first if it is not a UK number");
        RuleFor(f => f.Email)
            .Must(e => Tidy.Line(e) is not { } address || IsAddress(address)).WithMessage("Enter an e-mail address, like name@example.org, or leave it empty")
            .Must((f, e) => f.UseEmailAllTheSame || !SharedMailboxes.Has(e))
            .WithMessage("People at your council, parliament or party may read this mailbox. Give a private address, or tick the box to use this one all the same");
        RuleFor(f => f.AddressLine1).Must(HasText).WithMessage("Enter the first line of your address")
            .MaximumLength(150).WithMessage("Use 150 characters or fewer for a line of your address");
        RuleFor(f => f.AddressLine2).MaximumLength(150).WithMessage("Use 150 characters or fewer for a line of your address");
        RuleFor(f => f.Town).Must(HasText).WithMessage("Enter your town or city")
            .MaximumLength(100).WithMessage("Use 100 characters or fewer for your town or city");
        RuleFor(f => f.County).MaximumLength(100).WithMessage("Use 100 characters or fewer for your county");
        RuleFor(f => f.Postcode).Must(HasText).WithMessage("Enter your postcode")
            .Must(p => Postcodes.Read(p) is not null).WithMessage("Enter a full UK postcode, like WX4 7PD");
    }

    private static bool HasText(string? typed) => Tidy.Line(typed) is not null;

    private static bool IsAddress(string address) =>
        address.Length <= 254
        && !address.Contains(' ', StringComparison.Ordinal)
        && MailAddress.TryCreate(address, out var parsed)
        && parsed.Address == address
        && parsed.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>Whether a number could be one. Not whether it is in use: newest and fictional ranges count as "not valid".</summary>
    private static bool IsPossiblePhone(string? typed)
    {
        if (Tidy.Line(typed) is not { } number)
        {
            return true;
        }

        if (number.Length > 30)
        {
            return false;
        }

        try
        {
            var numbers = PhoneNumberUtil.GetInstance();
            return numbers.IsPossibleNumber(numbers.Parse(number, "GB"));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
