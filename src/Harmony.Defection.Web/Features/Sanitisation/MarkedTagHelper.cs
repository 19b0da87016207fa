using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Web.Features.Shared.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Sanitisation;

/// <summary>A text whose proposals and removals stand out. Give it stretches, or the text of a copy.</summary>
[HtmlTargetElement("hd-marked", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkedTagHelper : TagHelper
{
    /// <summary>The text of a copy.</summary>
    public string? Text { get; set; }

    /// <summary>The text in stretches.</summary>
    public IReadOnlyList<Stretch>? Stretches { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("p", "hd-marked");
        foreach (var stretch in Stretches ?? CopyMarks.Split(Text ?? string.Empty))
        {
            output.Content.AppendHtml(Draw(stretch));
        }
    }

    private static IHtmlContent Draw(Stretch stretch)
    {
        if (stretch.IsMark)
        {
            return Markup.Tag("span", "is-out", stretch.Text);
        }

        if (stretch.Kind is not { } kind)
        {
            return Markup.Text(stretch.Text);
        }

        var css = kind switch { RulingKind.Keep => "is-kept", RulingKind.Open => "is-open", _ => null };
        return Markup.Tag("mark", css, stretch.Text).Holding(stretch.Number is { } number
            ? Markup.Tag("sup").Holding(Markup.Hidden(" proposal "), Markup.Text($"{number}"))
            : null);
    }
}
