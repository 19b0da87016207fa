using System.Net;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Testing.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Development;

public sealed class MailTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_email_is_listed_and_can_be_read_and_followed()
    {
        await SendAsync("ann@example.org", "/application/first");
        await SendAsync("bea@example.org", "/application/second");
        using var browser = site.NewBrowser();

        var list = await browser.GetAsync("/development/mail");
        var rows = list.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains("bea@example.org", rows[0], StringComparison.Ordinal);
        Assert.Contains("ann@example.org", rows[1], StringComparison.Ordinal);

        var mail = await browser.GetAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Equal("You have a new message", mail.Title);
        Assert.True(mail.LeadsTo("http://localhost/application/second"));
        Assert.Equal("allow-top-navigation-by-user-activation", mail.Document.QuerySelector("iframe")!.GetAttribute("sandbox"));
    }

    [Fact]
    public async Task The_HTML_of_an_email_may_run_and_fetch_nothing()
    {
        await SendAsync("cat@example.org", "/application/third");
        using var browser = site.NewBrowser();
        var list = await browser.GetAsync("/development/mail");
        var html = await browser.GetAsync(list.Document.QuerySelector("tbody a")!.GetAttribute("href") + "/html");

        Assert.Equal(HttpStatusCode.OK, html.Status);
        var policy = Assert.Single(html.Headers["Content-Security-Policy"]);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", Assert.Single(html.Headers["X-Frame-Options"]));
        Assert.Equal("_top", html.Document.QuerySelector("base")!.GetAttribute("target"));
        Assert.DoesNotContain("unsafe-inline", Assert.Single(list.Headers["Content-Security-Policy"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_email_that_is_not_there_is_not_found()
    {
        using var browser = site.NewBrowser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/development/mail/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/development/mail/{Guid.NewGuid()}/html")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/development/mail/passwd")).Status);
    }

    private async Task SendAsync(string address, string path)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOutbox>().AddAsync(new MessageWaiting(address, new SitePath(path)));
        await scope.ServiceProvider.GetRequiredService<DefectionDbContext>().SaveChangesAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await site.Services.GetRequiredService<OutboxWorker>().SendDueAsync());
    }
}

/// <summary>The same site as it runs for real.</summary>
public sealed class MailOutsideDevelopmentTests(MailOutsideDevelopmentTests.Site site) : IClassFixture<MailOutsideDevelopmentTests.Site>
{
    [Fact]
    public async Task Outside_Development_no_email_can_be_read()
    {
        using var browser = site.NewBrowser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/development/mail")).Status);
    }

    public sealed class Site : TestSite
    {
        protected override string EnvironmentName => "Staging";
    }
}
