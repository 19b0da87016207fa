using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>Fills in the public form as an applicant does, page by page, without script.</summary>
internal static partial class FormFilling
{
    /// <summary>The first bytes of a PDF, and a little more.</summary>
    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"u8.ToArray();

    /// <summary>A browser in which a form is begun.</summary>
    public static async Task<Browser> BeginAsync(this TestSite site)
    {
        var browser = site.NewBrowser();
        await browser.GetAsync("/");
        await browser.SendAsync("/apply");
        return browser;
    }

    /// <summary>The answers of every part, by its path.</summary>
    public static async Task<IReadOnlyList<(string Path, (string Name, string Value)[] Values)>> PartsAsync(this TestSite site)
    {
        var society = await site.SocietyAsync(SampleWorld.Wexcombe);
        return
        [
            ("/apply/name", [("NameUsed", "Marged Okafor"), ("LegalName", "Margaret Okafor-Lloyd"), ("PreviousNames", "Margaret Lloyd")]),
            ("/apply/date-of-birth", [("Born.Day", "14"), ("Born.Month", "February"), ("Born.Year", "1983")]),
            ("/apply/contact",
            [
                ("HomePhone", "01632 960118"), ("MobilePhone", "07700 900346"), ("NoVoiceCalls", "true"), ("Email", "marged@okafor.example"),
                ("AddressLine1", "9 Chandlers Row"), ("AddressLine2", "Flat 2"), ("Town", "Wexcombe"), ("County", "Saltshire"), ("Postcode", " wx47pd "),
            ]),
            ("/apply/office/new",
            [
                ("Kind", DefaultOfficeKinds.Named("Borough councillor").Id.ToString()), ("Body", "Wexcombe Borough Council"), ("Area", "Saltmarket"),
                ("SocietyId", society.Id.ToString()), ("Since.Month", "5"), ("Since.Year", "2023"), ("TermEnds.Month", "5"), ("TermEnds.Year", "2027"),
                ("PublicPage", "wexcombe.example/councillors/okafor"),
            ]),
            ("/apply/office", [("SitsAs", "PartyMember"), ("Party", "Civic Alliance")]),
            ("/apply/area",
            [
                ("Basis", "Residence"), ("LivedSince.Month", "6"), ("LivedSince.Year", "2024"), ("Statement", "I have lived by the weir since June 2024."),
            ]),
            ("/apply/employment",
            [
                ("Title", "Teaching assistant"), ("Employer", "Dene Primary School"), ("Started.Month", "9"), ("Started.Year", "2019"),
                ("Gaps", "I cared for my father in 2018."),
            ]),
            ("/apply/accounts", [("Platform", "Mastodon"), ("Name", "@margedokafor"), ("HasPrivateAccounts", "true")]),
            ("/apply/reasons", [("Why", "Listening needs a party that votes on what it hears.")]),
            ("/apply/undertakings",
            [
                ("FourPrinciples", "true"), ("Consensus", "true"), ("PrivateAccounts", "true"), ("PrivacyConsent", "true"),
            ]),
        ];
    }

    /// <summary>Answers one part.</summary>
    public static async Task<Page> AnswerAsync(this Browser browser, string path, params (string Name, string Value)[] values)
    {
        await browser.GetAsync(path);
        return await browser.SendAsync(path, values);
    }

    /// <summary>Answers the part on offices: one, in the Society of Wexcombe or another.</summary>
    public static async Task AnswerOfficeAsync(this TestSite site, Browser browser, Society? society = null)
    {
        foreach (var (path, values) in (await site.PartsAsync()).Where(p => p.Path.StartsWith("/apply/office", StringComparison.Ordinal)))
        {
            await browser.AnswerAsync(path, [.. values.Select(v => v.Name == "SocietyId" && society is not null ? (v.Name, society.Id.ToString()) : v)]);
        }
    }

    /// <summary>Answers every part; the check before sending is shown then.</summary>
    public static async Task<Browser> FillInAsync(this TestSite site)
    {
        var browser = await site.BeginAsync();
        foreach (var (path, values) in await site.PartsAsync())
        {
            await browser.AnswerAsync(path, values);
        }

        await browser.GetAsync("/apply/check");
        return browser;
    }

    /// <summary>Uploads files on the page of proof.</summary>
    public static async Task<Page> UploadAsync(this Browser browser, params (string Name, byte[] Content)[] files)
    {
        await browser.GetAsync("/apply/area/proof");
        var token = browser.Shown.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("true"), "Another" },
        };
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "Files", FileNameStar = name };
            content.Add(part);
        }

        return await browser.PostAsync("/apply/area/proof", content);
    }

    /// <summary>Gives the contact details with an e-mail address, and confirms it by the code that is sent to it where that is wanted.</summary>
    public static async Task GiveEmailAsync(this TestSite site, Browser browser, string email, bool confirm)
    {
        var values = (await site.PartsAsync()).Single(p => p.Path == "/apply/contact").Values.Where(v => v.Name != "Email");
        await browser.AnswerAsync("/apply/contact", [.. values, ("Email", email)]);
        if (confirm)
        {
            await browser.SendAsync("/apply/contact/confirm", ("Code", FiguresIn((await site.LastMailAsync(email)).TextBody)));
        }
    }

    /// <summary>The newest e-mail to an address, once what waits has been sent.</summary>
    public static async Task<MimeMessage> LastMailAsync(this TestSite site, string email)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.Services.GetRequiredService<OutboxWorker>().SendDueAsync();
        var mails = Directory.GetFiles(Path.Combine(site.Folder, "mail"), "*.eml").Select(f => MimeMessage.Load(f));
        return mails.Where(m => m.To.Mailboxes.Any(to => to.Address == email)).OrderBy(m => m.Date).Last();
    }

    /// <summary>The six figures in a message.</summary>
    public static string FiguresIn(string? text) => SixFigures().Match(text ?? string.Empty).Value;

    /// <summary>A Society of the sample.</summary>
    public static Task<Society> SocietyAsync(this TestSite site, string name) =>
        site.InDatabaseAsync(d => d.Set<Society>().AsNoTracking().SingleAsync(s => s.Name == name));

    /// <summary>The draft begun last.</summary>
    public static Task<Draft> LastDraftAsync(this TestSite site) =>
        site.InDatabaseAsync(d => d.Set<Draft>().AsNoTracking().OrderByDescending(x => x.BegunAt).ThenByDescending(x => x.Id).FirstAsync());

    /// <summary>The answers of the draft begun last.</summary>
    public static async Task<FormAnswers> LastAnswersAsync(this TestSite site)
    {
        var draft = await site.LastDraftAsync();
        return draft.Read(site.Services.GetRequiredService<Domain.Privacy.IVault>());
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixFigures();
}
