namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>The form for somebody without a mouse who needs everything large: 1280 × 1024 px at 400 % zoom are 320 × 256 px.</summary>
public sealed class KeyboardTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["NameUsed"] = "Marged Okafor", ["LegalName"] = "Margaret Okafor-Lloyd",
        ["Born.Day"] = "14", ["Born.Month"] = "February", ["Born.Year"] = "1983",
        ["HomePhone"] = "01632 960346 ext 2", ["TextRelay"] = "true", ["AddressLine1"] = "9 Chandlers Row", ["Town"] = "Wexcombe", ["Postcode"] = "wx4 7pd",
        ["Kind"] = "Borough councillor", ["Body"] = "Wexcombe Borough Council", ["Area"] = "Saltmarket", ["SocietyId"] = "Wexcombe Constituency",
        ["Since.Month"] = "5", ["Since.Year"] = "2023", ["SitsAs"] = "PartyMember", ["Party"] = "Civic Alliance",
        ["Basis"] = "Residence", ["LivedSince.Month"] = "6", ["LivedSince.Year"] = "2019", ["Statement"] = "I have lived by the weir since 2019.",
        ["Files"] = "tenancy.pdf",
        ["Title"] = "Teaching assistant", ["Employer"] = "Dene Primary School", ["Started.Month"] = "9", ["Started.Year"] = "2019",
        ["Platform"] = "Mastodon", ["Name"] = "@margedokafor", ["HasPrivateAccounts"] = "True",
        ["Why"] = "Listening needs a party that votes on what it hears.",
        ["FourPrinciples"] = "true", ["Consensus"] = "true", ["PrivateAccounts"] = "true", ["PrivacyConsent"] = "true",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_whole_form_is_filled_in_and_sent_by_keyboard_alone_at_four_hundred_per_cent_with_and_without_script(bool script)
    {
        await using var applicant = await site.OpenAsync("keyboard", script, width: 320);
        await applicant.Page.SetViewportSizeAsync(320, 256);
        var keyboard = new Keyboard(applicant);
        await applicant.GoAsync("/");
        await keyboard.PressAsync("Start your application");
        await keyboard.PressAsync("Begin with your name");

        // An answer left out: its link in the summary, which has the focus where there is script, leads into the field; what is typed there is taken.
        await keyboard.AnswerAsync(new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.True(!script || (await keyboard.SpotAsync()).Text.Contains("Enter your full name", StringComparison.Ordinal));
        await keyboard.TabToAsync("Enter your full name");
        await applicant.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("NameUsed", (await keyboard.SpotAsync()).Name);
        await applicant.Page.Keyboard.TypeAsync("Marged Okafor");
        await keyboard.EnterAsync();

        for (var pages = 0; new Uri(applicant.Page.Url).AbsolutePath != "/apply/check"; pages++)
        {
            Assert.True(pages < 20, $"The form goes round: {applicant.Page.Url}");
            await keyboard.AnswerAsync(Answers);
            Assert.False((await applicant.Page.TitleAsync()).StartsWith("Error", StringComparison.Ordinal), await applicant.WordsAsync());
        }

        var check = await applicant.WordsAsync();
        foreach (var shown in (string[])["14 February 1983", "WX4 7PD", "01632 960346 ext 2", "tenancy.pdf", "Civic Alliance", "Please call by text relay"])
        {
            Assert.Contains(shown, check, StringComparison.Ordinal);
        }

        await keyboard.PressAsync("Send my application");
        Assert.Equal("We have your application", await applicant.TitleAsync());
    }
}
