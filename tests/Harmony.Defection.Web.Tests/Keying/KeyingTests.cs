using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Tests.Apply;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Keying;

/// <summary>Forms on paper and by e-mail, from the scan to an application and to what the applicant says of it (P1).</summary>
public sealed class KeyingTests(TestSite site) : IClassFixture<TestSite>
{
    private const string GeneralSecretary = "secretary.general@harmony.example", Research = "research@harmony.example",
        SecondResearcher = "research.second@harmony.example";

    [Fact]
    public async Task What_cannot_be_read_stands_open_is_asked_for_and_shown_to_Research()
    {
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        var path = await BeginAsync(secretary, "scan.pdf", FormFilling.Pdf);
        var refused = await KeyAsync(secretary, path, ("Birth.Born.Day", ""), ("Birth.Born.Month", ""), ("Birth.Born.Year", ""), ("Finish", "true"));
        Assert.Contains(refused.Errors, e => e.Contains("date of birth", StringComparison.OrdinalIgnoreCase));

        var twice = await KeyAsync(secretary, path, ("Gaps[Born]", "CannotBeRead"), ("Finish", "true"));
        Assert.Contains(twice.Errors, e => e.Contains("also marked as open", StringComparison.Ordinal));

        await KeyAsync(
            secretary, path, ("Birth.Born.Day", ""), ("Birth.Born.Month", ""), ("Birth.Born.Year", ""), ("Gaps[Born]", "CannotBeRead"),
            ("Gaps[JobStarted]", "LeftBlank"), ("Where[JobStarted]", "the third job"), ("Finish", "true"));
        using var researcher = await site.SignedInAsync(Research);
        var compare = await researcher.GetAsync(path + "/confirm");
        Assert.Contains("Date of birth Cannot be read", compare.Words, StringComparison.Ordinal);
        Assert.Contains("Left blank: the third job", compare.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("your", compare.Document.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        var page = await researcher.SendAsync(path + "/confirm");
        Assert.Contains("The form is confirmed.", page.Words, StringComparison.Ordinal);
        var id = Guid.Parse(path.Split('/')[^1]);
        var original = await researcher.GetAsync($"/cases/{await ReferenceAsync(id)}/form");
        Assert.Contains("Has not answered yet", original.Words, StringComparison.Ordinal);
        Assert.Contains("Cannot be read", original.Words, StringComparison.Ordinal);

        var letter = await site.InDatabaseAsync(d => d.Set<ApplicantLetter>().AsNoTracking().SingleAsync(l => l.ApplicationId == id));
        Assert.Equal((LetterKind.KeyedForm, true), (letter.Kind, letter.ByPost));
        var printed = await secretary.GetAsync($"/post/{letter.Id}");
        Assert.Contains("When were you born?: we could not read it", printed.Words, StringComparison.Ordinal);
        Assert.Contains("2 Ropewalk", printed.Document.QuerySelector("address")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Full name, as you use it: Silas Penhale", printed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_back_the_form_shows_the_keyer_what_differs_and_the_second_person_what_changed()
    {
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        var path = await BeginAsync(secretary, "scan.pdf", FormFilling.Pdf);
        await KeyAsync(secretary, path, ("Contact.HomePhone", "01632 960772"), ("Finish", "true"));
        using var researcher = await site.SignedInAsync(Research);
        await researcher.GetAsync(path + "/confirm");
        var ticked = await researcher.PostFormAsync(path + "/confirm", ("Fields", "HomePhone"));
        Assert.Contains(ticked.Errors, e => e.StartsWith("You ticked lines that differ", StringComparison.Ordinal));
        var silent = await researcher.ForgeAsync(path + "/send-back", ("Fields", "HomePhone"), ("Note", ""));
        Assert.Contains(silent.Errors, e => e.StartsWith("Say what differs", StringComparison.Ordinal));
        Assert.NotNull(silent.Document.QuerySelector("input[value=HomePhone][checked]"));
        var version = silent.Document.QuerySelector("[name=Version]")!.GetAttribute("value")!;
        Assert.Equal(
            "/work",
            (await researcher.ForgeAsync(path + "/send-back", ("Version", version), ("Fields", "HomePhone"), ("Note", "The last figure is a 1."))).Location);

        var again = await secretary.GetAsync(path);
        Assert.Contains("The last figure is a 1.", again.Words, StringComparison.Ordinal);
        Assert.Contains("Home phone", again.Document.QuerySelector(".hd-card")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sent back by the second person", (await secretary.GetAsync("/keying")).Words, StringComparison.Ordinal);
        await KeyAsync(secretary, path, ("Contact.HomePhone", "01632 960771"), ("Finish", "true"));
        Assert.Contains("Changed. Before: 01632 960772", (await researcher.GetAsync(path + "/confirm")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_applicant_confirms_or_says_what_differs_and_the_General_Secretary_records_what_came_by_post()
    {
        var (id, reference, token) = await ConfirmedAsync();
        using var applicant = site.NewBrowser();
        var asked = await applicant.GetAsync($"/application/{token}/answer-keyed-form");
        Assert.Contains("Silas Penhale", asked.Words, StringComparison.Ordinal);
        Assert.Contains((await applicant.PostFormAsync(applicant.Own)).Errors, e => e == "Say whether it is as it was written");
        Assert.Contains((await applicant.PostFormAsync(applicant.Own, ("IsAsWritten", "false"))).Errors, e => e == "Write what is different");
        await applicant.SendAsync(applicant.Own, ("IsAsWritten", "false"), ("Said", "The ward is Millgate."));
        Assert.Contains("We have your answer", applicant.Shown.Words, StringComparison.Ordinal);

        using var researcher = await site.SignedInAsync(Research);
        var original = await researcher.GetAsync($"/cases/{reference}/form");
        Assert.Contains("Not as they wrote it", original.Words, StringComparison.Ordinal);
        Assert.Contains("The ward is Millgate.", original.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await researcher.GetAsync($"/cases/{reference}/answer-keyed-form")).Status);

        Assert.Contains("Nothing corrected yet", original.Words, StringComparison.Ordinal);

        // What they say becomes corrections, beside what was keyed in.
        var path = $"/application/{token}/correct-form/office?after=reply";
        Assert.True(applicant.Shown.LeadsTo(path.Split('?')[0]));
        Assert.Contains("The ward is Millgate.", (await applicant.GetAsync(path)).Words, StringComparison.Ordinal);
        var corrected = await applicant.SendAsync(applicant.Own, ("ShouldBe", "Millgate ward."));
        Assert.Equal("Corrected", Assert.Single(corrected.Document.QuerySelectorAll("main li .govuk-tag")).TextContent.Trim());
        original = await researcher.GetAsync($"/cases/{reference}/form");
        Assert.Contains("Corrected Offices", original.Words, StringComparison.Ordinal);
        Assert.Contains("Millgate ward.", original.Words, StringComparison.Ordinal);

        var (_, second, _) = await ConfirmedAsync();
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        await secretary.GetAsync($"/cases/{second}/answer-keyed-form");
        await secretary.SendAsync(secretary.Own, ("IsAsWritten", "true"));
        Assert.Contains("Says it is as they wrote it", (await researcher.GetAsync($"/cases/{second}/form")).Words, StringComparison.Ordinal);
        Assert.Equal([Step.AnswerKeyedForm, Step.CorrectForm], await site.InDatabaseAsync(d => d.Set<HistoryEntry>().Where(h => h.ApplicationId == id)
            .OrderBy(h => h.Number).Select(h => h.Step).Skip(1).ToListAsync()));
    }

    [Fact]
    public async Task A_message_is_shown_as_text_and_its_parts_are_only_ever_saved()
    {
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        var path = await BeginAsync(secretary, "form.eml", Encoding.UTF8.GetBytes(MessageReaderTests.Hostile), "Email");
        var id = Guid.Parse(path.Split('/')[^1]);
        var file = await site.InDatabaseAsync(d => d.Set<StoredFile>().Where(f => f.ApplicationId == id).Select(f => f.Id).SingleAsync());
        var page = await secretary.GetAsync($"{path}/files/{file}/message");

        Assert.Contains("Dear all,", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("spy.example", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert('run')", page.Text, StringComparison.Ordinal);
        var part = await secretary.GetAsync($"{path}/files/{file}/message/1");
        Assert.Equal("application/octet-stream", Assert.Single(part.Headers["Content-Type"]));
        Assert.Equal("attachment; filename=attachment-1.bin", Assert.Single(part.Headers["Content-Disposition"]).Split("; filename*")[0]);
        var pdf = await secretary.GetAsync($"{path}/files/{file}/message/2");
        Assert.Equal("application/octet-stream", Assert.Single(pdf.Headers["Content-Type"]));
        Assert.Equal("attachment; filename=attachment-2.pdf", Assert.Single(pdf.Headers["Content-Disposition"]).Split("; filename*")[0]);
        Assert.Contains("my form is <attached>.", (await secretary.GetAsync(path)).Document.QuerySelector("aside [role=region]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sandbox", Assert.Single(part.Headers["Content-Security-Policy"]), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"{path}/files/{file}/message/9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.GetAsync($"{path}/files/{file}/picture")).Status);

        foreach (var who in (string[])["wexcombe@harmony.example", "member@harmony.example", "operations@harmony.example"])
        {
            using var other = await site.SignedInAsync(who);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{path}/files/{file}/message")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{path}/files/{file}/message/1")).Status);
        }
    }

    [Fact]
    public async Task A_form_online_and_one_on_paper_are_found_alike_compared_linked_and_set_free()
    {
        var (_, paper, _) = await ConfirmedAsync("Tegan Bright", ("Contact.HomePhone", "01632 960312"));
        var online = await site.ApplicationAtAsync(Stage.Received, 2, email: "tegan@bright.example");
        using var researcher = await site.SignedInAsync(Research);
        var list = await researcher.GetAsync($"/cases/{online.Reference}/link-duplicate");
        Assert.Contains(paper, list.Words, StringComparison.Ordinal);
        var compared = await researcher.GetAsync($"/cases/{online.Reference}/link-duplicate/{paper}");
        Assert.Contains("Differs", compared.Words, StringComparison.Ordinal);
        Assert.Contains("2 Ropewalk", compared.Words, StringComparison.Ordinal);
        var linked = await researcher.SendAsync($"/cases/{online.Reference}/link-duplicate", ("other", paper));
        Assert.Contains("is linked to this case as a duplicate", linked.Words, StringComparison.Ordinal);

        Assert.Contains("nothing goes on here until it is set free", (await researcher.GetAsync($"/cases/{paper}")).Words, StringComparison.Ordinal);
        await researcher.GetAsync($"/cases/{paper}/link-duplicate");
        var free = await researcher.SendAsync($"/cases/{paper}/unlink-duplicate");
        Assert.Contains("The forms stand by themselves again.", free.Words, StringComparison.Ordinal);

        var stranger = await site.ApplicationAtAsync(Stage.Received, 5, email: "aled@kerrigan.example");
        Assert.Equal(HttpStatusCode.NotFound, (await researcher.GetAsync($"/cases/{online.Reference}/link-duplicate/{stranger.Reference}")).Status);
        using var chair = await site.SignedInAsync("wexcombe@harmony.example");
        Assert.Equal(HttpStatusCode.NotFound, (await chair.GetAsync($"/cases/{online.Reference}/link-duplicate")).Status);
    }

    [Fact]
    public async Task Nobody_confirms_or_sends_back_what_was_keyed_anew_since_they_looked()
    {
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        var path = await BeginAsync(secretary, "scan.pdf", FormFilling.Pdf);
        await KeyAsync(secretary, path, ("Finish", "true"));
        using var slow = await site.SignedInAsync(Research);
        await slow.GetAsync(path + "/confirm");
        using var quick = await site.SignedInAsync(SecondResearcher);
        await quick.GetAsync(path + "/confirm");
        var version = quick.Shown.Document.QuerySelector("[name=Version]")!.GetAttribute("value")!;
        Assert.Equal("/work", (await quick.ForgeAsync(path + "/send-back", ("Version", version), ("Note", "The number differs."))).Location);
        await KeyAsync(secretary, path, ("Contact.HomePhone", "01632 960779"), ("Finish", "true"));

        var refused = await slow.PostFormAsync(path + "/confirm");
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(refused.Errors, e => e.StartsWith("Somebody else changed this", StringComparison.Ordinal));
        Assert.Contains("01632 960779", refused.Words, StringComparison.Ordinal);
        var id = Guid.Parse(path.Split('/')[^1]);
        Assert.False(await site.InDatabaseAsync(d => d.Set<DefectionApplication>().AnyAsync(a => a.Id == id)));
        Assert.Contains("The form is confirmed.", (await slow.SendAsync(path + "/confirm")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_key_in_one_form_at_once_lose_nothing_and_the_second_is_told()
    {
        using var one = await site.SignedInAsync(GeneralSecretary);
        var path = await BeginAsync(one, "scan.pdf", FormFilling.Pdf);
        using var other = await site.SignedInAsync(GeneralSecretary);
        await other.GetAsync(path);
        await KeyAsync(one, path, ("Name.NameUsed", "Silas Penhale"));

        var told = await other.PostFormAsync(path, ("Name.NameUsed", "Silas Penhallow"));
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains(told.Errors, e => e.StartsWith("What you typed stands below.", StringComparison.Ordinal));
        Assert.Equal("Silas Penhallow", told.Document.QuerySelector("[name='Name.NameUsed']")!.GetAttribute("value"));
        Assert.Equal("Silas Penhale", (await one.GetAsync(path)).Document.QuerySelector("[name='Name.NameUsed']")!.GetAttribute("value"));
        await other.PostFormAsync(path);
        Assert.Equal("Silas Penhallow", (await one.GetAsync(path)).Document.QuerySelector("[name='Name.NameUsed']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_signed_are_the_texts_of_the_release_that_the_paper_bears()
    {
        var newer = await site.InDatabaseAsync(async d =>
        {
            var last = await d.Set<FormRelease>().AsNoTracking().OrderByDescending(r => r.Number).FirstAsync();
            var texts = new FormTexts("Be kind.", last.FourPrinciples, last.Consensus, last.PrivateAccounts, last.PrivacyNotice, last.PostalAddress);
            var release = FormRelease.Make(last.Number + 1, texts, isSample: false, null, site.Clock.GetUtcNow().UtcDateTime);
            d.Add(release);
            await d.SaveChangesAsync();
            return release;
        });
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        var early = await SendNewAsync(secretary, "Post", $"{newer.Id}", [("scan.pdf", FormFilling.Pdf)]);
        Assert.Contains(early.Errors, e => e.Contains("cannot bear a release of", StringComparison.Ordinal));
        var unknown = await SendNewAsync(secretary, "Post", $"{Guid.NewGuid()}", [("scan.pdf", FormFilling.Pdf)]);
        Assert.Equal(["Choose a date from the list"], unknown.Errors);

        var (id, _, _) = await ConfirmedAsync();
        var borne = await site.InDatabaseAsync(d => d.Set<Undertaking>().Where(u => u.ApplicationId == id)
            .Join(d.Set<FormRelease>(), u => u.FormReleaseId, r => r.Id, (u, r) => r.Number).Distinct().ToListAsync());
        Assert.Equal([1], borne);
    }

    [Fact]
    public async Task More_files_than_a_keyed_form_can_have_are_refused_and_none_is_left_out_in_silence()
    {
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        var page = await SendNewAsync(secretary, "Post", null, Enumerable.Range(1, 21).Select(i => ($"page-{i}.pdf", FormFilling.Pdf)));
        Assert.Equal(["20 files are the most. Put the pages of the scan into one PDF, or choose fewer"], page.Errors);
    }

    [Fact]
    public async Task A_letter_to_somebody_whose_address_cannot_be_read_says_so_and_can_still_be_marked_as_posted()
    {
        var (id, _, _) = await ConfirmedAsync(
            "Silas Penhale", ("Contact.AddressLine1", ""), ("Contact.Town", ""), ("Contact.Postcode", ""), ("Gaps[AddressLine1]", "CannotBeRead"),
            ("Gaps[Town]", "CannotBeRead"), ("Gaps[Postcode]", "CannotBeRead"));
        var letter = await site.InDatabaseAsync(d => d.Set<ApplicantLetter>().Where(l => l.ApplicationId == id).Select(l => l.Id).SingleAsync());
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        var page = await secretary.GetAsync($"/post/{letter}");
        Assert.Contains("The form bears no address that could be read.", page.Words, StringComparison.Ordinal);
        Assert.True(page.LeadsTo($"/post/{letter}/posted"));
    }

    [Fact]
    public async Task Nobody_finds_their_own_application_among_forms_of_the_same_person()
    {
        var (_, paper, _) = await ConfirmedAsync("Hesper Locke", ("Contact.HomePhone", "01632 960313"));
        var own = await site.ApplicationAtAsync(Stage.Received, 3, email: Research);
        using var other = await site.SignedInAsync(SecondResearcher);
        Assert.Contains(own.Reference, (await other.GetAsync($"/cases/{paper}/link-duplicate")).Words, StringComparison.Ordinal);
        using var self = await site.SignedInAsync(Research);
        Assert.DoesNotContain(own.Reference, (await self.GetAsync($"/cases/{paper}/link-duplicate")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await self.GetAsync($"/cases/{paper}/link-duplicate/{own.Reference}")).Status);
        await self.GetAsync($"/cases/{paper}/link-duplicate");
        Assert.Equal(HttpStatusCode.NotFound, (await self.ForgeAsync($"/cases/{paper}/link-duplicate", ("other", own.Reference))).Status);
    }

    [Fact]
    public async Task Beside_a_form_that_cannot_be_linked_stands_why_and_where_the_two_can_be()
    {
        var (_, paper, _) = await ConfirmedAsync("Aled Kerrigan", ("Contact.HomePhone", "01632 960315"));
        var away = await site.ApplicationAtAsync(Stage.Allocation, 5, email: "aled@kerrigan.example");
        using var researcher = await site.SignedInAsync(SecondResearcher);
        var page = await researcher.GetAsync($"/cases/{paper}/link-duplicate/{away.Reference}");
        Assert.Contains("The other form has gone on to a Society.", page.Words, StringComparison.Ordinal);
        Assert.True(page.LeadsTo($"/cases/{away.Reference}/link-duplicate/{paper}"));
        Assert.Null(page.Document.QuerySelector("button[name=other]"));
        Assert.NotNull((await researcher.GetAsync($"/cases/{away.Reference}/link-duplicate/{paper}")).Document.QuerySelector("button[name=other]"));
    }

    private async Task<(Guid Id, string Reference, string Token)> ConfirmedAsync(string name = "Silas Penhale", params (string Name, string Value)[] more)
    {
        using var secretary = await site.SignedInAsync(GeneralSecretary);
        var path = await BeginAsync(secretary, "scan.pdf", FormFilling.Pdf);
        await KeyAsync(secretary, path, [("Name.NameUsed", name), ("Finish", "true"), .. more]);
        using var researcher = await site.SignedInAsync(Research);
        await researcher.GetAsync(path + "/confirm");
        await researcher.SendAsync(path + "/confirm");
        var id = Guid.Parse(path.Split('/')[^1]);
        var (link, secret) = ApplicantLink.Make(id, site.Clock.GetUtcNow().UtcDateTime);
        await site.InDatabaseAsync(async d =>
        {
            d.Add(link);
            return await d.SaveChangesAsync();
        });
        return (id, await ReferenceAsync(id), secret);
    }

    private Task<string> ReferenceAsync(Guid id) => site.InDatabaseAsync(d => d.Set<DefectionApplication>().Where(a => a.Id == id).Select(a => a.Reference).SingleAsync());

    private static async Task<string> BeginAsync(Browser browser, string name, byte[] content, string channel = "Post") =>
        (await SendNewAsync(browser, channel, release: null, Enumerable.Repeat((name, content), 1))).Location!;

    /// <summary>Sends the first page of a keyed form: of the oldest release, unless another is named.</summary>
    private static async Task<Page> SendNewAsync(
        Browser browser, string channel, string? release, IEnumerable<(string Name, byte[] Content)> files)
    {
        var page = await browser.GetAsync("/keying/new");
        release ??= page.Document.QuerySelectorAll("select[name=Release] option")[^1].GetAttribute("value")!;
        var token = page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(channel), "Channel" },
            { new StringContent("28"), "ReceivedOn.Day" },
            { new StringContent("5"), "ReceivedOn.Month" },
            { new StringContent("2026"), "ReceivedOn.Year" },
            { new StringContent(release), "Release" },
        };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "Files", FileNameStar = name };
            form.Add(part);
        }

        return await browser.PostAsync("/keying/new", form);
    }

    private async Task<Page> KeyAsync(Browser browser, string path, params (string Name, string Value)[] more)
    {
        var page = await browser.GetAsync(path);
        var kind = page.Document.QuerySelectorAll("select[name='Offices.Held[0].Kind'] option").First(o => o.TextContent.Trim() == "Town councillor").GetAttribute("value")!;
        var society = (await site.SocietyAsync(SampleWorld.Wexcombe)).Id.ToString();
        (string Name, string Value)[] values =
        [
            ("Name.NameUsed", "Silas Penhale"), ("Birth.Born.Day", "3"), ("Birth.Born.Month", "4"), ("Birth.Born.Year", "1971"),
            ("Contact.HomePhone", "01632 960771"), ("Contact.AddressLine1", "2 Ropewalk"), ("Contact.Town", "Wexcombe"), ("Contact.Postcode", "WX2 9QT"),
            ("Offices.Held[0].Kind", kind), ("Offices.Held[0].Body", "Wexcombe Town Council"), ("Offices.Held[0].Area", "Mill Lane"),
            ("Offices.Held[0].SocietyId", society), ("Offices.Held[0].Since.Month", "5"), ("Offices.Held[0].Since.Year", "2023"),
            ("Offices.SitsAs", "Independent"), ("Area.Basis", "Residence"), ("Area.LivedSince.Month", "1"), ("Area.LivedSince.Year", "2010"),
            ("Area.Statement", "I was born in Mill Lane ward."), ("Work.NoJobs", "true"), ("Online.HasPrivateAccounts", "false"), ("Signed.All", "true"),
            ("Signed.On.Day", "27"), ("Signed.On.Month", "5"), ("Signed.On.Year", "2026"),
        ];
        var given = more.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return await browser.SendAsync(path, [.. values.Where(v => !given.Contains(v.Name)), .. more]);
    }
}
