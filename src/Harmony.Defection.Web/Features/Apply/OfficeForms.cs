using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>Addresses of web pages, typed with or without https.</summary>
public static class WebPages
{
    /// <summary>The address; nothing where it is none of a public web page.</summary>
    public static Uri? Read(string? typed)
    {
        if (Tidy.Line(typed) is not { } address || address.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var whole = address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address;
        return Uri.TryCreate(whole, UriKind.Absolute, out var page)
            && (page.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp)
            && page.Host.Contains('.', StringComparison.Ordinal)
            && page.UserInfo.Length == 0
            ? page
            : null;
    }
}

/// <summary>Local links or residence (F13).</summary>
public sealed class AreaForm
{
    public AreaBasis? Basis { get; set; }

    public MonthInput? LivedSince { get; set; }

    public string? Statement { get; set; }

    /// <summary>The rule that the page showed, which is the one that is kept (rule 3).</summary>
    public string? RuleShown { get; set; }

    /// <summary>The form filled with an answer.</summary>
    public static AreaForm Of(AreaAnswer? answer) => answer is null ? new() : new()
    {
        Basis = answer.Basis == AreaBasis.NotKnown ? null : answer.Basis,
        LivedSince = MonthInput.Of(answer.LivedSince),
        Statement = answer.Statement,
    };

    /// <summary>The answer, with the Society's rule as it stood on the page (rule 3).</summary>
    public AreaAnswer ToAnswer(string ruleShown) => new(
        Basis ?? AreaBasis.NotKnown, Basis == AreaBasis.Residence ? LivedSince?.Value : null, Tidy.Text(Statement) ?? string.Empty, ruleShown);
}

/// <summary>What the pages on the area show beside the form.</summary>
/// <param name="Society">The Society that the applicant named.</param>
/// <param name="Rule">Its rule in force.</param>
public sealed record AreaRule(string Society, string Rule);

/// <summary>Proof of local links or residence (F13).</summary>
public sealed class ProofForm
{
    public List<IFormFile>? Files { get; set; }

    /// <summary>Whether to stay on the page for another file.</summary>
    public bool Another { get; set; }
}

/// <summary>A file as the form shows it.</summary>
/// <param name="Id">The file.</param>
/// <param name="Name">The name it had.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ProofFile(Guid Id, string Name, long Bytes)
{
    /// <summary>The size in words: "214 kB", "1.2 MB".</summary>
    public string Size => Bytes < 1_000_000
        ? $"{Math.Max(1, Bytes / 1000)} kB"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Bytes / 1_000_000.0:0.#} MB");
}

internal sealed class AreaFormValidator : AbstractValidator<AreaForm>
{
    private static readonly MissingParts Missing = new(
        Words.N("Enter the month since when you have lived there"),
        Words.N("The month since when you have lived there must include a month"),
        Words.N("The month since when you have lived there must include a year"));

    public AreaFormValidator(TimeProvider clock)
    {
        var today = UkTime.Day(clock.Now());
        RuleFor(f => f.Basis).NotNull().WithMessage(_ => T("Choose whether you show residence or local links"));
        When(
            f => f.Basis == AreaBasis.Residence,
            () =>
            {
                RuleFor(f => f.LivedSince).RealMonth(Missing);
                RuleFor(f => f.LivedSince).AndMust(
                    (_, since) => since <= new MonthYear(today.Month, today.Year), Words.N("The month since when you have lived there cannot be in the future"));
            });
        RuleFor(f => f.Statement).Must(s => Tidy.Text(s) is not null)
            .WithMessage(_ => T("Describe your residence or your links in a few words"))
            .AtMost(Longest);
    }

    /// <summary>Most characters of the statement.</summary>
    public const int Longest = 2000;
}
