using Microsoft.Playwright;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>One browser for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The sandbox cannot be had by root, and nowhere else is it switched off.
    private static readonly string[] Switches =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? (string[])["--no-sandbox"] : [],
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A new window with cookies of its own.</summary>
    public async Task<IBrowserContext> NewWindowAsync(string address, bool script = true, int width = 1280, int height = 900) =>
        await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            JavaScriptEnabled = script,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : null,
            ChromiumSandbox = !Environment.IsPrivilegedProcess,
            Args = Switches,
        });
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
