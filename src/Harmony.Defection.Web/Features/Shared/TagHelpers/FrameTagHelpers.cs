using System.Globalization;
using Harmony.Defection.Domain.Time;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>The link back to the page before. Its text is "Back" unless it holds another.</summary>
[HtmlTargetElement("hd-back")]
public sealed class BackTagHelper : TagHelper
{
    public required string Href { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.Become("a", "govuk-back-link");
        output.Attributes.SetAttribute("href", Href);
        if (text.IsEmptyOrWhiteSpace)
        {
            output.Content.SetContent("Back");
        }
    }
}

/// <summary>What the page before has to say: the sentence in TempData["Notice"], shown once.</summary>
[HtmlTargetElement("hd-banner", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BannerTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.TempData[DefectionController.NoticeKey] is not string sentence)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "hd-banner");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
        output.Content.SetHtmlContent(Markup.Many(Icons.Of("check"), Markup.Tag("p", text: sentence)));
    }
}

/// <summary>Who reads what is typed here. Straight under the title of every question that asks for personal data.</summary>
[HtmlTargetElement("hd-sees")]
public sealed class SeesTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.Become("p", "hd-sees");
        output.Content.SetHtmlContent(Markup.Many(
            Icons.Of("eye"), Markup.Tag("span").Holding(Markup.Tag("b", text: "Who sees this."), Markup.Text(" "), text)));
    }
}

/// <summary>How far the form is: "Part 4 of 9" on a question, "5 of 9 parts done" on the task list.</summary>
[HtmlTargetElement("hd-progress")]
public sealed class ProgressTagHelper : TagHelper
{
    /// <summary>The part the reader is in, from 1.</summary>
    public int? Part { get; set; }

    /// <summary>How many parts are done, where the reader is in none.</summary>
    public int? Done { get; set; }

    public required int Of { get; set; }

    /// <summary>When the form was last saved, in UTC.</summary>
    public DateTime? SavedAt { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.Become("p", "hd-progress");
        var share = Of <= 0 ? 0 : 100.0 * (Part is { } part ? part - 1 : Done ?? 0) / Of;
        var title = Part is { } at ? $"Part {at} of {Of}" : $"{Done ?? 0} of {Of} parts done";
        var strong = Markup.Tag("b", text: title);
        if (Part is not null && !words.IsEmptyOrWhiteSpace)
        {
            strong.Saying(": ").Holding(words);
        }

        var side = SavedAt is { } saved
            ? Markup.Tag("span", text: "Saved at " + UkTime.SayClock(saved))
            : Part is null && !words.IsEmptyOrWhiteSpace ? Markup.Tag("span").Holding(words) : null;
        output.Content.SetHtmlContent(Markup.Many(strong, side, Drawings.Bar("100%", "6", [("is-ground", 0, 100), (null, 0, share)], null)));
    }
}

/// <summary>A state in a word: green confirmed, yellow waiting, orange wrong or late, blue to do, plain for the rest.</summary>
[HtmlTargetElement("hd-tag")]
public sealed class TagTagHelper : TagHelper
{
    public string Colour { get; set; } = "plain";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Become("strong", Colour == "plain" ? "govuk-tag" : "govuk-tag govuk-tag--" + Colour);
    }
}

/// <summary>A card at the side, with its heading.</summary>
[HtmlTargetElement("hd-card")]
public sealed class CardTagHelper : TagHelper
{
    public string? Title { get; set; }

    /// <summary>Whether it steps back: a dashed frame, for what one may do but need not.</summary>
    public bool Plain { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("div", Plain ? "hd-card hd-card--plain" : "hd-card");
        output.Content.SetHtmlContent(Markup.Many(Title is null ? null : Markup.Tag("h2", text: Title), inside));
    }
}

/// <summary>The conduct rules, and nothing else.</summary>
[HtmlTargetElement("hd-notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        output.Become("section", "hd-notice");
        output.Content.SetHtmlContent(Markup.Many(Markup.Tag("h2", text: Title), inside));
    }
}

/// <summary>Links to the pages of a long list. The query string stays, with "page" changed. Nothing where one page holds all.</summary>
[HtmlTargetElement("hd-pages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagesTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The page shown, from 1.</summary>
    public required int Page { get; set; }

    /// <summary>How many there are of what is listed.</summary>
    public required int Total { get; set; }

    /// <summary>How many of them a page holds.</summary>
    public required int Size { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = (Total + Size - 1) / Size;
        if (last <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("nav", "govuk-pagination");
        output.Attributes.SetAttribute("aria-label", "Pages");
        var list = Markup.Tag("ul", "govuk-pagination__list");
        var before = 0;
        foreach (var page in Enumerable.Range(1, last).Where(p => p == 1 || p == last || Math.Abs(p - Page) <= 1))
        {
            list.Holding(page > before + 1 ? Markup.Tag("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "⋯")
                : null, Item(page));
            before = page;
        }

        output.Content.SetHtmlContent(Markup.Many(
            Page > 1 ? Step("prev", Page - 1, "Previous") : null, list, Page < last ? Step("next", Page + 1, "Next") : null));
    }

    private TagBuilder Item(int page)
    {
        var link = Markup.Tag("a", "govuk-link govuk-pagination__link", page.ToString(CultureInfo.InvariantCulture))
            .With("href", Address(page)).With("aria-label", $"Page {page}").With("aria-current", page == Page ? "page" : null);
        return Markup.Tag("li", "govuk-pagination__item" + (page == Page ? " govuk-pagination__item--current" : string.Empty))
            .Holding(link);
    }

    private TagBuilder Step(string rel, int page, string word) =>
        Markup.Tag("div", $"govuk-pagination__{rel}").Holding(
            Markup.Tag("a", "govuk-link govuk-pagination__link").With("href", Address(page)).With("rel", rel)
                .Holding(Markup.Tag("span", "govuk-pagination__link-title", word).Holding(Markup.Hidden(" page"))));

    private string Address(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var kept = request.Query.Where(q => !string.Equals(q.Key, "page", StringComparison.OrdinalIgnoreCase))
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return request.PathBase + request.Path + QueryString.Create(kept.Append(new("page", page.ToString(CultureInfo.InvariantCulture))));
    }
}
