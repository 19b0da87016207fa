using System.Collections.Concurrent;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Tests.Apply;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Harmony.Defection.Web.Tests.Applicant;

/// <summary>A site whose log, as talkative as it is in use, is kept.</summary>
public sealed class LoggedSite : TestSite, ILogEventSink
{
    /// <summary>Every line, with all that belongs to it.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <inheritdoc />
    public void Emit(LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        Lines.Enqueue($"{logEvent.RenderMessage()} {string.Join(' ', logEvent.Properties.Select(p => $"{p.Key}={p.Value}"))} {logEvent.Exception}");
    }

    /// <inheritdoc />
    protected override IEnumerable<(string Key, string Value)> Settings() =>
        base.Settings().Where(s => s.Key != "Serilog:MinimumLevel:Default");

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider => new SerilogLoggerFactory(
            new LoggerConfiguration().ReadFrom.Configuration(provider.GetRequiredService<IConfiguration>()).WriteTo.Sink(this).CreateLogger(), dispose: true))));
    }
}

/// <summary>The secret link stays out of the log (AZ7).</summary>
public sealed class LogTests(LoggedSite site) : IClassFixture<LoggedSite>
{
    [Fact]
    public async Task No_line_of_the_log_holds_a_token()
    {
        var (_, _, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        await browser.GetAsync($"/application/{token}");
        await browser.GetAsync($"/application/{token}/letters/{Guid.NewGuid()}");
        await browser.GetAsync($"/application/{token}/withdraw");
        await browser.ForgeAsync($"/application/{token}/answer-not-genuine", ("Answer", "x"));
        using var bare = site.NewBrowser();
        await bare.ForgeAsync($"/application/{token}/withdraw");
        Assert.NotEmpty(site.Lines);
        Assert.All(site.Lines, line => Assert.DoesNotContain(token, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_line_of_the_log_holds_what_opens_a_form_or_an_address()
    {
        const string email = "logged@okafor.example";
        using var browser = await site.BeginAsync();
        var code = browser.Shown.Document.QuerySelector(".hd-code")!.TextContent.Trim();
        await site.GiveEmailAsync(browser, email, confirm: false);
        await browser.SendAsync("/apply/contact/confirm", ("Code", "271828"));
        using var elsewhere = site.NewBrowser();
        await elsewhere.GetAsync("/apply/return/email");
        await elsewhere.SendAsync("/apply/return/email", ("Email", email));
        await elsewhere.GetAsync("/apply/return");
        await elsewhere.SendAsync("/apply/return", ("Code", code));
        Assert.All(site.Lines, line => Assert.DoesNotContain(code, line, StringComparison.Ordinal));
        Assert.All(site.Lines, line => Assert.DoesNotContain("271828", line, StringComparison.Ordinal));
        Assert.All(site.Lines, line => Assert.DoesNotContain(email, line, StringComparison.OrdinalIgnoreCase));
    }
}
