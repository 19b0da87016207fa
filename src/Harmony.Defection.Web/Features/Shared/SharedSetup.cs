using Harmony.Defection.Domain.Applications;
using Microsoft.Extensions.Options;

namespace Harmony.Defection.Web.Features.Shared;

/// <summary>What every view needs.</summary>
public static class SharedSetup
{
    /// <summary>Registers the names of the Party and its bodies (rule 26), for views and for everything else that writes them.</summary>
    public static IServiceCollection AddPartyNames(this IServiceCollection services)
    {
        services.AddOptions<PartyNames>().BindConfiguration(PartyNames.Section);
        return services.AddSingleton(provider => provider.GetRequiredService<IOptions<PartyNames>>().Value);
    }
}
