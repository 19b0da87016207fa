using System.Text.Json;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Forms;

/// <summary>
/// The original of a form that was sent: each part sealed in a cell of its own, so that retention can take one and leave another. It is
/// read by Research (and, for post, by the General Secretary), never by an assembly.
/// </summary>
public sealed class ApplicationForm : ISealedRow
{
    private ApplicationForm()
    {
    }

    /// <summary>The application's id.</summary>
    public Guid Id { get; private init; }

    public Sealed? Name { get; private set; }

    public Sealed? DateOfBirth { get; private set; }

    public Sealed? Contact { get; private set; }

    public Sealed? Offices { get; private set; }

    public Sealed? Area { get; private set; }

    public Sealed? Employment { get; private set; }

    public Sealed? Accounts { get; private set; }

    public Sealed? Reasons { get; private set; }

    /// <summary>What could not be read, or was left blank, on a form from paper or e-mail (P1); nothing where every answer is there.</summary>
    public Sealed? Gaps { get; private set; }

    /// <summary>Stores complete answers, part by part.</summary>
    public static ApplicationForm Of(Guid application, FormAnswers answers, IVault vault)
    {
        var form = new ApplicationForm { Id = application };
        form.Name = form.SealPart(nameof(Name), answers.Name, vault);
        form.DateOfBirth = form.SealPart(nameof(DateOfBirth), answers.DateOfBirth, vault);
        form.Contact = form.SealPart(nameof(Contact), answers.Contact, vault);
        form.Offices = form.SealPart(nameof(Offices), answers.Offices, vault);
        form.Area = form.SealPart(nameof(Area), answers.Area, vault);
        form.Employment = form.SealPart(nameof(Employment), answers.Employment, vault);
        form.Accounts = form.SealPart(nameof(Accounts), answers.Accounts, vault);
        form.Reasons = form.SealPart(nameof(Reasons), answers.Reasons, vault);
        form.Gaps = answers.Gaps.Count == 0 ? null : form.SealPart(nameof(Gaps), answers.Gaps, vault);
        return form;
    }

    /// <summary>Opens every part. Whoever calls this for a person records that they opened the original.</summary>
    /// <exception cref="TamperedCellException">A part was altered or moved.</exception>
    public FormAnswers Open(IVault vault) => new()
    {
        Name = OpenPart<NameAnswer>(nameof(Name), Name, vault),
        DateOfBirth = OpenPart<DateOnly?>(nameof(DateOfBirth), DateOfBirth, vault),
        Contact = OpenPart<ContactAnswer>(nameof(Contact), Contact, vault),
        Offices = OpenPart<OfficesAnswer>(nameof(Offices), Offices, vault),
        Area = OpenPart<AreaAnswer>(nameof(Area), Area, vault),
        Employment = OpenPart<EmploymentAnswer>(nameof(Employment), Employment, vault),
        Accounts = OpenPart<AccountsAnswer>(nameof(Accounts), Accounts, vault),
        Reasons = OpenPart<ReasonsAnswer>(nameof(Reasons), Reasons, vault),
        Gaps = OpenPart<IReadOnlyList<AnswerGap>>(nameof(Gaps), Gaps, vault) ?? [],
    };

    /// <summary>Opens the contact data alone, to address a letter.</summary>
    /// <exception cref="TamperedCellException">The part was altered or moved.</exception>
    public ContactAnswer? OpenContact(IVault vault) => OpenPart<ContactAnswer>(nameof(Contact), Contact, vault);

    private Sealed? SealPart<T>(string field, T? part, IVault vault) =>
        part is null ? null : vault.Seal(this, field, JsonSerializer.Serialize(part));

    private T? OpenPart<T>(string field, Sealed? part, IVault vault) =>
        part is { } value ? JsonSerializer.Deserialize<T>(vault.Open(this, field, value)) : default;
}
