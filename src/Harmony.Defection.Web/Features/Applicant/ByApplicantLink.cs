using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Web.Features.Wording;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>The application behind the secret link of this request. Filled by <see cref="ByApplicantLinkAttribute"/>.</summary>
public sealed class LinkedApplication
{
    private Guid? id;

    /// <summary>The language in which the applicant filled in their form.</summary>
    public string Language { get; internal set; } = Languages.English;

    /// <summary>The application's id.</summary>
    /// <exception cref="InvalidOperationException">The request came by no link.</exception>
    public Guid Id
    {
        get => id ?? throw new InvalidOperationException("This request came by no applicant's link.");
        internal set => id = value;
    }
}

/// <summary>
/// Lets in whoever holds a link that works, to its one application (rule 29, AZ6). A wrong, an expired and a revoked link get the same answer
/// by the same way, and looking one up changes nothing, since mail scanners follow links.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByApplicantLinkAttribute : Attribute, IAsyncAuthorizationFilter, IAsyncResourceFilter
{
    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var services = context.HttpContext.RequestServices;
        var database = services.GetRequiredService<DefectionDbContext>();
        var now = services.GetRequiredService<TimeProvider>().Now();
        var hash = ApplicantLink.HashOf(context.RouteData.Values["token"] as string ?? string.Empty);
        var link = await database.Set<ApplicantLink>().AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash, context.HttpContext.RequestAborted);
        if (link?.Works(now) is true)
        {
            var linked = services.GetRequiredService<LinkedApplication>();
            linked.Id = link.ApplicationId;
            linked.Language = await database.Set<DefectionApplication>().Where(a => a.Id == link.ApplicationId).Select(a => a.Language)
                .SingleAsync(context.HttpContext.RequestAborted);
            return;
        }

        await RefusedLooksMissing.RecordAsync(context.HttpContext);
        context.Result = new NotFoundResult();
    }

    /// <summary>Says the page in the language of the form until the applicant chooses another here.</summary>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var services = context.HttpContext.RequestServices;
        var language = services.GetRequiredService<LinkedApplication>().Language;
        using (Languages.Speak(services.GetRequiredService<LanguageChoice>().Chosen is null ? language : Languages.Current))
        {
            await next();
        }
    }
}
