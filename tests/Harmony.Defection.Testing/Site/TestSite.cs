using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Infrastructure.Deadlines;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Sample;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Harmony.Defection.Testing.Site;

/// <summary>
/// The real application on a SQLite file of its own, with a clock that stands until a test moves it, the sample's Societies and people, and no
/// application yet. Use it as a class fixture; <see cref="Walk"/> brings applications about.
/// </summary>
public class TestSite : WebApplicationFactory<Program>
{
    /// <summary>When a test begins: a Monday in summer time, 10:00 UTC.</summary>
    public static readonly DateTime Start = new(2026, 6, 1, 10, 0, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("defection-site-").FullName;
    private readonly Lazy<Walk> walk;

    /// <summary>A site that is made at its first use.</summary>
    public TestSite() : this(Start)
    {
    }

    /// <summary>A site whose clock stands at another moment, in UTC.</summary>
    protected TestSite(DateTime start)
    {
        Clock = new FakeTimeProvider(new DateTimeOffset(start));
        walk = new Lazy<Walk>(() => new Walk(Services, new WalkClock(() => Clock.Now(), moment => Clock.SetUtcNow(new DateTimeOffset(moment)))));
    }

    /// <summary>The application's clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Takes applications through the process.</summary>
    public Walk Walk => walk.Value;

    /// <summary>The folder of the database, files, keys and mail.</summary>
    public string Folder => folder;

    /// <summary>The environment the application believes to be in.</summary>
    protected virtual string EnvironmentName => "Development";

    /// <summary>A browser without script, not signed in.</summary>
    public virtual Browser NewBrowser() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A browser in which a person of the sample is signed in.</summary>
    public async Task<Browser> SignedInAsync(string email)
    {
        var browser = NewBrowser();
        await browser.SignInAsync(email);
        return browser;
    }

    /// <summary>Makes an application and takes it to a stage.</summary>
    /// <returns>Its id and reference, and the token of the applicant's link.</returns>
    public async Task<(Guid Id, string Reference, string Token)> ApplicationAtAsync(
        Stage stage, int applicant = 0, string society = SampleWorld.Wexcombe, string? email = "applicant@defector.example",
        string language = Languages.English)
    {
        var (id, sent) = await Walk.SubmitAsync(applicant, society, email, language);
        await Walk.ToAsync(id, stage);
        return (id, sent.Reference, sent.Token!);
    }

    /// <summary>Works on the database in a scope of its own.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<DefectionDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DefectionDbContext>());
    }

    /// <summary>Uses a service in a scope of its own.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Lets the worker do what follows from deadlines now.</summary>
    public Task SettleAsync() => Services.GetRequiredService<DeadlineWorker>().SettleAsync();

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment(EnvironmentName);
        foreach (var (key, value) in Settings())
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<IHostedService>();
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 100);
        });
    }

    /// <summary>The application's settings.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings() =>
    [
        ("Storage:DataFolder", Path.Combine(folder, "data")),
        ("Storage:KeyFolder", Path.Combine(folder, "keys")),
        ("Storage:MigrateAtStart", "true"),
        ("Mail:Folder", Path.Combine(folder, "mail")),
        ("Mail:SiteAddress", "http://localhost"),
        ("Sample:Enabled", "false"),
        ("Limits:SignIn", "100000"),
        ("Limits:ApplicantLink", "100000"),
        ("Limits:FormStarts", "100000"),
        ("Limits:FormAnswers", "100000"),
        ("Limits:FormSource", "100000"),
        ("Limits:FormOverall", "100000"),
        ("Serilog:MinimumLevel:Default", "Error"),
    ];

    /// <inheritdoc />
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        using var scope = host.Services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
        SampleWorld.MakeAsync(scope.ServiceProvider, Clock.Now().AddDays(-400)).GetAwaiter().GetResult();
        return host;
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }
}
