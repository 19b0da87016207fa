using Harmony.Defection.Web.Features.Keying;
using Harmony.Defection.Web.Features.Post;
using Harmony.Defection.Web.Features.Research;

namespace Harmony.Defection.Web.Features.Casework;

/// <summary>What the pages of casework need.</summary>
public static class CaseworkSetup
{
    /// <summary>Registers the queries of queues, case pages, research, keying and post.</summary>
    public static IServiceCollection AddCasework(this IServiceCollection services)
    {
        services.AddScoped<StaffNames>();
        services.AddScoped<WorkQueries>();
        services.AddScoped<WorkDesk>();
        services.AddScoped<FindQueries>();
        services.AddScoped<CaseQueries>();
        services.AddScoped<CaseHistory>();
        services.AddScoped<OriginalReader>();
        services.AddScoped<ResearchQueries>();
        services.AddScoped<LetterQueries>();
        services.AddScoped<KeyingQueries>();
        services.AddScoped<SourceFiles>();
        services.AddScoped<DuplicateQueries>();
        services.AddScoped<KeyedReplies>();
        return services;
    }
}
