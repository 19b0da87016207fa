using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>What an applicant does.</summary>
internal static partial class ApplicantSteps
{
    /// <summary>Fills in the form from the start page to its end and sends it (F1 to F15, P1).</summary>
    /// <returns>The reference and the path of the secret link.</returns>
    public static async Task<(string Reference, string Link)> ApplyAsync(BrowserSite site, Visitor applicant, string email)
    {
        var page = applicant.Page;
        await applicant.GoAsync("/");
        await applicant.PressAsync("Start your application");

        await applicant.GoAsync("/apply/name");
        await applicant.FillAsync("Full name, as you use it", "Marged Okafor");
        await applicant.FillAsync("Legal name, if it differs", "Margaret Okafor-Lloyd");
        await applicant.PressAsync("Save and continue");

        await applicant.GoAsync("/apply/date-of-birth");
        await applicant.FieldsAsync(("Born.Day", "14"), ("Born.Month", "2"), ("Born.Year", "1983"));
        await applicant.PressAsync("Save and continue");

        await applicant.GoAsync("/apply/contact");
        await applicant.FieldsAsync(
            ("HomePhone", "01632 960346"), ("MobilePhone", "07700 900346"), ("Email", email), ("AddressLine1", "9 Chandlers Row"), ("Town", "Wexcombe"), ("Postcode", "WX4 7PD"));
        await applicant.PressAsync("Save and continue");
        await applicant.FillAsync("The code from the e-mail", FiguresPattern().Match(await site.ReadMailAsync(email)).Value);
        await applicant.PressAsync("Confirm");

        await applicant.GoAsync("/apply/office");
        await applicant.SelectAsync("Kind of office", "Borough councillor");
        await applicant.SelectAsync("Society in whose area your office lies", "Wexcombe Constituency Society");
        await applicant.FieldsAsync(("Body", "Wexcombe Borough Council"), ("Area", "Saltmarket"), ("Since.Month", "5"), ("Since.Year", "2023"));
        await applicant.PressAsync("Save and continue");
        await applicant.TickAsync("An independent");
        await applicant.PressAsync("Save and continue");

        await applicant.GoAsync("/apply/area");
        await applicant.TickAsync("I live in the area");
        await applicant.FieldsAsync(
            ("LivedSince.Month", "6"), ("LivedSince.Year", "2019"),
            ("Statement", $"I have lived by the weir since 2019. Ring me on 07700 900346 or write to {email} to see the tenancy; I am at WX4 7PD."));
        await applicant.PressAsync("Save and continue");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Have a second look");
        await applicant.PressAsync("Keep it as it is");
        await page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "tenancy.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray() });
        await applicant.PressAsync("Save and continue");

        await applicant.GoAsync("/apply/employment");
        await applicant.FieldsAsync(
            ("Title", "Teaching assistant"), ("Employer", "Dene Primary School"), ("Started.Month", "9"), ("Started.Year", "2019"));
        await applicant.PressAsync("Save and continue");

        await applicant.GoAsync("/apply/accounts");
        await applicant.SelectAsync("Platform", "Mastodon");
        await applicant.FieldsAsync(("Name", "@margedokafor"));
        await applicant.TickAsync("Yes");
        await applicant.PressAsync("Save and continue");

        await applicant.GoAsync("/apply/reasons");
        await page.Locator("textarea").FillAsync("I have learnt that listening needs a party that decides by what it hears.");
        await applicant.PressAsync("Save and continue");

        await applicant.GoAsync("/apply/undertakings");
        foreach (var box in await page.Locator("main input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await applicant.PressAsync("Save and continue");
        await applicant.GoAsync("/apply/check");
        Assert.Contains("Margaret Okafor-Lloyd", await applicant.WordsAsync(), StringComparison.Ordinal);
        await applicant.PressAsync("Send my application");
        Assert.Equal("We have your application", await applicant.TitleAsync());
        var words = await applicant.WordsAsync();
        return (ReferencePattern().Match(words).Value, LinkPattern().Match(words).Value);
    }

    /// <summary>The path of the link in a message.</summary>
    public static string LinkIn(string mail) => LinkPattern().Match(mail).Value;

    /// <summary>The applicant follows the newest message to their page.</summary>
    public static async Task FollowMailAsync(BrowserSite site, Visitor applicant, string email)
    {
        var link = LinkIn(await site.ReadMailAsync(email));
        Assert.StartsWith("/application/", link, StringComparison.Ordinal);
        await applicant.GoAsync(link);
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex FiguresPattern();

    [GeneratedRegex("HD-[0-9A-Z]{4}-[0-9A-Z]{2}")]
    private static partial Regex ReferencePattern();

    [GeneratedRegex("/application/[a-z0-9]{26}")]
    private static partial Regex LinkPattern();
}
