using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Applicant;

/// <summary>The applicant's page by the secret link (rule 29, AZ6, AZ7, PL6).</summary>
public sealed class ApplicantPageTests(TestSite site) : IClassFixture<TestSite>
{
    private IVault Vault => site.Services.GetRequiredService<IVault>();

    [Theory]
    [InlineData(Stage.Received, "We have your application")]
    [InlineData(Stage.Verification, "Research is checking your application")]
    [InlineData(Stage.Sanitisation, "Your checks are done")]
    [InlineData(Stage.Allocation, "Your application is on its way to the Members")]
    [InlineData(Stage.Hustings, "The Members would like to meet you")]
    [InlineData(Stage.Deliberation, "The Members are deciding")]
    [InlineData(Stage.Ballot, "The Members are voting")]
    [InlineData(Stage.Accepted, "You are now a Harmony Party representative")]
    [InlineData(Stage.Rejected, "The Members have decided not to accept the application")]
    [InlineData(Stage.Withdrawn, "You have withdrawn your application")]
    [InlineData(Stage.Lapsed, "Your application is closed")]
    [InlineData(Stage.NotGenuine, "Your application is closed as not genuine")]
    public async Task The_title_says_the_state_and_nothing_that_passed_among_others_is_on_any_page(Stage stage, string title)
    {
        var (id, reference, first) = await site.ApplicationAtAsync(stage);
        var token = await FreshLinkAsync(id);
        Assert.NotEqual(first, token);
        using var browser = site.NewBrowser();
        var status = await browser.GetAsync($"/application/{token}");
        Assert.Equal((HttpStatusCode.OK, title), (status.Status, status.Title));
        Assert.Contains(reference, status.Words, StringComparison.Ordinal);
        Assert.Contains("no-store", status.Headers["Cache-Control"].Single(), StringComparison.Ordinal);
        Assert.Contains("no-referrer", status.Headers["Referrer-Policy"].Single(), StringComparison.Ordinal);

        var kept = await site.SecretsAsync(id);
        foreach (var path in PagesOf(status, token))
        {
            var page = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.All(kept, secret => Assert.DoesNotContain(secret, page.Text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_wrong_an_expired_and_a_revoked_link_get_the_same_answer()
    {
        var (id, _, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/application/{token}")).Status);
        var wrong = await browser.GetAsync($"/application/{(token[0] == 'a' ? 'b' : 'a')}{token[1..]}");
        Assert.Equal((HttpStatusCode.NotFound, "We cannot find that page"), (wrong.Status, wrong.Title));

        var revoked = await FreshLinkAsync(id);
        var hash = ApplicantLink.HashOf(revoked);
        await site.InDatabaseAsync(async d =>
        {
            (await d.Set<ApplicantLink>().SingleAsync(l => l.TokenHash == hash)).Revoke(site.Clock.Now());
            return await d.SaveChangesAsync();
        });
        var afterRevoking = await browser.GetAsync($"/application/{revoked}");
        site.Clock.Advance(TimeSpan.FromDays(ApplicantLink.LastsDays));
        var expired = await browser.GetAsync($"/application/{token}");
        Assert.Equal((HttpStatusCode.NotFound, wrong.Words), (afterRevoking.Status, afterRevoking.Words));
        Assert.Equal((HttpStatusCode.NotFound, wrong.Words), (expired.Status, expired.Words));
        foreach (var below in (string[])["/form", "/withdraw", "/promises", "/correct-form", "/correct-form/area", "/add-document", "/tell-needs", "/data", "/data/download", "/link", $"/letters/{Guid.NewGuid()}", $"/documents/{Guid.NewGuid()}", $"/answer-finding/{Guid.NewGuid()}", "/answer-not-genuine"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/application/{token}{below}")).Status);
        }
    }

    [Fact]
    public async Task A_link_opens_only_its_own_applications_letters_and_questions()
    {
        var mine = await site.ApplicationAtAsync(Stage.Received);
        var (theirs, finding) = await WithFindingAsync();
        var letter = await site.InDatabaseAsync(d => d.Set<ApplicantLetter>().AsNoTracking().FirstAsync(l => l.ApplicationId == theirs.Id));
        var own = await FreshLinkAsync(mine.Id);
        using var browser = site.NewBrowser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/application/{own}/letters/{letter.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/application/{own}/answer-finding/{finding}")).Status);
        await browser.GetAsync($"/application/{own}/withdraw");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.ForgeAsync($"/application/{own}/answer-finding/{finding}", ("Answer", "not mine"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/application/{await FreshLinkAsync(theirs.Id)}/letters/{letter.Id}")).Status);
    }

    [Fact]
    public async Task Looking_and_looking_again_changes_nothing_and_the_link_still_works()
    {
        var (id, _, _) = await site.ApplicationAtAsync(Stage.Hustings);
        var token = await FreshLinkAsync(id);
        using var browser = site.NewBrowser();
        var before = await VersionAsync(id);
        var status = await browser.GetAsync($"/application/{token}");
        foreach (var path in PagesOf(status, token).Concat(PagesOf(status, token)))
        {
            await browser.GetAsync(path);
            using var head = new HttpRequestMessage(HttpMethod.Head, path);
            using var answer = await browser.Client.SendAsync(head);
        }

        Assert.Equal(before, await VersionAsync(id));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/application/{token}")).Status);
    }

    [Fact]
    public async Task A_question_of_Research_is_answered_once()
    {
        var (application, finding) = await WithFindingAsync();
        var token = await FreshLinkAsync(application.Id);
        using var browser = site.NewBrowser();
        var status = await browser.GetAsync($"/application/{token}");
        Assert.Equal("Research has a question for you", status.Title);
        var path = $"/application/{token}/answer-finding/{finding}";
        Assert.True(status.LeadsTo(path));
        Assert.Contains("The year does not match.", (await browser.GetAsync(path)).Words, StringComparison.Ordinal);
        Assert.Equal("Write your answer first", Assert.Single((await browser.PostFormAsync(path, ("Answer", "  "))).Errors));
        using var second = site.NewBrowser();
        await second.GetAsync(path);
        await browser.GetAsync(path);
        Assert.Contains("We have your answer.", (await browser.SendAsync(path, ("Answer", "I began in 2019.\nThe page is old."))).Words, StringComparison.Ordinal);
        Assert.Contains("already", (await second.SendAsync(path, ("Answer", "again"))).Words, StringComparison.Ordinal);
        var answered = await site.InDatabaseAsync(d => d.Set<AdverseFinding>().AsNoTracking().SingleAsync(f => f.Id == finding));
        Assert.Equal("I began in 2019.\nThe page is old.", Vault.Open(answered, nameof(AdverseFinding.Answer), answered.Answer!.Value));
    }

    [Fact]
    public async Task A_doubt_is_answered_once_and_without_one_there_is_nothing_to_answer()
    {
        var (id, _, _) = await site.ApplicationAtAsync(Stage.Verification);
        var token = await FreshLinkAsync(id);
        var path = $"/application/{token}/answer-not-genuine";
        using var browser = site.NewBrowser();
        Assert.Equal($"/application/{token}", (await browser.LookAsync(path)).Location);
        var researcher = await site.Walk.PersonAsync("research@harmony.example");
        await site.UseAsync<VerificationDesk, bool>(async desk =>
        {
            await desk.ProposeNotGenuineAsync(id, NotGenuineGround.DidNotSendIt, "Did you send this?", researcher);
            return true;
        });
        Assert.Equal("We have a question about your application", (await browser.GetAsync($"/application/{token}")).Title);
        Assert.Contains("Did you send this?", (await browser.GetAsync(path)).Words, StringComparison.Ordinal);
        Assert.Contains("We have your answer.", (await browser.SendAsync(path, ("Answer", "Yes, I did."))).Words, StringComparison.Ordinal);
        Assert.Equal("We have your answer", (await browser.GetAsync(path)).Title);
    }

    [Fact]
    public async Task The_invitation_is_answered_and_the_joining_link_appears_a_quarter_of_an_hour_before()
    {
        var (id, _, _) = await site.ApplicationAtAsync(Stage.Hustings);
        using var browser = site.NewBrowser();
        await AnnounceAsync(id);
        var token = await FreshLinkAsync(id);
        var status = await browser.GetAsync($"/application/{token}");
        Assert.StartsWith("Can you come on", status.Document.QuerySelector("#turn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("UK time", status.Words, StringComparison.Ordinal);
        await browser.SendAsync($"/application/{token}/answer-invitation", ("answer", "WillCome"));
        await browser.ForgeAsync($"/application/{token}/answer-invitation", ("answer", "WillCome"));
        Assert.Equal(1, await site.InDatabaseAsync(d => d.Set<HistoryEntry>().CountAsync(h => h.ApplicationId == id && h.Step == Step.AnswerInvitation)));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.ForgeAsync($"/application/{token}/answer-invitation", ("answer", "Perhaps"))).Status);
        var gathering = await GatheringAsync(id);
        Assert.Equal(InvitationAnswer.WillCome, gathering.Answer);

        Assert.DoesNotContain("meet.example", (await browser.GetAsync($"/application/{token}")).Text, StringComparison.Ordinal);
        site.Clock.SetUtcNow(new DateTimeOffset(gathering.StartsAt.AddMinutes(-15)));
        Assert.Contains("https://meet.example/room", (await browser.GetAsync($"/application/{token}")).Text, StringComparison.Ordinal);
        site.Clock.SetUtcNow(new DateTimeOffset(gathering.StartsAt));
        var late = await browser.ForgeAsync($"/application/{token}/answer-invitation", ("answer", "AsksForAnotherTime"));
        Assert.Equal((HttpStatusCode.Conflict, "There is no invitation to answer now"), (late.Status, Assert.Single(late.Errors)));
        site.Clock.SetUtcNow(new DateTimeOffset(gathering.EndsAt.AddHours(2)));
        Assert.DoesNotContain("meet.example", (await browser.GetAsync($"/application/{token}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_asks_first_and_a_second_time_is_answered_plainly()
    {
        var (id, _, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        Assert.Equal("Withdraw this application?", (await browser.GetAsync($"/application/{token}/withdraw")).Title);
        var done = await browser.SendAsync($"/application/{token}/withdraw");
        Assert.Equal("You have withdrawn your application", done.Title);
        Assert.Equal("There is nothing to withdraw", (await browser.GetAsync($"/application/{token}/withdraw")).Title);
        var (rejected, _, _) = await site.ApplicationAtAsync(Stage.Rejected);
        var other = await FreshLinkAsync(rejected);
        await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.ForgeAsync($"/application/{other}/withdraw")).Status);
        Assert.Equal(1, await site.InDatabaseAsync(d => d.Set<HistoryEntry>().CountAsync(h => h.ApplicationId == id && h.Step == Step.Withdraw)));
    }

    [Fact]
    public async Task The_answers_and_the_texts_agreed_to_are_there_in_full()
    {
        var (id, _, token) = await site.ApplicationAtAsync(Stage.Received);
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync($"/application/{token}/form");
        var form = await site.InDatabaseAsync(d => d.Set<Domain.Forms.ApplicationForm>().AsNoTracking().SingleAsync(f => f.Id == id));
        var answers = form.Open(Vault);
        Assert.All(
            [answers.Name!.NameUsed, answers.Contact!.AddressLine1, answers.Contact.MobilePhone!, answers.Employment!.Jobs[0].Employer, answers.Reasons!.Why!],
            value => Assert.Contains(value, page.Words, StringComparison.Ordinal));
        Assert.Contains("To follow Party Consensus", page.Words, StringComparison.Ordinal);
        var promises = await browser.GetAsync($"/application/{token}/promises");
        Assert.Contains("Compassion comes before justice.", promises.Words, StringComparison.Ordinal);
        Assert.Contains("I will follow Party Consensus", promises.Words, StringComparison.Ordinal);
        Assert.Contains("Release 1 of the form", promises.Words, StringComparison.Ordinal);
        var hash = await site.InDatabaseAsync(d => d.Set<Domain.Forms.Undertaking>().Where(u => u.ApplicationId == id).Select(u => u.TextHash).ToListAsync());
        Assert.All(hash, h => Assert.Contains(h, promises.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_takes_longer_than_planned_is_said_and_no_more()
    {
        var (id, _, _) = await site.ApplicationAtAsync(Stage.Allocation);
        var researcher = await site.Walk.PersonAsync("research@harmony.example");
        await site.UseAsync<Desk, DefectionApplication>(desk => desk.ActAsync(
            id, researcher, Role.Research, (a, act) => a.RecallCopy("A street name was left in it.", act, Vault)));
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync($"/application/{await FreshLinkAsync(id)}");
        Assert.Contains("Taking longer than planned", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("recall", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("street name", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static IReadOnlyList<string> PagesOf(Page status, string token) =>
    [
        $"/application/{token}",
        .. status.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!)
            .Where(h => h.StartsWith($"/application/{token}/", StringComparison.Ordinal)),
    ];

    private Task<string> FreshLinkAsync(Guid id) => site.FreshLinkAsync(id);

    private Task<int> VersionAsync(Guid id) =>
        site.InDatabaseAsync(d => d.Set<DefectionApplication>().AsNoTracking().Where(a => a.Id == id).Select(a => a.Version).SingleAsync());

    private Task<Gathering> GatheringAsync(Guid id) =>
        site.InDatabaseAsync(d => d.Set<Gathering>().AsNoTracking().SingleAsync(g => g.ApplicationId == id && g.Outcome == GatheringOutcome.Announced));

    private async Task<((Guid Id, string Reference, string Token) Application, Guid Finding)> WithFindingAsync()
    {
        var application = await site.ApplicationAtAsync(Stage.Verification, 1);
        var researcher = await site.Walk.PersonAsync("research@harmony.example");
        await site.UseAsync<VerificationDesk, bool>(async desk =>
        {
            await desk.PutFindingAsync(application.Id, CheckItem.Office, "The year does not match.", researcher);
            return true;
        });
        return (application, await site.InDatabaseAsync(d => d.Set<AdverseFinding>().Where(f => f.ApplicationId == application.Id).Select(f => f.Id).SingleAsync()));
    }

    private async Task AnnounceAsync(Guid id)
    {
        var secretary = await site.Walk.PersonAsync("wexcombe@harmony.example");
        var starts = site.Clock.Now().AddDays(10);
        await site.UseAsync<HustingsDesk, bool>(async desk =>
        {
            await desk.AnnounceAsync(
                id, new GatheringPlan(GatheringKind.Both, starts, starts.AddHours(1), "Dene Community Hall", "https://meet.example/room"), secretary, Role.SocietySecretary);
            return true;
        });
    }
}
