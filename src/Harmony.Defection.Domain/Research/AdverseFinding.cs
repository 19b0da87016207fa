using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Research;

/// <summary>
/// Something Research could not match, put to the applicant, who has 7 days to answer (rule 4). It travels to the assembly with the
/// answer, both rewritten as statements.
/// </summary>
public sealed class AdverseFinding : ISealedRow
{
    private AdverseFinding()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    public CheckItem Item { get; private init; }

    /// <summary>What was put to the applicant.</summary>
    public Sealed Statement { get; private set; }

    public Guid PutBy { get; private init; }

    /// <summary>When it was put, in UTC.</summary>
    public DateTime PutAt { get; private init; }

    /// <summary>Until when the applicant may answer, in UTC.</summary>
    public DateTime AnswerDueAt { get; private set; }

    /// <summary>What the applicant answered.</summary>
    public Sealed? Answer { get; private set; }

    /// <summary>When the applicant answered, in UTC.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Whether the applicant still has time to answer.</summary>
    public bool AwaitsAnswer(DateTime now) => AnsweredAt is null && now < AnswerDueAt;

    internal static AdverseFinding Of(Guid application, CheckItem item, string statement, Act act, int answerDays, IVault vault)
    {
        var finding = new AdverseFinding
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application,
            Item = item,
            PutBy = act.Person,
            PutAt = act.At,
            AnswerDueAt = act.At.AddDays(answerDays),
        };
        finding.Statement = vault.Seal(finding, nameof(Statement), statement);
        return finding;
    }

    /// <summary>Gives back the time in which the application's clocks stood.</summary>
    internal void Extend(TimeSpan stood)
    {
        if (AnsweredAt is null)
        {
            AnswerDueAt += stood;
        }
    }

    internal void TakeAnswer(string answer, Act act, IVault vault)
    {
        Answer = vault.Seal(this, nameof(Answer), answer);
        AnsweredAt = act.At;
    }
}
