using Harmony.Defection.Domain.Time;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>Whose step it is, with the one red button. First on status and case pages, once a page.</summary>
[HtmlTargetElement("hd-turn")]
public sealed class TurnTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <summary>Whether it is somebody else's step.</summary>
    public bool Wait { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("section", Wait ? "hd-turn hd-turn--wait" : "hd-turn");
        output.Attributes.SetAttribute("aria-labelledby", "turn");
        output.Content.SetHtmlContent(Markup.Many(Markup.Tag("h2", text: Title).With("id", "turn"), inside));
    }
}

/// <summary>The other steps open to the reader, and those not open yet: hd-action inside.</summary>
[HtmlTargetElement("hd-actions")]
public sealed class ActionsTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ul", "hd-actions");
}

/// <summary>One other step: a link to it, or a state such as "Not yet" with the reason as its note, or a form inside.</summary>
[HtmlTargetElement("hd-action")]
public sealed class ActionTagHelper : TagHelper
{
    public required string Title { get; set; }

    public string? Note { get; set; }

    public string? Href { get; set; }

    /// <summary>The link's words; "Open" unless given.</summary>
    public string? Label { get; set; }

    /// <summary>Why there is no link, in a word or two.</summary>
    public string? State { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("li");
        IHtmlContent? end = Href is not null
            ? Markup.Link(Href, Label ?? "Open", Label is null ? Title : null)
            : State is null ? null : Markup.Tag("strong", "govuk-tag", State);
        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("div").Holding(Markup.Tag("b", text: Title), Note is null ? null : Markup.Tag("span", text: Note)), end, inside));
    }
}

/// <summary>One thing that happened.</summary>
/// <param name="What">What, in a few words.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">Who did it, as the reader may know them.</param>
/// <param name="Note">More about it.</param>
public sealed record TimelineItem(string What, DateTime At, string? Who = null, string? Note = null);

/// <summary>What happened, newest first.</summary>
[HtmlTargetElement("hd-timeline", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimelineTagHelper : TagHelper
{
    public required IEnumerable<TimelineItem> Items { get; set; }

    /// <summary>Whether the time of day is shown beside the day.</summary>
    public bool Clock { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "hd-timeline");
        foreach (var item in Items)
        {
            var line = Markup.Tag("span", text: Clock ? UkTime.Say(item.At) : UkTime.Say(UkTime.Day(item.At)));
            if (item.Who is not null)
            {
                line.Saying(", " + item.Who);
            }

            output.Content.AppendHtml(Markup.Tag("li").Holding(
                Markup.Tag("b", text: item.What), line, item.Note is null ? null : Markup.Tag("p", text: item.Note)));
        }
    }
}
