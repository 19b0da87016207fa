using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>
/// A table: its head from column names, its rows inside. A column whose name begins with # holds numbers. With cards, each row is a card
/// on a phone: give each td its data-label and the state's td the class is-state.
/// </summary>
[HtmlTargetElement("hd-table")]
public sealed class TableTagHelper : TagHelper
{
    public required string Caption { get; set; }

    /// <summary>Names of the columns, with | between them.</summary>
    public required string Columns { get; set; }

    /// <summary>Whether rows become cards on a phone.</summary>
    public bool Cards { get; set; }

    /// <summary>Whether the caption is seen, and not only heard.</summary>
    public bool CaptionShown { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.Become("table", Cards ? "govuk-table hd-table hd-table--cards" : "govuk-table hd-table");
        var head = Markup.Tag("tr");
        foreach (var column in Columns.Split('|', StringSplitOptions.TrimEntries))
        {
            var isNumber = column.StartsWith('#');
            var css = isNumber ? "govuk-table__header govuk-table__header--numeric" : "govuk-table__header";
            head.Holding(Markup.Tag("th", css, isNumber ? column[1..] : column)
                .With("scope", "col"));
        }

        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("caption", CaptionShown ? "govuk-table__caption govuk-table__caption--m" : "govuk-visually-hidden", Caption),
            Markup.Tag("thead", "govuk-table__head").Holding(head),
            rows));
    }
}

/// <summary>Filters of a list: a GET form of fields with its button.</summary>
[HtmlTargetElement("hd-filters")]
public sealed class FiltersTagHelper : TagHelper
{
    /// <summary>The button's word.</summary>
    public string Button { get; set; } = "Show";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        output.Become("form", "hd-filters");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("role", "search");
        output.Content.SetHtmlContent(Markup.Many(fields, Markup.Tag("button", "govuk-button govuk-button--secondary hd-button--small", Button)));
    }
}

/// <summary>Saved views of a list, or the parts of a case: hd-view inside.</summary>
[HtmlTargetElement("hd-views")]
public sealed class ViewsTagHelper : TagHelper
{
    /// <summary>What the views are of, for screen readers.</summary>
    public required string Label { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var views = await output.GetChildContentAsync();
        output.Become("nav");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent(Markup.Tag("ul", "hd-views").Holding(views));
    }
}

/// <summary>One view: a link with its words inside, marked where it is the one shown.</summary>
[HtmlTargetElement("hd-view")]
public sealed class ViewTagHelper : TagHelper
{
    public required string Href { get; set; }

    public bool Current { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.Become("li");
        output.Content.SetHtmlContent(Markup.Tag("a").With("href", Href).With("aria-current", Current ? "page" : null).Holding(words));
    }
}
