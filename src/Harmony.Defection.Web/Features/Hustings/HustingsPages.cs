using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Web.Features.Shared;

namespace Harmony.Defection.Web.Features.Hustings;

/// <summary>One date of the hustings, as its chair reads it.</summary>
/// <param name="Number">1 for the first date.</param>
/// <param name="Kind">How it is held.</param>
/// <param name="StartsAt">When it starts, in UTC.</param>
/// <param name="EndsAt">When it ends, in UTC.</param>
/// <param name="Place">Where.</param>
/// <param name="JoiningLink">How to join online; for the chair alone.</param>
/// <param name="Answer">What the applicant answered.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record GatheringRow(
    int Number, GatheringKind Kind, DateTime StartsAt, DateTime EndsAt, string? Place, string? JoiningLink, InvitationAnswer Answer, GatheringOutcome Outcome)
{
    /// <summary>"Tuesday 8 September 2026, 7pm to 8:30pm, UK time".</summary>
    public string When => GatheringWords.SayWhen(StartsAt, EndsAt);
}

/// <summary>The page on which a date is announced, or a new one offered.</summary>
/// <param name="Head">The case.</param>
/// <param name="Society">The Society whose Members are invited.</param>
/// <param name="Members">How many of them could vote if it is announced now.</param>
/// <param name="EarliestStart">The earliest start, in UTC.</param>
/// <param name="AnnounceBy">Until when a date is to be announced, in UTC.</param>
/// <param name="Standing">The date that stands now.</param>
/// <param name="NotYet">Why no date can be announced; nothing when one can.</param>
/// <param name="Needs">What the applicant needs at the meeting, a line each.</param>
public sealed record AnnouncePage(
    CaseCrumb Head,
    string? Society,
    int Members,
    DateTime EarliestStart,
    DateTime AnnounceBy,
    GatheringRow? Standing,
    string? NotYet,
    IReadOnlyList<string> Needs);

/// <summary>The page on which the hustings is recorded and the period declared.</summary>
/// <param name="Head">The case.</param>
/// <param name="IsHeld">As held; otherwise as offered and not attended.</param>
/// <param name="Standing">The date it is about.</param>
/// <param name="Earliest">The earliest last day of the period.</param>
/// <param name="Latest">The latest last day of the period.</param>
/// <param name="NotYet">Why it cannot be recorded yet; nothing when it can.</param>
public sealed record RecordPage(CaseCrumb Head, bool IsHeld, GatheringRow? Standing, DateOnly Earliest, DateOnly Latest, string? NotYet);

/// <summary>The arrangement of the hustings.</summary>
/// <param name="Head">The case.</param>
/// <param name="Society">The Society whose Members are invited.</param>
/// <param name="Standing">The newest date.</param>
/// <param name="Earlier">Dates that were replaced or fell away, the newest first.</param>
/// <param name="IsChair">Whether the reader chairs it.</param>
/// <param name="HasBegun">Whether the announced time has come.</param>
/// <param name="CanAnnounce">Whether the reader can announce a date.</param>
/// <param name="CanChange">Whether the reader can offer a new date or record what became of this one.</param>
/// <param name="CanRecordOffered">Whether the reader can record it as offered and not attended.</param>
/// <param name="Needs">What the applicant needs at the meeting, a line each.</param>
public sealed record ArrangementPage(
    CaseCrumb Head,
    string? Society,
    GatheringRow? Standing,
    IReadOnlyList<GatheringRow> Earlier,
    bool IsChair,
    bool HasBegun,
    bool CanAnnounce,
    bool CanChange,
    bool CanRecordOffered,
    IReadOnlyList<string> Needs);
