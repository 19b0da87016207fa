using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Domain.Applications;

/// <content>The assembly's copy: P6, rules 6, 7 and 28.</content>
public sealed partial class DefectionApplication
{
    private readonly List<AssemblyCopy> copies = [];

    /// <summary>Every version of the assembly's copy, oldest first.</summary>
    public IReadOnlyList<AssemblyCopy> Copies => copies;

    /// <summary>The version that the assembly reads now; nothing before the first release and while it is recalled.</summary>
    public AssemblyCopy? CopyInForce => copies.FirstOrDefault(c => c.IsInForce);

    /// <summary>A prepared version that waits for another researcher.</summary>
    public AssemblyCopy? CopyToRelease => copies.FirstOrDefault(c => c.ReleasedAt is null);

    /// <summary>Since when the clocks stand still because the copy is recalled, in UTC (rule 28).</summary>
    public DateTime? SuspendedSince { get; private set; }

    /// <summary>A researcher has decided every proposed removal, and prepares the copy for a second researcher (rule 7).</summary>
    /// <param name="content">The copy's content in its stored form.</param>
    /// <param name="act">The researcher's act.</param>
    /// <param name="vault">Seals the content.</param>
    public void PrepareCopy(string content, Act act, IVault vault)
    {
        Allow(Step.PrepareCopy, act);
        if (CopyToRelease is { } waiting)
        {
            waiting.PrepareAnew(content, act, vault);
        }
        else
        {
            copies.Add(AssemblyCopy.Prepare(Id, copies.Count + 1, content, act, vault));
        }

        Take(Step.PrepareCopy, act);
    }

    /// <summary>Another researcher releases the copy, and the route to the deciding body begins (P6, rules 1 and 15).</summary>
    /// <param name="route">The bodies that may carry out the duties, smallest first, the Society for Elections last.</param>
    /// <param name="assembly">The Society whose Members decide; nobody while the General Secretary must name it.</param>
    /// <param name="act">The second researcher's act.</param>
    /// <param name="settings">How long before the General Secretary may stand in.</param>
    /// <exception cref="ProcessRuleException">Nothing is prepared, or the same person prepared it.</exception>
    public void ReleaseCopy(IReadOnlyList<Guid> route, Guid? assembly, Act act, ProcessSettings settings)
    {
        Allow(Step.ReleaseCopy, act);
        Release(act, settings);
        AssemblySocietyId = assembly;
        this.route.Clear();
        this.route.AddRange(route.Select((society, i) => RouteStop.Of(Id, i + 1, society)));
        this.route[0].Offer(act.At);
        Take(Step.ReleaseCopy, act);
    }

    /// <summary>Takes the released copy away from every page at once, and stops the clocks (rule 28).</summary>
    /// <exception cref="ProcessRuleException">No copy is in force.</exception>
    public void RecallCopy(string reason, Act act, IVault vault)
    {
        Allow(Step.RecallCopy, act);
        Require(CopyInForce is not null, "No copy is out: there is nothing to recall.");
        CopyInForce!.Recall(act);
        SuspendedSince = act.At;
        Take(Step.RecallCopy, act, reason, vault);
    }

    /// <summary>Another researcher releases a new version in place of the old one; clocks that stood still go on (rules 7 and 28).</summary>
    /// <exception cref="ProcessRuleException">Nothing is prepared, or the same person prepared it.</exception>
    public void ReleaseCopyAgain(string reason, Act act, ProcessSettings settings, IVault vault)
    {
        Allow(Step.ReleaseCopyAgain, act);
        Release(act, settings);
        ResumeClocks(act.At);
        Take(Step.ReleaseCopyAgain, act, reason, vault);
    }

    /// <summary>Why this person cannot release what is prepared; nothing when they can.</summary>
    public string? WhyCopyCannotBeReleased(Guid person) => CopyToRelease switch
    {
        null => "Nothing is prepared yet.",
        var c when c.PreparedBy == person => "Another researcher releases it, not whoever prepared it (rule 7).",
        var c when IsOlderThanACorrection(c.PreparedAt) => CopyIsOlder,
        _ => null,
    };

    private void Release(Act act, ProcessSettings settings)
    {
        var copy = CopyToRelease ?? throw new ProcessRuleException("Nothing is prepared yet.");
        RequireSecondPerson(copy.PreparedBy, copy.PreparedAt, act, settings, "Another researcher releases it, not whoever prepared it (rule 7).");
        Require(!IsOlderThanACorrection(copy.PreparedAt), CopyIsOlder);
        CopyInForce?.Supersede(act.At);
        copy.Release(act);
        TakeIn(CorrectionsWaiting, act);
    }

    private void ResumeClocks(DateTime now)
    {
        if (SuspendedSince is not { } since)
        {
            return;
        }

        var stood = now - since;
        SuspendedSince = null;
        CurrentPeriod?.MoveOn(since, stood);
        StandingFinding?.MoveOn(stood, CurrentPeriod!.EndsAt);
        OpenBallotNow?.MoveOn(stood);
        if (NoConsensusAt is { } at)
        {
            NoConsensusAt = at + stood;
        }
    }
}
