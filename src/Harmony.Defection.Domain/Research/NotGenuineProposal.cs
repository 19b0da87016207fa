using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Research;

/// <summary>The only three grounds on which an application is not genuine (rule 5). Every other adverse finding goes to the assembly.</summary>
public enum NotGenuineGround
{
    DidNotSendIt,
    IsNotWhoTheySay,
    HoldsNoSuchOffice,
}

/// <summary>What the grounds are called.</summary>
public static class NotGenuineGrounds
{
    /// <summary>The ground as people read it.</summary>
    public static string Say(this NotGenuineGround ground) => ground switch
    {
        NotGenuineGround.DidNotSendIt => "The person named did not send it",
        NotGenuineGround.IsNotWhoTheySay => "The person who sent it is not who they say",
        _ => "The person named holds no such office",
    };

    /// <summary>The ground in a letter to the applicant, after a colon.</summary>
    public static string SayToApplicant(this NotGenuineGround ground) => ground switch
    {
        NotGenuineGround.DidNotSendIt => T("the person named did not send it"),
        NotGenuineGround.IsNotWhoTheySay => T("the person who sent it is not who they say"),
        _ => T("the person named holds no such office"),
    };
}

/// <summary>A researcher's proposal to close an application as not genuine, put to the applicant before a second researcher signs (rule 5).</summary>
public sealed class NotGenuineProposal : ISealedRow
{
    private NotGenuineProposal()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    public NotGenuineGround Ground { get; private init; }

    /// <summary>What the applicant is told of the doubt.</summary>
    public Sealed Statement { get; private set; }

    public Guid ProposedBy { get; private init; }

    /// <summary>When it was proposed, in UTC.</summary>
    public DateTime ProposedAt { get; private init; }

    /// <summary>Until when the applicant may answer, in UTC.</summary>
    public DateTime AnswerDueAt { get; private set; }

    /// <summary>What the applicant answered.</summary>
    public Sealed? Answer { get; private set; }

    /// <summary>When the applicant answered, in UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Whether it was signed by a second researcher, or dropped because the application was reopened.</summary>
    public bool IsSettled { get; private set; }

    internal static NotGenuineProposal Of(Guid application, NotGenuineGround ground, string statement, Act act, int answerDays, IVault vault)
    {
        var proposal = new NotGenuineProposal
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application,
            Ground = ground,
            ProposedBy = act.Person,
            ProposedAt = act.At,
            AnswerDueAt = act.At.AddDays(answerDays),
        };
        proposal.Statement = vault.Seal(proposal, nameof(Statement), statement);
        return proposal;
    }

    /// <summary>Gives back the time in which the application's clocks stood.</summary>
    internal void Extend(TimeSpan stood) => AnswerDueAt += stood;

    internal void TakeAnswer(string answer, Act act, IVault vault)
    {
        Answer = vault.Seal(this, nameof(Answer), answer);
        AnsweredAt = act.At;
    }

    internal void Settle() => IsSettled = true;
}
