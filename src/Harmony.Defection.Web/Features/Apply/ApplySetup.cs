namespace Harmony.Defection.Web.Features.Apply;

/// <summary>What the public form needs.</summary>
public static class ApplySetup
{
    /// <summary>Registers the form's services.</summary>
    public static IServiceCollection AddApply(this IServiceCollection services) =>
        services.AddScoped<FormCookies>().AddScoped<FormSession>().AddScoped<ProofFiles>().AddScoped<OfficeKindList>();
}
