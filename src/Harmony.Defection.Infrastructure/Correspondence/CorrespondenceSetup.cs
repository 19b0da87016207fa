using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Infrastructure.Appearance;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>Puts correspondence together.</summary>
public static class CorrespondenceSetup
{
    /// <summary>Registers the outbox, its worker, the texts of letters and the way e-mail leaves.</summary>
    public static IServiceCollection AddDefectionCorrespondence(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddPartyAppearance(configuration);
        services.TryAddSingleton(provider => MailOptions.Read(configuration, environment, provider.GetRequiredService<StorageOptions>()));
        services.AddScoped<LetterRenderer>();
        services.AddScoped<ILetterTexts, LetterTexts>();
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<IOutbox, EfOutbox>();
        services.AddScoped<OutboxRound>();
        services.AddScoped<OutboxStatus>();
        services.AddSingleton<MailFolder>();
        services.TryAddScoped<IMailTransport>(provider => provider.GetRequiredService<MailOptions>() is { Host: { Length: > 0 } } mail
            ? new SmtpTransport(mail)
            : new FolderTransport(provider.GetRequiredService<MailFolder>()));
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        return services;
    }
}
