using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Harmony.Defection.Infrastructure.Tests.Correspondence;

/// <summary>The outbox on a real database, put together as the product does it, with a clock that stands and a postman who does as told.</summary>
internal sealed class Post : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Post(TestDatabase database, Action<MailOptions>? change, IMailTransport? transport)
    {
        Database = database;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("urls", (string?)"https://party.example")]).Build();
        var environment = new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = database.Folder };
        var storage = new StorageOptions { DataFolder = database.Folder }.Resolve(database.Folder);
        var mail = MailOptions.Read(configuration, environment, storage);
        change?.Invoke(mail);
        var collection = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IVault>(TestVault.New())
            .AddSingleton<ICallerSource, NoCallerSource>()
            .AddScoped<IAuditTrail, AuditTrail>()
            .AddScoped(_ => database.NewContext())
            .AddSingleton(storage)
            .AddSingleton(mail);
        if (transport is null)
        {
            collection.AddSingleton<IMailTransport>(Postman);
        }
        else
        {
            collection.AddSingleton(transport);
        }

        services = collection.AddDefectionCorrespondence(configuration, environment).BuildServiceProvider(validateScopes: true);
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 5, 12, 0, 0, TimeSpan.Zero));

    public Postman Postman { get; } = new();

    public LinesLogged Log { get; } = new();

    public OutboxWorker Worker => services.GetRequiredService<OutboxWorker>();

    public LetterRenderer Renderer => services.GetRequiredService<LetterRenderer>();

    public MailFolder Folder => services.GetRequiredService<MailFolder>();

    public static async Task<Post> OpenAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite, Action<MailOptions>? change = null, IMailTransport? transport = null) =>
        new(await TestDatabase.CreateAsync(provider), change, transport);

    /// <summary>Does something in a unit of work of its own and saves it.</summary>
    public async Task DoAsync(Func<IOutbox, Task> deed)
    {
        await using var scope = services.CreateAsyncScope();
        await deed(scope.ServiceProvider.GetRequiredService<IOutbox>());
        await scope.ServiceProvider.GetRequiredService<DefectionDbContext>().SaveChangesAsync();
    }

    public Task AddAsync(params Letter[] letters) => DoAsync(outbox => outbox.AddAsync(letters));

    public async Task<T> AskAsync<T>(Func<OutboxStatus, Task<T>> question)
    {
        await using var scope = services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<OutboxStatus>());
    }

    /// <summary>Every row, oldest first.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> RowsAsync()
    {
        await using var context = Database.NewContext();
        return await context.Set<OutboxMessage>().AsNoTracking().OrderBy(m => m.QueuedAt).ThenBy(m => m.Position).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>Takes e-mails, or fails as told.</summary>
internal sealed class Postman : IMailTransport
{
    private readonly List<MimeMessage> delivered = [];

    public IReadOnlyList<MimeMessage> Delivered => delivered;

    public IEnumerable<string> Recipients => delivered.Select(m => m.To.Mailboxes.Single().Address);

    /// <summary>What an e-mail fails with; nothing if it is taken.</summary>
    public Func<MimeMessage, Exception?> Fails { get; set; } = _ => null;

    /// <summary>What happens while an e-mail is on its way.</summary>
    public Func<MimeMessage, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public int Tries { get; private set; }

    public async Task SendAsync(MimeMessage message, CancellationToken cancellation = default)
    {
        Tries++;
        await Meanwhile(message);
        if (Fails(message) is { } failure)
        {
            throw failure;
        }

        using var copy = new MemoryStream();
        await message.WriteToAsync(copy, cancellation);
        copy.Position = 0;
        delivered.Add(await MimeMessage.LoadAsync(copy, cancellation));
    }
}

/// <summary>Everything that was logged.</summary>
internal sealed class LinesLogged : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
