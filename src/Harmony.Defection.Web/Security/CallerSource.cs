using Harmony.Defection.Domain.Privacy;

namespace Harmony.Defection.Web.Security;

/// <summary>Where the request comes from, for the audit trail.</summary>
internal sealed class CallerSource(IHttpContextAccessor accessor) : ICallerSource
{
    public string? Address => accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();
}
