using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Fakes;
using Harmony.Defection.Testing.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Harmony.Defection.Infrastructure.Tests.Storage;

/// <summary>The product's own services over a database and folders of the test's own; only clock, outbox and letter texts are the test's.</summary>
internal sealed class Storehouse : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private Storehouse(TestDatabase database)
    {
        this.database = database;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = database.ConnectionString,
            ["Storage:DataFolder"] = Path.Combine(database.Folder, "data"),
            ["Storage:KeyFolder"] = KeyFolder,
        }).Build();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddDefectionInfrastructure(configuration, new Host(database.Folder));
        collection.AddSingleton<IOutbox>(Outbox);
        collection.AddSingleton<ILetterTexts, PlainLetterTexts>();
        services = collection.BuildServiceProvider();
        Vault = services.GetRequiredService<IVault>();
        Data = new TestData(Vault);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(TestData.Start));

    public InMemoryOutbox Outbox { get; } = new();

    public IVault Vault { get; }

    public TestData Data { get; }

    public string KeyFolder => Path.Combine(database.Folder, "keys");

    public static async Task<Storehouse> CreateAsync() => new(await TestDatabase.CreateAsync());

    /// <summary>A unit of work's services.</summary>
    public AsyncServiceScope NewScope() => services.CreateAsyncScope();

    /// <summary>Does something in a unit of work of its own.</summary>
    public async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> deed) where TService : notnull
    {
        await using var scope = NewScope();
        return await deed(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Saves rows in a unit of work of their own.</summary>
    public Task<int> AddAsync(params object[] rows) => InScopeAsync<DefectionDbContext, int>(context =>
    {
        context.AddRange(rows);
        return context.SaveChangesAsync();
    });

    /// <summary>Makes an account.</summary>
    public Task<Person> AddPersonAsync(string email, string name = "Ann Example") => InScopeAsync<UserManager<Person>, Person>(async people =>
    {
        var person = new Person(Vault, name, email, TestData.Start);
        Assert.True((await people.CreateAsync(person)).Succeeded);
        return person;
    });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private sealed class Host(string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Test";

        public string ApplicationName { get; set; } = "Tests";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
