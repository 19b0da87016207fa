using System.Net;
using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Applicant;

/// <summary>Lost, stopped and replaced links (rule 29, AZ6).</summary>
public sealed class LinkTests(TestSite site) : IClassFixture<TestSite>
{
    private const string GeneralSecretary = "secretary.general@harmony.example";

    [Fact]
    public async Task Whatever_is_typed_the_answer_is_the_same()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Received, email: "right@lost.example");
        var answers = new List<(HttpStatusCode, string)>();
        foreach (var (typed, email) in (IEnumerable<(string, string)>)
            [(reference, "right@lost.example"), (reference, "wrong@lost.example"), ("HD-2222-22", "right@lost.example"), ("nonsense", ""), (reference, "")])
        {
            using var browser = site.NewBrowser();
            await browser.GetAsync("/lost-link");
            var posted = await browser.PostFormAsync("/lost-link", ("Reference", typed), ("Email", email));
            Assert.Equal("/lost-link/asked", posted.Location);
            var page = await browser.GetAsync("/lost-link/asked");
            answers.Add((page.Status, page.Words));
        }

        Assert.Single(answers.Distinct());
        using var empty = site.NewBrowser();
        await empty.GetAsync("/lost-link");
        Assert.Equal(["Enter your reference, such as HD-7K3M-Q2"], (await empty.PostFormAsync("/lost-link", ("Reference", " "))).Errors);
    }

    [Fact]
    public async Task A_fresh_link_goes_to_the_confirmed_address_alone_and_once_an_hour()
    {
        var (id, reference, old) = await site.ApplicationAtAsync(Stage.Received, email: "hour@lost.example");
        await AskAsync(reference, "other@lost.example");
        Assert.Equal(0, await MailedAsync(id));
        await AskAsync($" {reference.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)}", "Hour@Lost.example ");
        await AskAsync(reference, "hour@lost.example");
        Assert.Equal(1, await MailedAsync(id));
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await AskAsync(reference, "hour@lost.example");
        Assert.Equal(2, await MailedAsync(id));
        using var browser = site.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/application/{old}")).Status);
    }

    [Fact]
    public async Task An_address_that_was_never_confirmed_gets_nothing()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Received, email: "unproven@lost.example");
        await site.UnconfirmEmailAsync(id);
        await AskAsync(reference, "unproven@lost.example");
        Assert.Equal(0, await MailedAsync(id));
        Assert.Equal(1, await site.InDatabaseAsync(d => d.Set<LinkRequest>().CountAsync(r => r.ApplicationId == id && r.ByPost)));
    }

    [Fact]
    public async Task Several_applications_that_name_one_address_bring_it_one_link()
    {
        var all = new List<(Guid Id, string Reference, string Token)>();
        for (var i = 0; i < 5; i++)
        {
            all.Add(await site.ApplicationAtAsync(Stage.Received, i, email: "pestered@lost.example"));
        }

        foreach (var (_, reference, _) in all)
        {
            await AskAsync(reference, "pestered@lost.example");
        }

        var mailed = 0;
        foreach (var (id, _, _) in all)
        {
            mailed += await MailedAsync(id);
        }

        Assert.Equal(1, mailed);
    }

    [Fact]
    public async Task Without_a_confirmed_address_the_General_Secretary_prints_a_fresh_link_once_and_the_old_ones_are_dead()
    {
        var (id, reference, old) = await site.ApplicationAtAsync(Stage.Received, 3, email: null);
        await AskAsync(reference, "somebody@lost.example");
        await AskAsync(reference, null);
        Assert.Equal(1, await site.InDatabaseAsync(d => d.Set<LinkRequest>().CountAsync(r => r.ApplicationId == id)));
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        var path = $"/cases/{reference}/replace-links";
        Assert.True((await secretary.GetAsync("/post")).LeadsTo(path));
        await secretary.GetAsync(path);
        var letter = await secretary.SendAsync(path);
        var link = letter.Document.QuerySelector(".hd-address")!.TextContent.Trim();
        Assert.StartsWith("http://localhost/application/", link, StringComparison.Ordinal);
        Assert.Contains("Chandlers Row", letter.Document.QuerySelector("address")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Replace the applicant’s links", (await secretary.GetAsync($"/cases/{reference}/fresh-link")).Document.QuerySelector("h1, h2")!.TextContent.Trim());
        Assert.False((await secretary.GetAsync("/post")).LeadsTo(path));
        using var browser = site.NewBrowser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/application/{old}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(link).AbsolutePath)).Status);
        Assert.Equal(1, await site.InDatabaseAsync(d => d.Set<Domain.Research.OriginalOpening>().CountAsync(o => o.ApplicationId == id)));
        foreach (var email in (string[])["research@harmony.example", "wexcombe@harmony.example", "operations@harmony.example"])
        {
            using var other = await site.SignedInAsync(email);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_applicant_stops_every_link_and_a_fresh_one_goes_where_it_may(bool confirmed)
    {
        var (id, _, first) = await site.ApplicationAtAsync(Stage.Received, email: $"stop{confirmed}@lost.example");
        var second = await site.FreshLinkAsync(id);
        if (!confirmed)
        {
            await site.UnconfirmEmailAsync(id);
        }

        var links = await site.InDatabaseAsync(d => d.Set<ApplicantLink>().CountAsync(l => l.ApplicationId == id));
        using var browser = site.NewBrowser();
        await browser.GetAsync($"/application/{second}/link");
        var done = await browser.SendAsync($"/application/{second}/link");
        Assert.Equal("Your links are stopped", done.Title);
        Assert.All([first, second], token => Assert.Equal(HttpStatusCode.NotFound, browser.GetAsync($"/application/{token}").Result.Status));
        Assert.Equal(confirmed ? links + 1 : links, await site.InDatabaseAsync(d => d.Set<ApplicantLink>().CountAsync(l => l.ApplicationId == id)));
        Assert.Equal(confirmed ? 0 : 1, await site.InDatabaseAsync(d => d.Set<LinkRequest>().CountAsync(r => r.ApplicationId == id && r.SettledAt == null)));
    }

    [Fact]
    public async Task Closing_the_page_clears_the_browser_and_leaves_the_link()
    {
        var (_, _, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        await browser.GetAsync($"/application/{token}/link");
        var left = await browser.PostFormAsync($"/application/{token}/leave");
        Assert.Equal("/", left.Location);
        Assert.Contains("cache", left.Headers["Clear-Site-Data"].Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/application/{token}")).Status);
    }

    [Fact]
    public async Task Word_of_the_acknowledgement_is_the_message_that_gives_nothing_away()
    {
        var (id, _, _) = await site.ApplicationAtAsync(Stage.Received, email: "quiet@lost.example");
        Assert.Equal(["MessageWaiting"], await site.InDatabaseAsync(d => d.Set<OutboxMessage>().Where(m => m.AboutId == id).Select(m => m.Kind).ToListAsync()));
    }

    private async Task AskAsync(string reference, string? email)
    {
        using var browser = site.NewBrowser();
        await browser.GetAsync("/lost-link");
        await browser.PostFormAsync("/lost-link", ("Reference", reference), ("Email", email ?? string.Empty));
    }

    private Task<int> MailedAsync(Guid id) => site.InDatabaseAsync(d => d.Set<LinkRequest>().CountAsync(r => r.ApplicationId == id && !r.ByPost));
}

/// <summary>A site whose limit on applicants' links is the one in use.</summary>
public sealed class GuardedSite : TestSite
{
    /// <inheritdoc />
    protected override IEnumerable<(string Key, string Value)> Settings() => base.Settings().Where(s => s.Key != "Limits:ApplicantLink");
}

/// <summary>Guessing at links is stopped, and a person is told once (AZ6, AT4).</summary>
public sealed class GuessingTests(GuardedSite site) : IClassFixture<GuardedSite>
{
    [Fact]
    public async Task Two_hundred_guesses_are_stopped_and_Operations_is_told_once()
    {
        using var browser = site.NewBrowser();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 200; i++)
        {
            using var answer = await browser.Client.GetAsync($"/application/{i:00000000000000000000000000}");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(120, answers.Count(a => a == HttpStatusCode.NotFound));
        Assert.Equal(80, answers.Count(a => a == HttpStatusCode.TooManyRequests));
        Assert.Equal(1, await site.InDatabaseAsync(d => d.Set<OutboxMessage>().CountAsync(m => m.Kind == "GuessingNotice")));
        Assert.Equal(1, await site.InDatabaseAsync(d => d.Set<AuditEntry>().CountAsync(e => e.Action == "links.guessed")));
    }
}
