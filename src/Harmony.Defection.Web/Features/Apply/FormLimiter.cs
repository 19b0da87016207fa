using System.Threading.RateLimiting;
using Harmony.Defection.Web.Security;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>How often the public form may be sent in five minutes (section "Limits"; RL1).</summary>
public sealed record FormLimits
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Limits";

    /// <summary>By one source without a form: to begin one, or to open one by a code.</summary>
    public int FormStarts { get; init; } = 30;

    /// <summary>For one form that is begun.</summary>
    public int FormAnswers { get; init; } = 150;

    /// <summary>By one source, all its forms together.</summary>
    public int FormSource { get; init; } = 1_500;

    /// <summary>By everybody.</summary>
    public int FormOverall { get; init; } = 10_000;
}

/// <summary>Marks what strangers can send to. Looking at pages is not limited.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LimitedFormAttribute : Attribute;

/// <summary>
/// Limits what is sent to the public form (RL1). Whoever has begun a form is counted by it and not by the address they share with others, so
/// that a flood from the same address does not keep them out; only what passes one limit counts against the next.
/// </summary>
internal static class FormLimiter
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>The limiter of all requests; those that send nothing to the form pass by it.</summary>
    public static PartitionedRateLimiter<HttpContext> Make(FormLimits limits) => PartitionedRateLimiter.CreateChained(
        By(context => context.RequestServices.GetRequiredService<FormCookies>().DraftId is { } draft
            ? ($"form {draft:N}", limits.FormAnswers)
            : ($"start {CallerSource.Of(context)}", limits.FormStarts)),
        By(context => ($"source {CallerSource.Of(context)}", limits.FormSource)),
        By(_ => ("everybody", limits.FormOverall)));

    private static PartitionedRateLimiter<HttpContext> By(Func<HttpContext, (string Key, int Most)> part) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                || context.GetEndpoint()?.Metadata.GetMetadata<LimitedFormAttribute>() is null)
            {
                return RateLimitPartition.GetNoLimiter("passes by");
            }

            var (key, most) = part(context);
            return RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window });
        });
}
