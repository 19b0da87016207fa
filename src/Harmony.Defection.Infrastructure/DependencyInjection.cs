using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Outcome;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Balloting;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Infrastructure.Deadlines;
using Harmony.Defection.Infrastructure.Evidence;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Persistence.Sqlite;
using Harmony.Defection.Infrastructure.Persistence.SqlServer;
using Harmony.Defection.Infrastructure.Privacy;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Harmony.Defection.Infrastructure;

/// <summary>Puts this project's services together.</summary>
public static class DependencyInjection
{
    /// <summary>The name under which keys are made; another name could not read what they sealed (SE5).</summary>
    public const string ApplicationName = "Harmony.Defection";

    /// <summary>
    /// Registers the database of the configured engine, accounts (without cookies), vault, audit trail and files. The host adds an
    /// <see cref="ICallerSource"/> of its own where requests have an address.
    /// </summary>
    /// <exception cref="StorageRefusedException">A setting is missing.</exception>
    public static IServiceCollection AddDefectionInfrastructure(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var storage = (configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions())
            .Resolve(environment.ContentRootPath);
        services.AddSingleton(storage);
        services.TryAddSingleton(TimeProvider.System);
        AddDatabase(services, storage);
        AddKeys(services, storage.KeyFolder!);
        AddAccounts(services, configuration);
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddScoped<AuditVerifier>();
        services.TryAddSingleton<ICallerSource, NoCallerSource>();
        services.AddSingleton<IFileStore, EncryptedFileStore>();
        AddProcess(services, configuration);
        services.AddDefectionCorrespondence(configuration, environment);
        return services;
    }

    /// <summary>
    /// Makes folders and keys, checks what Production must not run on, brings the schema up to date where that is asked for, and has the
    /// database check itself. Called once at start, before the first request.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="migrate">Whether to bring the schema up to date even where a start would not.</param>
    /// <param name="cancellation">Stops the checks.</param>
    /// <exception cref="StorageRefusedException">
    /// The storage is unsafe, damaged or of an older schema, or e-mail could not leave; the message is one line.
    /// </exception>
    public static async Task InitialiseStorageAsync(
        this IServiceProvider services, bool migrate = false, CancellationToken cancellation = default)
    {
        var storage = services.GetRequiredService<StorageOptions>();
        var environment = services.GetRequiredService<IHostEnvironment>();
        services.GetRequiredService<MailOptions>();
        OwnFolder.Make(storage.DataFolder);
        OwnFolder.Make(storage.KeyFolder!);
        MakeKeys(services);
        if (environment.IsProduction() && StorageChecks.FindRefusal(storage) is { } refusal)
        {
            throw new StorageRefusedException(refusal);
        }

        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
        if (migrate || environment.IsDevelopment() || storage.MigrateAtStart)
        {
            await database.MigrateAsync(cancellation);
        }

        if ((await database.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            throw new StorageRefusedException("The database is not up to date: run the migrate command, then start again.");
        }

        if (await database.FindDamageAsync(cancellation) is { } damage)
        {
            throw new StorageRefusedException(damage);
        }

        await OfficeKindSeed.EnsureAsync(database, cancellation);
        await KeyCheck.RunAsync(database, services.GetRequiredService<IVault>(), cancellation);
    }

    /// <summary>The first key is made here: made inside a request's transaction it would wait for that transaction.</summary>
    private static void MakeKeys(IServiceProvider services)
    {
        services.GetRequiredService<LookUpKey>();
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Harmony.Defection.Start").Protect("first key");
    }

    private static void AddDatabase(IServiceCollection services, StorageOptions storage)
    {
        if (storage.Provider == DatabaseProvider.Sqlite)
        {
            services.AddDbContext<DefectionDbContext, SqliteDefectionDbContext>(
                options => SqliteDefectionDbContext.Configure(options, storage.ConnectionString!));
        }
        else
        {
            services.AddDbContext<DefectionDbContext, SqlServerDefectionDbContext>(
                options => SqlServerDefectionDbContext.Configure(options, storage.ConnectionString!, storage.BatchSize));
        }
    }

    private static void AddKeys(IServiceCollection services, string keyFolder)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName).PersistKeysToFileSystem(new DirectoryInfo(keyFolder));
        services.AddSingleton(_ => LookUpKey.ReadOrMake(keyFolder));
        services.AddSingleton<IVault, Vault>();
    }

    private static void AddProcess(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Process").Get<ProcessSettings>() ?? new ProcessSettings());
        services.AddSingleton(configuration.GetSection(IntakeLimits.Section).Get<IntakeLimits>() ?? new IntakeLimits());
        services.AddSingleton(configuration.GetSection(RetentionSettings.Section).Get<RetentionSettings>() ?? new RetentionSettings());
        services.AddScoped<IApplications, EfApplications>();
        services.AddScoped<IDrafts, EfDrafts>();
        services.AddScoped<ISocieties, EfSocieties>();
        services.AddScoped<IDebates, EfDebates>();
        services.AddScoped<IApplicantStore, EfApplicantStore>();
        services.AddScoped<ISanitisingWorks, EfSanitisingWorks>();
        services.AddSingleton<BallotKeys>();
        services.AddScoped<IBallotBox, EfBallotBox>();
        services.AddScoped<Standings>();
        services.AddScoped<AccountLinks>();

        services.AddScoped<Notices>();
        services.AddScoped<ApplicantPost>();
        services.AddScoped<Outcomes>();
        services.AddScoped<Clockwork>();
        services.AddScoped<Desk>();
        services.AddScoped<Intake>();
        services.AddScoped<EmailedCodes>();
        services.AddScoped<ReturnDesk>();
        services.AddScoped<KeyedReplyDesk>();
        services.AddScoped<VerificationDesk>();
        services.AddScoped<SanitisingDesk>();
        services.AddScoped<AllocationDesk>();
        services.AddScoped<HustingsDesk>();
        services.AddScoped<DeliberationDesk>();
        services.AddScoped<BallotDesk>();
        services.AddScoped<ClosingDesk>();
        services.AddScoped<ApplicantDesk>();
        services.AddScoped<LinkDesk>();
        services.AddScoped<EmailDesk>();

        services.AddSingleton<DeadlineWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DeadlineWorker>());
    }

    private static void AddAccounts(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PasswordRuleOptions>(configuration.GetSection(PasswordRuleOptions.Section));
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRules.Iterations);
        services.AddIdentityCore<Person>(options =>
            {
                PasswordRules.Apply(options.Password);
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = string.Empty;
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version2;
            })
            .AddUserStore<PersonStore>()
            .AddPasswordValidator<PasswordRules>()
            .AddDefaultTokenProviders();
        services.Replace(ServiceDescriptor.Scoped<ILookupNormalizer, PersonNormaliser>());
    }
}
