namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>What the applicant's pages need.</summary>
public static class ApplicantSetup
{
    /// <summary>Registers the services of the applicant's pages.</summary>
    public static IServiceCollection AddApplicantPages(this IServiceCollection services) =>
        services.AddScoped<LinkedApplication>().AddScoped<ApplicantQueries>().AddScoped<RecordQueries>().AddScoped<ApplicantFiles>().AddScoped<ApplicantExport>();
}
