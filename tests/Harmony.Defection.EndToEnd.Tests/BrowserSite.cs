using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Testing.Mail;
using Harmony.Defection.Testing.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>
/// The application on a real port, sending real mail to a server of the test's own. Its clock begins today, since a real browser keeps
/// cookies by its own clock, and stands until a test moves it.
/// </summary>
public sealed class BrowserSite : TestSite, IAsyncLifetime
{
    /// <summary>A site that starts with the test.</summary>
    public BrowserSite() : base(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddHours(10)) => UseKestrel(0);

    /// <summary>The server that gets the mail.</summary>
    public SmtpServerForTests Mail { get; } = SmtpServerForTests.Start();

    /// <summary>The browser.</summary>
    public Chromium Chromium { get; } = new();

    /// <summary>Where the site is.</summary>
    public string Address => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>A browser without script or window, on the site's real port.</summary>
    public override Browser NewBrowser() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress });

    /// <summary>Opens a window for somebody.</summary>
    public Task<Visitor> OpenAsync(string who, bool script = true, int width = 1280) => Visitor.OpenAsync(Chromium, Address, who, Clock, script, width);

    /// <summary>Opens a window in which a person of the sample is signed in.</summary>
    public async Task<Visitor> SignedInAsync(string email, bool script = true, int width = 1280)
    {
        var visitor = await OpenAsync(email.Split('@')[0], script, width);
        await visitor.SignInAsync(email);
        return visitor;
    }

    /// <summary>Lets time pass, and the workers do what they do.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.SetUtcNow(new DateTimeOffset(Clock.Now() + time));
        await SettleAsync();
        await SendMailAsync();
    }

    /// <summary>Lets the worker send what waits.</summary>
    public Task SendMailAsync() => Services.GetRequiredService<OutboxWorker>().SendDueAsync();

    /// <summary>The newest e-mail to an address, once what waits has been sent.</summary>
    public async Task<string> ReadMailAsync(string address)
    {
        await SendMailAsync();
        return Mail.Messages.Last(m => m.To.Mailboxes.Any(to => to.Address == address)).TextBody!;
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        StartServer();
        await Chromium.InitializeAsync();
    }

    /// <inheritdoc />
    async Task IAsyncLifetime.DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await DisposeAsync();
        await Mail.DisposeAsync();
    }

    /// <inheritdoc />
    protected override IEnumerable<(string Key, string Value)> Settings() =>
    [
        .. base.Settings(),
        ("Mail:Host", "127.0.0.1"),
        ("Mail:Port", Mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Mail:Security", "None"),

        // Style and script as they were compressed by the build, as in use.
        ("ReloadStaticAssetsAtRuntime", "false"),
    ];
}
