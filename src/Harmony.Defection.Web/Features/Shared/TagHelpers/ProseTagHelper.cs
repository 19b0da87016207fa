using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>
/// A text written as Markdown: the Kernel, the undertakings, letters. HTML in it is shown as it was typed; pictures are left out, and links
/// lead only to web pages and mailboxes, where they are let through at all.
/// </summary>
[HtmlTargetElement("hd-prose", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProseTagHelper : TagHelper
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public required string? Markdown { get; set; }

    /// <summary>The level that the text's highest headings get on this page.</summary>
    public int Top { get; set; } = 2;

    /// <summary>Whether links stay links; in a letter, whose values people typed, they do not.</summary>
    public bool Links { get; set; } = true;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "hd-prose");
        output.Content.SetHtmlContent(Render(Markdown ?? string.Empty, Top, Links));
    }

    /// <summary>The text as HTML.</summary>
    internal static HtmlString Render(string text, int top, bool links)
    {
        var document = Markdig.Markdown.Parse(text, Pipeline);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var shift = headings.Count == 0 ? 0 : top - headings.Min(h => h.Level);
        foreach (var heading in headings)
        {
            heading.Level = Math.Clamp(heading.Level + shift, 1, 6);
            heading.GetAttributes().AddClass(heading.Level <= top ? "govuk-heading-m" : "govuk-heading-s");
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (links && !link.IsImage && IsPlain(link.Url))
            {
                link.GetAttributes().AddClass("govuk-link");
            }
            else
            {
                Unlink(link);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!links || !IsPlain(link.IsEmail ? "mailto:" + link.Url : link.Url))
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }

    private static bool IsPlain(string? url) =>
        url is not null
        && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)));

    /// <summary>Leaves a link's words where it stood.</summary>
    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
