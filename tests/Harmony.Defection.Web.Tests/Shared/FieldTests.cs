using AngleSharp.Dom;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Features.Shared.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Tests.Shared;

/// <summary>Fields: labels, hints, errors and what was typed, all tied together and all encoded.</summary>
public sealed class FieldTests
{
    private const string Hostile = "\"><script>alert(1)</script>";

    [Fact]
    public async Task A_field_is_described_by_its_hint_and_its_error()
    {
        var page = new Drawn<Page>(new Page()).Wrong("Name", "Enter your name.");

        var body = await page.DrawAsync(new InputTagHelper { For = page.For("Name"), Label = "Name", Hint = "As on the ballot paper" });

        var box = body.QuerySelector("input")!;
        Assert.Equal("Name-hint Name-error", box.GetAttribute("aria-describedby"));
        Assert.Equal("As on the ballot paper", body.QuerySelector("#Name-hint")!.TextContent);
        Assert.Equal("Error: Enter your name", body.QuerySelector("#Name-error")!.TextContent);
        Assert.Equal("Name", body.QuerySelector("label")!.GetAttribute("for"));
        Assert.Contains("govuk-form-group--error", body.FirstElementChild!.ClassList);
    }

    [Fact]
    public async Task A_field_without_hint_or_error_is_described_by_nothing()
    {
        var page = new Drawn<Page>(new Page());

        var body = await page.DrawAsync(new InputTagHelper { For = page.For("Name"), Label = "Name" });

        Assert.False(body.QuerySelector("input")!.HasAttribute("aria-describedby"));
    }

    [Fact]
    public async Task What_was_typed_wins_over_what_the_model_has()
    {
        var page = new Drawn<Page>(new Page { Name = "Marged" }).Typed("Name", "Marg");

        var body = await page.DrawAsync(new InputTagHelper { For = page.For("Name"), Label = "Name" });

        Assert.Equal("Marg", body.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        var page = new Drawn<Page>(new Page { Name = "secret" }).Typed("Name", "secret");

        var body = await page.DrawAsync(new InputTagHelper { For = page.For("Name"), Label = "Password", Type = "password" });

        Assert.DoesNotContain("secret", body.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_only_text_wherever_it_stands()
    {
        var page = new Drawn<Page>(new Page { Name = Hostile, Links = [Hostile] }).Wrong("Name", Hostile);
        Choice[] items = [new(Hostile, Hostile, Hostile)];
        List<IElement> drawn =
        [
            await page.DrawAsync(new InputTagHelper { For = page.For("Name"), Label = Hostile, Hint = Hostile, Prefix = Hostile, Heading = true }),
            await page.DrawAsync(new TextareaTagHelper { For = page.For("Name"), Label = Hostile, Hint = Hostile, Max = 10 }),
            await page.DrawAsync(new SelectTagHelper { For = page.For("Name"), Label = Hostile, Items = items, Empty = Hostile }),
            await page.DrawAsync(new RadiosTagHelper { For = page.For("Name"), Legend = Hostile, Items = items }),
            await page.DrawAsync(new RadiosTagHelper { For = page.For("Name"), Legend = Hostile, Items = items, Weighty = true }),
            await page.DrawAsync(new CheckboxesTagHelper { For = page.For("Links"), Legend = Hostile, Items = items }),
            await page.DrawAsync(new CheckboxTagHelper { For = page.For("Agrees"), Label = Hostile, Hint = Hostile }),
            await page.DrawAsync(new FileTagHelper { For = page.For("Name"), Label = Hostile, Accept = Hostile }),
            await page.DrawAsync(new ErrorsTagHelper { ViewContext = page.Context() }),
        ];

        Assert.All(drawn, body => Assert.Empty(body.QuerySelectorAll("script")));
        Assert.All(drawn, body => Assert.Contains("alert(1)", body.InnerHtml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_textarea_keeps_a_line_break_at_the_start_of_what_was_typed()
    {
        var page = new Drawn<Page>(new Page { Name = "\nSecond line" });

        var body = await page.DrawAsync(new TextareaTagHelper { For = page.For("Name"), Label = "Why" });

        Assert.Equal("\nSecond line", body.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task A_textarea_with_a_limit_says_it_without_script()
    {
        var page = new Drawn<Page>(new Page());

        var body = await page.DrawAsync(new TextareaTagHelper { For = page.For("Name"), Label = "Why", Max = 300 });

        Assert.Equal("Up to 300 characters", body.QuerySelector("#Name-info")!.TextContent);
        Assert.Equal("Name-info", body.QuerySelector("textarea")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task The_first_radio_bears_the_fields_own_id_so_that_the_summary_leads_there()
    {
        var page = new Drawn<Page>(new Page { Holds = false });

        var body = await page.DrawAsync(new RadiosTagHelper { For = page.For("Holds"), Legend = "Do you hold it?", Items = Choices.YesNo });

        var radios = body.QuerySelectorAll("input").ToList();
        Assert.Equal(["Holds", "Holds-2"], radios.Select(r => r.Id));
        Assert.Equal([false, true], radios.Select(r => r.HasAttribute("checked")));
    }

    [Fact]
    public async Task Several_ticks_are_kept()
    {
        var page = new Drawn<Page>(new Page { Links = ["home", "family"] });
        Choice[] items = [new("home", "Home"), new("work", "Work"), new("family", "Family")];

        var body = await page.DrawAsync(new CheckboxesTagHelper { For = page.For("Links"), Legend = "Links", Items = items });

        Assert.Equal([true, false, true], body.QuerySelectorAll("input").Select(r => r.HasAttribute("checked")));
    }

    [Fact]
    public async Task What_one_answer_asks_for_stands_right_after_it()
    {
        var page = new Drawn<Page>(new Page());
        Choice[] items = [new("home", "Home"), new("other", "Other")];
        var radios = new RadiosTagHelper { For = page.For("Name"), Legend = "Where?", Items = items };

        var body = await page.DrawAsync(radios, async context => await new RevealTagHelper { Value = "other" }
            .ProcessAsync(context, new TagHelperOutput("hd-reveal", [], (_, _) => Drawn<Page>.Content("<p>Which?</p>"))));

        Assert.Equal("Which?", body.QuerySelector(".govuk-radios__conditional")!.TextContent);
        Assert.Equal("other", body.QuerySelector(".govuk-radios__conditional")!.PreviousElementSibling!.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_question_can_be_the_pages_heading()
    {
        var page = new Drawn<Page>(new Page());

        var body = await page.DrawAsync(new InputTagHelper { For = page.For("Name"), Label = "What is your name?", Heading = true });

        Assert.Equal("What is your name?", body.QuerySelector("h1 > label")!.TextContent);
    }

    [Fact]
    public async Task A_date_marks_only_the_box_that_is_wrong()
    {
        var page = new Drawn<Page>(new Page { Born = new() { Day = "14", Month = "feb", Year = "83" } })
            .Wrong("Born.Year", "The year must have four digits, like 1983");

        var body = await page.DrawAsync(new DateTagHelper { For = page.For("Born"), Legend = "When were you born?" });

        Assert.Equal(["Born_Year"], body.QuerySelectorAll(".govuk-input--error").Select(i => i.Id));
        Assert.Equal(["14", "feb", "83"], body.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.Equal("Born-error", body.QuerySelector("fieldset")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task The_summary_counts_in_words_and_follows_the_models_order()
    {
        var page = new Drawn<Page>(new Page()).Wrong("Born.Month", "Enter a month").Wrong("Name", "Enter your name");

        var body = await page.DrawAsync(new ErrorsTagHelper { ViewContext = page.Context() });

        Assert.Equal("Two answers need another look", body.QuerySelector("h2")!.TextContent);
        Assert.Equal(["#Name", "#Born_Month"], body.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_summary_leads_from_a_whole_date_to_its_first_box()
    {
        var page = new Drawn<Page>(new Page()).Wrong("Born", "Enter your date of birth");

        var body = await page.DrawAsync(new ErrorsTagHelper { ViewContext = page.Context() });

        Assert.Equal("#Born_Day", body.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("One answer needs another look", body.QuerySelector("h2")!.TextContent);
    }

    [Fact]
    public async Task Where_nothing_is_wrong_there_is_no_summary()
    {
        var page = new Drawn<Page>(new Page());

        Assert.Empty((await page.DrawAsync(new ErrorsTagHelper { ViewContext = page.Context() })).InnerHtml);
    }

    [Fact]
    public async Task A_sentence_of_the_whole_page_leads_nowhere()
    {
        var page = new Drawn<Page>(new Page()).Wrong(string.Empty, "The ballot has closed.");

        var body = await page.DrawAsync(new ErrorsTagHelper { ViewContext = page.Context() });

        Assert.Equal("The ballot has closed", body.QuerySelector("li")!.TextContent);
        Assert.Empty(body.QuerySelectorAll("a"));
    }

    private sealed class Page
    {
        public string? Name { get; set; }

        public bool? Holds { get; set; }

        public List<string> Links { get; set; } = [];

        public bool Agrees { get; set; }

        public DateInput Born { get; set; } = new();
    }
}
