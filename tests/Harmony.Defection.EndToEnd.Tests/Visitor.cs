using System.Globalization;
using Deque.AxeCore.Playwright;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Sample;
using Microsoft.Playwright;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>
/// Somebody at a browser. Every page they come to is checked by axe (which needs script), and for content that its security policy refused; two
/// pictures, at 390 and 1280 px, are kept where PICTURES names a folder.
/// </summary>
public sealed class Visitor(IPage page, string who, TimeProvider clock, bool script) : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PICTURES");
    private static int pictured;

    private readonly List<string> violations = [];

    /// <summary>The browser's page.</summary>
    public IPage Page => page;

    /// <summary>Whether script runs in it.</summary>
    public bool HasScript => script;

    /// <summary>Opens a window.</summary>
    public static async Task<Visitor> OpenAsync(
        Chromium chromium, string address, string who, TimeProvider clock, bool script = true, int width = 1280)
    {
        var context = await chromium.NewWindowAsync(address, script, width);
        var visitor = new Visitor(await context.NewPageAsync(), who, clock, script);
        visitor.Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                visitor.violations.Add($"{visitor.Page.Url}: {message.Text}");
            }
        };
        return visitor;
    }

    /// <summary>The UK day it is, as the application sees it.</summary>
    public DateOnly Today => UkTime.Day(clock.Now());

    /// <summary>Goes to a path.</summary>
    public async Task GoAsync(string path)
    {
        await page.GotoAsync(path);
        await LookAsync();
    }

    /// <summary>Signs in as a person of the sample.</summary>
    public async Task SignInAsync(string email)
    {
        await GoAsync("/sign-in");
        await FillAsync("E-mail address", email);
        await FillAsync("Password", SampleWorld.Password);
        await PressAsync("Sign in");
    }

    /// <summary>Fills in a field by its label.</summary>
    public Task FillAsync(string label, string value) => page.GetByLabel(label, new() { Exact = true }).FillAsync(value);

    /// <summary>Fills in fields by their names, where one page has several of one label, such as the parts of dates.</summary>
    public async Task FieldsAsync(params (string Name, object Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            await page.Locator($"[name='{name}']").First.FillAsync(string.Create(CultureInfo.InvariantCulture, $"{value}"));
        }
    }

    /// <summary>Chooses a radio by its field and value, where its label goes on into a line of explanation.</summary>
    public Task ChooseAsync(string name, object value) => page.Locator($"input[type=radio][name='{name}'][value='{value}']").CheckAsync();

    /// <summary>Gives an option of a ballot its score.</summary>
    public Task ScoreAsync(string option, int score) =>
        page.Locator($"input[name='{option}'][value='{score.ToString(CultureInfo.InvariantCulture)}']").CheckAsync(new() { Force = true });

    /// <summary>Chooses an option of a list by its label.</summary>
    public Task SelectAsync(string label, string option) =>
        page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Ticks a box or chooses a radio by its label.</summary>
    public Task TickAsync(string label) => page.GetByLabel(label, new() { Exact = true }).First.CheckAsync();

    /// <summary>Presses a button and looks at what comes.</summary>
    public async Task PressAsync(string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
        await LookAsync();
    }

    /// <summary>Follows a link and looks at what comes.</summary>
    public async Task FollowAsync(string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
        await LookAsync();
    }

    /// <summary>The page's main title.</summary>
    public async Task<string> TitleAsync() => (await page.Locator("h1").First.InnerTextAsync()).Trim();

    /// <summary>Everything that can be read on the page.</summary>
    public Task<string> WordsAsync() => page.Locator("body").InnerTextAsync();

    /// <summary>Checks the page that is shown.</summary>
    public async Task LookAsync()
    {
        var wrong = await FindingsAsync();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>What is wrong with the page that is shown: what axe finds, and content that was refused.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync()
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        if (Pictures is not null)
        {
            await PictureAsync(Pictures);
        }

        List<string> wrong = [.. violations];
        violations.Clear();
        if (script)
        {
            wrong.AddRange((await page.RunAxe()).Violations.Select(v =>
                $"{who} at {page.Url}: {v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Select(n => n.Html).Take(3))})"));
        }

        return wrong;
    }

    /// <summary>The page as it is on a phone and on a desk.</summary>
    private async Task PictureAsync(string folder)
    {
        var name = $"{Interlocked.Increment(ref pictured):000}-{who}{new Uri(page.Url).AbsolutePath.Replace('/', '_')}";
        var size = page.ViewportSize!;
        foreach (var width in (int[])[390, 1280])
        {
            await page.SetViewportSizeAsync(width, size.Height);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.{width}.png"), FullPage = true });
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await page.Context.DisposeAsync();
}
