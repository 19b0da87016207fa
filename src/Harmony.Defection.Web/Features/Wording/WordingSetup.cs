using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Web.Features.Wording;

/// <summary>Puts the languages of the public pages together.</summary>
public static class WordingSetup
{
    /// <summary>Registers the choice of a language and who is offered which.</summary>
    public static IServiceCollection AddWording(this IServiceCollection services)
    {
        services.AddScoped<LanguageChoice>();
        services.AddScoped<WelshOffer>();
        services.AddSingleton<ReviewedWelsh>();
        return services.AddRequestLocalization(options =>
        {
            options.SetDefaultCulture(Languages.British.Name);
            options.AddSupportedUICultures(Languages.British.Name, Languages.Cymraeg.Name);
            options.RequestCultureProviders = [new ChosenCulture()];
        });
    }
}
