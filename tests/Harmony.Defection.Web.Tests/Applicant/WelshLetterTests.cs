using AngleSharp.Html.Parser;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Testing.Mail;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Applicant;

/// <summary>A site whose mail goes to a mail server of this machine.</summary>
public sealed class MailingSite : TestSite
{
    /// <summary>The mail server.</summary>
    public SmtpServerForTests Mail { get; } = SmtpServerForTests.Start();

    /// <inheritdoc />
    protected override IEnumerable<(string Key, string Value)> Settings() =>
    [
        .. base.Settings(), ("Mail:Host", "127.0.0.1"), ("Mail:Port", Mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Mail:Security", "None"), ("Mail:FromAddress", "messages@party.example"),
    ];

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>What an applicant who filled in the form in Welsh gets: letters, e-mails and their page.</summary>
public sealed class WelshLetterTests(MailingSite site) : IClassFixture<MailingSite>
{
    private const string Address = "ymgeisydd@defector.example";

    [Fact]
    public async Task An_application_made_in_Welsh_is_acknowledged_in_Welsh_by_letter_and_by_e_mail()
    {
        var (id, _, token) = await WelshAsync(Address);
        var letter = await LetterAsync(id, LetterKind.Acknowledgement);
        Assert.Equal(Languages.Welsh, letter.Language);
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync($"/application/{token}/letters/{letter.Id}");
        Assert.Equal(("cy", "Mae eich cais wedi ein cyrraedd"), (page.Document.DocumentElement.GetAttribute("lang"), page.Title));
        Assert.Contains($"ar {Day(site.Clock.Now(), Languages.Welsh)}.", page.Words, StringComparison.Ordinal);

        await site.Services.GetRequiredService<OutboxWorker>().SendDueAsync();
        var mail = await site.Mail.WaitForAsync(Address);
        Assert.Contains("Mae neges newydd i chi.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Anfonwyd y neges hon yn awtomatig.", mail.TextBody, StringComparison.Ordinal);
        var html = new HtmlParser().ParseDocument(mail.HtmlBody!);
        Assert.Equal("cy", html.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Mae neges newydd i chi.", html.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("message", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(("Mae gennych neges newydd", "Negeseuon diogel"), (mail.Subject, mail.From[0].Name));
    }

    [Fact]
    public async Task A_letter_that_staff_or_the_clock_cause_is_in_Welsh_too_with_Welsh_dates_and_what_they_typed_as_they_typed_it()
    {
        var (id, reference, _) = await WelshAsync(null);
        await site.Walk.ToAsync(id, Stage.Verification);
        var researcher = await site.Walk.PersonAsync("research@harmony.example");
        await site.UseAsync<VerificationDesk, bool>(async desk =>
        {
            await desk.PutFindingAsync(id, CheckItem.DateOfBirth, "The year does not match.", researcher);
            return true;
        });
        var due = await site.InDatabaseAsync(d => d.Set<AdverseFinding>().Where(f => f.ApplicationId == id).Select(f => f.AnswerDueAt).SingleAsync());
        var letter = await LetterAsync(id, LetterKind.Finding);
        Assert.True(letter.ByPost);

        using var secretary = await site.SignedInAsync("secretary.general@harmony.example");
        var printed = await secretary.GetAsync($"/post/{letter.Id}");
        Assert.Equal("en-GB", printed.Document.DocumentElement.GetAttribute("lang"));
        var article = printed.Document.QuerySelector("article[lang=cy]")!.TextContent;
        Assert.Contains("Mae rhywbeth na allem ei gadarnhau", article, StringComparison.Ordinal);
        Assert.Contains("Dyddiad geni", article, StringComparison.Ordinal);
        Assert.Contains("The year does not match.", article, StringComparison.Ordinal);
        Assert.Contains(Say(due), article, StringComparison.Ordinal);
        Assert.Contains($"Cyfeirnod {reference}", article, StringComparison.Ordinal);
        Assert.Contains(Day(letter.WrittenAt, Languages.Welsh), article, StringComparison.Ordinal);

        static string Say(DateTime at)
        {
            using (Languages.Speak(Languages.Welsh))
            {
                return UkTime.SayWithWeekday(at);
            }
        }
    }

    [Fact]
    public async Task The_page_opens_in_the_language_of_the_form_and_a_letter_keeps_its_own_when_the_page_is_read_in_English()
    {
        var (id, _, token) = await WelshAsync(Address);
        using var browser = site.NewBrowser();
        var status = await browser.GetAsync($"/application/{token}");
        Assert.Equal("cy", status.Document.DocumentElement.GetAttribute("lang"));
        status = await browser.SendAsync("/language", ("Language", "en"));
        Assert.Equal(("en-GB", "We have your application"), (status.Document.DocumentElement.GetAttribute("lang"), status.Title));

        var letter = await browser.GetAsync($"/application/{token}/letters/{(await LetterAsync(id, LetterKind.Acknowledgement)).Id}");
        Assert.Equal("en-GB", letter.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains(
            Day(site.Clock.Now(), Languages.Welsh), letter.Document.QuerySelector("article[lang=cy]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_lost_is_sent_in_the_language_of_the_form_whoever_asks()
    {
        const string Lost = "coll@defector.example";
        var (_, reference, _) = await WelshAsync(Lost);
        using var browser = site.NewBrowser();
        await browser.GetAsync("/lost-link");
        await browser.SendAsync("/lost-link", ("Reference", reference), ("Email", Lost));
        await site.Services.GetRequiredService<OutboxWorker>().SendDueAsync();
        Assert.Contains("Mae neges newydd i chi.", (await site.Mail.WaitForAsync(Lost, after: 1)).TextBody, StringComparison.Ordinal);
    }

    private static string Day(DateTime at, string language)
    {
        using (Languages.Speak(language))
        {
            return UkTime.Say(UkTime.Day(at));
        }
    }

    private Task<(Guid Id, string Reference, string Token)> WelshAsync(string? email) =>
        site.ApplicationAtAsync(Stage.Received, email: email, language: Languages.Welsh);

    private Task<ApplicantLetter> LetterAsync(Guid id, LetterKind kind) =>
        site.InDatabaseAsync(d => d.Set<ApplicantLetter>().AsNoTracking().SingleAsync(l => l.ApplicationId == id && l.Kind == kind));
}
