namespace Harmony.Defection.Web.Plumbing;

/// <summary>The headers every answer bears, errors and files included (OU1, OU3, AZ7).</summary>
internal static class Headers
{
    /// <summary>Name of the policy for the HTML of an e-mail, shown inside a page: its own styles and nothing else.</summary>
    public const string Email = "e-mail";

    /// <summary>Name of the policy for an uploaded file that is handed out: nothing of it runs or shows here (IN4).</summary>
    public const string Download = "download";

    private static readonly HeaderPolicyCollection Policies = Common()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().Self();
            csp.AddScriptSrc().Self();
            csp.AddImgSrc().Self();
            csp.AddFontSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddFrameSrc().Self();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddBaseUri().None();
        })
        .AddFrameOptionsDeny();

    private static readonly HeaderPolicyCollection EmailPolicies = Common()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().UnsafeInline();
            csp.AddFormAction().None();
            csp.AddFrameAncestors().Self();
            csp.AddBaseUri().None();
        })
        .AddFrameOptionsSameOrigin();

    private static readonly HeaderPolicyCollection DownloadPolicies = Common()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddFormAction().None();
            csp.AddFrameAncestors().None();
            csp.AddBaseUri().None();
            csp.AddSandbox();
        })
        .AddFrameOptionsDeny();

    /// <summary>Makes the policies known by which one endpoint may differ.</summary>
    public static IServiceCollection AddDefectionHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies().AddPolicy(Email, EmailPolicies).AddPolicy(Download, DownloadPolicies);
        return services;
    }

    /// <summary>Adds the headers; pages are kept by nobody, since any of them may hold personal data.</summary>
    public static void UseDefectionHeaders(this WebApplication app)
    {
        app.UseSecurityHeaders(Policies);
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                if (!context.Response.Headers.ContainsKey("Cache-Control"))
                {
                    context.Response.Headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static HeaderPolicyCollection Common() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyNoReferrer()
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains(365 * 24 * 60 * 60)
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .RemoveServerHeader();
}
