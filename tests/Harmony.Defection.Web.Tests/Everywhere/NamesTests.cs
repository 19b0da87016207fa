using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Harmony.Defection.Web.Tests.Everywhere;

/// <summary>Rule 26: the Party and its bodies are renamed, and the old names are nowhere: no page of any role, no letter, no e-mail.</summary>
public sealed partial class NamesTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly PartyNames Renamed = new()
    {
        Party = "Concord Union",
        ShortName = "Concord",
        ResearchWorkingGroup = "Vetting Circle",
        Research = "Vetting",
        OperationalWorkingGroup = "Running Circle",
        GeneralSecretary = "Convenor",
        CommitteeForResolutions = "Board of Fairness",
        SocietyForElections = "Polling League",
        Representative = "Concord voice",
        Kernel = "Founding Charter",
        FourPrinciples = "Four Pillars",
    };

    // What the Party wrote into its releases is its own text, and the sample's stays as it was released.
    private static readonly string[] LeftOut = ["/operations/releases/1", "/operations/releases/2", "/development/"];

    [Fact]
    public async Task No_page_of_any_role_no_letter_and_no_email_bears_an_old_name()
    {
        await RenameAsync();
        var tokens = await Crawler.FillAsync(site);
        var wrong = new List<string>();
        var count = 0;
        foreach (var email in Crawler.Everybody)
        {
            IEnumerable<string> first = email is null
                ? ["/", "/policy", "/privacy", "/help", .. tokens.SelectMany(t => new[] { $"/application/{t}", $"/application/{t}/form" })]
                : ["/work", "/assembly", "/account", "/keying/new", "/post"];
            foreach (var reached in await Crawler.FollowAsync(site, email, 5, first))
            {
                count++;
                if (!LeftOut.Any(p => reached.Path.StartsWith(p, StringComparison.Ordinal)))
                {
                    wrong.AddRange(OldNamesIn(ReadOn(reached.Page)).Select(n => $"{n.Said} on {reached.Path} ({email ?? "a stranger"}): {n.Around}"));
                }
            }
        }

        await site.Services.GetRequiredService<OutboxWorker>().SendDueAsync();
        var mails = Directory.GetFiles(Path.Combine(site.Folder, "mail"), "*.eml", SearchOption.AllDirectories).Select(f => MimeMessage.Load(f)).ToList();
        foreach (var mail in mails)
        {
            wrong.AddRange(OldNamesIn($"{mail.From} {mail.Subject} {mail.TextBody} {mail.HtmlBody}").Select(n => $"{n.Said} in an e-mail: {n.Around}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal).Take(200)));
        Assert.True(count > 150 && mails.Count > 10, $"Only {count} pages and {mails.Count} e-mails were read.");
    }

    [Fact]
    public async Task The_form_bears_the_new_names_from_first_to_last_page()
    {
        await RenameAsync();
        using var browser = site.NewBrowser();
        await browser.GetAsync("/");
        await browser.SendAsync("/apply");
        foreach (var part in Features.Apply.FormMap.Parts)
        {
            var page = await browser.GetAsync(part.Path);
            Assert.StartsWith("Concord Union", page.Document.QuerySelector(".hd-top__name")!.TextContent.Trim(), StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector(".hd-top__name img"));
            Assert.Contains("Defection Form, released 1 June 2026", page.Words, StringComparison.Ordinal);
            Assert.Empty(OldNamesIn(ReadOn(page)).Select(n => $"{n.Said} on {part.Path}: {n.Around}"));
        }
    }

    private static IEnumerable<(string Said, string Around)> OldNamesIn(string text) => OldNames().Matches(text)
        .Select(m => (m.Value, text[Math.Max(0, m.Index - 60)..Math.Min(text.Length, m.Index + 60)].ReplaceLineEndings(" ")));

    /// <summary>All that a page says, to the eye and to a screen reader; values that only the program reads are left out.</summary>
    private static string ReadOn(Page page) => string.Join(
        '\n',
        page.Document.QuerySelectorAll("*").SelectMany(e => new[] { "alt", "aria-label", "title", "placeholder" }.Select(e.GetAttribute)).OfType<string>()
            .Prepend(page.Words).Prepend(page.Document.Title));

    private async Task RenameAsync()
    {
        var person = await site.Walk.PersonAsync("operations@harmony.example");
        await site.UseAsync<PartyDesk, bool>(async desk =>
        {
            await desk.SetAsync(Renamed, PartyColours.Usual, (await desk.FormAsync()).Version, person);
            return true;
        });
        await site.InDatabaseAsync(async d =>
        {
            if (await d.Set<FormRelease>().CountAsync() == 1)
            {
                d.Add(FormRelease.Make(2, new FormTexts("Be kind.", "I will seek it.", "I will follow.", "I promise.", "We read it.", "Box 1"), false, person, site.Clock.Now()));
            }

            return await d.SaveChangesAsync();
        });
    }

    [GeneratedRegex(
        """
        Harmony(?! Defection)|Research\b|Operational Working Group|General Secretary|Committee for Resolutions|Society for Elections|Ethical Kernel|Four Principles
        """)]
    private static partial Regex OldNames();
}
