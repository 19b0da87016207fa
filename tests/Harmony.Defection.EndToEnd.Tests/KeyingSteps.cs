using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>What happens to a form that came by post (P1).</summary>
internal static partial class KeyingSteps
{
    private static readonly FilePayload Scan = new()
    {
        Name = "scan.pdf",
        MimeType = "application/pdf",
        Buffer = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray(),
    };

    /// <summary>The General Secretary keys it in, with its scan, and sends it to a second person.</summary>
    /// <returns>The path of the keyed form.</returns>
    public static async Task<string> KeyInAsync(Visitor secretary)
    {
        await secretary.GoAsync("/keying/new");
        await secretary.TickAsync("By post");
        await secretary.FieldsAsync(
            ("ReceivedOn.Day", secretary.Today.Day), ("ReceivedOn.Month", secretary.Today.Month), ("ReceivedOn.Year", secretary.Today.Year));
        await secretary.Page.Locator("input[type=file]").SetInputFilesAsync(Scan);
        await secretary.PressAsync("Go on");
        var path = new Uri(secretary.Page.Url).AbsolutePath;

        await secretary.Page.Locator("[name='Offices.Held[0].Kind']").SelectOptionAsync(new SelectOptionValue { Label = "Town councillor" });
        await secretary.Page.Locator("[name='Offices.Held[0].SocietyId']").SelectOptionAsync(new SelectOptionValue { Label = "Wexcombe Constituency Society" });
        await secretary.ChooseAsync("Area.Basis", "Residence");
        await secretary.FieldsAsync(
            ("Name.NameUsed", "Silas Penhale"), ("Birth.Born.Day", "3"), ("Birth.Born.Month", "4"), ("Birth.Born.Year", "1971"),
            ("Contact.HomePhone", "01632 960771"), ("Contact.AddressLine1", "2 Ropewalk"), ("Contact.Town", "Wexcombe"), ("Contact.Postcode", "WX2 9QT"),
            ("Offices.Held[0].Body", "Wexcombe Town Council"), ("Offices.Held[0].Area", "Mill Lane"), ("Offices.Held[0].Since.Month", "5"), ("Offices.Held[0].Since.Year", "2023"),
            ("Area.LivedSince.Month", "1"), ("Area.LivedSince.Year", "2010"), ("Area.Statement", "I was born in Mill Lane ward."),
            ("Signed.On.Day", secretary.Today.Day), ("Signed.On.Month", secretary.Today.Month), ("Signed.On.Year", secretary.Today.Year));
        await secretary.TickAsync("An independent");
        await secretary.TickAsync("They say that there is no job to list");
        await secretary.TickAsync("No");
        await secretary.TickAsync("Every undertaking and the consent are ticked and signed on the paper");
        await secretary.TickAsync("I have compared it with the original: send it to a second person");
        await secretary.PressAsync("Save");
        return path;
    }

    /// <summary>A researcher compares it with the scan and confirms it.</summary>
    /// <returns>The application's reference.</returns>
    public static async Task<string> ConfirmAsync(Visitor researcher, string keyed)
    {
        await researcher.GoAsync($"{keyed}/confirm");
        Assert.Contains("Silas Penhale", await researcher.WordsAsync(), StringComparison.Ordinal);
        await researcher.PressAsync("It is the same: confirm");
        return ReferencePattern().Match(await researcher.WordsAsync()).Value;
    }

    [GeneratedRegex("HD-[0-9A-Z]{4}-[0-9A-Z]{2}")]
    private static partial Regex ReferencePattern();
}
