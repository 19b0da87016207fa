using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>What the public form needs.</summary>
public static class ApplySetup
{
    /// <summary>Registers the form's services and the limits on sending it.</summary>
    public static IServiceCollection AddApply(this IServiceCollection services)
    {
        services.AddOptions<FormOptions>().BindConfiguration(FormOptions.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FormOptions>>().Value);
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((limiter, configuration) => limiter.GlobalLimiter =
            FormLimiter.Make(configuration.GetSection(FormLimits.Section).Get<FormLimits>() ?? new FormLimits()));
        return services.AddScoped<FormCookies>().AddScoped<FormSession>().AddScoped<ProofFiles>().AddScoped<OfficeKindList>()
            .AddSingleton<KeptAnswers>().AddSingleton<StartPages>();
    }
}
