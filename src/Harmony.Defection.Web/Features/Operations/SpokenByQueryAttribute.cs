using Harmony.Defection.Domain.Wording;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>Says a preview in the language that its address asks for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SpokenByQueryAttribute : Attribute, IAsyncResourceFilter
{
    /// <summary>The part of the query that names the language.</summary>
    public const string Name = "language";

    /// <inheritdoc />
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        using (Languages.Speak(context.HttpContext.Request.Query[Name]))
        {
            await next();
        }
    }
}
