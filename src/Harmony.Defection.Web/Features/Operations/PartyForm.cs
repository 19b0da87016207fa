using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Infrastructure.Appearance;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>One change of the settings, as the trail has it.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="By">Who.</param>
/// <param name="What">What changed, in words.</param>
public sealed record PartyChange(DateTime At, string By, string What);

/// <summary>How the Party appears, as it is typed: a field for each name, and the colours.</summary>
public sealed class PartyForm
{
    /// <summary>The version that was shown; 0 before the first change.</summary>
    public int Version { get; set; }

    public string? Party { get; set; }

    public string? ShortName { get; set; }

    public string? Representative { get; set; }

    public string? MarkText { get; set; }

    public string? ResearchWorkingGroup { get; set; }

    public string? Research { get; set; }

    public string? OperationalWorkingGroup { get; set; }

    public string? GeneralSecretary { get; set; }

    public string? CommitteeForResolutions { get; set; }

    public string? SocietyForElections { get; set; }

    public string? Kernel { get; set; }

    public string? FourPrinciples { get; set; }

    public string? HelpEmail { get; set; }

    public string? PostalAddress { get; set; }

    public string? SenderName { get; set; }

    public string? MessageSubject { get; set; }

    public string? CalendarTitle { get; set; }

    /// <summary>The names in Welsh; an empty one leaves it to <see cref="PartyNames.In"/>.</summary>
    public WelshNames Welsh { get; set; } = new();

    public string? Main { get; set; }

    public string? MainInDark { get; set; }

    public string? Link { get; set; }

    public string? LinkInDark { get; set; }

    /// <summary>How the Party appears at present.</summary>
    [BindNever]
    public PartyAppearance? Now { get; set; }

    /// <summary>What a reader of Welsh is shown as long as no Welsh name is set.</summary>
    [BindNever]
    public PartyNames? WithoutWelsh => Now is null ? null : (Now.Names with { Welsh = new() }).In(Languages.Welsh);

    /// <summary>The latest changes, the newest first.</summary>
    [BindNever]
    public IReadOnlyList<PartyChange> Changes { get; set; } = [];

    /// <summary>The form as the Party appears now.</summary>
    public static PartyForm Of(PartyNames names, PartyColours colours, int version)
    {
        var form = new PartyForm { Version = version };
        Copy(names, form);
        Copy(names.Welsh, form.Welsh);
        Copy(colours, form);
        return form;
    }

    /// <summary>The names typed.</summary>
    public PartyNames Names()
    {
        var names = new PartyNames { HelpEmail = null, PostalAddress = string.Empty };
        Copy(this, names);
        Copy(Welsh, names.Welsh);
        return names with { HelpEmail = string.IsNullOrEmpty(names.HelpEmail) ? null : names.HelpEmail };
    }

    /// <summary>The colours typed.</summary>
    public PartyColours Colours() => new(Lower(Main), Lower(MainInDark), Lower(Link), Lower(LinkInDark));

    private static string Lower(string? colour) => colour!.Trim().ToLowerInvariant();

    /// <summary>Copies every text that both have under one name.</summary>
    private static void Copy(object from, object to)
    {
        foreach (var target in to.GetType().GetProperties().Where(p => p.CanWrite && p.PropertyType == typeof(string)))
        {
            if (from.GetType().GetProperty(target.Name) is { } source && source.GetValue(from) is string text)
            {
                target.SetValue(to, text.Trim());
            }
        }
    }
}

/// <summary>A mark that is chosen.</summary>
public sealed class MarkForm
{
    public IFormFile? Mark { get; set; }

    /// <summary>How the Party appears at present.</summary>
    [BindNever]
    public PartyAppearance? Now { get; set; }
}

/// <summary>What the fields of the settings are called, on the form and in the list of changes.</summary>
public static class PartyFields
{
    /// <summary>The name of the field for the Welsh of a field.</summary>
    public static string InWelsh(string field) => $"{Say(field)}, in Welsh";

    /// <summary>What is shown as long as the field is empty.</summary>
    public static string UnlessSet(string name) => $"While this is empty: {name}";

    /// <summary>The field's name as people read it.</summary>
    public static string Say(string field) => field switch
    {
        nameof(PartyForm.Party) => "Name of the Party",
        nameof(PartyForm.ShortName) => "Short name",
        nameof(PartyForm.Representative) => "What an accepted applicant is called",
        nameof(PartyForm.MarkText) => "Words for the mark",
        nameof(PartyForm.ResearchWorkingGroup) => "Who checks applications",
        nameof(PartyForm.Research) => "The same in short",
        nameof(PartyForm.OperationalWorkingGroup) => "Who releases the form",
        nameof(PartyForm.GeneralSecretary) => "Who receives forms on paper",
        nameof(PartyForm.CommitteeForResolutions) => "Who reviews conduct",
        nameof(PartyForm.SocietyForElections) => "Who steps in for a Society",
        nameof(PartyForm.Kernel) => "The text of the Party’s ethics",
        nameof(PartyForm.FourPrinciples) => "Its four binding points",
        nameof(PartyForm.HelpEmail) => "E-mail address for questions",
        nameof(PartyForm.PostalAddress) => "Address on letters",
        nameof(PartyForm.SenderName) => "Sender of every e-mail",
        nameof(PartyForm.MessageSubject) => "Subject of every e-mail to an applicant",
        nameof(PartyForm.CalendarTitle) => "Title of every calendar entry",
        nameof(PartyForm.Main) => "Main colour",
        nameof(PartyForm.MainInDark) => "Main colour in dark",
        nameof(PartyForm.Link) => "Colour of links",
        nameof(PartyForm.LinkInDark) => "Colour of links in dark",
        nameof(PartyForm.Welsh) => "Names in Welsh",
        nameof(PartySettings.Mark) => "The mark",
        _ => field,
    };
}

internal sealed class PartyFormValidator : AbstractValidator<PartyForm>
{
    public PartyFormValidator()
    {
        Name(f => f.Party, "Enter the name of the Party");
        Name(f => f.ShortName, "Enter the short name of the Party");
        Name(f => f.Representative, "Enter what an accepted applicant may call themselves");
        Name(f => f.MarkText, "Enter the words that stand for the mark");
        Name(f => f.ResearchWorkingGroup, "Enter the name of the group that checks applications");
        Name(f => f.Research, "Enter the short name of the group that checks applications");
        Name(f => f.OperationalWorkingGroup, "Enter the name of the group that releases the form");
        Name(f => f.GeneralSecretary, "Enter what the person who receives forms on paper is called");
        Name(f => f.CommitteeForResolutions, "Enter the name of the body that reviews conduct");
        Name(f => f.SocietyForElections, "Enter the name of the body that steps in for a Society");
        Name(f => f.Kernel, "Enter what the text of the Party’s ethics is called");
        Name(f => f.FourPrinciples, "Enter what its four binding points are called");
        RuleFor(f => f.HelpEmail).EmailAddress().WithMessage("Enter an e-mail address, such as name@example.org").MaximumLength(PartyNames.NameLength)
            .WithMessage("Use 100 characters or fewer").When(f => !string.IsNullOrWhiteSpace(f.HelpEmail));
        RuleFor(f => f.PostalAddress).MaximumLength(500).WithMessage("Use 500 characters or fewer");
        Neutral(Name(f => f.SenderName, "Enter the sender of every e-mail"));
        Neutral(Name(f => f.MessageSubject, "Enter the subject of every e-mail to an applicant"));
        Neutral(Name(f => f.CalendarTitle, "Enter the title of every calendar entry"));
        InWelsh(f => f.Welsh.Party);
        InWelsh(f => f.Welsh.ShortName);
        InWelsh(f => f.Welsh.Representative);
        InWelsh(f => f.Welsh.MarkText);
        InWelsh(f => f.Welsh.ResearchWorkingGroup);
        InWelsh(f => f.Welsh.Research);
        InWelsh(f => f.Welsh.OperationalWorkingGroup);
        InWelsh(f => f.Welsh.GeneralSecretary);
        InWelsh(f => f.Welsh.CommitteeForResolutions);
        InWelsh(f => f.Welsh.SocietyForElections);
        InWelsh(f => f.Welsh.Kernel);
        InWelsh(f => f.Welsh.FourPrinciples);
        Neutral(InWelsh(f => f.Welsh.SenderName));
        Neutral(InWelsh(f => f.Welsh.MessageSubject));
        Neutral(InWelsh(f => f.Welsh.CalendarTitle));
        Colour(f => f.Main);
        Colour(f => f.MainInDark);
        Colour(f => f.Link);
        Colour(f => f.LinkInDark);
    }

    /// <inheritdoc />
    public override ValidationResult Validate(ValidationContext<PartyForm> context)
    {
        var result = base.Validate(context);
        var form = context.InstanceToValidate;
        string?[] typed = [form.Main, form.MainInDark, form.Link, form.LinkInDark];
        if (typed.All(c => PartyColours.IsColour(c?.Trim())))
        {
            result.Errors.AddRange(form.Colours().WhyNot().Select(w => new ValidationFailure(w.Property, w.Sentence)));
        }

        return result;
    }

    private static bool IsPlain(string? text) => text is null || !text.Any(char.IsControl);

    private IRuleBuilderOptions<PartyForm, string?> Name(Expression<Func<PartyForm, string?>> field, string missing) =>
        OneLine(RuleFor(field).NotEmpty().WithMessage(missing));

    private IRuleBuilderOptions<PartyForm, string?> InWelsh(Expression<Func<PartyForm, string?>> field) => OneLine(RuleFor(field));

    private static IRuleBuilderOptions<PartyForm, string?> OneLine(IRuleBuilder<PartyForm, string?> rule) =>
        rule.MaximumLength(PartyNames.NameLength).WithMessage("Use 100 characters or fewer").Must(IsPlain).WithMessage("Write it in one line");

    private static void Neutral(IRuleBuilder<PartyForm, string?> rule) =>
        rule.Must((form, text) => !new[] { form.ShortName, form.Party, form.Welsh.ShortName, form.Welsh.Party }.Any(n => Names(text ?? string.Empty, n)))
            .WithMessage("Leave the Party’s name out: anybody near the applicant’s phone can read this");

    private static bool Names(string text, string? name) =>
        !string.IsNullOrWhiteSpace(name) && text.Contains(name.Trim(), StringComparison.OrdinalIgnoreCase);

    private void Colour(Expression<Func<PartyForm, string?>> field) =>
        RuleFor(field).Must(c => PartyColours.IsColour(c?.Trim())).WithMessage("Enter a colour as # and six of 0 to 9 and a to f, such as #a8122a");
}
