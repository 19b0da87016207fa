using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>What a person was told is saved, is saved (DU1): the application as a process of its own, killed right after its answer.</summary>
public sealed partial class KilledProcessTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Killing_the_process_right_after_the_page_that_says_so_loses_nothing()
    {
        var known = await site.InDatabaseAsync(d => d.Set<DefectionApplication>().CountAsync());
        var (process, address) = await StartAsync();
        string reference, link;
        try
        {
            using var browser = NewBrowser(address);
            await browser.GetAsync("/");
            await browser.SendAsync("/apply");
            foreach (var (path, values) in await site.PartsAsync())
            {
                // The process has the real clock, by which a fixed end of term would pass one day.
                await browser.AnswerAsync(path, [.. values.Where(v => !v.Name.StartsWith("TermEnds", StringComparison.Ordinal))]);
            }

            await browser.GetAsync("/apply/check");
            var sent = await browser.SendAsync("/apply/send");
            Assert.Equal("We have your application", sent.Title);
            reference = ReferencePattern().Match(sent.Words).Value;
            link = LinkPattern().Match(sent.Words).Value;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        Assert.Equal([reference], await site.InDatabaseAsync(d => d.Set<DefectionApplication>().Skip(known).Select(a => a.Reference).ToListAsync()));
        var (again, newAddress) = await StartAsync();
        try
        {
            using var browser = NewBrowser(newAddress);
            var page = await browser.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(reference, page.Words, StringComparison.Ordinal);
        }
        finally
        {
            again.Kill(entireProcessTree: true);
            await again.WaitForExitAsync();
            again.Dispose();
            process.Dispose();
        }
    }

    private static Browser NewBrowser(string address) =>
        new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) });

    /// <summary>Starts the application on the site's database, on a free port.</summary>
    private async Task<(Process Process, string Address)> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Sources.Root };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__DataFolder"] = Path.Combine(site.Folder, "data");
        start.Environment["Storage__KeyFolder"] = Path.Combine(site.Folder, "keys");
        start.Environment["Mail__Folder"] = Path.Combine(site.Folder, "mail");
        start.Environment["Sample__Enabled"] = "false";
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (ListeningPattern().Match(line) is { Success: true } listening)
            {
                _ = process.StandardError.ReadToEndAsync();
                return (process, listening.Groups["address"].Value);
            }
        }

        throw new InvalidOperationException("The application did not start.");
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ListeningPattern();

    [GeneratedRegex("HD-[0-9A-Z]{4}-[0-9A-Z]{2}")]
    private static partial Regex ReferencePattern();

    [GeneratedRegex("/application/[a-z0-9]{26}")]
    private static partial Regex LinkPattern();
}
