using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>A short way to write elements in code. Text and attributes are always encoded.</summary>
internal static class Markup
{
    /// <summary>An element with classes and text.</summary>
    public static TagBuilder Tag(string name, string? css = null, string? text = null)
    {
        var tag = new TagBuilder(name);
        if (!string.IsNullOrEmpty(css))
        {
            tag.Attributes["class"] = css;
        }

        if (text is not null)
        {
            tag.InnerHtml.Append(text);
        }

        return tag;
    }

    /// <summary>Sets an attribute; nothing happens where there is no value.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    /// <summary>Sets an attribute without a value where a condition holds.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, bool holds) => tag.With(attribute, holds ? string.Empty : null);

    /// <summary>Puts content inside.</summary>
    public static TagBuilder Holding(this TagBuilder tag, params ReadOnlySpan<IHtmlContent?> contents)
    {
        foreach (var content in contents)
        {
            if (content is not null)
            {
                tag.InnerHtml.AppendHtml(content);
            }
        }

        return tag;
    }

    /// <summary>Puts text inside.</summary>
    public static TagBuilder Saying(this TagBuilder tag, string? text)
    {
        tag.InnerHtml.Append(text ?? string.Empty);
        return tag;
    }

    /// <summary>Several things one after another; what is missing is left out.</summary>
    public static IHtmlContent Many(params ReadOnlySpan<IHtmlContent?> contents)
    {
        var all = new HtmlContentBuilder();
        foreach (var content in contents)
        {
            if (content is not null)
            {
                all.AppendHtml(content);
            }
        }

        return all;
    }

    /// <summary>Text as content.</summary>
    public static IHtmlContent Text(string text) => new StringHtmlContent(text);

    /// <summary>Words for screen readers alone.</summary>
    public static TagBuilder Hidden(string text) => Tag("span", "govuk-visually-hidden", text);

    /// <summary>A link; words that only screen readers need come after its text.</summary>
    public static TagBuilder Link(string href, string text, string? about = null) =>
        Tag("a", "govuk-link", text).With("href", href).Holding(about is null ? null : Hidden(" " + about));

    /// <summary>The Party's mark, as decoration.</summary>
    public static TagBuilder Mark(string path) =>
        new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing }
            .With("src", path).With("alt", string.Empty).With("width", "64").With("height", "64");

    /// <summary>Turns the helper's element into another, keeping the classes that the page gave it.</summary>
    public static void Become(this TagHelperOutput output, string name, string? css = null)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        if (css is not null)
        {
            var own = output.Attributes["class"]?.Value?.ToString();
            output.Attributes.SetAttribute("class", string.IsNullOrEmpty(own) ? css : $"{css} {own}");
        }
    }
}
