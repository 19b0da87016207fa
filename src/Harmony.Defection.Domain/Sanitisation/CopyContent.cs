using System.Text.Json;
using System.Text.Json.Serialization;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;

namespace Harmony.Defection.Domain.Sanitisation;

/// <summary>
/// All that an assembly may read of an application: an allow-list, field by field (P6, rule 6). What is not named here is not in the copy,
/// whatever the form asks for.
/// </summary>
public sealed record CopyContent
{
    public required string NameUsed { get; init; }

    /// <summary>The offices held, the one whose area decides first.</summary>
    public required IReadOnlyList<CopyOffice> Offices { get; init; }

    /// <summary>The office whose area decides, in one line (rule 1).</summary>
    [JsonIgnore]
    public string Office => Offices[0].Office;

    public required string Party { get; init; }

    /// <summary>Jobs in one line each: title, employer and span.</summary>
    public required IReadOnlyList<string> Employment { get; init; }

    public string? EmploymentGaps { get; init; }

    public required string LinksStatement { get; init; }

    /// <summary>"Residence proven", "Links proven" or "Not proven".</summary>
    public required string LinksOutcome { get; init; }

    /// <summary>Public accounts: platform and name.</summary>
    public required IReadOnlyList<string> PublicAccounts { get; init; }

    public string? Reasons { get; init; }

    /// <summary>"18 or over", which is all that is said of age.</summary>
    public required string Age { get; init; }

    /// <summary>Each checked item and the word for its outcome.</summary>
    public required IReadOnlyList<CopyCheck> Checks { get; init; }

    /// <summary>What could not be matched, with the applicant's answer, both as statements by Research.</summary>
    public required IReadOnlyList<CopyFinding> Findings { get; init; }

    /// <summary>What the applicant corrected of the answers above, after sending the form.</summary>
    public IReadOnlyList<CopyCorrection> Corrections { get; init; } = [];

    /// <summary>What the applicant undertook, in a few words each.</summary>
    public required IReadOnlyList<string> Undertakings { get; init; }

    /// <summary>Its stored form.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>Reads a stored copy.</summary>
    public static CopyContent Read(string stored) => JsonSerializer.Deserialize<CopyContent>(stored)!;
}

/// <summary>One office of the copy.</summary>
/// <param name="Office">The office in one line.</param>
/// <param name="SitsAs">As what the applicant sits there, where it differs from the party left.</param>
/// <param name="Term">Since when it is held, and until when if known.</param>
public sealed record CopyOffice(string Office, string? SitsAs, string Term);

/// <summary>One checked item of the copy.</summary>
public sealed record CopyCheck(CheckItem Item, CheckOutcome Outcome);

/// <summary>One finding of the copy.</summary>
public sealed record CopyFinding(CheckItem Item, string Statement, string? Answer);

/// <summary>One correction of the copy: which answer, and what the applicant says it should be.</summary>
public sealed record CopyCorrection(int Number, CorrectedAnswer Answer, string Text);

/// <summary>A piece of free text that goes into the copy only after it was searched for contact data.</summary>
/// <param name="Field">Its name in <see cref="CopyContent"/>, with a number where there are several.</param>
/// <param name="Title">What the researcher sees above it.</param>
/// <param name="Text">The text as the applicant, or Research, wrote it.</param>
public sealed record CopyText(string Field, string Title, string Text);

/// <summary>The allow-list at work: which texts of an original go into the copy, and how the copy is put together from them.</summary>
public static class CopyBuilder
{
    /// <summary>Every text of the original that the copy will hold, each to be searched and decided upon.</summary>
    /// <param name="answers">The original's answers.</param>
    /// <param name="findings">Adverse findings with their answers, as Research words them for the assembly.</param>
    /// <param name="corrections">What the applicant corrected of answers that the copy has.</param>
    public static IReadOnlyList<CopyText> TextsOf(
        FormAnswers answers, IReadOnlyList<CopyFinding> findings, IReadOnlyList<CopyCorrection>? corrections = null)
    {
        var texts = new List<CopyText>
        {
            new(nameof(CopyContent.NameUsed), "Name used", answers.Name!.NameUsed),
            new(nameof(CopyContent.Party), "Party", answers.Offices!.SayParty()),
            new(nameof(CopyContent.LinksStatement), "Links to the area, or residence", answers.Area!.Statement),
        };
        foreach (var (office, i) in answers.Offices.InOrder.Select((o, i) => (o, i)))
        {
            texts.Add(new CopyText($"{nameof(CopyContent.Offices)}.{i}", "Office", office.Say()));
            AddOptional($"{nameof(CopyContent.Offices)}.{i}.{nameof(CopyOffice.SitsAs)}", "Sits there as", office.SitsAs);
        }

        texts.AddRange(answers.Employment!.Jobs.Select((job, i) =>
            new CopyText($"{nameof(CopyContent.Employment)}.{i}", "Job", $"{job.Title}, {job.Employer}")));
        AddOptional(nameof(CopyContent.EmploymentGaps), "Gaps in employment", answers.Employment.Gaps);
        texts.AddRange(answers.Accounts!.Accounts.Select((account, i) =>
            new CopyText($"{nameof(CopyContent.PublicAccounts)}.{i}", "Public account", $"{account.Name} on {account.Platform}")));
        AddOptional(nameof(CopyContent.Reasons), "Why they want to join", answers.Reasons?.Why);
        foreach (var finding in findings)
        {
            texts.Add(new CopyText($"{nameof(CopyContent.Findings)}.{finding.Item}.Statement", $"{finding.Item.Say()}: what could not be matched", finding.Statement));
            AddOptional($"{nameof(CopyContent.Findings)}.{finding.Item}.Answer", $"{finding.Item.Say()}: the applicant’s answer", finding.Answer);
        }

        texts.AddRange((corrections ?? []).Select(c => new CopyText(FieldOf(c), $"{c.Answer.SayOfThem()}: the applicant’s correction", c.Text)));
        return texts;

        void AddOptional(string field, string title, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                texts.Add(new CopyText(field, title, text));
            }
        }
    }

    /// <summary>Puts the copy together from sanitised texts and from facts that need none.</summary>
    /// <param name="answers">The original's answers.</param>
    /// <param name="findings">The findings that go with the copy.</param>
    /// <param name="checks">The outcome of each check.</param>
    /// <param name="sanitised">Every text of <see cref="TextsOf"/>, sanitised, by field.</param>
    /// <param name="corrections">What the applicant corrected of answers that the copy has.</param>
    /// <exception cref="KeyNotFoundException">A text was not sanitised: no copy is made.</exception>
    public static CopyContent Build(
        FormAnswers answers,
        IReadOnlyList<CopyFinding> findings,
        IEnumerable<CopyCheck> checks,
        IReadOnlyDictionary<string, string> sanitised,
        IReadOnlyList<CopyCorrection>? corrections = null)
    {
        var outcomes = checks.ToList();
        return new CopyContent
        {
            NameUsed = sanitised[nameof(CopyContent.NameUsed)],
            Offices =
            [
                .. answers.Offices!.InOrder.Select((office, i) => new CopyOffice(
                    sanitised[$"{nameof(CopyContent.Offices)}.{i}"],
                    sanitised.GetValueOrDefault($"{nameof(CopyContent.Offices)}.{i}.{nameof(CopyOffice.SitsAs)}"),
                    office.Term())),
            ],
            Party = sanitised[nameof(CopyContent.Party)],
            Employment =
            [
                .. answers.Employment!.Jobs.Select((job, i) => $"{sanitised[$"{nameof(CopyContent.Employment)}.{i}"]}, {job.Span()}"),
            ],
            EmploymentGaps = sanitised.GetValueOrDefault(nameof(CopyContent.EmploymentGaps)),
            LinksStatement = sanitised[nameof(CopyContent.LinksStatement)],
            LinksOutcome = LinksOutcome(answers.Area!.Basis, outcomes.FirstOrDefault(c => c.Item == CheckItem.LinksOrResidence)?.Outcome),
            PublicAccounts = [.. answers.Accounts!.Accounts.Select((_, i) => sanitised[$"{nameof(CopyContent.PublicAccounts)}.{i}"])],
            Reasons = sanitised.GetValueOrDefault(nameof(CopyContent.Reasons)),
            Age = answers.DateOfBirth is null ? "Not known" : "18 or over",
            Checks = outcomes,
            Findings =
            [
                .. findings.Select(f => new CopyFinding(
                    f.Item,
                    sanitised[$"{nameof(CopyContent.Findings)}.{f.Item}.Statement"],
                    sanitised.GetValueOrDefault($"{nameof(CopyContent.Findings)}.{f.Item}.Answer"))),
            ],
            Corrections = [.. (corrections ?? []).Select(c => c with { Text = sanitised[FieldOf(c)] })],
            Undertakings = [.. Enum.GetValues<UndertakingKind>().Select(k => k.Say())],
        };
    }

    private static string FieldOf(CopyCorrection correction) => $"{nameof(CopyContent.Corrections)}.{correction.Number}";

    private static string LinksOutcome(AreaBasis basis, CheckOutcome? outcome) => (basis, outcome) switch
    {
        (AreaBasis.Residence, CheckOutcome.Confirmed) => "Residence proven",
        (AreaBasis.LocalLinks, CheckOutcome.Confirmed) => "Links proven",
        _ => "Not proven",
    };
}
