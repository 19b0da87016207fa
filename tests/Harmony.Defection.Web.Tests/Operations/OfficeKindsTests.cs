using System.Net;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Tests.Apply;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Operations;

/// <summary>F1: Operations keeps the kinds of office; what named one keeps the words it had.</summary>
public sealed class OfficeKindsTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Operations = "operations@harmony.example";
    private const string List = "/operations/offices";

    [Fact]
    public async Task A_kind_is_added_and_the_form_offers_it()
    {
        using var browser = await site.SignedInAsync(Operations);
        await browser.GetAsync($"{List}/new");
        Assert.Equal(
            ["Enter what a holder of the office is called", "Choose the level", "Enter what its area is called, such as ward"],
            (await browser.SendAsync($"{List}/new")).Errors);
        var taken = await browser.SendAsync($"{List}/new", ("Name", "Town councillor"), ("Level", "Parish"), ("AreaWord", "ward"));
        Assert.Equal(["There is a kind of office of that name already"], taken.Errors);
        var done = await browser.SendAsync($"{List}/new", ("Name", " Portreeve <i> "), ("Level", "Parish"), ("AreaWord", "manor"), ("IsLarger", "true"));
        Assert.Contains("Portreeve <i>", done.Words, StringComparison.Ordinal);

        var kind = await KindAsync("Portreeve <i>");
        Assert.Equal((OfficeLevel.Parish, "manor", true, null), (kind.Level, kind.AreaWord, kind.IsLargerThanConstituency, kind.RetiredAt));
        Assert.True(await site.InDatabaseAsync(c => c.Set<AuditEntry>().AnyAsync(e => e.Action == "office-kind.added" && e.SubjectId == kind.Id)));
        using var applicant = await site.BeginAsync();
        Assert.Contains((await applicant.GetAsync("/apply/office/new")).Document.QuerySelectorAll("option"), o => o.GetAttribute("value") == kind.Id.ToString());
    }

    [Fact]
    public async Task A_kind_renamed_and_retired_leaves_the_forms_that_named_it_as_they_were()
    {
        using var applicant = await site.BeginAsync();
        await site.AnswerOfficeAsync(applicant);
        using var browser = await site.SignedInAsync(Operations);
        using var other = await site.SignedInAsync(Operations);
        var kind = await KindAsync("Borough councillor");
        var path = $"{List}/{kind.Id}";
        await other.GetAsync(path);
        await browser.GetAsync(path);
        await browser.SendAsync(path, ("Name", "Member of a borough council"), ("AreaWord", "electoral ward"));
        Assert.Equal(HttpStatusCode.Conflict, (await other.SendAsync(path, ("Name", "Burgess"))).Status);
        await browser.GetAsync(path);
        await browser.SendAsync($"{path}/retire");

        var office = (await site.LastAnswersAsync()).MainOffice!;
        Assert.Equal("Borough councillor, Saltmarket ward, Wexcombe Borough Council", office.Say());
        var change = await applicant.GetAsync($"/apply/office/{office.Id}");
        Assert.Equal("Borough councillor", change.Document.QuerySelector("option[selected]")!.TextContent);
        await applicant.SendAsync($"/apply/office/{office.Id}", ("Area", "Quayside"));
        Assert.Equal("Borough councillor, Quayside ward, Wexcombe Borough Council", (await site.LastAnswersAsync()).MainOffice!.Say());
        using var newcomer = await site.BeginAsync();
        var offered = (await newcomer.GetAsync("/apply/office/new")).Document.QuerySelectorAll("#Kind option").Select(o => o.TextContent).ToList();
        Assert.Contains("Town councillor", offered);
        Assert.DoesNotContain("Member of a borough council", offered);

        await browser.GetAsync(path);
        await browser.SendAsync($"{path}/bring-back");
        await browser.GetAsync(path);
        await browser.SendAsync(path, ("Name", "Borough councillor"), ("AreaWord", "ward"));
        Assert.Null((await KindAsync("Borough councillor")).RetiredAt);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{List}/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task A_reader_of_Welsh_reads_the_Welsh_of_a_kind_and_the_English_where_it_has_none_and_English_is_kept()
    {
        using var browser = await site.SignedInAsync(Operations);
        await browser.GetAsync($"{List}/new");
        var tooLong = await browser.SendAsync(
            $"{List}/new", ("Name", "Reeve"), ("Level", "Parish"), ("AreaWord", "manor"), ("WelshName", new string('m', 101)), ("WelshAreaWord", "maenor"));
        Assert.Equal(["Use 100 characters or fewer"], tooLong.Errors);
        await browser.SendAsync($"{List}/new", ("WelshName", " Maer y faenor "));
        await browser.GetAsync($"{List}/new");
        await browser.SendAsync($"{List}/new", ("Name", "Bailiff"), ("Level", "Parish"), ("AreaWord", "liberty"));
        var kind = await KindAsync("Reeve");
        Assert.Equal(("Maer y faenor", "maenor", null), (kind.WelshName, kind.WelshAreaWord, (await KindAsync("Bailiff")).WelshName));

        using var applicant = await site.BeginAsync();
        await site.AnswerOfficeAsync(applicant);
        applicant.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("cy");
        var office = (await site.LastAnswersAsync()).MainOffice!;
        var page = await applicant.GetAsync($"/apply/office/{office.Id}");
        var offered = page.Document.QuerySelectorAll("#Kind option").Select(o => o.TextContent).ToList();
        Assert.Equal("Cynghorydd bwrdeistref", page.Document.QuerySelector("#Kind option[selected]")!.TextContent);
        Assert.Contains("Maer y faenor", offered);
        Assert.Contains("Bailiff", offered);
        await applicant.SendAsync($"/apply/office/{office.Id}", ("Kind", kind.Id.ToString()));
        Assert.Contains("Maer y faenor", (await applicant.GetAsync("/apply/office")).Words, StringComparison.Ordinal);

        var kept = (await site.LastAnswersAsync()).MainOffice!;
        Assert.Equal(("Reeve", "Reeve, Saltmarket manor, Wexcombe Borough Council"), (kept.Kind.Name, kept.Say()));
    }

    private Task<OfficeKind> KindAsync(string name) => site.InDatabaseAsync(c => c.Set<OfficeKind>().AsNoTracking().SingleAsync(k => k.Name == name));
}
