using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Harmony.Defection.Web.Plumbing;

/// <summary>How much a request may bring (IN2). A page that takes files says so with a limit of its own.</summary>
internal static class BodyLimits
{
    /// <summary>Most bytes of a form without files.</summary>
    public const long Form = 2_000_000;

    /// <summary>Bytes up to which a body that is too large is let go by before the answer.</summary>
    private const long MostLetBy = 100_000_000;

    /// <summary>Sets the limit of every page that names none.</summary>
    public static IServiceCollection AddBodyLimits(this IServiceCollection services) =>
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = Form);

    /// <summary>
    /// Answers a request that says itself to be too large with the page for that. Without it the reading of the form would fail later, and look
    /// like a form that was forged. A browser shows the answer only once it has sent everything: what comes is let go by, and kept nowhere.
    /// </summary>
    public static void UseBodyLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        var feature = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? feature?.MaxRequestBodySize ?? Form;
        if (context.Request.ContentLength is not { } length || length <= most || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        if (length <= MostLetBy && context.Request.Headers.Expect.Count == 0 && feature is { IsReadOnly: false })
        {
            feature.MaxRequestBodySize = length;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
    });
}
