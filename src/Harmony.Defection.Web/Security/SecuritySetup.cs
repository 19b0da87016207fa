using System.Globalization;
using System.Threading.RateLimiting;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Harmony.Defection.Web.Security;

/// <summary>Who may come in: cookies, the policy that denies by default, and limits on guessing.</summary>
public static class SecuritySetup
{
    /// <summary>Name of the limit on tries to sign in.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Name of the limit on tries of applicants' links.</summary>
    public const string LinkLimit = "applicant-link";

    private static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    private static readonly TimeSpan LimitWindow = TimeSpan.FromMinutes(5);

    /// <summary>Registers sign-in, authorisation and limits. Cookies bear the __Host- prefix wherever the site is served over https.</summary>
    public static IServiceCollection AddDefectionSecurity(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var limits = configuration.GetSection(GuessingLimits.Section).Get<GuessingLimits>() ?? new GuessingLimits();
        var plain = environment.IsDevelopment();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentPerson>();
        services.AddScoped<CaseContext>();
        services.Replace(ServiceDescriptor.Singleton<ICallerSource, CallerSource>());
        services.AddScoped<IAuthorizationHandler, HoldsRoleHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedLooksMissing>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
            cookies.ApplicationCookie!.Configure(options =>
            {
                Harden(options.Cookie, "signed-in", plain);
                options.LoginPath = "/sign-in";
                options.ExpireTimeSpan = Idle;
                options.SlidingExpiration = true;
            }));
        new IdentityBuilder(typeof(Person), services).AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options => Harden(options.Cookie, "form", plain));
        services.AddSingleton<GuessingAlert>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : LimitWindow;
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return context.HttpContext.RequestServices.GetRequiredService<GuessingAlert>().RefusedAsync(context.HttpContext);
            };
            options.AddPolicy(SignInLimit, context => PerSource(context, limits.SignIn));
            options.AddPolicy(LinkLimit, context => PerSource(context, limits.ApplicantLink));
        });
        return services;
    }

    /// <summary>Makes a cookie that script cannot read and no other site can send.</summary>
    public static void Harden(CookieBuilder cookie, string name, bool plain)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        cookie.Name = plain ? name : $"__Host-{name}";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.SecurePolicy = plain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.IsEssential = true;
    }

    private static RateLimitPartition<string> PerSource(HttpContext context, int tries) =>
        RateLimitPartition.GetFixedWindowLimiter(
            CallerSource.Of(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = LimitWindow });
}
