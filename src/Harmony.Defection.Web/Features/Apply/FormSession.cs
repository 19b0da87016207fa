using System.Diagnostics.CodeAnalysis;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The public form in one request: the release in force, and the draft that this browser fills in.</summary>
public sealed class FormSession(
    IDrafts drafts,
    Intake intake,
    ISocieties societies,
    IVault vault,
    FormCookies cookies,
    IHostEnvironment environment,
    FormOptions options,
    TimeProvider clock)
{
    private FormRelease? release;
    private Draft? draft;
    private FormTicket? ticket;
    private FormAnswers answers = new();

    /// <summary>The release in force (F2, F4).</summary>
    /// <exception cref="InvalidOperationException">None is released.</exception>
    public FormRelease Release => release ?? throw new InvalidOperationException("No form is released.");

    /// <summary>Whether the form may be filled in: a form is released and, in Production, its Kernel is the Party's own.</summary>
    public bool IsOpen => MayOpen(release, environment);

    /// <summary>Whether this browser has a draft.</summary>
    public bool HasDraft => draft is not null;

    /// <summary>The draft.</summary>
    /// <exception cref="InvalidOperationException">This browser has none.</exception>
    public Draft Draft => draft ?? throw new InvalidOperationException("This browser fills in no form.");

    /// <summary>The draft that this browser had open and that is closed here, for want of use or on purpose: its code opens it again.</summary>
    public Guid? ClosedDraft { get; private set; }

    /// <summary>The answers so far.</summary>
    public FormAnswers Answers => answers;

    /// <summary>The shown code of the draft, where this browser has been given it and it is still the one.</summary>
    public string? ReturnCode => Draft.OpensBy(ticket?.Code, vault) ? ticket!.Code : null;

    /// <summary>How long the form stays open here without use.</summary>
    public FormOptions Options => options;

    /// <summary>The line under the Party's name (F4); nothing where no form is open.</summary>
    public string? Under => IsOpen ? UnderOf(Release) : null;

    /// <summary>Whether a form of a release may be put before the public: in Production never with the sample Kernel.</summary>
    public static bool MayOpen([NotNullWhen(true)] FormRelease? release, IHostEnvironment environment) =>
        release is not null && !(release.IsSample && environment.IsProduction());

    /// <summary>The line under the Party's name on a form of some release.</summary>
    public static string UnderOf(FormRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return $"Defection Form, {(release.IsSample ? "sample, " : string.Empty)}released {UkTime.Say(release.ReleasedOn)}";
    }

    /// <summary>Reads release and draft.</summary>
    public async Task OpenAsync(CancellationToken cancellation = default)
    {
        release = await drafts.ReleaseInForceAsync(cancellation);
        ticket = cookies.Ticket;
        if (ticket is null
            || await drafts.FindAsync(ticket.DraftId, cancellation) is not { Channel: Channel.Online } found || clock.Now() >= found.ExpiresAt)
        {
            return;
        }

        if (cookies.IsIdle(ticket) || found.ClosedAt > ticket.OpenedAt)
        {
            ClosedDraft = found.Id;
            return;
        }

        cookies.Touch(ticket);
        draft = found;
        answers = await WithRuleInForceAsync(found.Read(vault), cancellation);
    }

    /// <summary>The part on the area counts as not shown where the Society has another rule by now than the one answered to (rule 3).</summary>
    private async Task<FormAnswers> WithRuleInForceAsync(FormAnswers read, CancellationToken cancellation)
    {
        if (read.Area is not { RuleShown.Length: > 0 } area)
        {
            return read;
        }

        var society = (await societies.AllAsync(cancellation)).FirstOrDefault(s => s.Id == read.MainOffice?.SocietyId);
        return society?.AreaRule() == area.RuleShown ? read : read with { Area = area with { RuleShown = string.Empty } };
    }

    /// <summary>How far a part is.</summary>
    public PartState StateOf(FormPart part) => (part, answers) switch
    {
        (FormPart.Undertakings, { Undertakings: { } given }) => given.FormReleaseId == Release.Id ? PartState.Done : PartState.Todo,
        _ when answers.Has(part) => PartState.Done,
        (FormPart.Office, { Offices.Held.Count: > 0 }) or (FormPart.Area, { Area: not null }) or (FormPart.Employment, { Employment: not null }) or (FormPart.Accounts, { Accounts: not null }) =>
            PartState.Half,
        _ => PartState.Todo,
    };

    /// <summary>The parts that are done.</summary>
    public int DoneCount => FormMap.Parts.Count(p => StateOf(p.Part) == PartState.Done);

    /// <summary>Whether every part is done, so that the form can be sent.</summary>
    public bool IsComplete => DoneCount == FormMap.Parts.Count;

    /// <summary>Where the form goes on after a part: the next one that is not done, from there round to the first; the check when all are.</summary>
    public string PathAfter(FormPart? part)
    {
        var from = part is { } known ? FormMap.Parts.ToList().FindIndex(p => p.Part == known) + 1 : 0;
        return FormMap.Parts.Skip(from).Concat(FormMap.Parts.Take(from)).FirstOrDefault(p => StateOf(p.Part) != PartState.Done)?.Path
            ?? FormMap.CheckPath;
    }

    /// <summary>Keeps new answers.</summary>
    public async Task KeepAsync(FormAnswers changed, CancellationToken cancellation = default)
    {
        Draft.ReadIn(Languages.Current);
        await intake.KeepAsync(Draft, changed, cancellation);
        answers = changed;
    }

    /// <summary>Keeps that everything was agreed to.</summary>
    public async Task AgreeAsync(CancellationToken cancellation = default)
    {
        Draft.ReadIn(Languages.Current);
        await intake.AgreeAsync(Draft, answers, Languages.Current, cancellation);
        answers = Draft.Read(vault);
    }
}
