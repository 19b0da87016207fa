using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Tests.Apply;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Research;

public sealed class ResearchTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Research = "research@harmony.example", Second = "research.second@harmony.example";

    public static TheoryData<string> Pages =>
    [
        "checks", "checks/name", "record-check", "contacts", "record-contact", "put-finding", "hand-over", "form", "complete-verification",
        "propose-not-genuine", "close-as-not-genuine",
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Pages_of_verification_are_for_Research_alone(string page)
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Hustings);
        foreach (var who in (string[])["secretary.general@harmony.example", "wexcombe@harmony.example", "member@harmony.example", "operations@harmony.example"])
        {
            using var browser = await site.SignedInAsync(who);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/cases/{reference}/{page}")).Status);
        }
    }

    [Fact]
    public async Task A_check_is_confirmed_with_its_source_and_the_day_it_was_seen()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Verification);
        using var browser = await site.SignedInAsync(Research);
        var check = await browser.GetAsync($"/cases/{reference}/record-check");
        Assert.Equal("Sent by the person named", check.Title);

        await browser.GetAsync($"/cases/{reference}/checks/address");
        var bare = await browser.PostFormAsync(browser.Own, ("Outcome", "Confirmed"), ("Note", "Seen on the call"));
        Assert.Equal(
            ["Enter the source you looked at: nothing is confirmed or contradicted without one", "Enter the day you saw it"], bare.Errors);
        Assert.Equal("Seen on the call", bare.Document.QuerySelector("#Note")!.TextContent.Trim());

        var day = UkToday();
        var done = await browser.SendAsync(browser.Own, ("Outcome", "Confirmed"), ("Source", "A letter shown on the call"), ("SeenOn.Day", $"{day.Day}"), ("SeenOn.Month", $"{day.Month}"), ("SeenOn.Year", $"{day.Year}"));
        Assert.Equal("Checks", done.Title);
        Assert.Contains("A letter shown on the call", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            CheckOutcome.Confirmed,
            await site.InDatabaseAsync(db => db.Set<Check>().Where(c => c.ApplicationId == id && c.Item == CheckItem.Address).Select(c => c.Outcome).SingleAsync()));
    }

    [Fact]
    public async Task Times_without_a_job_stand_beside_what_the_applicant_says_of_them()
    {
        using var applicant = await site.FillInAsync();
        await applicant.AnswerAsync(
            "/apply/employment",
            ("Title", "Clerk"), ("Employer", "Dene School"), ("Started.Month", "3"), ("Started.Year", "2009"), ("Left.Month", "8"), ("Left.Year", "2012"),
            ("Gaps", "I looked after my mother."));
        var id = (await site.LastDraftAsync()).Id;
        await applicant.GetAsync("/apply/check");
        await applicant.SendAsync("/apply/send");
        var reference = await site.InDatabaseAsync(d => d.Set<DefectionApplication>().Where(a => a.Id == id).Select(a => a.Reference).SingleAsync());
        using var browser = await site.SignedInAsync(Research);
        await browser.GetAsync($"/cases/{reference}");
        await browser.SendAsync($"/cases/{reference}/begin-verification");
        foreach (var path in (string[])["checks/employment", "form"])
        {
            var cells = (await browser.GetAsync($"/cases/{reference}/{path}")).Document.QuerySelectorAll("table td").Select(c => c.TextContent).ToList();
            Assert.Contains(cells, c => c.Contains("No job is listed between August 2012 and", StringComparison.Ordinal));
            Assert.Contains(cells, c => c.Trim() == "I looked after my mother.");
        }

        Assert.DoesNotContain("Times without a job", (await browser.GetAsync($"/cases/{reference}/checks/address")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_researcher_recorded_meanwhile_is_not_overwritten_unseen()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 1);
        using var first = await site.SignedInAsync(Research);
        using var second = await site.SignedInAsync(Second);
        await first.GetAsync($"/cases/{reference}/checks/phone");
        await second.GetAsync($"/cases/{reference}/checks/phone");

        await first.SendAsync(first.Own, ("Outcome", "CouldNotBeChecked"), ("Note", "Rang twice"));
        var late = await second.PostFormAsync(second.Own, ("Outcome", "NotNeeded"), ("Note", "Mine"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Could not be checked", late.Words, StringComparison.Ordinal);
        Assert.Equal("Mine", late.Document.QuerySelector("#Note")!.TextContent.Trim());
        Assert.Equal("Checks", (await second.SendAsync(second.Own)).Title);
    }

    [Fact]
    public async Task Opening_the_original_is_recorded_and_takes_the_reader_off_the_roll()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 2);
        var reader = await site.Walk.PersonAsync(Second);
        using var browser = await site.SignedInAsync(Second);
        Assert.False(await HasOpenedAsync(id, reader));

        var page = await browser.GetAsync($"/cases/{reference}/form");

        Assert.Contains("Chandlers Row", page.Words, StringComparison.Ordinal);
        Assert.True(await HasOpenedAsync(id, reader));
        Assert.True(await site.InDatabaseAsync(db => db.Set<Infrastructure.Privacy.Audit.AuditEntry>()
            .AnyAsync(e => e.Action == "original.opened" && e.SubjectId == id && e.ActorId == reader)));
        Assert.Contains("You have opened the original", (await browser.GetAsync($"/cases/{reference}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_page_itself_opens_nothing()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 3);
        var reader = await site.Walk.PersonAsync(Second);
        using var browser = await site.SignedInAsync(Second);

        var page = await browser.GetAsync($"/cases/{reference}");

        Assert.False(await HasOpenedAsync(id, reader));
        Assert.DoesNotContain("Chandlers Row", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("council’s public page", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_is_recorded_with_what_was_said_when_the_applicant_was_reached()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 4);
        using var browser = await site.SignedInAsync(Research);
        var asked = await browser.GetAsync($"/cases/{reference}/record-contact");
        Assert.Contains("07700", asked.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Chandlers Row", asked.Words, StringComparison.Ordinal);
        var day = UkToday().AddDays(-1);
        (string, string)[] when = [("TookPlaceAt.Day", $"{day.Day}"), ("TookPlaceAt.Month", $"{day.Month}"), ("TookPlaceAt.Year", $"{day.Year}"), ("TookPlaceAt.Time", "7:30pm")];

        var bare = await browser.PostFormAsync(browser.Own, [("Means", "Phone"), ("Reached", "true"), .. when]);
        Assert.Equal(["Write down what was said"], bare.Errors);

        var done = await browser.SendAsync(browser.Own, ("Said", "They confirmed every date."));
        Assert.Equal("Contacts", done.Title);
        Assert.Contains("They confirmed every date.", done.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_matched_is_put_to_the_applicant_once()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 5);
        using var browser = await site.SignedInAsync(Research);
        await browser.GetAsync($"/cases/{reference}/put-finding?item=employment");

        var done = await browser.SendAsync(browser.Own, ("Statement", "The school’s page names another year."));

        Assert.Contains("Answer by", done.Words, StringComparison.Ordinal);
        Assert.True(await site.InDatabaseAsync(db => db.Set<AdverseFinding>().AnyAsync(f => f.ApplicationId == id && f.Item == CheckItem.Employment)));
        var again = await browser.GetAsync($"/cases/{reference}/put-finding?item=employment");
        Assert.DoesNotContain(again.Document.QuerySelectorAll("#Item option"), o => o.TextContent == "Employment");
    }

    [Fact]
    public async Task Verification_that_lacks_something_says_what_instead_of_a_button()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 6);
        using var browser = await site.SignedInAsync(Research);

        var page = await browser.GetAsync($"/cases/{reference}/complete-verification");
        Assert.Contains("checks are still open", page.Words, StringComparison.Ordinal);

        var forged = await browser.ForgeAsync($"/cases/{reference}/complete-verification");
        Assert.Contains(forged.Status, new[] { HttpStatusCode.Conflict, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task A_case_goes_to_another_researcher_with_a_note()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 7);
        var other = await site.Walk.PersonAsync(Second);
        using var browser = await site.SignedInAsync(Research);
        await browser.GetAsync($"/cases/{reference}/hand-over");

        Assert.Equal(["Choose who takes the case"], (await browser.PostFormAsync(browser.Own)).Errors);
        await browser.SendAsync(browser.Own, ("Researcher", other.ToString()), ("Note", "Phone is left."));

        Assert.Equal(other, await site.InDatabaseAsync(db => db.Set<DefectionApplication>().Where(a => a.Id == id).Select(a => a.ResearcherId).SingleAsync()));
        Assert.Contains("Phone is left.", (await browser.GetAsync($"/cases/{reference}/history")).Words, StringComparison.Ordinal);
        using var secretary = await site.SignedInAsync("secretary.general@harmony.example");
        Assert.DoesNotContain("Phone is left.", (await secretary.GetAsync($"/cases/{reference}/history")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_researchers_sign_that_an_application_is_not_genuine_after_the_applicants_time()
    {
        var (_, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 8);
        using var first = await site.SignedInAsync(Research);
        using var second = await site.SignedInAsync(Second);
        await first.GetAsync($"/cases/{reference}/propose-not-genuine");
        await first.SendAsync(first.Own, ("Ground", "DidNotSendIt"), ("Statement", "Somebody else answered the phone."));

        Assert.Contains("still has time", (await second.GetAsync($"/cases/{reference}/close-as-not-genuine")).Words, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(8));
        await first.SignInAsync(Research);
        await second.SignInAsync(Second);
        Assert.Contains("Two different researchers", (await first.GetAsync($"/cases/{reference}/close-as-not-genuine")).Words, StringComparison.Ordinal);
        await second.GetAsync($"/cases/{reference}/close-as-not-genuine");
        var closed = await second.SendAsync(second.Own);

        Assert.Contains("Closed: not genuine", closed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_is_handed_out_as_an_attachment_and_only_through_its_own_case()
    {
        var (id, reference, _) = await site.ApplicationAtAsync(Stage.Verification, 9);
        var (_, other, _) = await site.ApplicationAtAsync(Stage.Verification, 10);
        var file = Guid.CreateVersion7();
        await using (var scope = site.Services.CreateAsyncScope())
        {
            using var content = new MemoryStream("%PDF-1.7 proof"u8.ToArray());
            var size = await scope.ServiceProvider.GetRequiredService<IFileStore>().WriteAsync(file, content);
            var context = scope.ServiceProvider.GetRequiredService<Infrastructure.Persistence.DefectionDbContext>();
            context.Add(StoredFile.Of(file, id, FilePurpose.Proof, "tenancy.pdf", "application/pdf", size, TestSite.Start, scope.ServiceProvider.GetRequiredService<IVault>()));
            await context.SaveChangesAsync();
        }

        using var browser = await site.SignedInAsync(Research);
        var given = await browser.LookAsync($"/cases/{reference}/files/{file}");

        Assert.Equal("%PDF-1.7 proof", given.Text);
        Assert.StartsWith("attachment", Assert.Single(given.Headers["Content-Disposition"]), StringComparison.Ordinal);
        Assert.DoesNotContain("tenancy", Assert.Single(given.Headers["Content-Disposition"]), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(given.Headers["X-Content-Type-Options"]));
        Assert.Contains("sandbox", Assert.Single(given.Headers["Content-Security-Policy"]), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.LookAsync($"/cases/{other}/files/{file}")).Status);
    }

    private DateOnly UkToday() => Domain.Time.UkTime.Day(site.Clock.GetUtcNow().UtcDateTime);

    private Task<bool> HasOpenedAsync(Guid application, Guid person) => site.InDatabaseAsync(db =>
        db.Set<OriginalOpening>().AnyAsync(o => o.ApplicationId == application && o.PersonId == person));
}
