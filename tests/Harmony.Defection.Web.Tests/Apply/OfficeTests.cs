using System.Net;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>F1 and rule 1: several offices, one of them the main one, and the party to be left.</summary>
public sealed class OfficeTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string Parish = DefaultOfficeKinds.Named("Parish councillor").Id.ToString();
    private static readonly string Other = DefaultOfficeKinds.Named("Another elected office").Id.ToString();

    [Fact]
    public async Task Several_offices_are_added_and_the_main_one_is_asked_for_and_decides()
    {
        using var browser = await site.BeginAsync();
        await site.AnswerOfficeAsync(browser);
        Assert.Empty((await browser.GetAsync("/apply/office")).Document.QuerySelectorAll("[name=Main]"));
        var dene = await site.SocietyAsync(SampleWorld.DeneVale);
        var list = await browser.AnswerAsync("/apply/office/new", Second(("SocietyId", dene.Id.ToString()), ("SitsAs", "Independent")));
        Assert.Equal("Your offices and your party", list.Title);
        Assert.Equal(2, list.Document.QuerySelectorAll("[name=Main]").Length);
        Assert.Contains("The Members of the area of your main office decide", list.Words, StringComparison.Ordinal);

        var second = (await site.LastAnswersAsync()).Offices!.Held[1];
        Assert.Equal(("Lower Dene Parish Council", "Independent", null), (second.Body, second.SitsAs, second.TermEnds));
        var forged = await browser.PostFormAsync("/apply/office", ("Main", Guid.NewGuid().ToString()));
        Assert.Equal("Choose your main office", Assert.Single(forged.Errors));
        await browser.SendAsync("/apply/office", ("Main", second.Id.ToString()));
        var answers = await site.LastAnswersAsync();
        Assert.Equal((second.Id, dene.Id, "Civic Alliance"), (answers.MainOffice!.Id, answers.MainOffice.SocietyId, answers.Offices!.Party));
        Assert.Contains(dene.AreaRule(), (await browser.GetAsync("/apply/area")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_is_changed_and_removed_and_another_becomes_the_main_one()
    {
        using var browser = await site.BeginAsync();
        await site.AnswerOfficeAsync(browser);
        await browser.AnswerAsync("/apply/office/new", Second());
        var (first, second) = (await site.LastAnswersAsync()).Offices!.Held is [var one, var two] ? (one, two) : throw new InvalidOperationException();

        var path = $"/apply/office/{second.Id}";
        Assert.Equal("Lower Dene Parish Council", (await browser.GetAsync(path)).Document.QuerySelector("[name=Body]")!.GetAttribute("value"));
        Assert.Equal("Enter the council, parliament or authority you sit on", Assert.Single((await browser.PostFormAsync(path, ("Body", " "))).Errors));
        await browser.SendAsync(path, ("Body", "Upper Dene Parish Council"));
        Assert.Equal("Upper Dene Parish Council", (await site.LastAnswersAsync()).Offices!.Held[1].Body);

        await browser.GetAsync($"/apply/office/{first.Id}/remove");
        await browser.SendAsync($"/apply/office/{first.Id}/remove");
        Assert.Equal(second.Id, (await site.LastAnswersAsync()).MainOffice!.Id);
        await browser.GetAsync($"{path}/remove");
        Assert.Equal("The office you hold", (await browser.SendAsync($"{path}/remove")).Title);
        Assert.False((await site.LastAnswersAsync()).Has(FormPart.Office));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
    }

    [Fact]
    public async Task An_office_that_is_not_on_the_list_is_named_and_said_by_its_name()
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync("/apply/office/new");
        var page = await browser.PostFormAsync("/apply/office/new", Second(("Kind", Other)));
        Assert.Equal("Enter what your office is called, since it is not on the list", Assert.Single(page.Errors));
        await browser.PostFormAsync("/apply/office/new", ("NamedAs", "Portreeve <b>of</b> Dene"));
        var office = (await site.LastAnswersAsync()).MainOffice!;
        Assert.Equal("Portreeve <b>of</b> Dene, Lower Dene Parish Council", office.Say());
        var list = await browser.GetAsync("/apply/office");
        Assert.Contains("Portreeve <b>of</b> Dene", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_that_is_not_offered_is_refused_and_what_was_typed_stays()
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync("/apply/office/new");
        var page = await browser.PostFormAsync("/apply/office/new", Second(("Kind", Guid.NewGuid().ToString())));
        Assert.Equal("Choose a kind of office from the list", Assert.Single(page.Errors));
        Assert.Equal("Lower Dene Parish Council", page.Document.QuerySelector("[name=Body]")!.GetAttribute("value"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("optgroup[label='Parliaments and assemblies'] option"));
        Assert.Null((await site.LastAnswersAsync()).Offices);
    }

    [Fact]
    public async Task A_blank_office_names_everything_that_is_missing_in_the_order_of_the_page()
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync("/apply/office/new");
        Assert.Equal(
            [
                "Choose the kind of office you hold", "Enter the council, parliament or authority you sit on", "Choose the Society in whose area your office lies",
                "Enter the month your office began",
            ],
            (await browser.PostFormAsync("/apply/office/new")).Errors);
        await browser.PostFormAsync("/apply/office/new", Second());
        await browser.GetAsync("/apply/office");
        Assert.Equal(["Say whether you are an independent or belong to a party"], (await browser.PostFormAsync("/apply/office")).Errors);
    }

    [Fact]
    public async Task Whoever_changes_an_answer_from_the_check_comes_back_to_it()
    {
        using var browser = await site.FillInAsync();
        var check = await browser.GetAsync("/apply/check");
        var office = (await site.LastAnswersAsync()).MainOffice!;
        foreach (var path in new[] { $"/apply/office/{office.Id}?check=true", "/apply/office?check=true", "/apply/area?check=true", "/apply/accounts?check=true", "/apply/reasons?check=true", "/apply/name?check=true" })
        {
            Assert.NotNull(check.Document.QuerySelector($"a[href='{path}']"));
            var question = await browser.GetAsync(path);
            Assert.Equal("/apply/check", question.Document.QuerySelector(".govuk-back-link")!.GetAttribute("href"));
            Assert.Equal("/apply/check", (await browser.PostFormAsync(path)).Location);
        }
    }

    [Fact]
    public async Task A_two_office_applicant_reads_both_on_the_check()
    {
        using var browser = await site.FillInAsync();
        await browser.AnswerAsync("/apply/office/new", Second(("SitsAs", "Independent")));
        var check = await browser.GetAsync("/apply/check");
        Assert.Contains("Your main office", check.Words, StringComparison.Ordinal);
        Assert.Contains("Another office you hold", check.Words, StringComparison.Ordinal);
        Assert.Contains("Lower Dene Parish Council", check.Words, StringComparison.Ordinal);
    }

    private (string Name, string Value)[] Second(params (string Name, string Value)[] others)
    {
        var wexcombe = site.SocietyAsync(SampleWorld.Wexcombe).GetAwaiter().GetResult();
        (string Name, string Value)[] values =
        [
            ("Kind", Parish), ("Body", "Lower Dene Parish Council"), ("SocietyId", wexcombe.Id.ToString()), ("Since.Month", "2"), ("Since.Year", "2021"),
        ];
        return [.. values.Where(v => others.All(o => o.Name != v.Name)), .. others];
    }
}
