using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>The icons: a 24 px grid, drawn in line, always beside a word and hidden from screen readers.</summary>
internal static class Icons
{
    private static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        ["account"] = "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4 20c1-4 4-6 8-6s7 2 8 6\"/>",
        ["arrow"] = "<path d=\"M5 12h14M13 6l6 6-6 6\"/>",
        ["ballot"] = "<path d=\"M4 13h16v7H4zM8 13V4h8v9\"/><path d=\"m10 8 1.500 1.500L14.500 6.500\"/>",
        ["book"] = "<path d=\"M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2z\"/><path d=\"M5 18a2 2 0 0 1 2-2h12M9 8h6\"/>",
        ["check"] = "<path d=\"m5 13 4 4L19 7\"/>",
        ["clock"] = "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 7v5l3 2\"/>",
        ["eye"] = "<path d=\"M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z\"/><circle cx=\"12\" cy=\"12\" r=\"3\"/>",
        ["help"] = "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.300-1 .8-1 1.700M12 17h.01\"/>",
        ["key"] = "<circle cx=\"8\" cy=\"15\" r=\"4\"/><path d=\"m11 12 8-8M16 7l3 3\"/>",
        ["letter"] = "<rect x=\"3\" y=\"5\" width=\"18\" height=\"14\" rx=\"2\"/><path d=\"m3 7 9 7 9-7\"/>",
        ["lock"] = "<rect x=\"5\" y=\"11\" width=\"14\" height=\"9\" rx=\"2\"/><path d=\"M8 11V8a4 4 0 0 1 8 0v3\"/>",
        ["pen"] = "<path d=\"M4 20h4L19 9l-4-4L4 16zM13 7l4 4\"/>",
        ["people"] = "<circle cx=\"9\" cy=\"8\" r=\"3.500\"/><path d=\"M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 4.800a3.500 3.500 0 0 1 0 6.400M18 14.500c2 .7 3.200 2.500 3.500 5.500\"/>",
        ["refresh"] = "<path d=\"M5 12a7 7 0 0 1 12-5l2 2M19 12a7 7 0 0 1-12 5l-2-2\"/><path d=\"M19 4v5h-5M5 20v-5h5\"/>",
        ["settings"] = "<path d=\"M4 7h10M18 7h2M4 17h2M10 17h10\"/><circle cx=\"16\" cy=\"7\" r=\"2\"/><circle cx=\"8\" cy=\"17\" r=\"2\"/>",
        ["sign-out"] = "<path d=\"M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9\"/>",
        ["speech"] = "<path d=\"M4 5h16v11H9l-5 4z\"/>",
        ["tray"] = "<path d=\"M3 13h5l1.500 3h5L16 13h5\"/><path d=\"M5.500 5h13L21 13v6H3v-6z\"/>",
    };

    /// <summary>An icon by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is no icon of that name.</exception>
    public static IHtmlContent Of(string name) => new HtmlString(
        $"<svg class=\"hd-icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{Drawings[name]}</svg>");
}

/// <summary>An icon beside a word: account, arrow, ballot, book, check, clock, eye, help, key, letter, lock, pen, people, refresh, settings,
/// sign-out, speech, tray.</summary>
[HtmlTargetElement("hd-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Of(Name));
    }
}
