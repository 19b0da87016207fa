using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Domain.Apply;

/// <summary>Takes in whether the applicant confirms what was keyed in from their paper or e-mail (P1).</summary>
public sealed class KeyedReplyDesk(Desk desk, IDrafts drafts, Notices notices, IVault vault)
{
    /// <summary>Records the applicant's answer, and tells the researcher who has the case.</summary>
    /// <param name="application">The application.</param>
    /// <param name="isAsWritten">Whether it is as they wrote it.</param>
    /// <param name="said">What differs, and what was missing, in their words.</param>
    /// <param name="by">The General Secretary for an answer by post; the application itself for the applicant.</param>
    /// <param name="role">In what role.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    /// <exception cref="ProcessRuleException">The form was sent online, is closed, or the applicant has answered already.</exception>
    public Task AnswerAsync(
        Guid application, bool isAsWritten, string? said, Guid by, Role role, CancellationToken cancellation = default) =>
        desk.ActAsync(
            application,
            by,
            role,
            async (a, act) =>
            {
                a.AnswerKeyedForm(act);
                var reply = await drafts.KeyedReplyAsync(application, cancellation)
                    ?? throw new ProcessRuleException(DefectionApplication.SentOnline);
                reply.Answer(isAsWritten, said, act, vault);
                await notices.ToResearcherAsync(a, cancellation);
            },
            cancellation);
}
