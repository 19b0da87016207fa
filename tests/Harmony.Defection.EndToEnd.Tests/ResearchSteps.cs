using Harmony.Defection.Domain.Research;
using Microsoft.Playwright;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>What Research does, each at their own browser.</summary>
internal static class ResearchSteps
{
    /// <summary>Takes the case, records every check and a conversation, and completes verification (P2 to P5).</summary>
    public static async Task VerifyAsync(Visitor researcher, string reference)
    {
        await researcher.GoAsync("/work");
        Assert.Contains(reference, await researcher.WordsAsync(), StringComparison.Ordinal);
        await researcher.GoAsync($"/cases/{reference}");
        await researcher.PressAsync("Take this case");
        await researcher.GoAsync($"/cases/{reference}/checks");
        var checks = await researcher.Page.Locator("main table tbody th a").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
        Assert.Equal(Enum.GetValues<CheckItem>().Length, checks.Distinct(StringComparer.Ordinal).Count());
        foreach (var check in checks.Distinct(StringComparer.Ordinal))
        {
            await researcher.GoAsync(check);
            await researcher.TickAsync("Confirmed");
            await researcher.FieldsAsync(("Source", "The council’s public page"));
            await researcher.FieldsAsync(("SeenOn.Day", researcher.Today.Day), ("SeenOn.Month", researcher.Today.Month), ("SeenOn.Year", researcher.Today.Year));
            await researcher.PressAsync("Record this check");
        }

        await researcher.GoAsync($"/cases/{reference}/complete-verification");
        Assert.Contains("(P4)", await researcher.WordsAsync(), StringComparison.Ordinal);
        await researcher.GoAsync($"/cases/{reference}/record-contact");
        await researcher.TickAsync("Phone");
        await researcher.FieldsAsync(
            ("TookPlaceAt.Day", researcher.Today.Day), ("TookPlaceAt.Month", researcher.Today.Month), ("TookPlaceAt.Year", researcher.Today.Year), ("TookPlaceAt.Time", "8:00am"),
            ("Said", "We went through the form together."));
        await researcher.TickAsync("Yes");
        await researcher.PressAsync("Record it");
        await researcher.GoAsync($"/cases/{reference}/complete-verification");
        await researcher.Page.Locator("main form button").First.ClickAsync();
        await researcher.LookAsync();
        Assert.Contains("Sanitisation", await researcher.WordsAsync(), StringComparison.Ordinal);
    }

    /// <summary>Decides every proposed removal, and sends the copy to a second researcher (P6).</summary>
    public static async Task PrepareCopyAsync(Visitor researcher, string reference)
    {
        await researcher.GoAsync($"/cases/{reference}/prepare-copy");
        if (await researcher.Page.GetByRole(AriaRole.Button, new() { Name = "Open and prepare the copy" }).CountAsync() > 0)
        {
            await researcher.PressAsync("Open and prepare the copy");
        }

        foreach (var remove in await researcher.Page.Locator("main input[type=radio][value=Remove]").AllAsync())
        {
            await remove.CheckAsync();
        }

        await researcher.PressAsync("Send to a second researcher");
    }

    /// <summary>Another researcher reads the copy as Members will, and releases it (P6).</summary>
    public static async Task ReleaseAsync(Visitor second, string reference)
    {
        await second.GoAsync($"/cases/{reference}/release-copy");
        var copy = await second.WordsAsync();
        foreach (var removed in (string[])["07700 900346", "okafor.example", "private.example", "WX4 7PD", "Okafor-Lloyd", "Chandlers Row"])
        {
            Assert.DoesNotContain(removed, copy, StringComparison.OrdinalIgnoreCase);
        }

        await second.PressAsync("Release it to the assembly");
    }
}
