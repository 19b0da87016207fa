using System.Net;
using System.Net.Http.Headers;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Operations;

/// <summary>How the Party appears is set by Operations, and every page follows (F3, rules 26 and 29).</summary>
public sealed class PartySettingsTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Settings = "/operations/settings", Mark = "/operations/settings/mark";

    [Theory]
    [InlineData("research@harmony.example")]
    [InlineData("secretary.general@harmony.example")]
    [InlineData("member@harmony.example")]
    public async Task Nobody_else_finds_the_settings(string email)
    {
        using var browser = await site.SignedInAsync(email);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync(Settings)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync(Mark)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync(Settings, ("Party", "Mine"))).Status);
    }

    [Fact]
    public async Task A_change_holds_from_the_next_request_on_and_is_recorded_with_its_maker()
    {
        using var browser = await site.SignedInAsync("operations@harmony.example");
        using var visitor = site.NewBrowser();
        var before = (await visitor.GetAsync("/")).Document.QuerySelector(".hd-top__name")!.TextContent;
        await browser.GetAsync(Settings);

        var saved = await browser.SendAsync(Settings, ("Party", "Concord Union"), ("HelpEmail", "help@concord.example"), ("SocietyForElections", "Elections Board"));

        Assert.Contains("The settings are saved.", saved.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Concord", before, StringComparison.Ordinal);
        var start = await visitor.GetAsync("/");
        Assert.StartsWith("Concord Union", start.Document.QuerySelector(".hd-top__name")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("help@concord.example", (await visitor.GetAsync("/help")).Words, StringComparison.Ordinal);
        Assert.Equal("Elections Board", await site.InDatabaseAsync(c => c.Set<Society>().Where(s => s.Kind == SocietyKind.Elections).Select(s => s.Name).SingleAsync()));
        var entry = await site.InDatabaseAsync(c => c.Set<AuditEntry>().Where(e => e.Action == "party.changed").OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal("Party,SocietyForElections,HelpEmail", entry.Fields);
        var change = saved.Document.QuerySelector("table tbody tr")!.TextContent;
        Assert.Contains("Hester Quill", change, StringComparison.Ordinal);
        Assert.Contains("Name of the Party; Who steps in for a Society; E-mail address for questions", change, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_page_does_not_undo_what_somebody_else_set()
    {
        using var browser = await site.SignedInAsync("operations@harmony.example");
        using var other = await site.SignedInAsync("operations@harmony.example");
        await browser.GetAsync(Settings);
        await other.GetAsync(Settings);
        await browser.SendAsync(Settings, ("ShortName", "Concord"));

        var stale = await other.SendAsync(Settings, ("ShortName", "Discord"));

        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("Discord", stale.Document.QuerySelector("#ShortName")!.GetAttribute("value"));
        Assert.Equal("Concord", await site.InDatabaseAsync(async c => (await c.Set<PartySettings>().SingleAsync()).Names.ShortName));
    }

    [Fact]
    public async Task Names_in_Welsh_are_shown_to_readers_of_Welsh_and_an_empty_one_leaves_it_to_the_English()
    {
        using var browser = await site.SignedInAsync("operations@harmony.example");
        using var visitor = site.NewBrowser();
        visitor.Client.DefaultRequestHeaders.Add("Accept-Language", "cy");
        var form = await browser.GetAsync(Settings);
        Assert.Contains("While this is empty: Gweithgor Ymchwil", form.Words, StringComparison.Ordinal);

        var saved = await browser.SendAsync(Settings, ("Welsh.Party", " Plaid Cytgord "), ("Welsh.Research", " "));

        Assert.Contains("Names in Welsh", saved.Document.QuerySelector("table tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Plaid Cytgord", (await visitor.GetAsync("/")).Document.QuerySelector(".hd-top__name span")!.FirstChild!.TextContent.Trim());
        Assert.Equal(
            new WelshNames { Party = "Plaid Cytgord" }, await site.InDatabaseAsync(async c => (await c.Set<PartySettings>().SingleAsync()).Names.Welsh));
        await browser.GetAsync(Settings);
        await browser.SendAsync(Settings, ("Welsh.Party", string.Empty));
    }

    [Theory]
    [InlineData("Party", " ", "Enter the name of the Party")]
    [InlineData("GeneralSecretary", "", "Enter what the person who receives forms on paper is called")]
    [InlineData("HelpEmail", "nobody", "Enter an e-mail address, such as name@example.org")]
    [InlineData("SenderName", "Harmony messages", "Leave the Party’s name out: anybody near the applicant’s phone can read this")]
    [InlineData("MessageSubject", "Your defection to HARMONY", "Leave the Party’s name out: anybody near the applicant’s phone can read this")]
    [InlineData("Welsh.SenderName", "Negeseuon Harmony", "Leave the Party’s name out: anybody near the applicant’s phone can read this")]
    [InlineData("Main", "red", "Enter a colour as # and six of 0 to 9 and a to f, such as #a8122a")]
    [InlineData("Main", "#ffcc00", "White text on this colour has a contrast of 1.5. It needs 4.5 or more: choose a darker one")]
    [InlineData("Link", "#ff8888", "A link in this colour has a contrast of 1.9 with the page. It needs 4.5 or more: choose a darker one")]
    public async Task What_cannot_be_used_is_refused_with_a_sentence_and_stays_as_typed(string field, string typed, string sentence)
    {
        using var browser = await site.SignedInAsync("operations@harmony.example");
        await browser.GetAsync(Settings);

        var page = await browser.SendAsync(Settings, ("ShortName", "Harmony"), (field, typed));

        Assert.Equal([sentence], page.Errors);
        Assert.Equal(typed, page.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value") ?? string.Empty);
    }

    [Fact]
    public async Task Colours_reach_every_page_by_an_address_of_their_own()
    {
        using var browser = await site.SignedInAsync("operations@harmony.example");
        using var visitor = site.NewBrowser();
        await browser.GetAsync(Settings);
        await browser.SendAsync(Settings, ("Main", "#0B3D91"), ("Link", "#0b3d91"));

        var address = (await visitor.GetAsync("/help")).Document.QuerySelectorAll("link[rel=stylesheet]")[1].GetAttribute("href")!;
        Assert.Equal("/colours/0b3d91c52b420b3d91ffa3aa.css", address);
        var css = await visitor.LookAsync(address);
        Assert.Contains("--hd-red: #0b3d91;", css.Text, StringComparison.Ordinal);
        Assert.Equal("text/css", css.Headers["Content-Type"].Single().Split(';')[0]);
        Assert.Equal("public, max-age=31536000, immutable", css.Headers["Cache-Control"].Single());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.LookAsync("/colours/000000000000000000ffffff.css")).Status);

        await browser.GetAsync(Settings);
        await browser.SendAsync(Settings, ("Main", PartyColours.Usual.Main), ("Link", PartyColours.Usual.Link));
        Assert.Single((await visitor.GetAsync("/help")).Document.QuerySelectorAll("link[rel=stylesheet]"));
    }

    [Fact]
    public async Task A_mark_is_a_PNG_by_its_content_and_is_served_as_nothing_else()
    {
        using var browser = await site.SignedInAsync("operations@harmony.example");
        using var visitor = site.NewBrowser();
        var png = Png.Square(128, "Hester Quill’s own");

        var done = await SendMarkAsync(browser, png, "logo.svg");
        Assert.Equal(Settings, done.Location);
        var source = (await visitor.GetAsync("/")).Document.QuerySelector(".hd-top__name img")!.GetAttribute("src")!;
        Assert.StartsWith("/mark/", source, StringComparison.Ordinal);
        using var served = await visitor.Client.GetAsync(source);
        Assert.Equal("image/png", served.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", served.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Png.Square(128), await served.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.LookAsync("/mark/0123456789abcdef.png")).Status);

        await browser.GetAsync(Mark);
        await browser.SendAsync(Mark + "/remove");
        Assert.Equal("/mark.svg", (await visitor.GetAsync("/")).Document.QuerySelector(".hd-top__name img")!.GetAttribute("src"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.LookAsync(source)).Status);
    }

    [Fact]
    public async Task What_only_calls_itself_a_PNG_is_refused()
    {
        using var browser = await site.SignedInAsync("operations@harmony.example");
        byte[] svg = [.. "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8];

        Assert.Equal(["This is not a sound PNG picture. Save the mark as PNG and choose it again"], (await SendMarkAsync(browser, svg, "mark.png")).Errors);
        Assert.Equal(["The picture is larger than 200 kB. Choose a smaller one"], (await SendMarkAsync(browser, new byte[PartySettings.MarkBytes + 1], "mark.png")).Errors);
        await browser.GetAsync(Mark);
        Assert.Equal(["Choose the picture of the mark"], (await browser.SendAsync(Mark)).Errors);
    }

    private static async Task<Page> SendMarkAsync(Browser browser, byte[] file, string name)
    {
        var form = await browser.GetAsync(Mark);
        using var picture = new ByteArrayContent(file);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var token = new StringContent(form.Document.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        using var content = new MultipartFormDataContent { { token, "__RequestVerificationToken" }, { picture, "Mark", name } };
        return await browser.PostAsync(Mark, content);
    }
}
