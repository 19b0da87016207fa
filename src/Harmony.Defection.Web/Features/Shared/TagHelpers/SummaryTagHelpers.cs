using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>Questions and answers, as on "Check your answers": a card with hd-row in it; without a title a bare list.</summary>
[HtmlTargetElement("hd-summary")]
public sealed class SummaryTagHelper : TagHelper
{
    public string? Title { get; set; }

    /// <summary>Where all of the card is changed.</summary>
    public string? ChangeHref { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        if (Title is null)
        {
            output.Become("dl", "govuk-summary-list");
            return;
        }

        output.Become("div", "govuk-summary-card");
        var actions = string.IsNullOrEmpty(ChangeHref)
            ? null
            : Markup.Tag("div", "govuk-summary-card__actions")
                .Holding(Markup.Link(ChangeHref, "Change", char.ToLowerInvariant(Title[0]) + Title[1..]));
        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("div", "govuk-summary-card__title-wrapper").Holding(Markup.Tag("h2", "govuk-summary-card__title", Title), actions),
            Markup.Tag("div", "govuk-summary-card__content").Holding(Markup.Tag("dl", "govuk-summary-list").Holding(rows))));
    }
}

/// <summary>One line of an hd-summary: the question, the answer inside, where it is changed.</summary>
[HtmlTargetElement("hd-row")]
public sealed class RowTagHelper : TagHelper
{
    public required string Key { get; set; }

    public string? ChangeHref { get; set; }

    /// <summary>What the change is of, for screen readers; the question in small letters unless it is given.</summary>
    public string? ChangeWhat { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var answer = await output.GetChildContentAsync();
        output.Become("div", string.IsNullOrEmpty(ChangeHref) ? "govuk-summary-list__row govuk-summary-list__row--no-actions"
            : "govuk-summary-list__row");
        IHtmlContent value = answer.IsEmptyOrWhiteSpace ? Markup.Tag("span", "hd-small", "Not answered") : answer;
        var change = string.IsNullOrEmpty(ChangeHref)
            ? null
            : Markup.Tag("dd", "govuk-summary-list__actions")
                .Holding(Markup.Link(ChangeHref, "Change", ChangeWhat ?? char.ToLowerInvariant(Key[0]) + Key[1..]));
        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("dt", "govuk-summary-list__key", Key), Markup.Tag("dd", "govuk-summary-list__value").Holding(value), change));
    }
}

/// <summary>Facts in a row: hd-fact inside.</summary>
[HtmlTargetElement("hd-facts")]
public sealed class FactsTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("dl", "hd-facts2");
}

/// <summary>One fact: its name, the fact inside, a second line.</summary>
[HtmlTargetElement("hd-fact")]
public sealed class FactTagHelper : TagHelper
{
    public required string Key { get; set; }

    public string? Note { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fact = await output.GetChildContentAsync();
        output.Become("div");
        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("dt", text: Key), Markup.Tag("dd").Holding(fact, string.IsNullOrEmpty(Note) ? null : Markup.Tag("small", text: Note))));
    }
}

/// <summary>What was added so far: hd-entry inside.</summary>
[HtmlTargetElement("hd-entries")]
public sealed class EntriesTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ul", "hd-entries");
}

/// <summary>One thing that was added: its title, what else is known inside, where it is changed or removed.</summary>
[HtmlTargetElement("hd-entry")]
public sealed class EntryTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <summary>A second line, such as the dates.</summary>
    public string? Note { get; set; }

    public string? ChangeHref { get; set; }

    public string? RemoveHref { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("li", "hd-entry");
        var about = char.ToLowerInvariant(Title[0]) + Title[1..];
        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("div").Holding(
                Markup.Tag("p").Holding(Markup.Tag("b", text: Title), inside), string.IsNullOrEmpty(Note) ? null : Markup.Tag("span", text: Note)),
            string.IsNullOrEmpty(ChangeHref) ? null : Markup.Link(ChangeHref, "Change", about),
            string.IsNullOrEmpty(RemoveHref) ? null : Markup.Link(RemoveHref, "Remove", about)));
    }
}

/// <summary>A named part of the task list: hd-task inside.</summary>
[HtmlTargetElement("hd-tasks")]
public sealed class TasksTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tasks = await output.GetChildContentAsync();
        output.Become("section", "hd-group");
        output.Content.SetHtmlContent(Markup.Many(Markup.Tag("h2", text: Title), Markup.Tag("ul", "govuk-task-list").Holding(tasks)));
    }
}

/// <summary>One task: its title, where it is done, a hint, and how far it is: done, half, todo or later.</summary>
[HtmlTargetElement("hd-task", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TaskTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <summary>Where it is done; nothing while it cannot be.</summary>
    public string? Href { get; set; }

    public string? Hint { get; set; }

    public string State { get; set; } = "todo";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("li", string.IsNullOrEmpty(Href) ? "govuk-task-list__item" : "govuk-task-list__item govuk-task-list__item--with-link");
        var id = "task-" + FieldIds.Of(context.UniqueId);
        var hint = string.IsNullOrEmpty(Hint) ? null : Markup.Tag("div", "govuk-task-list__hint", Hint).With("id", id + "-hint");
        var title = string.IsNullOrEmpty(Href)
            ? Markup.Tag("div", text: Title)
            : Markup.Tag("a", "govuk-link govuk-task-list__link", Title).With("href", Href)
                .With("aria-describedby", (hint is null ? string.Empty : id + "-hint ") + id + "-status");
        var status = Markup.Tag("div", "govuk-task-list__status")
            .With("id", id + "-status");
        _ = State switch
        {
            "done" => status.Holding(Icons.Of("check"), Markup.Text(" Done")),
            "half" => status.Holding(Markup.Tag("strong", "govuk-tag govuk-tag--yellow", "Half done")),
            "later" => status.With("class", "govuk-task-list__status govuk-task-list__status--cannot-start-yet").Saying("Later"),
            _ => status.Holding(Markup.Tag("strong", "govuk-tag govuk-tag--blue", "To do")),
        };
        output.Content.SetHtmlContent(Markup.Many(Markup.Tag("div", "govuk-task-list__name-and-hint").Holding(title, hint), status));
    }
}
