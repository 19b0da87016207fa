using Microsoft.Playwright;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>Save, leave, and return on another device; and the warning before a form closes for want of use.</summary>
public sealed class SaveAndReturnTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_is_saved_left_and_opened_by_its_code_on_another_device(bool script)
    {
        string code;
        await using (var laptop = await site.OpenAsync("laptop", script))
        {
            await BeginAsync(laptop);
            await laptop.PressAsync("Save and come back later");
            code = await laptop.Page.Locator(".hd-code").InnerTextAsync();
            await laptop.PressAsync("Close the form");
            await laptop.GoAsync("/apply/name");
            Assert.Equal("/", new Uri(laptop.Page.Url).AbsolutePath);
        }

        await using var phone = await site.OpenAsync("phone", script, width: 390);
        await phone.GoAsync("/");
        await phone.FollowAsync("Come back to your form");
        await phone.FillAsync("Your return code", "48RK T6WD 0J1N 7YHC");
        await phone.PressAsync("Open my form");
        Assert.Contains("No form is kept under this code", await phone.WordsAsync(), StringComparison.Ordinal);
        await phone.FillAsync("Your return code", code.ToLowerInvariant().Replace('-', ' '));
        await phone.PressAsync("Open my form");
        Assert.Equal("Your application", await phone.TitleAsync());
        await phone.GoAsync("/apply/name");
        Assert.Equal("Rowan Adeyemi", await phone.Page.Locator("#NameUsed").InputValueAsync());
    }

    [Fact]
    public async Task Whoever_is_about_to_be_timed_out_is_warned_and_can_stay_and_keeps_what_was_typed()
    {
        await using var visitor = await site.OpenAsync("slow");
        await visitor.Page.Clock.InstallAsync();
        await BeginAsync(visitor);
        await visitor.GoAsync("/apply/reasons");
        var typed = visitor.Page.Locator("textarea");
        var dialog = visitor.Page.Locator("dialog.hd-closing");
        await typed.FillAsync("Half a thought");
        await visitor.Page.Clock.FastForwardAsync("01:54:50");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await visitor.Page.Clock.FastForwardAsync("00:20");
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await Assertions.Expect(dialog).ToContainTextAsync("In 5 minutes it closes in this browser");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await visitor.LookAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Keep it open" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        Assert.Equal("Half a thought", await typed.InputValueAsync());

        await visitor.Page.Clock.FastForwardAsync("02:00:10");
        await Assertions.Expect(dialog).ToContainTextAsync("What you typed is still on this page");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        Assert.Equal("Half a thought", await typed.InputValueAsync());
    }

    private static async Task BeginAsync(Visitor visitor)
    {
        await visitor.GoAsync("/");
        await visitor.PressAsync("Start your application");
        await visitor.GoAsync("/apply/name");
        await visitor.FillAsync("Full name, as you use it", "Rowan Adeyemi");
        await visitor.PressAsync("Save and continue");
    }
}
