using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Web.Features.Casework;

namespace Harmony.Defection.Web.Features.Research;

/// <summary>A correction beside what the form says, as Research reads it.</summary>
/// <param name="Answer">What is corrected.</param>
/// <param name="Was">What the form says.</param>
/// <param name="ShouldBe">What the applicant says it should be.</param>
/// <param name="MadeAt">When, in UTC.</param>
/// <param name="Waits">Whether Research has not taken it in yet.</param>
/// <param name="IsProven">For an e-mail address, whether the applicant has confirmed it; nothing for every other answer.</param>
public sealed record CorrectionRow(CorrectedAnswer Answer, string Was, string ShouldBe, DateTime MadeAt, bool Waits, bool? IsProven = null);

/// <summary>Opens corrections for Research's pages. Whoever shows them records that the original was opened.</summary>
public static class CorrectionRows
{
    /// <summary>Corrections of a case, oldest first.</summary>
    public static IReadOnlyList<CorrectionRow> Of(DefectionApplication application, IVault vault, Func<Correction, bool>? which = null)
    {
        ArgumentNullException.ThrowIfNull(application);
        return
        [
            .. application.Corrections.Where(c => which?.Invoke(c) ?? true).Select(c => new CorrectionRow(
                c.Answer,
                vault.Open(c, nameof(Correction.Was), c.Was),
                vault.Open(c, nameof(Correction.ShouldBe), c.ShouldBe),
                c.MadeAt,
                c.TakenInAt is null,
                c.Answer == CorrectedAnswer.Email ? c.MadeAt < application.EmailConfirmedAt : null)),
        ];
    }
}

/// <summary>Corrections that came after the copy was released, to be taken in.</summary>
public sealed record TakeInCorrectionsPage(CaseHead Head, IReadOnlyList<CorrectionRow> Rows, TakeInCorrectionsForm Form) : ICasePart;
