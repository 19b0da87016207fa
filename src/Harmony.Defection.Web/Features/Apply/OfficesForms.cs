using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>As what somebody sits now.</summary>
public enum SitsAs
{
    Independent,
    PartyMember,
}

/// <summary>Which office is the main one, and the party to be left (F1, rule 1).</summary>
public sealed class OfficesForm
{
    /// <summary>Most offices that can be listed.</summary>
    public const int Most = 12;

    public Guid? Main { get; set; }

    public SitsAs? SitsAs { get; set; }

    public string? Party { get; set; }

    /// <summary>The form filled with an answer.</summary>
    public static OfficesForm Of(OfficesAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new()
        {
            Main = answer.IsAnswered ? answer.Main?.Id : null,
            SitsAs = answer.IsAnswered ? answer.Party is null ? Apply.SitsAs.Independent : Apply.SitsAs.PartyMember : null,
            Party = answer.Party,
        };
    }

    /// <summary>The party to be left; nothing for an independent.</summary>
    public string? ToParty() => SitsAs == Apply.SitsAs.PartyMember ? Tidy.Line(Party) : null;
}

/// <summary>One office held (F1).</summary>
public sealed class OfficeForm
{
    public Guid? Kind { get; set; }

    public string? NamedAs { get; set; }

    public string? Body { get; set; }

    public string? Area { get; set; }

    public Guid? SocietyId { get; set; }

    public MonthInput? Since { get; set; }

    public MonthInput? TermEnds { get; set; }

    /// <summary>As what the applicant sits there, where it differs from the party they belong to.</summary>
    public string? SitsAs { get; set; }

    public string? PublicPage { get; set; }

    /// <summary>Whether nothing of an office was typed.</summary>
    public bool IsEmpty => Kind is null && SocietyId is null && Tidy.Line(NamedAs) is null && Tidy.Line(Body) is null && Tidy.Line(Area) is null
        && Since is null or { IsEmpty: true } && TermEnds is null or { IsEmpty: true } && Tidy.Line(SitsAs) is null && Tidy.Line(PublicPage) is null;

    /// <summary>The form filled with an office.</summary>
    public static OfficeForm Of(OfficeAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new()
        {
            Kind = answer.Kind.Id,
            NamedAs = answer.NamedAs,
            Body = answer.Body,
            Area = answer.Area,
            SocietyId = answer.SocietyId,
            Since = MonthInput.Of(answer.Since),
            TermEnds = MonthInput.Of(answer.TermEnds),
            SitsAs = answer.SitsAs,
            PublicPage = answer.PublicPage,
        };
    }

    /// <summary>The office.</summary>
    public OfficeAnswer ToAnswer(Guid id, ChosenKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new(
            id,
            kind,
            kind.IsNamedByApplicant ? Tidy.Line(NamedAs) : null,
            Tidy.Line(Body)!,
            Tidy.Line(Area),
            SocietyId!.Value,
            Tidy.Line(SitsAs),
            Since?.Value ?? default,
            TermEnds?.Value,
            WebPages.Read(PublicPage)?.AbsoluteUri);
    }
}

internal sealed class OfficesFormValidator : AbstractValidator<OfficesForm>
{
    public OfficesFormValidator()
    {
        RuleFor(f => f.SitsAs).NotNull().WithMessage(_ => T("Say whether you are an independent or belong to a party"));
        RuleFor(f => f.Party)
            .Must((f, party) => f.SitsAs != SitsAs.PartyMember || Tidy.Line(party) is not null)
            .WithMessage(_ => T("Enter the party you belong to now"))
            .AtMost(150);
    }
}

internal sealed class OfficeFormValidator : AbstractValidator<OfficeForm>
{
    private static readonly MissingParts BeganMissing = new(
        Words.N("Enter the month your office began"),
        Words.N("The month your office began must include a month"),
        Words.N("The month your office began must include a year"));

    private static readonly MissingParts EndsMissing = new(
        Words.N("Enter the month your term ends"),
        Words.N("The month your term ends must include a month"),
        Words.N("The month your term ends must include a year"));

    public OfficeFormValidator(TimeProvider clock)
    {
        var today = UkTime.Day(clock.Now());
        var thisMonth = new MonthYear(today.Month, today.Year);
        RuleFor(f => f.Kind).NotNull().WithMessage(_ => T("Choose the kind of office you hold"));
        RuleFor(f => f.NamedAs).AtMost(150);
        RuleFor(f => f.Body).Must(b => Tidy.Line(b) is not null)
            .WithMessage(_ => T("Enter the council, parliament or authority you sit on"))
            .AtMost(200);
        RuleFor(f => f.Area).AtMost(200);
        RuleFor(f => f.SocietyId).NotNull().WithMessage(_ => T("Choose the Society in whose area your office lies"));
        RuleFor(f => f.Since).RealMonth(BeganMissing);
        RuleFor(f => f.Since).AndMust((_, since) => since <= thisMonth, Words.N("The month your office began cannot be in the future"));
        RuleFor(f => f.Since).AndMust((_, since) => since.Year >= today.Year - 80, Words.N("Check the year your office began"));
        RuleFor(f => f.TermEnds).RealMonthIfAny(EndsMissing);
        RuleFor(f => f.TermEnds).AndMust(
            (_, ends) => ends >= thisMonth, Words.N("Your term must still be running: this form is for people who hold office now"));
        RuleFor(f => f.TermEnds).AndMust((_, ends) => ends.Year <= today.Year + 20, Words.N("Check the year your term ends"));
        RuleFor(f => f.SitsAs).AtMost(150);
        RuleFor(f => f.PublicPage)
            .Must(p => Tidy.Line(p) is null || WebPages.Read(p) is not null)
            .WithMessage(_ => T("Enter the address of a web page, like www.wexcombe.example/councillors"))
            .MaximumLength(500).WithMessage(_ => T("Use an address of 500 characters or fewer"));
    }
}
