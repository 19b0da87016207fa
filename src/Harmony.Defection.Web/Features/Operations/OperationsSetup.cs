namespace Harmony.Defection.Web.Features.Operations;

/// <summary>What the pages of the Operational Working Group need.</summary>
public static class OperationsSetup
{
    /// <summary>Registers queries and desks.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddScoped<OperationsQueries>();
        services.AddScoped<PeopleQueries>();
        services.AddScoped<ReleaseQueries>();
        services.AddScoped<ReleaseDesk>();
        services.AddScoped<PartyDesk>();
        services.AddScoped<SocietyDesk>();
        services.AddScoped<OfficeKindDesk>();
        services.AddScoped<PeopleDesk>();
        return services;
    }
}
