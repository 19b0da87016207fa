using System.Text.Json;
using Microsoft.Playwright;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>Somebody who has a keyboard and nothing else. Whatever has the focus must be in sight.</summary>
/// <param name="visitor">Who.</param>
/// <param name="goOn">What the button of a question is called.</param>
internal sealed class Keyboard(Visitor visitor, string goOn = "Save and continue")
{
    /// <summary>Most presses of the tab key on one page: more would be a trap.</summary>
    private const int Most = 120;

    private const string Focused = """
        () => {
          const it = document.activeElement ?? document.body;
          const box = (it.type === 'radio' || it.type === 'checkbox' ? it.labels[0] ?? it : it).getBoundingClientRect();
          return JSON.stringify({
            Tag: it.localName, Type: it.type ?? '', Name: it.name ?? '', Value: it.value ?? '', Text: it.innerText ?? '', IsChecked: it.checked === true,
            IsInSight: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth });
        }
        """;

    private IPage Page => visitor.Page;

    /// <summary>Tabs to a link or button that begins with some words, and presses it.</summary>
    public async Task PressAsync(string text)
    {
        await TabToAsync(text);
        await EnterAsync();
    }

    /// <summary>Tabs to a link or button that begins with some words.</summary>
    public async Task TabToAsync(string text)
    {
        for (var i = 0; i < Most; i++)
        {
            var at = await TabAsync();
            if (at.Tag is "a" or "button" && at.Text.StartsWith(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"No way by the tab key to “{text}” at {Page.Url}.");
    }

    /// <summary>Tabs through a question, answers each of its fields that has an answer, and goes on.</summary>
    public async Task AnswerAsync(IReadOnlyDictionary<string, string> answers)
    {
        for (var i = 0; i < Most; i++)
        {
            var at = await TabAsync();
            if (at is { Tag: "button" } && at.Text == goOn)
            {
                await EnterAsync();
                return;
            }

            if (at.Name.Length > 0 && answers.TryGetValue(at.Name, out var answer))
            {
                await FillAsync(at, answer);
            }
        }

        Assert.Fail($"No way by the tab key through the question at {Page.Url}.");
    }

    /// <summary>Presses Enter and looks at the page that comes.</summary>
    public async Task EnterAsync()
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        await Page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Page.Load -= Loaded;
        await visitor.LookAsync();
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{Page.Url} is wider than its window.");
    }

    /// <summary>What has the focus.</summary>
    public async Task<Spot> SpotAsync() => JsonSerializer.Deserialize<Spot>(await Page.EvaluateAsync<string>(Focused))!;

    private async Task<Spot> TabAsync()
    {
        await Page.Keyboard.PressAsync("Tab");
        var at = await SpotAsync();
        Assert.True(at.Tag == "body" || at.IsInSight, $"{at.Tag} {at.Name} “{at.Text}” at {Page.Url} has the focus and is out of sight.");
        return at;
    }

    private async Task FillAsync(Spot at, string answer)
    {
        switch (at.Tag, at.Type)
        {
            case (_, "radio"):
                for (var i = 0; i < 10 && at.Value != answer; i++)
                {
                    await Page.Keyboard.PressAsync("ArrowDown");
                    at = await SpotAsync();
                }

                if (!at.IsChecked)
                {
                    await Page.Keyboard.PressAsync("Space");
                }

                break;
            case (_, "checkbox"):
                await Page.Keyboard.PressAsync("Space");
                break;
            case (_, "file"):
                var file = new FilePayload { Name = answer, MimeType = "application/pdf", Buffer = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"u8.ToArray() };
                if (!visitor.HasScript)
                {
                    // The driver hears of the browser's own dialogue through script alone.
                    await Page.Locator(":focus").SetInputFilesAsync(file);
                    break;
                }

                var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.Keyboard.PressAsync("Enter"));
                await chooser.SetFilesAsync(file);
                break;
            default:
                await Page.Keyboard.TypeAsync(answer);
                break;
        }
    }

    /// <summary>Something that has the focus.</summary>
    internal sealed record Spot(string Tag, string Type, string Name, string Value, string Text, bool IsChecked, bool IsInSight);
}
