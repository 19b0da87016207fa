using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>What came of the assembly's deciding, so far: its decision, and each of its ballots (P12, P13, rules 16 to 18).</summary>
public sealed record ResultPage(AssemblyHead Head) : AssemblyPage(Head)
{
    /// <summary>The one sentence of a box that must be protected, the same for all of them (rule 18).</summary>
    public const string Protected = "Few ballots were cast, or all agreed; to protect voters only the outcome is shown.";

    /// <summary>How many ballots of a box a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>The finding that decided; nothing where a ballot did, or nothing has yet.</summary>
    public FindingView? Consensus { get; init; }

    /// <summary>The ballot shown; nothing where there was none.</summary>
    public CountedBallot? Ballot { get; init; }

    /// <summary>Numbers of the other ballots of this case.</summary>
    public IReadOnlyList<int> Others { get; init; } = [];

    /// <summary>Whether the ballot shown is the newest thing that was decided.</summary>
    public bool IsLatest { get; init; } = true;

    /// <summary>The page of the box, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The form to look a receipt up.</summary>
    public LookUpForm LookUp { get; set; } = new();

    /// <summary>The ballot that a receipt stands for, once it was looked up and found.</summary>
    public PublishedBallot? Found { get; set; }

    /// <summary>The result in a few words: the page's title.</summary>
    public string Title => (Consensus, Ballot) switch
    {
        ({ } finding, _) => Decided(finding.Kind == FindingKind.ConsensusToAccept),
        (_, { Outcome: BallotOutcome.Accept }) => Decided(isAccepted: true),
        (_, { Outcome: BallotOutcome.Reject }) => Decided(isAccepted: false),
        (_, { Outcome: BallotOutcome.Tie, IsSecondTie: true }) => Decided(isAccepted: false),
        (_, { Outcome: BallotOutcome.Tie }) => "The ballot was tied",
        (_, { Outcome: BallotOutcome.DiscussFurther }) => "The Members want to discuss further",
        _ => "The ballot decided nothing",
    };

    /// <summary>Why, in a sentence.</summary>
    public string Why => (Consensus, Ballot) switch
    {
        ({ } finding, _) => $"{finding.Kind.Say()}: the finding was seconded, and no Member blocked or challenged it.",
        (_, { IsProtected: true }) => Protected,
        (_, { Count: { } count }) => count.Steps.LastOrDefault(s => s.Words.Contains(" preferred ", StringComparison.Ordinal))?.Words ?? count.Steps[^1].Words,
        _ => string.Empty,
    };

    /// <summary>What follows from it, in a sentence; nothing where the title says all.</summary>
    public string? WhatFollows => (Consensus, Ballot?.Outcome) switch
    {
        ({ }, _) or (_, BallotOutcome.Accept or BallotOutcome.Reject or null) => null,
        (_, BallotOutcome.Tie) when Ballot!.IsSecondTie => "It was the second tie, which counts as a decision not to accept.",
        (_, BallotOutcome.Tie) => "A tie is never settled by drawing lots. The debate opened again for a fresh period.",
        (_, BallotOutcome.DiscussFurther) => "The debate opened again for a fresh period.",
        (_, BallotOutcome.Empty) when Ballot!.IsSecondEmpty => "It was the second time, so the next larger body takes the case on.",
        _ => "The debate opened again for a fresh period.",
    };

    private string Decided(bool isAccepted) => isAccepted ? $"{Capital(Head.Name)} is accepted" : $"{Capital(Head.Name)} is not accepted";

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>A ballot that was counted. Where it must be protected, it holds nothing but its outcome (rule 18).</summary>
public sealed record CountedBallot
{
    /// <summary>How many letters of a tracker pages show; the files have it whole.</summary>
    public const int TrackerShown = 10;

    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required BallotOutcome Outcome { get; init; }

    public required bool IsProtected { get; init; }

    /// <summary>When it was counted, in UTC.</summary>
    public required DateTime CountedAt { get; init; }

    public required IReadOnlyList<BallotOption> Options { get; init; }

    /// <summary>Whether it was the second tie of the case, and so a rejection (rule 16).</summary>
    public bool IsSecondTie { get; init; }

    /// <summary>Whether it was the second empty ballot of the case (rule 17).</summary>
    public bool IsSecondEmpty { get; init; }

    /// <summary>How many Members were on the roll; nothing where it is protected.</summary>
    public int? RollSize { get; init; }

    /// <summary>The count; nothing where it is protected.</summary>
    public StarResult? Count { get; init; }

    /// <summary>The published box in tracker order; empty where it is protected.</summary>
    public IReadOnlyList<PublishedBallot> Box { get; init; } = [];
}
