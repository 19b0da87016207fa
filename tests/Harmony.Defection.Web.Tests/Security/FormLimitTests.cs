using System.Globalization;
using System.Net;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Tests.Apply;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Security;

/// <summary>Abuse of the public form is held off, and an honest person behind the same address gets through (RL1, RL3).</summary>
public sealed class FormLimitTests(FormLimitTests.LimitedSite site) : IClassFixture<FormLimitTests.LimitedSite>
{
    [Fact]
    public async Task A_flood_from_one_address_is_told_to_wait_while_somebody_else_at_that_address_fills_in_their_form()
    {
        using var honest = await From("192.0.2.1").BeginAsync();
        using var flood = From("192.0.2.1").NewBrowser();
        await flood.GetAsync("/apply/return");
        var answers = new List<Page>();
        for (var i = 0; i < 100; i++)
        {
            answers.Add(await flood.ForgeAsync("/apply/return", ("Code", "48RK-T6WD-0J1N-7YHC")));
            await flood.GetAsync("/apply/return");
        }

        Assert.Equal(LimitedSite.Starts - 1, answers.Count(a => a.Status == HttpStatusCode.OK));
        var refused = answers.Where(a => a.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.Equal(100 - LimitedSite.Starts + 1, refused.Count);
        Assert.All(refused, a => Assert.InRange(int.Parse(Assert.Single(a.Headers["Retry-After"]), CultureInfo.InvariantCulture), 1, 300));
        Assert.Equal("Too many tries", refused[0].Title);
        Assert.Equal("/apply/date-of-birth", (await SaveNameAsync(honest)).Location);
    }

    [Fact]
    public async Task One_form_is_sent_only_so_often_and_pages_can_be_looked_at_all_the_same()
    {
        using var browser = await From("192.0.2.2").BeginAsync();
        for (var i = 0; i < LimitedSite.Answers; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await SaveNameAsync(browser)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await SaveNameAsync(browser)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/apply/tasks")).Status);
    }

    [Fact]
    public async Task Sources_are_counted_apart_and_a_network_of_version_six_is_one()
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, await WearOutAsync("2001:db8:1:1::1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryCodeAsync("2001:db8:1:1:ffff::2"));
        Assert.Equal(HttpStatusCode.OK, await TryCodeAsync("2001:db8:1:2::1"));
        Assert.Equal(HttpStatusCode.OK, await TryCodeAsync("192.0.2.30"));
    }

    [Fact]
    public async Task A_forged_header_changes_neither_the_limit_nor_the_audit_trail()
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, await WearOutAsync("192.0.2.40"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryCodeAsync("192.0.2.40", forwarded: "198.51.100.7"));
        Assert.Equal(HttpStatusCode.OK, await TryCodeAsync("192.0.2.41", forwarded: "198.51.100.8"));
        var sources = await SourcesAsync();
        Assert.Contains("192.0.2.41", sources);
        Assert.DoesNotContain("198.51.100.8", sources);
    }

    [Fact]
    public async Task A_known_proxy_is_believed_and_what_was_forged_before_it_is_not()
    {
        Assert.Equal(HttpStatusCode.OK, await TryCodeAsync(LimitedSite.Proxy, forwarded: "203.0.113.9, 198.51.100.50"));
        var sources = await SourcesAsync();
        Assert.Contains("198.51.100.50", sources);
        Assert.DoesNotContain("203.0.113.9", sources);
        Assert.DoesNotContain(LimitedSite.Proxy, sources);
    }

    private static Task<Page> SaveNameAsync(Browser browser) => SaveAsync(browser, "/apply/name", ("NameUsed", "Rowan Adeyemi"));

    private static async Task<Page> SaveAsync(Browser browser, string path, params (string Name, string Value)[] values)
    {
        await browser.GetAsync(path);
        return await browser.PostFormAsync(path, values);
    }

    private LimitedSite From(string address)
    {
        site.Source = address;
        return site;
    }

    private async Task<HttpStatusCode> WearOutAsync(string address)
    {
        var last = HttpStatusCode.OK;
        for (var i = 0; i <= LimitedSite.Starts; i++)
        {
            last = await TryCodeAsync(address);
        }

        return last;
    }

    private async Task<HttpStatusCode> TryCodeAsync(string address, string? forwarded = null)
    {
        using var browser = From(address).NewBrowser();
        if (forwarded is not null)
        {
            browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
        }

        return (await SaveAsync(browser, "/apply/return", ("Code", "48RK-T6WD-0J1N-7YHC"))).Status;
    }

    private Task<List<string?>> SourcesAsync() => site.InDatabaseAsync(async d =>
        (await d.Set<AuditSource>().AsNoTracking().Select(s => s.Address).ToListAsync()).ConvertAll<string?>(a => a));

    /// <summary>The site with low limits and one known proxy, whose requests come from where a test says.</summary>
    public sealed class LimitedSite : TestSite
    {
        /// <summary>How often a source may begin or open a form.</summary>
        public const int Starts = 6;

        /// <summary>How often one form may be sent.</summary>
        public const int Answers = 8;

        /// <summary>The proxy that is believed.</summary>
        public const string Proxy = "10.1.2.3";

        /// <summary>Where the next requests come from.</summary>
        public string Source { get; set; } = "192.0.2.99";

        /// <inheritdoc />
        protected override IEnumerable<(string Key, string Value)> Settings() =>
        [
            .. base.Settings().Where(s => !s.Key.StartsWith("Limits:Form", StringComparison.Ordinal)),
            ("Limits:FormStarts", $"{Starts}"),
            ("Limits:FormAnswers", $"{Answers}"),
            ("Proxy:Known:0", "10.0.0.0/8"),
        ];

        /// <inheritdoc />
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new ComesFrom(this)));
        }

        private sealed class ComesFrom(LimitedSite site) : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use((context, go) =>
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(site.Source);
                    return go(context);
                });
                next(app);
            };
        }
    }
}
