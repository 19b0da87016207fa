using System.Reflection;
using System.Text.Json;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Assembly;
using Harmony.Defection.Web.Features.Post;
using Harmony.Defection.Web.Features.Research;
using Harmony.Defection.Web.Security;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>The table of who reads which part of the form (F8) says what is so: it is held against the copy, the form and the doors.</summary>
public sealed class FormReadersTests(TestSite site) : IClassFixture<TestSite>
{
    // What tells rows of a list apart, and whether a part is finished, is nothing that anybody answered.
    private static readonly string[] NotAnswers = ["IsAnswered", "EqualityContract"];

    [Fact]
    public void Every_answer_of_the_form_stands_in_one_row()
    {
        var asked = typeof(FormAnswers).GetProperties().Where(p => p.CanWrite).SelectMany(part => part.PropertyType is { IsValueType: true } or { IsGenericType: true }
            ? [part.Name]
            : part.PropertyType.GetProperties().Where(p => p.CanWrite && !NotAnswers.Contains(p.Name)).Select(p => $"{part.Name}.{p.Name}"));
        Assert.Equal(asked.Order(StringComparer.Ordinal), FormReaders.All.SelectMany(r => r.Answers).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_field_of_the_assembly_s_copy_stands_in_one_row() => Assert.Equal(
        typeof(CopyContent).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Order(StringComparer.Ordinal),
        FormReaders.All.SelectMany(r => r.InCopy).Order(StringComparer.Ordinal));

    [Fact]
    public void What_the_table_keeps_from_the_assembly_is_not_in_its_copy_and_the_rest_is()
    {
        var answers = SampleAnswers.Of(0, Guid.NewGuid(), Guid.NewGuid(), TestSite.Start, "applicant@defector.example") with
        {
            Name = new NameAnswer("NAMEUSED", "LEGALNAME", "PREVIOUSNAMES"),
            Reasons = new ReasonsAnswer("REASONSWHY"),
        };
        answers = answers with
        {
            Contact = answers.Contact! with { HomePhone = "HOMEPHONE", Email = "EMAIL", AddressLine1 = "ADDRESSLINE1", Postcode = "POSTCODE", Town = "TOWN" },
            Offices = answers.Offices! with
            {
                Held = [.. answers.Offices.Held.Select(o => o with { Body = "OFFICEBODY", PublicPage = "PUBLICPAGE" })],
                Party = "OFFICEPARTY",
            },
            Area = answers.Area! with { Statement = "AREASTATEMENT" },
            Employment = answers.Employment! with { Gaps = "EMPLOYMENTGAPS" },
            Accounts = answers.Accounts! with { Accounts = [new PublicAccount(Guid.NewGuid(), "PLATFORM", "ACCOUNTNAME")] },
        };
        var texts = CopyBuilder.TextsOf(answers, []).ToDictionary(t => t.Field, t => t.Text);
        var copy = CopyBuilder.Build(answers, [], [new CopyCheck(CheckItem.Name, CheckOutcome.Confirmed)], texts).Write();

        string[] kept = ["LEGALNAME", "PREVIOUSNAMES", "HOMEPHONE", "EMAIL", "ADDRESSLINE1", "POSTCODE", "TOWN", "PUBLICPAGE", JsonSerializer.Serialize(answers.DateOfBirth).Trim('"')];
        string[] let = ["NAMEUSED", "OFFICEBODY", "OFFICEPARTY", "AREASTATEMENT", "EMPLOYMENTGAPS", "PLATFORM", "ACCOUNTNAME", "REASONSWHY", "18 or over"];
        Assert.All(kept, value => Assert.DoesNotContain(value, copy, StringComparison.Ordinal));
        Assert.All(let, value => Assert.Contains(value, copy, StringComparison.Ordinal));
    }

    [Fact]
    public void The_doors_let_in_the_readers_that_the_table_names()
    {
        Assert.Equal(FormReaders.OfOriginal, RolesOf(typeof(OriginalController)));
        Assert.Equal(FormReaders.OfOriginal, RolesOf(typeof(ChecksController)));
        Assert.Equal(FormReaders.OfContact, typeof(PostController).GetCustomAttribute<HoldsRoleAttribute>()!.AnyOf);
        Assert.Equal(FormReaders.OfCopy, RolesOf(typeof(AssemblyController)));
    }

    [Fact]
    public async Task The_start_page_shows_the_table_and_for_how_long_data_is_kept()
    {
        using var browser = site.NewBrowser();
        var page = await browser.GetAsync("/");
        var rows = page.Document.QuerySelectorAll("table tbody tr");
        Assert.Equal(FormReaders.All.Select(r => r.Part), rows.Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Contains(rows, r => r.TextContent.Contains("home address", StringComparison.Ordinal) && r.QuerySelector("[data-label='Local Members']")!.TextContent.Trim() == "Never");
        Assert.Contains("deleted 30 days after its last change", page.Words, StringComparison.Ordinal);
        Assert.Contains("deleted 6 months after the decision", page.Words, StringComparison.Ordinal);
        Assert.Contains("deleted after 28 days", page.Words, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Role> RolesOf(Type controller) => controller.GetCustomAttribute<OnCaseAttribute>()!.AnyOf;
}
