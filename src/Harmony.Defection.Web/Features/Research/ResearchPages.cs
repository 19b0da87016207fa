using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>Every check of a case.</summary>
public sealed record ChecksPage(CaseHead Head, IReadOnlyList<CheckLine> Lines, bool IsOpen) : ICasePart;

/// <summary>One check in the list.</summary>
/// <param name="Item">The check.</param>
/// <param name="Answer">What the applicant answered, in a line.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Source">What was looked at.</param>
/// <param name="Seen">When and by whom, or until when the applicant may answer.</param>
public sealed record CheckLine(CheckItem Item, string Answer, CheckOutcome Outcome, string? Source, string? Seen);

/// <summary>One check: the answer beside its outcome.</summary>
/// <param name="Head">What stands above every page of the case.</param>
/// <param name="Item">The check.</param>
/// <param name="Answer">What the applicant answered.</param>
/// <param name="Recorded">What is recorded now, by whom and when; nothing while the check is open.</param>
/// <param name="Finding">What was put to the applicant about it, and their answer.</param>
/// <param name="Corrections">What the applicant corrected of it since, beside what the form says.</param>
/// <param name="Files">Proof that came with the form, for the check it belongs to, and what the applicant added later.</param>
/// <param name="Gaps">Times without a job, for the check on work.</param>
/// <param name="Form">What is entered.</param>
/// <param name="IsOpen">Whether checks can be recorded now.</param>
public sealed record CheckPage(
    CaseHead Head,
    CheckItem Item,
    IReadOnlyList<(string Key, string Value)> Answer,
    string? Recorded,
    PutFinding? Finding,
    IReadOnlyList<CorrectionRow> Corrections,
    IReadOnlyList<FileLine> Files,
    WorkGaps? Gaps,
    CheckForm Form,
    bool IsOpen) : ICasePart;

/// <summary>Something put to the applicant, and the answer.</summary>
public sealed record PutFinding(string Statement, DateTime PutAt, DateTime DueAt, string? Answer, DateTime? AnsweredAt);

/// <summary>A file that came with a form.</summary>
public sealed record FileLine(Guid Id, string Name, string Kind, long Size);

/// <summary>Contacts with the applicant, and how they may be reached.</summary>
public sealed record ContactsPage(CaseHead Head, ReachCard Reach, IReadOnlyList<ContactLine> Lines, bool IsOpen) : ICasePart;

/// <summary>How the applicant may be reached: by what they gave, corrected since, and what they asked for.</summary>
/// <param name="Contact">Contact data of the form; nothing once it is deleted.</param>
/// <param name="Corrections">What they corrected of it since.</param>
/// <param name="Asked">How they asked to be reached.</param>
/// <param name="Needs">What they need at the meeting, a line each.</param>
public sealed record ReachCard(ContactAnswer? Contact, IReadOnlyList<CorrectionRow> Corrections, string? Asked, IReadOnlyList<string> Needs);

/// <summary>One contact.</summary>
public sealed record ContactLine(string Means, DateTime At, bool Reached, string? Said, string By);

/// <summary>The form by which a contact is recorded.</summary>
public sealed record RecordContactPage(CaseHead Head, ReachCard Reach, RecordContactForm Form) : ICasePart;

/// <summary>The form by which a finding is put.</summary>
public sealed record PutFindingPage(CaseHead Head, IReadOnlyList<Choice> Items, PutFindingForm Form) : ICasePart;

/// <summary>The form by which a case is handed over.</summary>
public sealed record HandOverPage(CaseHead Head, string? With, IReadOnlyList<Choice> Researchers, HandOverForm Form) : ICasePart;

/// <summary>The form by which closing as not genuine is proposed.</summary>
public sealed record ProposeNotGenuinePage(CaseHead Head, ProposeNotGenuineForm Form) : ICasePart;

/// <summary>What was proposed, and what the applicant answers, for the second researcher.</summary>
public sealed record CloseAsNotGenuinePage(
    CaseHead Head, string Ground, string Statement, string ProposedBy, DateTime ProposedAt, DateTime DueAt, string? Answer, string? NotYet) : ICasePart;

/// <summary>Times for which a history lists no job, as the form reckons them, and what the applicant says of them (F12).</summary>
/// <param name="Gaps">The times, oldest first, up to the month in which the form came.</param>
/// <param name="Said">The applicant’s words.</param>
public sealed record WorkGaps(IReadOnlyList<EmploymentGap> Gaps, string? Said);

/// <summary>The original of the form.</summary>
public sealed record OriginalPage(
    CaseHead Head,
    FormAnswers Answers,
    WorkGaps? Gaps,
    string Society,
    IReadOnlyList<CorrectionRow> Corrections,
    IReadOnlyList<UndertakingLine> Undertakings,
    IReadOnlyList<FileLine> Files,
    Keying.SaidOfKeyed? Keyed) : ICasePart;

/// <summary>One undertaking that was given.</summary>
public sealed record UndertakingLine(string What, DateTime AgreedAt, string TextHash);
