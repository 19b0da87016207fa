using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>The form from the start page to a stored application (F1 to F15, P1).</summary>
public sealed class WholeFormTests(TestSite site) : IClassFixture<TestSite>
{
    private IVault Vault => site.Services.GetRequiredService<IVault>();

    [Fact]
    public async Task A_form_filled_in_without_script_becomes_an_application_with_everything_that_was_asked()
    {
        using var browser = await site.BeginAsync();
        Assert.Equal("Your application", browser.Shown.Title);
        var last = browser.Shown;
        foreach (var (path, values) in await site.PartsAsync())
        {
            last = await browser.AnswerAsync(path, values);
            Assert.True(last.Errors.Count == 0, $"{path}: {string.Join("; ", last.Errors)}");
        }

        await browser.UploadAsync(("council tax 2026.pdf", FormFilling.Pdf));
        last = await browser.GetAsync("/apply/check");
        Assert.Equal("Check your answers", last.Title);
        Assert.Contains("council tax 2026.pdf", last.Words, StringComparison.Ordinal);
        last = await browser.SendAsync("/apply/send");
        Assert.Equal("We have your application", last.Title);

        var reference = last.Document.QuerySelector(".hd-ref--big")!.TextContent.Trim();
        var (application, answers) = await site.InDatabaseAsync(async d =>
        {
            var found = await d.Set<DefectionApplication>().AsNoTracking().SingleAsync(a => a.Reference == reference);
            var form = await d.Set<ApplicationForm>().AsNoTracking().SingleAsync(f => f.Id == found.Id);
            return (found, form.Open(Vault));
        });
        var society = await site.SocietyAsync(SampleWorld.Wexcombe);
        Assert.Equal(Stage.Received, application.Stage);
        Assert.Equal(new NameAnswer("Marged Okafor", "Margaret Okafor-Lloyd", "Margaret Lloyd"), answers.Name);
        Assert.Equal(new DateOnly(1983, 2, 14), answers.DateOfBirth);
        Assert.Equal(
            new ContactAnswer("01632 960118", "07700 900346", true, "marged@okafor.example", "9 Chandlers Row", "Flat 2", "Wexcombe", "Saltshire", "WX4 7PD"),
            answers.Contact);
        var office = Assert.Single(answers.Offices!.Held);
        Assert.Equal(
            new OfficeAnswer(
                office.Id, DefaultOfficeKinds.Named("Borough councillor"), null, "Wexcombe Borough Council", "Saltmarket", society.Id, null,
                new MonthYear(5, 2023), new MonthYear(5, 2027), "https://wexcombe.example/councillors/okafor"),
            office);
        Assert.Equal("Civic Alliance", answers.Offices.Party);
        Assert.Equal(
            new AreaAnswer(AreaBasis.Residence, new MonthYear(6, 2024), "I have lived by the weir since June 2024.", society.AreaRule()), answers.Area);
        var job = Assert.Single(answers.Employment!.Jobs);
        Assert.Equal(("Teaching assistant", "Dene Primary School", "September 2019 to now"), (job.Title, job.Employer, job.Span()));
        Assert.Equal("I cared for my father in 2018.", answers.Employment.Gaps);
        var account = Assert.Single(answers.Accounts!.Accounts);
        Assert.Equal(("Mastodon", "@margedokafor"), (account.Platform, account.Name));
        Assert.True(answers.Accounts.HasPrivateAccounts);
        Assert.Equal("Listening needs a party that votes on what it hears.", answers.Reasons!.Why);
        await AssertUndertakenAsync(application.Id);
        await AssertFileAsync(application.Id);
    }

    [Fact]
    public async Task Sending_the_form_twice_makes_one_application_and_both_answers_lead_to_it()
    {
        using var browser = await site.FillInAsync();
        var draft = await site.LastDraftAsync();
        var token = browser.Shown.Document.QuerySelector("form[action='/apply/send'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var posts = Enumerable.Range(0, 6).Select(async _ =>
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
            using var answer = await browser.Client.PostAsync("/apply/send", content);
            return (answer.StatusCode, answer.Headers.Location?.OriginalString);
        });
        Assert.All(await Task.WhenAll(posts), a => Assert.Equal((HttpStatusCode.Redirect, "/apply/sent"), a));

        var (applications, letters) = await site.InDatabaseAsync(async d => (
            await d.Set<DefectionApplication>().CountAsync(a => a.Id == draft.Id), await d.Set<ApplicantLetter>().CountAsync(l => l.ApplicationId == draft.Id)));
        Assert.Equal((1, 1), (applications, letters));
        var sent = await browser.GetAsync("/apply/sent");
        var link = sent.Document.QuerySelector("a[href^='/application/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).Status);
    }

    [Fact]
    public async Task The_page_after_sending_shows_the_link_for_half_an_hour_and_the_reference_after_it()
    {
        using var browser = await site.FillInAsync();
        var sent = await browser.SendAsync("/apply/send");
        Assert.NotNull(sent.Document.QuerySelector("a[href^='/application/']"));
        Assert.NotNull((await browser.GetAsync("/apply/sent")).Document.QuerySelector("a[href^='/application/']"));
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        var later = await browser.GetAsync("/apply/sent");
        Assert.Null(later.Document.QuerySelector("a[href^='/application/']"));
        Assert.Equal(sent.Document.QuerySelector(".hd-ref--big")!.TextContent, later.Document.QuerySelector(".hd-ref--big")!.TextContent);

        await browser.SendAsync("/apply/leave");
        Assert.Equal("/", (await browser.LookAsync("/apply/sent")).Location);
    }

    [Fact]
    public async Task A_form_that_is_not_complete_is_not_sent()
    {
        using var browser = await site.BeginAsync();
        await browser.AnswerAsync("/apply/name", ("NameUsed", "Rowan Adeyemi"));
        Assert.Equal("/apply/tasks", (await browser.LookAsync("/apply/check")).Location);
        await browser.GetAsync("/apply/tasks");
        Assert.Equal("/apply/tasks", (await browser.ForgeAsync("/apply/send")).Location);
        Assert.False(await site.InDatabaseAsync(async d => await d.Set<DefectionApplication>().AnyAsync(a => a.Id == d.Set<Draft>().OrderByDescending(x => x.BegunAt).First().Id)));
    }

    [Fact]
    public async Task A_form_thrown_away_is_gone_with_its_files()
    {
        using var browser = await site.BeginAsync();
        await browser.UploadAsync(("bill.pdf", FormFilling.Pdf));
        var draft = await site.LastDraftAsync();
        var file = await site.InDatabaseAsync(d => d.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.ApplicationId == draft.Id));
        await browser.GetAsync("/apply/discard");
        Assert.Contains("thrown away", (await browser.SendAsync("/apply/discard")).Words, StringComparison.Ordinal);
        Assert.False(await site.InDatabaseAsync(d => d.Set<Draft>().AnyAsync(x => x.Id == draft.Id)));
        Assert.False(await site.InDatabaseAsync(d => d.Set<StoredFile>().AnyAsync(f => f.Id == file.Id)));
        await Assert.ThrowsAsync<FileNotFoundException>(async () => await site.Services.GetRequiredService<IFileStore>().OpenAsync(file.Id));
        Assert.Equal("/", (await browser.LookAsync("/apply/tasks")).Location);
    }

    [Fact]
    public async Task Leaving_a_shared_computer_closes_the_form_there_and_keeps_it()
    {
        using var browser = await site.BeginAsync();
        var draft = await site.LastDraftAsync();
        await browser.SendAsync("/apply/leave");
        Assert.Equal("/", (await browser.LookAsync("/apply/name")).Location);
        Assert.True(await site.InDatabaseAsync(d => d.Set<Draft>().AnyAsync(x => x.Id == draft.Id)));
    }

    [Fact]
    public async Task A_draft_that_is_not_touched_for_thirty_days_no_longer_opens()
    {
        using var browser = await site.BeginAsync();
        site.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal("/", (await browser.LookAsync("/apply/tasks")).Location);
    }

    [Fact]
    public async Task The_cookie_of_a_form_is_of_use_to_the_server_alone()
    {
        using var browser = site.NewBrowser();
        await browser.GetAsync("/");
        var begun = await browser.PostFormAsync("/apply");
        var cookie = Assert.Single(begun.Headers["Set-Cookie"], c => c.StartsWith("application-form=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var draft = await site.LastDraftAsync();
        Assert.DoesNotContain(draft.Id.ToString("N"), cookie, StringComparison.OrdinalIgnoreCase);

        using var forger = site.NewBrowser();
        forger.Client.DefaultRequestHeaders.Add("Cookie", $"application-form={draft.Id:N}");
        Assert.Equal("/", (await forger.LookAsync("/apply/tasks")).Location);
    }

    private async Task AssertUndertakenAsync(Guid application)
    {
        var given = await site.InDatabaseAsync(d => d.Set<Undertaking>().AsNoTracking().Where(u => u.ApplicationId == application).ToListAsync());
        var release = await site.InDatabaseAsync(d => d.Set<FormRelease>().AsNoTracking().SingleAsync());
        Assert.Equal(Enum.GetValues<UndertakingKind>().Order(), given.Select(u => u.Kind).Order());
        Assert.All(given, u => Assert.Equal(Undertaking.HashOf(release.TextOf(u.Kind)), u.TextHash));
    }

    private async Task AssertFileAsync(Guid application)
    {
        var file = await site.InDatabaseAsync(d => d.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.ApplicationId == application));
        Assert.Equal(("application/pdf", FilePurpose.Proof), (file.ContentType, file.Purpose));
        await using var stored = await site.Services.GetRequiredService<IFileStore>().OpenAsync(file.Id);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy);
        Assert.Equal(FormFilling.Pdf, copy.ToArray());
    }
}
