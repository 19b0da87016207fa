using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Research;

/// <summary>Research's deeds that write to the applicant as well (P3 to P5, rules 4 and 5).</summary>
public sealed class VerificationDesk(
    Desk desk, IOutbox outbox, Notices notices, ApplicantPost post, ProcessSettings settings, IVault vault)
{
    /// <summary>Puts something that could not be matched to the applicant.</summary>
    /// <exception cref="ProcessRuleException">It was put before, or verification is not going on.</exception>
    public Task PutFindingAsync(Guid application, CheckItem item, string statement, Guid by, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            Role.Research,
            async (a, act) =>
            {
                var finding = a.PutFinding(item, statement, act, settings, vault);
                await post.WriteAsync(
                    a,
                    LetterKind.Finding,
                    act.At,
                    ("Item", () => item.Say()),
                    ("Statement", () => statement),
                    ("DueAt", () => UkTime.SayWithWeekday(finding.AnswerDueAt)));
            },
            cancellation);

    /// <summary>Proposes to close an application as not genuine, and tells the applicant of the doubt.</summary>
    /// <exception cref="ProcessRuleException">A proposal is open already, or the stage does not allow it.</exception>
    public Task ProposeNotGenuineAsync(
        Guid application, NotGenuineGround ground, string statement, Guid by, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            Role.Research,
            async (a, act) =>
            {
                a.ProposeNotGenuine(ground, statement, act, settings, vault);
                await post.WriteAsync(
                    a,
                    LetterKind.NotGenuineDoubt,
                    act.At,
                    ("Statement", () => statement),
                    ("DueAt", () => UkTime.SayWithWeekday(a.StandingNotGenuineProposal!.AnswerDueAt)));
            },
            cancellation);

    /// <summary>A second researcher signs; the application is closed as not genuine and the applicant is told.</summary>
    /// <exception cref="ProcessRuleException">No proposal stands, it is the signer's own, or the applicant may still answer.</exception>
    public Task CloseAsNotGenuineAsync(Guid application, Guid by, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            Role.Research,
            async (a, act) =>
            {
                var ground = a.StandingNotGenuineProposal?.Ground;
                var gathering = a.CurrentGathering;
                a.CloseAsNotGenuine(act);
                await outbox.CancelAboutAsync(a.Id, cancellation);
                await notices.HustingsFellAwayAsync(a, gathering, act.At, cancellation);
                await post.WriteAsync(a, LetterKind.NotGenuine, act.At, ("Ground", () => ground!.Value.SayToApplicant()));
            },
            cancellation);
}
