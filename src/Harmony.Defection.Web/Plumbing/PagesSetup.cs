using System.Reflection;
using FluentValidation;
using FluentValidation.AspNetCore;
using Harmony.Defection.Web.Features.Assembly;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Applicant;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Operations;
using Harmony.Defection.Web.Features.Paper;
using Harmony.Defection.Web.Features.Wording;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Harmony.Defection.Web.Plumbing;

/// <summary>Controllers, views and validation, and the order in which a request passes through everything.</summary>
public static class PagesSetup
{
    /// <summary>Registers controllers, views and validators.</summary>
    public static IServiceCollection AddDefectionPages(this IServiceCollection services)
    {
        services.AddAssembly();
        services.AddCasework();
        services.AddDefectionHeaders();
        services.AddBodyLimits();
        services.AddWording();
        services.AddApply();
        services.AddPaper();
        services.AddApplicantPages();
        services.AddScoped<Features.Sanitisation.CopyQueries>();
        services.AddScoped<Features.Allocation.AllocationQueries>();
        services.AddScoped<Features.Hustings.HustingsQueries>();
        services.AddOperations();
        var folders = new FeatureFolders();
        services.AddControllersWithViews(options =>
        {
            options.Conventions.Add(folders);
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add(new TypedBeforeFilter());
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            var words = options.ModelBindingMessageProvider;
            words.SetAttemptedValueIsInvalidAccessor((value, _) => T($"“{value}” cannot be used here"));
            words.SetValueMustBeANumberAccessor(_ => T("Enter a number"));
            words.SetValueMustNotBeNullAccessor(_ => T("Choose or enter an answer"));
            words.SetValueIsInvalidAccessor(value => T($"“{value}” cannot be used here"));
        });
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(folders));
        services.AddFluentValidationAutoValidation(options => options.DisableDataAnnotationsValidation = true);
        services.AddValidatorsFromAssembly(Assembly.GetExecutingAssembly(), includeInternalTypes: true);
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        return services;
    }

    /// <summary>Puts the parts of a request's way in order.</summary>
    public static void UseDefection(this WebApplication app)
    {
        app.UseKnownProxies();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseDefectionHeaders();
        app.UseRouting();
        app.UseBodyLimits();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseLanguageButton();
        app.UseRequestLocalization();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();

        // Without it a stranger at an address that does not exist would be asked to sign in.
        app.MapFallback(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).AllowAnonymous();
    }
}
