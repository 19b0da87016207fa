using Harmony.Defection.Web.Features.Balloting;
using Harmony.Defection.Web.Features.Deliberation;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>What the pages of the assembly and of its chair read with.</summary>
public static class AssemblySetup
{
    /// <summary>Registers the queries.</summary>
    public static IServiceCollection AddAssembly(this IServiceCollection services) =>
        services
            .AddScoped<AssemblyQueries>()
            .AddScoped<DebateQueries>()
            .AddScoped<BallotQueries>()
            .AddScoped<BallotPapers>()
            .AddScoped<ResultQueries>()
            .AddScoped<DeliberationQueries>()
            .AddScoped<OpenBallotQueries>();
}
