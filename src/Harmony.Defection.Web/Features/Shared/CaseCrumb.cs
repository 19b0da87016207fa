using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Web.Features.Shared;

/// <summary>What stands above the title of a page about one case (partial _CaseCrumb).</summary>
/// <param name="Reference">The application's public number.</param>
/// <param name="Name">The name the applicant uses.</param>
/// <param name="Office">Their office in one line.</param>
/// <param name="Stage">Where it stands.</param>
public sealed record CaseCrumb(string Reference, string Name, string Office, Stage Stage)
{
    /// <summary>The case's own page.</summary>
    public string Path => $"/cases/{Reference}";

    /// <summary>The head of an application.</summary>
    public static CaseCrumb Of(DefectionApplication application, IVault vault) => new(
        application.Reference,
        vault.Open(application, nameof(application.ApplicantName), application.ApplicantName),
        vault.Open(application, nameof(application.Office), application.Office),
        application.Stage);
}
