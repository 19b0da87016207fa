using System.Net;
using System.Net.Sockets;
using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Web.Security;

/// <summary>Where the request comes from, for the audit trail and for limits. A proxy's word for it counts only where the proxy is a known one (RL3).</summary>
internal sealed class CallerSource(IHttpContextAccessor accessor) : ICallerSource
{
    private const int HouseholdBytes = 8;

    public string? Address => accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();

    /// <summary>The source that limits count by: an address, or of version 6 the network of 64 bits that one household or office has.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, HouseholdBytes, bytes.Length - HouseholdBytes);
        return new IPAddress(bytes).ToString();
    }
}
