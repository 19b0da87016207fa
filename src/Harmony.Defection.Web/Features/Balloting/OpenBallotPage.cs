using Harmony.Defection.Domain.Balloting;

namespace Harmony.Defection.Web.Features.Balloting;

/// <summary>Who would be on the roll if the ballot opened now, in numbers alone (rule 15).</summary>
public sealed record RollCount
{
    /// <summary>Members who may vote.</summary>
    public required int OnRoll { get; init; }

    /// <summary>Members left out because they are suspended.</summary>
    public required int Suspended { get; init; }

    /// <summary>Members left out because they joined after the hustings was announced.</summary>
    public required int JoinedLater { get; init; }

    /// <summary>Members left out because they opened the original form.</summary>
    public required int OpenedOriginal { get; init; }

    /// <summary>Members left out for any other reason: the person who applies.</summary>
    public required int Others { get; init; }
}

/// <summary>The page on which the chair opens the ballot.</summary>
public sealed record OpenBallotPage
{
    public required string Reference { get; init; }

    /// <summary>The assembly's Society.</summary>
    public required string Society { get; init; }

    /// <summary>Why it cannot open now; nothing when it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>When the clock opens it if nobody does, in UTC (rule 27).</summary>
    public DateTime? OpensByItselfAt { get; init; }

    /// <summary>The roll; nothing where it cannot open.</summary>
    public RollCount? Roll { get; init; }

    /// <summary>What the ballot would offer.</summary>
    public IReadOnlyList<BallotOption> Options { get; init; } = [];

    /// <summary>The fewest days that it may be open.</summary>
    public required int LeastDays { get; init; }

    public OpenBallotForm Form { get; set; } = new();
}
