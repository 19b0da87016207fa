using System.Text.Json;
using System.Text.Json.Serialization;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Applicant;

/// <summary>What may be needed to take part in a meeting.</summary>
public enum MeetingNeed
{
    StepFree,
    HearingLoop,
    Captions,
    SignLanguage,
    Interpreter,
    LargePrint,
    Breaks,
    Quiet,
    Companion,
}

/// <summary>What meeting needs are called.</summary>
public static class MeetingNeedWords
{
    /// <summary>The need as people read it.</summary>
    public static string Say(this MeetingNeed need) => need switch
    {
        MeetingNeed.StepFree => "Step-free access",
        MeetingNeed.HearingLoop => "A hearing loop",
        MeetingNeed.Captions => "Captions",
        MeetingNeed.SignLanguage => "A sign-language interpreter",
        MeetingNeed.Interpreter => "An interpreter for another language",
        MeetingNeed.LargePrint => "Papers in large print",
        MeetingNeed.Breaks => "Breaks",
        MeetingNeed.Quiet => "A quiet room to wait in",
        MeetingNeed.Companion => "Somebody I bring with me",
        _ => need.ToString(),
    };
}

/// <summary>What the applicant needs at the meeting with the Members: read by whoever arranges it.</summary>
/// <param name="Needs">Needs chosen from the list.</param>
/// <param name="Other">Anything else, without contact details.</param>
public sealed record MeetingNeeds(IReadOnlyList<MeetingNeed> Needs, string? Other)
{
    /// <summary>Whether anything was said.</summary>
    [JsonIgnore]
    public bool IsEmpty => Needs.Count == 0 && string.IsNullOrWhiteSpace(Other);

    /// <summary>Every need in words, a line each.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Lines => [.. Needs.Select(n => n.Say()), .. Other is null ? [] : new[] { Other }];
}

/// <summary>
/// What the applicant asks for: for the meeting, which Research and whoever arranges it may read, and how to reach them, which Research alone may
/// (rule 29). Two cells, so that one can be opened without the other.
/// </summary>
public sealed class ApplicantNeeds : ISealedRow
{
    /// <summary>Most characters of each text.</summary>
    public const int Longest = 1000;

    private ApplicantNeeds()
    {
    }

    /// <summary>The application's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Needs at the meeting, a <see cref="MeetingNeeds"/>.</summary>
    public Sealed? Meeting { get; private set; }

    /// <summary>When and how Research best reaches them.</summary>
    public Sealed? Reach { get; private set; }

    /// <summary>When they were last told, in UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Begins with nothing asked for.</summary>
    public static ApplicantNeeds For(Guid application) => new() { Id = application };

    /// <summary>Keeps what was told, in place of what was told before.</summary>
    public void Write(MeetingNeeds meeting, string? reach, DateTime at, IVault vault)
    {
        Meeting = meeting.IsEmpty ? null : vault.Seal(this, nameof(Meeting), JsonSerializer.Serialize(meeting));
        Reach = vault.SealOptional(this, nameof(Reach), reach);
        ChangedAt = at;
    }

    /// <summary>Opens the needs at the meeting.</summary>
    /// <exception cref="TamperedCellException">They were altered or moved.</exception>
    public MeetingNeeds OpenMeeting(IVault vault) =>
        Meeting is { } meeting ? JsonSerializer.Deserialize<MeetingNeeds>(vault.Open(this, nameof(Meeting), meeting))! : new MeetingNeeds([], null);

    /// <summary>Opens how to reach the applicant.</summary>
    /// <exception cref="TamperedCellException">It was altered or moved.</exception>
    public string? OpenReach(IVault vault) => Reach is { } reach ? vault.Open(this, nameof(Reach), reach) : null;
}
