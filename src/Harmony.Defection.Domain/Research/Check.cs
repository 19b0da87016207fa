using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Research;

/// <summary>What Research checks: one for each kind of datum on the form (P5), and two for the application as a whole (P3, F1).</summary>
public enum CheckItem
{
    /// <summary>The application was sent by the person it names (P3).</summary>
    SentByApplicant,

    /// <summary>The applicant holds the office now (F1).</summary>
    HoldsOfficeNow,
    Office,
    Name,
    DateOfBirth,
    Phone,
    Email,
    Address,
    Employment,
    LinksOrResidence,
    PublicAccounts,
    PrivateAccounts,
}

/// <summary>What came of a check (rule 4).</summary>
public enum CheckOutcome
{
    /// <summary>Nobody has concluded it yet.</summary>
    Open,
    Confirmed,
    Contradicted,
    CouldNotBeChecked,
    NotNeeded,
}

/// <summary>What checks and their outcomes are called.</summary>
public static class CheckWords
{
    /// <summary>The item's name as people read it.</summary>
    public static string Say(this CheckItem item) => item switch
    {
        CheckItem.SentByApplicant => T("Sent by the person named"),
        CheckItem.HoldsOfficeNow => T("Holds office now"),
        CheckItem.Office => T("Office"),
        CheckItem.Name => T("Name"),
        CheckItem.DateOfBirth => T("Date of birth"),
        CheckItem.Phone => T("Phone"),
        CheckItem.Email => T("E-mail"),
        CheckItem.Address => T("Address"),
        CheckItem.Employment => T("Employment"),
        CheckItem.LinksOrResidence => T("Links or residence"),
        CheckItem.PublicAccounts => T("Public accounts"),
        CheckItem.PrivateAccounts => T("Private accounts"),
        _ => item.ToString(),
    };

    /// <summary>The outcome as people read it.</summary>
    public static string Say(this CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Open => "To do",
        CheckOutcome.CouldNotBeChecked => "Could not be checked",
        CheckOutcome.NotNeeded => "Not needed",
        _ => outcome.ToString(),
    };
}

/// <summary>One item of the form under verification: its outcome, the source looked at, when it was seen, and by whom (P5, rule 4).</summary>
public sealed class Check : ISealedRow
{
    private Check()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    public CheckItem Item { get; private init; }

    public CheckOutcome Outcome { get; private set; }

    /// <summary>What was looked at: "Council's page".</summary>
    public Sealed? Source { get; private set; }

    /// <summary>The UK day on which the source was seen.</summary>
    public DateOnly? SeenOn { get; private set; }

    public Sealed? Note { get; private set; }

    public Guid? ConcludedBy { get; private set; }

    /// <summary>When it was last recorded, in UTC.</summary>
    public DateTime? ConcludedAt { get; private set; }

    internal static Check For(Guid application, CheckItem item) => new() { Id = Guid.CreateVersion7(), ApplicationId = application, Item = item };

    internal void Record(CheckResult result, Act act, IVault vault)
    {
        Outcome = result.Outcome;
        Source = vault.SealOptional(this, nameof(Source), result.Source);
        SeenOn = result.SeenOn;
        Note = vault.SealOptional(this, nameof(Note), result.Note);
        (ConcludedBy, ConcludedAt) = result.Outcome == CheckOutcome.Open ? (null, null) : (act.By, (DateTime?)act.At);
    }

    /// <summary>It is to be made anew. Source and note of the first time stay, for whoever makes it.</summary>
    internal void Reopen() => (Outcome, ConcludedBy, ConcludedAt) = (CheckOutcome.Open, null, null);
}

/// <summary>What a researcher found for one item.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Source">What was looked at; nothing is confirmed or contradicted without it.</param>
/// <param name="SeenOn">The UK day on which it was seen.</param>
/// <param name="Note">Anything the next researcher needs to know.</param>
public sealed record CheckResult(CheckOutcome Outcome, string? Source, DateOnly? SeenOn, string? Note);
