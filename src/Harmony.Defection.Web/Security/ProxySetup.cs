using System.Net;
using Harmony.Defection.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;

namespace Harmony.Defection.Web.Security;

/// <summary>
/// Whom to believe about where a request comes from (RL3): the proxies that the setting "Proxy:Known" names, by address or network, and nobody
/// where it names none.
/// </summary>
internal static class ProxySetup
{
    /// <summary>Name of the setting, a list.</summary>
    public const string Setting = "Proxy:Known";

    private const string TrustEverybody = "FORWARDEDHEADERS_ENABLED";

    /// <summary>Reads the caller's address and scheme from the headers of known proxies.</summary>
    /// <exception cref="StorageRefusedException">The setting holds what is no address, or the host is told to believe everybody.</exception>
    public static void UseKnownProxies(this WebApplication app)
    {
        if (app.Configuration.GetValue<bool>(TrustEverybody))
        {
            throw new StorageRefusedException("ASPNETCORE_FORWARDEDHEADERS_ENABLED believes every caller: take it away and name the proxies in Proxy:Known.");
        }

        var known = app.Configuration.GetSection(Setting).Get<string[]>() ?? [];
        if (known.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in known)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(name, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new StorageRefusedException($"Proxy:Known holds “{name}”, which is neither an address nor a network such as 10.0.0.0/8.");
            }
        }

        app.UseForwardedHeaders(options);
    }
}
