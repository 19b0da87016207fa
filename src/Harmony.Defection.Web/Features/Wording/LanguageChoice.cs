using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Localization;

namespace Harmony.Defection.Web.Features.Wording;

/// <summary>
/// In which language this browser reads the public pages: the one it chose, or else the first that the browser itself asks for. It is kept
/// while the browser is open and says nothing about anybody.
/// </summary>
public sealed class LanguageChoice(IHttpContextAccessor accessor, IHostEnvironment environment)
{
    private readonly CookieBuilder cookie = Named(environment);

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>The language that was chosen here; nothing before one was.</summary>
    public string? Chosen => LanguageButton.ChosenIn(Http)
        ?? (Http.Request.Cookies[cookie.Name!] is (Languages.English or Languages.Welsh) and var chosen ? chosen : null);

    /// <summary>The language that is wanted here.</summary>
    public string Wanted => Chosen
        ?? (Http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).FirstOrDefault()?.Value.Value is { } first
            && (first.Equals(Languages.Welsh, StringComparison.OrdinalIgnoreCase)
                || first.StartsWith($"{Languages.Welsh}-", StringComparison.OrdinalIgnoreCase))
            ? Languages.Welsh : Languages.English);

    /// <summary>Keeps a choice.</summary>
    public void Remember(string language)
    {
        if (language is Languages.English or Languages.Welsh)
        {
            Http.Response.Cookies.Append(cookie.Name!, language, cookie.Build(Http));
        }
    }

    private static CookieBuilder Named(IHostEnvironment environment)
    {
        var built = new CookieBuilder();
        SecuritySetup.Harden(built, "language", environment.IsDevelopment());
        return built;
    }
}

/// <summary>Says the public pages in the language that was chosen, where it is offered.</summary>
internal sealed class ChosenCulture : RequestCultureProvider
{
    /// <inheritdoc />
    public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var services = httpContext.RequestServices;
        var isWelsh = httpContext.GetEndpoint()?.Metadata.GetMetadata<InBothLanguagesAttribute>() is not null
            && services.GetRequiredService<LanguageChoice>().Wanted == Languages.Welsh
            && await services.GetRequiredService<WelshOffer>().IsOfferedAsync(httpContext.RequestAborted);
        return new ProviderCultureResult(Languages.British.Name, (isWelsh ? Languages.Cymraeg : Languages.British).Name);
    }
}
